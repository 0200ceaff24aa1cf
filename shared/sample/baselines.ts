/** The sample's baseline: the plan as the main planning conference left it, before two changes. */
import type { CommandContext, NewRecord } from '../plan/command.ts';
import { newRecord } from '../plan/command.ts';
import type { BaselineEntry } from '../plan/baseline/schema.ts';
import { spansOf } from '../plan/baseline/commands.ts';
import type { PlanRecord } from '../plan/records.ts';
import { type PlanState, find, planOf } from '../plan/state.ts';
import { type EpochMs, DAY, HOUR, MINUTE, formatInstant } from '../time/instant.ts';

/** What was decided since: the Polish units come a day later, and the mine search begins two hours later. */
const changedSince = (plan: PlanState, id: string): number => {
  const movement = find(plan, 'movement', id);
  if (movement?.direction === 'deployment' && movement.uln.startsWith('POL')) return DAY;
  return find(plan, 'activity', id)?.title === 'Mine search fairway' ? 2 * HOUR : 0;
};

export const sampleBaseline = (
  context: Pick<CommandContext, 'actor' | 'newId'>,
  records: readonly NewRecord[],
  takenAt: EpochMs,
): NewRecord<'baseline'> => {
  const plan = planOf(records as readonly PlanRecord[]);
  const times = [...spansOf(plan)]
    .map(([id, { start, end }]): BaselineEntry => {
      const then = start - changedSince(plan, id);
      return [id, formatInstant(then), Math.round((end - start) / MINUTE)];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return newRecord(context, 'baseline', {
    name: 'After the main planning conference',
    takenAt: formatInstant(takenAt),
    times,
  });
};
