import { Button, Group, Text } from '@mantine/core';
import { useWords } from './words.ts';

/** What was done, and the way back. */
export const UndoToast = ({ text, onUndo }: { readonly text: string; readonly onUndo: () => void }) => {
  const t = useWords();
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{text}</Text>
      <Button variant="light" onClick={onUndo}>
        {t('ui.undo')}
      </Button>
    </Group>
  );
};
