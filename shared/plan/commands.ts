/** The commands that work on any kind of record. Those of one kind stand in its folder. */
import { type Result, fail, ok } from '../result.ts';
import { type CommandContext, type NewRecord, draftOf, labelFor, newRecord } from './command.ts';
import type { ContentOf, Kind, PlanRecord, RecordOf } from './records.ts';
import { removalOps } from './removal.ts';
import { find } from './state.ts';
import { ownWordOp } from './label/ownWord.ts';
import { type StepDraft, createOp } from './step.ts';

export type { CommandContext } from './command.ts';

/** Fields to set; null or undefined clears an optional field. */
export type Changes<K extends Kind> = { readonly [F in keyof ContentOf<K>]?: ContentOf<K>[F] | null | undefined };

/**
 * The live records of these ids, each once.
 * @returns RECORD_MISSING {kind} when one is not there (any more).
 */
export const liveRecords = <K extends Kind>(
  { plan }: Pick<CommandContext, 'plan'>,
  kind: K,
  ids: readonly string[],
): Result<RecordOf<K>[]> => {
  const found: RecordOf<K>[] = [];
  for (const id of new Set(ids)) {
    const record = find(plan, kind, id);
    if (record === undefined) return fail('RECORD_MISSING', { kind });
    found.push(record);
  }
  return ok(found);
};

/** Adds a record of the actor's own; its id is that of the draft's first operation. */
export const createRecord = <K extends Kind>(
  context: CommandContext,
  kind: K,
  content: ContentOf<K>,
): Result<StepDraft> => {
  const record = newRecord(context, kind, content);
  return draftOf(context, labelFor('create', [record as NewRecord], kind), [createOp(record as NewRecord)]);
};

/**
 * Sets the same fields of one or several records; what stays as it is is left out, and owners stay.
 * @returns NOTHING_TO_CHANGE, RECORD_MISSING, or the law that the change would break (`guardOps`).
 */
export const updateRecords = <K extends Kind>(
  context: CommandContext,
  kind: K,
  ids: readonly string[],
  changes: Changes<K>,
): Result<StepDraft> => {
  const records = liveRecords(context, kind, ids);
  if (!records.ok) return records;
  const changed: PlanRecord[] = [];
  const ops = records.value.flatMap((record) => {
    const op = ownWordOp(record, changes);
    if (op !== undefined) changed.push(record);
    return op ?? [];
  });
  return draftOf(context, labelFor('update', changed, kind), ops);
};

/**
 * Removes records with what belongs to them (a unit's subordinates, a participant's units and movements, the dependencies
 * of an activity or movement); other records let go of them in the same step.
 * @returns NOTHING_TO_CHANGE, RECORD_MISSING or ANCHOR_REMOVE_UNDATED {what}.
 */
export const removeRecords = (context: CommandContext, kind: Kind, ids: readonly string[]): Result<StepDraft> => {
  const records = liveRecords(context, kind, ids);
  if (!records.ok) return records;
  if (records.value.length === 0) return fail('NOTHING_TO_CHANGE');
  const ops = removalOps(context.plan, kind, new Set(ids));
  return ops.ok ? draftOf(context, labelFor('remove', records.value, kind), ops.value) : ops;
};
