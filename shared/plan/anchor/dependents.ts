/** What hangs on an anchor: what moves when it moves. */
import { hangsOn } from '../../time/when.ts';
import type { Kind, PlanRecord } from '../records.ts';
import { NESTED, REFERENCES, eachReference } from '../references.ts';
import { KINDS } from '../records.ts';
import { type PlanState, live } from '../state.ts';

/** The fields that hold times, under the names by which references are visited. */
const TIMES: ReadonlySet<string> = new Set(
  [
    ...Object.values(REFERENCES).flat(),
    ...Object.values(NESTED).flatMap(({ field, references }) =>
      references.map((one) => ({ ...one, field: `${field}.${one.field}` })),
    ),
  ]
    .filter(({ form }) => form === 'when')
    .map(({ field }) => field),
);

/** Whether a time of a record hangs on one of these anchors or activities. */
export const hangsOnAny = (record: PlanRecord, moving: ReadonlySet<string>): boolean => {
  let hangs = false;
  eachReference(record, (field, _targets, id) => {
    // An activity's phase and a dependency's ends name activities too, but do not move with them.
    if (moving.has(id) && TIMES.has(field)) hangs = true;
  });
  return hangs;
};

/** The anchor itself, and the anchors and activities that hang on it, directly or through others. */
export const movingPoints = (plan: PlanState, anchorId: string): ReadonlySet<string> => {
  const moving = new Set([anchorId]);
  const hanging = [
    ...live(plan, 'anchor').map(({ id, at }) => ({ id, on: hangsOn(at) })),
    ...live(plan, 'activity').map(({ id, start }) => ({ id, on: hangsOn(start) })),
  ].filter(({ on }) => on !== undefined);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { id, on } of hanging) {
      if (!moving.has(id) && on !== undefined && moving.has(on)) {
        moving.add(id);
        grown = true;
      }
    }
  }
  return moving;
};

/** How many records of each kind hang on an anchor, directly or through other anchors and activities. */
export const dependentsOf = (plan: PlanState, anchorId: string): ReadonlyMap<Kind, number> => {
  const moving = movingPoints(plan, anchorId);
  const counts = new Map<Kind, number>();
  for (const kind of KINDS) {
    let count = 0;
    for (const record of live(plan, kind)) {
      if (record.id !== anchorId && hangsOnAny(record, moving)) count += 1;
    }
    if (count > 0) counts.set(kind, count);
  }
  return counts;
};
