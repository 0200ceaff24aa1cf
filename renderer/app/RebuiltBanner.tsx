import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { usePlan } from '../state/plan.ts';
import { useWords } from '../ui/words.ts';

/** Tells once that the window's own copy was lost or damaged, and that nothing of the plan was. */
export const RebuiltBanner = () => {
  const t = useWords();
  const rebuilt = usePlan((state) => state.rebuilt);
  if (!rebuilt) return null;
  return (
    <Alert
      className="frame-banner"
      icon={<IconInfoCircle size={16} />}
      withCloseButton
      closeButtonLabel={t('app.close')}
      onClose={() => usePlan.setState({ rebuilt: false })}
    >
      {t('app.rebuilt')}
    </Alert>
  );
};
