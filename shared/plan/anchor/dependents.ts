/** What hangs on an anchor: what moves when it moves. */
import type { Kind } from '../records.ts';
import { eachReference } from '../references.ts';
import { KINDS } from '../records.ts';
import { type PlanState, live } from '../state.ts';

/** The anchor itself and those that hang on it, directly or through others. */
export const movingAnchors = (plan: PlanState, anchorId: string): ReadonlySet<string> => {
  const moving = new Set([anchorId]);
  const anchors = live(plan, 'anchor');
  for (let grown = true; grown; ) {
    grown = false;
    for (const { id, at } of anchors) {
      if (!moving.has(id) && 'anchor' in at && moving.has(at.anchor)) {
        moving.add(id);
        grown = true;
      }
    }
  }
  return moving;
};

/** How many records of each kind hang on an anchor, directly or through other anchors. */
export const dependentsOf = (plan: PlanState, anchorId: string): ReadonlyMap<Kind, number> => {
  const moving = movingAnchors(plan, anchorId);
  const counts = new Map<Kind, number>();
  for (const kind of KINDS) {
    let count = 0;
    for (const record of live(plan, kind)) {
      let hangs = false;
      eachReference(record, (_field, target, id) => {
        if (target === 'anchor' && moving.has(id)) hangs = true;
      });
      if (hangs && record.id !== anchorId) count += 1;
    }
    if (count > 0) counts.set(kind, count);
  }
  return counts;
};
