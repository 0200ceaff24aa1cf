import { hangsOn, type When } from '../../time/when.ts';
import type { Activity } from '../activity/schema.ts';
import { collecting, each } from '../../work.ts';
import { MOVEMENT_DATES, type Movement } from '../movement/schema.ts';
import type { PlanRecord } from '../records.ts';
import { eachReference } from '../references.ts';
import { isPlaceholder } from '../release/placeholder.ts';
import { type PlanState, allRecords, find, live } from '../state.ts';
import { titleIn } from '../dependency/ends.ts';
import { titleOf } from '../title.ts';
import type { Check, Finding } from './finding.ts';

/**
 * REF-001: what a record names is in the plan. A placeholder is no fault: its owner did not release what it stands for.
 */
export const references: Check = function* ({ plan }) {
  const found: Finding[] = [];
  yield* each(allRecords(plan), (record) => {
    if (record.deleted === true) return;
    eachReference(record, (_field, targets, id) => {
      if (isPlaceholder(id) || targets.some((target) => find(plan, target, id) !== undefined)) return;
      found.push({
        code: 'REF-001',
        severity: 'warning',
        subjects: [{ kind: record.kind, id: record.id }],
        params: { record: titleIn(plan, record), kind: targets.length > 1 ? 'end' : (targets[0] ?? '') },
      });
    });
  });
  return found;
};

const timesOf = (movement: Movement): readonly When[] => [
  ...[...MOVEMENT_DATES, 'crd' as const].flatMap((field) => movement[field] ?? []),
  ...movement.legs.flatMap(({ depart, arrive }) => [depart, arrive]),
];

/** What is not scheduled has no time, and what counts from it has none yet either: no faults, but work to do. */
const startOf = (plan: PlanState, { start }: Activity): readonly When[] => {
  const seen = new Set<string>();
  for (let here = start; here === undefined || 'activity' in here; ) {
    if (here === undefined) return [];
    const before = find(plan, 'activity', here.activity);
    // A missing one and a ring stand nowhere, and that is a fault.
    if (before === undefined || seen.has(before.id)) break;
    seen.add(before.id);
    here = before.start;
  }
  return start === undefined ? [] : [start];
};

/** TIME-001: every time stands somewhere; an anchor without a date takes all that hangs on it out of the schedule. */
export const times: Check = function* ({ plan, resolve }) {
  const faultsOf = (record: PlanRecord, whens: readonly When[]): readonly Finding[] =>
    whens.some((when) => !isPlaceholder(hangsOn(when) ?? '') && resolve(when) === undefined)
      ? [
          {
            code: 'TIME-001',
            severity: 'error',
            subjects: [{ kind: record.kind, id: record.id }],
            params: { record: titleOf(record) },
          },
        ]
      : [];
  const anchors = yield* collecting(live(plan, 'anchor'), (anchor) => faultsOf(anchor, [anchor.at]));
  const activities = yield* collecting(live(plan, 'activity'), (activity) =>
    faultsOf(activity, startOf(plan, activity)),
  );
  const movements = yield* collecting(live(plan, 'movement'), (movement) => faultsOf(movement, timesOf(movement)));
  return [...anchors, ...activities, ...movements];
};
