/** The full plan beside what leaves of it, record by record. */
import { titleIn } from '../dependency/ends.ts';
import { KINDS, type PlanRecord } from '../records.ts';
import { type PlanState, live, mapOf } from '../state.ts';
import type { HeldReason, Selection } from './select.ts';

export interface ReleaseRow {
  readonly record: PlanRecord;
  readonly title: string;
  /** As the recipient gets it; undefined for what stays here. */
  readonly leaves: PlanRecord | undefined;
  /** How many fields are left out or have a placeholder. */
  readonly changes: number;
  /** Why it stays; FOREIGN for another owner's record, which is not ours to send. */
  readonly stays: HeldReason | 'FOREIGN' | undefined;
}

export type ReleaseFilter = 'any' | 'goes' | 'changed' | 'held';

/** Every live record of the plan with what becomes of it; deleted ones that leave as bare tombstones are not shown. */
export const releaseRows = (plan: PlanState, { sections, held, replaced, withheld }: Selection): ReleaseRow[] => {
  const leaving = new Map(sections.flatMap(({ records }) => records.map((record) => [record.id, record])));
  const reasons = new Map(held.map(({ id, reason }) => [id, reason]));
  const changes = new Map<string, number>();
  for (const { id } of [...replaced, ...withheld]) changes.set(id, (changes.get(id) ?? 0) + 1);
  return KINDS.filter((kind) => mapOf(plan, kind).size > 0).flatMap((kind) =>
    (live(plan, kind) as readonly PlanRecord[]).map((record) => {
      const leaves = leaving.get(record.id);
      return {
        record,
        title: titleIn(plan, record),
        leaves,
        changes: changes.get(record.id) ?? 0,
        stays: leaves === undefined ? (reasons.get(record.id) ?? 'FOREIGN') : undefined,
      };
    }),
  );
};

/** Whether a row is of the wanted sort; another owner's record is neither sent nor held back by us. */
export const fitsFilter = ({ leaves, changes, stays }: ReleaseRow, filter: ReleaseFilter): boolean => {
  switch (filter) {
    case 'any':
      return true;
    case 'goes':
      return leaves !== undefined;
    case 'changed':
      return changes > 0;
    case 'held':
      return stays !== undefined && stays !== 'FOREIGN';
  }
};
