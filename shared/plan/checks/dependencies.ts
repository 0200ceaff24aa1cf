import { collecting, each } from '../../work.ts';
import { type LinkEnd, endOf, linkTimes } from '../dependency/ends.ts';
import { live } from '../state.ts';
import { type Span, scheduledSpan } from '../times.ts';
import { titleOf } from '../title.ts';
import type { Check, Severity } from './finding.ts';

interface TimedEnd {
  readonly end: LinkEnd;
  readonly span: Span;
}

/** ACT-002 and MOV-008: an activity, or a movement, keeps its distance from what it waits for. */
export const dependencies: Check = function* ({ plan, resolve, activities }) {
  const known = new Map<string, TimedEnd | undefined>();
  yield* each(activities, ({ activity, span }) => void known.set(activity.id, { end: activity, span }));
  const timed = (id: string): TimedEnd | undefined => {
    if (known.has(id)) return known.get(id);
    const end = endOf(plan, id);
    const span = end && scheduledSpan(end, resolve);
    const found = end === undefined || span === undefined ? undefined : { end, span };
    known.set(id, found);
    return found;
  };
  return yield* collecting(live(plan, 'dependency'), (link) => {
    const before = timed(link.from);
    const after = timed(link.to);
    if (before === undefined || after === undefined || !linkTimes(link, before.span, after.span).late) return [];
    const { kind, id } = after.end;
    return [
      {
        code: kind === 'movement' ? 'MOV-008' : 'ACT-002',
        severity: 'error' satisfies Severity,
        subjects: [
          { kind, id },
          { kind: 'dependency' as const, id: link.id },
        ],
        params: { [kind]: titleOf(after.end), before: titleOf(before.end) },
      },
    ];
  });
};
