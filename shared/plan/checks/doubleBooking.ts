import { each } from '../../work.ts';
import { find } from '../state.ts';
import { titleOf } from '../title.ts';
import type { TimedActivity } from './checkIndex.ts';
import type { Check, Finding } from './finding.ts';

/** Phases and the like last for weeks and bind nobody; what has a place of its own does. */
const binds = ({ activity }: TimedActivity): boolean =>
  activity.type !== 'phase' && activity.location !== undefined && activity.minutes > 0;

/** ACT-001: a unit is at one place at a time. */
export const doubleBooking: Check = function* ({ plan, byUnit }) {
  const found: Finding[] = [];
  yield* each(byUnit, ([unitId, own]) => {
    const unit = find(plan, 'unit', unitId);
    if (unit === undefined) return;
    const binding = own.filter(binds);
    let latest: TimedActivity | undefined;
    for (const next of binding) {
      if (
        latest !== undefined &&
        next.span.start < latest.span.end &&
        next.activity.location !== latest.activity.location
      ) {
        found.push({
          code: 'ACT-001',
          severity: 'error',
          subjects: [latest, next].map(({ activity }) => ({ kind: 'activity' as const, id: activity.id })),
          params: { unit: unit.name, first: titleOf(latest.activity), second: titleOf(next.activity) },
        });
      }
      if (latest === undefined || next.span.end > latest.span.end) latest = next;
    }
  });
  return found;
};
