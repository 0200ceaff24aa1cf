import type { When } from '../../time/when.ts';
import { MOVEMENT_DATES, type Movement } from '../movement/schema.ts';
import { KINDS, type PlanRecord } from '../records.ts';
import { eachReference } from '../references.ts';
import { isPlaceholder } from '../release/placeholder.ts';
import { find, live } from '../state.ts';
import { titleOf } from '../title.ts';
import type { Check, Finding } from './finding.ts';

/**
 * REF-001: what a record names is in the plan. A placeholder is no fault: its owner did not release what it stands for.
 */
export const references: Check = ({ plan }) => {
  const found: Finding[] = [];
  for (const kind of KINDS) {
    for (const record of live(plan, kind) as readonly PlanRecord[]) {
      eachReference(record, (_field, target, id) => {
        if (isPlaceholder(id) || find(plan, target, id) !== undefined) return;
        found.push({
          code: 'REF-001',
          severity: 'warning',
          subjects: [{ kind: record.kind, id: record.id }],
          params: { record: titleOf(record), kind: target },
        });
      });
    }
  }
  return found;
};

const timesOf = (movement: Movement): readonly When[] => [
  ...[...MOVEMENT_DATES, 'crd' as const].flatMap((field) => movement[field] ?? []),
  ...movement.legs.flatMap(({ depart, arrive }) => [depart, arrive]),
];

/** TIME-001: every time stands somewhere; an anchor without a date takes all that hangs on it out of the schedule. */
export const times: Check = ({ plan, resolve }) => {
  const timed: readonly (readonly [PlanRecord, readonly When[]])[] = [
    ...live(plan, 'anchor').map((anchor) => [anchor, [anchor.at]] as const),
    ...live(plan, 'activity').map((activity) => [activity, [activity.start]] as const),
    ...live(plan, 'movement').map((movement) => [movement, timesOf(movement)] as const),
  ];
  return timed.flatMap(([record, whens]) =>
    whens.some((when) => !('anchor' in when && isPlaceholder(when.anchor)) && resolve(when) === undefined)
      ? [
          {
            code: 'TIME-001',
            severity: 'error' as const,
            subjects: [{ kind: record.kind, id: record.id }],
            params: { record: titleOf(record) },
          },
        ]
      : [],
  );
};
