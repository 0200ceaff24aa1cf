import { Button, Center, Progress, Stack, Text } from '@mantine/core';
import { closeExercise, usePlan } from '../state/plan.ts';
import { useWords } from '../ui/words.ts';

/** An exercise on its way from the disk: how far, and the way out. */
export const Opening = () => {
  const t = useWords();
  const status = usePlan((state) => state.status);
  if (status.phase !== 'opening' && status.phase !== 'open') return null;
  // Read wholly, it is about to be drawn.
  const { done, total } = status.phase === 'open' ? { done: 1, total: 1 } : status;
  const percent = total === 0 ? 0 : Math.round((100 * done) / total);
  return (
    <Center component="main" h="100%">
      <Stack w={320} gap="sm">
        <Text role="status">{t('app.opening')}</Text>
        <Progress value={percent} animated={total === 0} aria-label={t('app.opening')} transitionDuration={0} />
        <Text c="dimmed" className="figure">
          {total === 0 ? ' ' : t('app.openingCount', { done, total })}
        </Text>
        <Button variant="default" onClick={closeExercise}>
          {t('app.cancel')}
        </Button>
      </Stack>
    </Center>
  );
};
