import { endOf } from '#shared/plan/dependency/ends.ts';
import type { Dependency } from '#shared/plan/dependency/schema.ts';
import type { Kind, PlanRecord } from '#shared/plan/records.ts';
import { eachReference } from '#shared/plan/references.ts';
import { type PlanState, allRecords, recordOf } from '#shared/plan/state.ts';

export interface Relation {
  readonly record: PlanRecord;
  /** The field that names the other record: of ours when it points away, of theirs when it points here. */
  readonly field: string;
  /** The dependency by which the two hang together, where it is one. */
  readonly link?: Dependency;
}

export interface Relations {
  readonly to: readonly Relation[];
  readonly from: readonly Relation[];
}

interface Named {
  readonly kind: Kind;
  readonly id: string;
}

interface Found {
  readonly to: Map<string, Relation>;
  readonly from: Map<string, Relation>;
}

const take = (into: Map<string, Relation>, relation: Relation): void =>
  void into.set(`${relation.link?.id ?? relation.field} ${relation.record.id}`, relation);

/** What waits points to what comes first; the link between them is no more than how. */
const takeLink = ({ to, from }: Found, plan: PlanState, link: Dependency, own: ReadonlySet<string>): void => {
  const [before, after] = [endOf(plan, link.from), endOf(plan, link.to)];
  if (own.has(link.to) && before !== undefined) take(to, { record: before, field: 'from', link });
  if (own.has(link.from) && after !== undefined) take(from, { record: after, field: 'to', link });
};

/** Which live records these ones name, and which name them. A pass over the whole plan: only when it is looked at. */
export const relationsOf = (plan: PlanState, records: readonly Named[]): Relations => {
  const own = new Set(records.map(({ id }) => id));
  const found: Found = { to: new Map(), from: new Map() };
  for (const { kind, id } of records) {
    const record = recordOf(plan, kind, id);
    if (record === undefined) continue;
    eachReference(record, (field, targets, other) => {
      for (const target of targets) {
        const named = recordOf(plan, target, other);
        if (named !== undefined && named.deleted !== true) take(found.to, { record: named, field });
      }
    });
  }
  for (const record of allRecords(plan)) {
    if (record.deleted === true) continue;
    if (record.kind === 'dependency') {
      takeLink(found, plan, record, own);
      continue;
    }
    eachReference(record, (field, _targets, other) => {
      if (own.has(other)) take(found.from, { record, field });
    });
  }
  return { to: [...found.to.values()], from: [...found.from.values()] };
};
