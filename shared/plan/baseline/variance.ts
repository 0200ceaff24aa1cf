/** How far the plan has moved from a baseline. */
import { type EpochMs, MINUTE, parseInstant } from '../../time/instant.ts';
import type { PlanState } from '../state.ts';
import type { Span } from '../times.ts';
import { spansOf } from './commands.ts';
import type { Baseline } from './schema.ts';

/** `new`: not in the baseline. `gone`: in the baseline, and deleted or without a time now. */
type VarianceState = 'same' | 'moved' | 'new' | 'gone';

export interface Variance {
  readonly id: string;
  readonly kind: 'activity' | 'movement';
  readonly state: VarianceState;
  readonly before: Span | undefined;
  readonly now: Span | undefined;
  /** Minutes by which start and end are later than in the baseline; negative: earlier; 0 where there is no pair. */
  readonly start: number;
  readonly end: number;
}

/** The spans of a baseline by id. */
export const baselineSpans = ({ times }: Baseline): ReadonlyMap<string, Span> => {
  const spans = new Map<string, Span>();
  for (const [id, start, minutes] of times) {
    const from = parseInstant(start);
    if (from.ok) spans.set(id, { start: from.value, end: from.value + minutes * MINUTE });
  }
  return spans;
};

const minutesLater = (now: EpochMs, before: EpochMs): number => Math.round((now - before) / MINUTE);

const varianceOf = (id: string, kind: Variance['kind'], before: Span | undefined, now: Span | undefined): Variance => {
  if (before === undefined || now === undefined)
    return { id, kind, before, now, state: before === undefined ? 'new' : 'gone', start: 0, end: 0 };
  const start = minutesLater(now.start, before.start);
  const end = minutesLater(now.end, before.end);
  return { id, kind, before, now, state: start === 0 && end === 0 ? 'same' : 'moved', start, end };
};

/**
 * Every activity and movement that stands in the plan or in the baseline, with how far it has moved. A line about a
 * record that is not in the plan at all (its owner never sent it) is left out: nothing can be said about it.
 */
export const variancesOf = (plan: PlanState, baseline: Baseline): readonly Variance[] => {
  const before = baselineSpans(baseline);
  const now = spansOf(plan);
  const found: Variance[] = [];
  for (const kind of ['activity', 'movement'] as const) {
    for (const id of plan[kind].keys()) {
      const [then, today] = [before.get(id), now.get(id)];
      if (then !== undefined || today !== undefined) found.push(varianceOf(id, kind, then, today));
    }
  }
  return found;
};

/** The same for one record; undefined when neither knows it. */
export const varianceIn = (
  kind: Variance['kind'],
  id: string,
  now: Span | undefined,
  baseline: Baseline,
): Variance | undefined => {
  const entry = baseline.times.find(([each]) => each === id);
  const before = entry === undefined ? undefined : baselineSpans({ ...baseline, times: [entry] }).get(id);
  return before === undefined && now === undefined ? undefined : varianceOf(id, kind, before, now);
};
