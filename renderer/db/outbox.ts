/** The outbox of the working database: steps that the vault has not confirmed, large ones in parts. */
import type { Op } from '#shared/plan/step.ts';
import type { Database, OutboxRow } from './database.ts';

/** Puts a step into the outbox; the operations of a large one come beside it, all of them or nothing. */
export const addToOutbox = async (
  db: Database,
  row: OutboxRow,
  parts: readonly string[] | undefined,
): Promise<void> => {
  await db.transaction('rw', db.outbox, db.outboxParts, async () => {
    if (parts === undefined) {
      await db.outbox.add(row);
      return;
    }
    for (const [part, ops] of parts.entries()) await db.outboxParts.put({ stepId: row.stepId, part, ops });
    await db.outbox.add({ ...row, step: { ...row.step, ops: [] }, parts: parts.length });
  });
};

/** Its records are here now as well. */
export const noLongerBehind = async (db: Database, stepId: string): Promise<void> => {
  await db.outbox
    .where('stepId')
    .equals(stepId)
    .modify((row: { behind?: true }) => {
      delete row.behind;
    });
};

/** Takes steps out again, with their parts. */
export const dropFromOutbox = async (db: Database, stepIds: readonly string[]): Promise<void> => {
  await db.outbox.where('stepId').anyOf(stepIds).delete();
  for (const stepId of stepIds)
    await db.outboxParts.where('[stepId+part]').between([stepId, 0], [stepId, Number.MAX_SAFE_INTEGER]).delete();
};

/** A row with its step whole. @throws when a part is missing, as after damage. */
export const wholeRow = async (db: Database, { parts, ...row }: OutboxRow): Promise<OutboxRow> => {
  if (parts === undefined) return row;
  const ops: Op[] = [];
  for (let part = 0; part < parts; part += 1) {
    const found = await db.outboxParts.get([row.stepId, part]);
    if (found === undefined) throw new Error(`part ${part} of the step ${row.stepId} is missing`);
    for (const op of JSON.parse(found.ops) as readonly Op[]) ops.push(op);
  }
  return { ...row, step: { ...row.step, ops } };
};
