/** A person's own word about a marking or caveats: it settles what the plan retains of them. */
import type { PlanRecord } from '../records.ts';
import { withParts } from '../retained.ts';
import { type Fields, type Op, changeOp } from '../step.ts';

/**
 * As `changeOp`; where label or caveats are said, what is retained of them goes. It is said also where the value is the
 * one that stands, so that partners take it for a newer word too.
 */
export const ownWordOp = (record: PlanRecord, changes: Fields): Op | undefined => {
  const op = changeOp(record, changes);
  const { retained } = record;
  const settled = (['label', 'caveats'] as const).filter(
    (field) => field in changes && retained?.[field] !== undefined,
  );
  if (settled.length === 0) return op;
  const current: Fields = record;
  const before: Record<string, unknown> = { ...op?.before, retained };
  const after: Record<string, unknown> = { ...op?.after };
  for (const field of settled) {
    before[field] = current[field] ?? null;
    after[field] = changes[field] ?? null;
  }
  after['retained'] = withParts(retained, Object.fromEntries(settled.map((field) => [field, undefined]))) ?? null;
  return { kind: record.kind, id: record.id, before, after };
};
