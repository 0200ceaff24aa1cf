import { MINUTE } from '../../time/instant.ts';
import { collecting, each } from '../../work.ts';
import { live } from '../state.ts';
import { titleOf } from '../title.ts';
import type { TimedActivity } from './checkIndex.ts';
import type { Check } from './finding.ts';

/** ACT-002: an activity keeps its distance from what it waits for. */
export const dependencies: Check = function* ({ plan, activities }) {
  const byId = new Map<string, TimedActivity>();
  yield* each(activities, (timed) => void byId.set(timed.activity.id, timed));
  return yield* collecting(live(plan, 'dependency'), ({ id, from, to, type, lagMinutes }) => {
    const before = byId.get(from);
    const after = byId.get(to);
    if (before === undefined || after === undefined) return [];
    const left = type === 'FS' || type === 'FF' ? before.span.end : before.span.start;
    const right = type === 'FS' || type === 'SS' ? after.span.start : after.span.end;
    if (right >= left + lagMinutes * MINUTE) return [];
    const subjects = [
      { kind: 'activity' as const, id: to },
      { kind: 'dependency' as const, id },
    ];
    return [
      {
        code: 'ACT-002',
        severity: 'error' as const,
        subjects,
        params: { activity: titleOf(after.activity), before: titleOf(before.activity) },
      },
    ];
  });
};
