/** What commands are made of: pure functions from intent to a step's draft. */
import type { Result } from '../result.ts';
import type { ContentOf, Kind, PlanRecord, RecordOf } from './records.ts';
import type { PlanState } from './state.ts';
import type { Op, StepDraft, StepLabel } from './step.ts';
import { guardOps } from './guard.ts';
import { fail, ok } from '../result.ts';
import { titleOf } from './title.ts';

/** What a command knows besides its own arguments. */
export interface CommandContext {
  readonly plan: PlanState;
  /** Code of the nation or organisation whose planner acts; it owns what is created. */
  readonly actor: string;
  readonly newId: () => string;
}

/** A record before a step has stamped it. */
export type NewRecord<K extends Kind = Kind> = { [T in K]: Omit<RecordOf<T>, 'stamp'> }[K];

/** A record of the actor's own, with a fresh id; fields that are undefined are left out. */
export const newRecord = <K extends Kind>(
  context: Pick<CommandContext, 'actor' | 'newId'>,
  kind: K,
  content: ContentOf<K>,
): NewRecord<K> => {
  const fields = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
  return { ...fields, id: context.newId(), kind, owner: context.actor } as unknown as NewRecord<K>;
};

/** The family of labels of the generic commands, each with a form for one record and one for several. */
type LabelFamily = 'create' | 'update' | 'remove' | 'move' | 'duplicate';

/** Names what a step did: the thing itself when it is one, the number and kind when there are several. */
export const labelFor = (family: LabelFamily, records: readonly (PlanRecord | NewRecord)[], kind: Kind): StepLabel => {
  const [first] = records;
  return records.length === 1 && first !== undefined
    ? { key: `steps.${family}`, params: { what: titleOf(first) } }
    : { key: `steps.${family}Many.${kind}`, params: { count: records.length } };
};

/**
 * The draft of a step, once it is known to keep the plan's laws.
 * @returns NOTHING_TO_CHANGE for no operations, or the law that `guardOps` found broken.
 */
export const draftOf = (context: CommandContext, label: StepLabel, ops: readonly Op[]): Result<StepDraft> => {
  if (ops.length === 0) return fail('NOTHING_TO_CHANGE');
  const guarded = guardOps(context.plan, ops);
  return guarded.ok ? ok({ label, ops }) : guarded;
};
