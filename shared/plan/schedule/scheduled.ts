/** What stands in the schedule: the records that a timeline shows as bars. */
import type { CommandContext } from '../command.ts';
import type { Kind } from '../records.ts';
import { find } from '../state.ts';
import type { StepLabel } from '../step.ts';
import { titleOf } from '../title.ts';

export interface Scheduled {
  readonly kind: 'activity' | 'movement';
  readonly id: string;
}

/** Whether a record of a kind can stand in the schedule. */
export const isScheduled = (record: { readonly kind: Kind; readonly id: string }): record is Scheduled =>
  record.kind === 'activity' || record.kind === 'movement';

export const idsOf = (records: readonly Scheduled[], kind: Scheduled['kind']): readonly string[] =>
  records.filter((record) => record.kind === kind).map(({ id }) => id);

export const nameOf = ({ plan }: CommandContext, { kind, id }: Scheduled): string => {
  const record = find(plan, kind, id);
  return record === undefined ? '' : titleOf(record);
};

const sharedKind = (records: readonly Scheduled[]): Scheduled['kind'] | 'scheduled' => {
  const [first] = records;
  return first !== undefined && records.every(({ kind }) => kind === first.kind) ? first.kind : 'scheduled';
};

/** Names a step on scheduled records: the record itself when it is one, else how many of which kind there are. */
export const scheduleLabel = (
  context: CommandContext,
  family: 'move' | 'reassign' | 'update' | 'remove',
  records: readonly Scheduled[],
): StepLabel => {
  const [first] = records;
  return records.length === 1 && first !== undefined
    ? { key: `steps.${family}`, params: { what: nameOf(context, first) } }
    : { key: `steps.${family}Many.${sharedKind(records)}`, params: { count: records.length } };
};
