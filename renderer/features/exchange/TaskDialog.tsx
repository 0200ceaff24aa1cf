import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useNumber, useWords, wordFor } from '../../ui/words.ts';
import { secondsLeft, type Task, useTask } from '../../state/task.ts';

const Body = ({ task }: { readonly task: Task }) => {
  const t = useWords();
  const number = useNumber();
  const stop = useTask((state) => state.stop);
  const { stage, done, total } = task;
  const left = secondsLeft(task);
  const words = wordFor(`review.stage.${stage}`);
  return (
    <Stack gap="sm">
      <Text role="status">{words}</Text>
      <Progress
        value={total === 0 ? 100 : (100 * done) / total}
        animated={total === 0}
        striped={total === 0}
        transitionDuration={0}
        aria-label={words}
      />
      <Text c="dimmed" className="figure">
        {total === 0 ? ' ' : t('review.progress', { done: number(done), total: number(total) })}
        {left === undefined ? '' : ` · ${t('review.left', { count: left })}`}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" disabled={stop === null} onClick={() => stop?.()}>
          {t('exchange.cancel')}
        </Button>
      </Group>
    </Stack>
  );
};

/** Long work of the exchange, with how far it is and the way to stop it. */
export const TaskDialog = () => {
  const t = useWords();
  const task = useTask((state) => state.task);
  const stop = useTask((state) => state.stop);
  const shown = useTask((state) => state.shown);
  if (!shown || task === null) return null;
  return (
    <Modal opened onClose={() => stop?.()} withCloseButton={false} title={t('review.working')} zIndex={400}>
      <Body task={task} />
    </Modal>
  );
};
