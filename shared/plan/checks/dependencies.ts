import { MINUTE } from '../../time/instant.ts';
import { live } from '../state.ts';
import { titleOf } from '../title.ts';
import type { Check } from './finding.ts';

/** ACT-002: an activity keeps its distance from what it waits for. */
export const dependencies: Check = ({ plan, activities }) => {
  const byId = new Map(activities.map((timed) => [timed.activity.id, timed]));
  return live(plan, 'dependency').flatMap(({ id, from, to, type, lagMinutes }) => {
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
