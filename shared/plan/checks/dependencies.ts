import { collecting, each } from '../../work.ts';
import { endOf, linkTimes } from '../dependency/ends.ts';
import { live } from '../state.ts';
import { type Span, scheduledSpan } from '../times.ts';
import { titleOf } from '../title.ts';
import type { Check, Severity } from './finding.ts';

const ERROR: Severity = 'error';

/** ACT-002 and MOV-008: an activity, or a movement, keeps its distance from what it waits for. */
export const dependencies: Check = function* ({ plan, resolve, activities }) {
  const known = new Map<string, Span | undefined>();
  yield* each(activities, ({ activity, span }) => void known.set(activity.id, span));
  const spanOf = (id: string): Span | undefined => {
    const span = known.get(id);
    if (span !== undefined || known.has(id)) return span;
    const end = endOf(plan, id);
    const own = end && scheduledSpan(end, resolve);
    known.set(id, own);
    return own;
  };
  return yield* collecting(live(plan, 'dependency'), (link) => {
    const [first, second] = [spanOf(link.from), spanOf(link.to)];
    if (first === undefined || second === undefined || !linkTimes(link, first, second).late) return [];
    const [before, after] = [endOf(plan, link.from), endOf(plan, link.to)];
    if (before === undefined || after === undefined) return [];
    const { kind, id } = after;
    return [
      {
        code: kind === 'movement' ? 'MOV-008' : 'ACT-002',
        severity: ERROR,
        subjects: [
          { kind, id },
          { kind: 'dependency' as const, id: link.id },
        ],
        params: { [kind]: titleOf(after), before: titleOf(before) },
      },
    ];
  });
};
