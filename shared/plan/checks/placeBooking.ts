import { each } from '../../work.ts';
import { titleOf } from '../title.ts';
import type { TimedActivity } from './checkIndex.ts';
import type { Check, Finding } from './finding.ts';

const uses = ({ activity }: TimedActivity): boolean =>
  activity.state !== 'cancelled' && activity.type !== 'phase' && activity.minutes > 0;

/** LOC-003: a place that takes one activity at a time (a range, a berth) has no two. */
export const placeBooking: Check = function* ({ activities, locationOf }) {
  const found: Finding[] = [];
  const latestAt = new Map<string, TimedActivity>();
  yield* each(activities, (next) => {
    const location = locationOf(next.activity.location);
    if (location?.exclusive !== true || !uses(next)) return;
    const latest = latestAt.get(location.id);
    if (latest !== undefined && next.span.start < latest.span.end)
      found.push({
        code: 'LOC-003',
        severity: 'warning',
        subjects: [
          { kind: 'activity', id: next.activity.id },
          { kind: 'activity', id: latest.activity.id },
          { kind: 'location', id: location.id },
        ],
        params: { location: location.name, first: titleOf(latest.activity), second: titleOf(next.activity) },
      });
    if (latest === undefined || next.span.end > latest.span.end) latestAt.set(location.id, next);
  });
  return found;
};
