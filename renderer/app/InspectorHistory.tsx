import { Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { History } from '#shared/plan/history.ts';
import type { Step } from '#shared/plan/step.ts';
import { startOfMinute } from '#shared/time/instant.ts';
import { useActor } from '../state/actor.ts';
import { usePlan } from '../state/plan.ts';
import { useTimeText } from '../state/time.ts';
import { listContent } from '../ui/table/listTable.ts';
import type { TableContent } from '../ui/table/saveTable.ts';
import { TableMenu } from '../ui/table/TableMenu.tsx';
import { stepName, useWords, wordFor } from '../ui/words.ts';

/** The steps that touched any of these records, the newest first. */
export const stepsOf = (history: History, ids: readonly string[]): readonly Step[] => {
  const wanted = new Set(ids);
  return history.done.filter((step) => step.ops.some(({ id }) => wanted.has(id))).toReversed();
};

const historyContent = (steps: readonly Step[], author: (step: Step) => string, ids: readonly string[]): TableContent =>
  listContent(
    wordFor('app.tab.history'),
    steps,
    [
      [wordFor('app.historyColumn.what'), 'text', ({ label }) => stepName(label)],
      [wordFor('app.historyColumn.when'), 'time', ({ at }) => at],
      [wordFor('app.historyColumn.who'), 'text', author],
    ],
    ids,
  );

/** What happened to the selected records, as far as it can still be taken back. */
export const InspectorHistory = ({ ids }: { readonly ids: readonly string[] }) => {
  const t = useWords();
  const history = usePlan((state) => state.history);
  const me = useActor((state) => state.author);
  const timeText = useTimeText();
  const steps = useMemo(() => stepsOf(history, ids), [history, ids]);
  const author = (step: Step): string => (step.author === me ? t('app.byMe') : step.author);
  if (steps.length === 0) return <Text c="dimmed">{t('app.noHistory')}</Text>;
  return (
    <>
      <Group justify="flex-end">
        <TableMenu content={() => historyContent(steps, author, ids)} />
      </Group>
      <ol className="history" reversed>
        {steps.map((step) => (
          <li key={step.id} className="history-step">
            <span>{stepName(step.label)}</span>
            <span className="history-when figure">
              {timeText(startOfMinute(step.at))} · {author(step)}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
};
