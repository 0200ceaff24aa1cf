/** What will move when an anchor moves: looked at before it is done. */
import { MINUTE, type EpochMs, formatInstant } from '../../time/instant.ts';
import { stepWhen } from '../../time/step.ts';
import type { When } from '../../time/when.ts';
import { endOf, linkTimes } from '../dependency/ends.ts';
import type { Dependency } from '../dependency/schema.ts';
import { type PlanState, find, live } from '../state.ts';
import { type Span, scheduledSpan, timeContextOf, timeResolver } from '../times.ts';
import { hangsOnAny, movingPoints } from './dependents.ts';

interface Moving {
  readonly id: string;
  readonly before: Span;
  readonly after: Span;
}

export interface AnchorPreview {
  /** What the anchor's own time becomes. */
  readonly at: When;
  /** Activities and movements whose bars will stand elsewhere. */
  readonly moving: readonly Moving[];
  /** Anchors that go along. */
  readonly anchors: readonly string[];
  /** Links that hold now and will not hold any more. */
  readonly broken: readonly string[];
}

type Spans = ReadonlyMap<string, Span>;

/** Whether a link is kept; true where one of its ends has no time. */
const holds = (link: Dependency, spanOf: (id: string) => Span | undefined): boolean => {
  const [before, after] = [spanOf(link.from), spanOf(link.to)];
  return before === undefined || after === undefined || !linkTimes(link, before, after).late;
};

/** The plan with an anchor at another time, for looking only. */
const withAnchor = (plan: PlanState, id: string, at: When): PlanState => {
  const anchor = plan.anchor.get(id);
  return anchor === undefined ? plan : { ...plan, anchor: new Map(plan.anchor).set(id, { ...anchor, at }) };
};

/**
 * Prepares looking at moves of one anchor: what hangs on it is gathered once, so that a pointer can be followed.
 * The function answers undefined for an anchor that is not there or stands nowhere.
 */
export const anchorPreviewer = (plan: PlanState, anchorId: string): ((to: EpochMs) => AnchorPreview | undefined) => {
  const anchor = find(plan, 'anchor', anchorId);
  const resolve = timeResolver(plan);
  const from = anchor === undefined ? undefined : resolve(anchor.at);
  if (anchor === undefined || from === undefined) return () => undefined;
  const points = movingPoints(plan, anchorId);
  const hanging = [...live(plan, 'activity'), ...live(plan, 'movement')].filter((each) => hangsOnAny(each, points));
  const before: Spans = new Map(
    hanging.flatMap((each): [string, Span][] => {
      const span = scheduledSpan(each, resolve);
      return span === undefined ? [] : [[each.id, span]];
    }),
  );
  const known = new Map<string, Span | undefined>();
  const now = (id: string): Span | undefined => {
    if (!known.has(id)) {
      const end = endOf(plan, id);
      known.set(id, end === undefined ? undefined : scheduledSpan(end, resolve));
    }
    return known.get(id);
  };
  const links = live(plan, 'dependency').filter((link) => before.has(link.from) || before.has(link.to));
  const holding = links.filter((link) => holds(link, now));
  const context = timeContextOf(plan, 'en', 0);
  const anchors = [...points].filter((id) => id !== anchorId && plan.anchor.has(id));
  return (to) => {
    const minutes = Math.round((to - from) / MINUTE);
    const moved = 'at' in anchor.at ? undefined : stepWhen(anchor.at, { unit: 'minute', n: minutes }, context);
    const at: When = moved?.ok === true ? moved.value : { at: formatInstant(from + minutes * MINUTE) };
    const then = timeResolver(withAnchor(plan, anchorId, at));
    const moving: Moving[] = [];
    const after = new Map<string, Span>();
    for (const each of hanging) {
      const [old, next] = [before.get(each.id), scheduledSpan(each, then)];
      if (old === undefined || next === undefined || (old.start === next.start && old.end === next.end)) continue;
      after.set(each.id, next);
      moving.push({ id: each.id, before: old, after: next });
    }
    const broken = holding.filter((link) => !holds(link, (id) => after.get(id) ?? now(id))).map(({ id }) => id);
    return { at, moving, anchors, broken };
  };
};
