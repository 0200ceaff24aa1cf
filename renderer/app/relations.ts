import type { Kind, PlanRecord } from '#shared/plan/records.ts';
import { eachReference } from '#shared/plan/references.ts';
import { type PlanState, allRecords, recordOf } from '#shared/plan/state.ts';

export interface Relation {
  readonly record: PlanRecord;
  /** The field that names the other record: of ours when it points away, of theirs when it points here. */
  readonly field: string;
}

export interface Relations {
  readonly to: readonly Relation[];
  readonly from: readonly Relation[];
}

interface Named {
  readonly kind: Kind;
  readonly id: string;
}

/** Which live records these ones name, and which name them. A pass over the whole plan: only when it is looked at. */
export const relationsOf = (plan: PlanState, records: readonly Named[]): Relations => {
  const own = new Set(records.map(({ id }) => id));
  const to = new Map<string, Relation>();
  for (const { kind, id } of records) {
    const record = recordOf(plan, kind, id);
    if (record === undefined) continue;
    eachReference(record, (field, target, other) => {
      const found = recordOf(plan, target, other);
      if (found !== undefined && found.deleted !== true) to.set(`${field} ${other}`, { record: found, field });
    });
  }
  const from = new Map<string, Relation>();
  for (const record of allRecords(plan)) {
    if (record.deleted === true) continue;
    eachReference(record, (field, _target, other) => {
      if (own.has(other)) from.set(`${field} ${record.id}`, { record, field });
    });
  }
  return { to: [...to.values()], from: [...from.values()] };
};
