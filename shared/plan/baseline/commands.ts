import { type Result, fail } from '../../result.ts';
import { type EpochMs, MINUTE, formatInstant } from '../../time/instant.ts';
import type { CommandContext } from '../command.ts';
import { createRecord } from '../commands.ts';
import { type PlanState, live } from '../state.ts';
import type { StepDraft } from '../step.ts';
import { type Span, activitySpan, movementSpan, timeResolver } from '../times.ts';
import { MAX_ENTRIES, type BaselineEntry } from './schema.ts';

/** Where every live activity and movement of a plan stands; what stands nowhere is left out. */
export const spansOf = (plan: PlanState): ReadonlyMap<string, Span> => {
  const resolve = timeResolver(plan);
  const spans = new Map<string, Span>();
  for (const activity of live(plan, 'activity')) {
    const span = activitySpan(activity, resolve);
    if (span !== undefined) spans.set(activity.id, span);
  }
  for (const movement of live(plan, 'movement')) {
    const span = movementSpan(movement, resolve);
    if (span !== undefined) spans.set(movement.id, span);
  }
  return spans;
};

/**
 * Keeps the times of the plan as they are, under a name.
 * @param at when it is taken.
 * @returns BASELINE_EMPTY when nothing of the plan has a time, BASELINE_LIMIT {limit} when more has one than it holds.
 */
export const takeBaseline = (context: CommandContext, name: string, at: EpochMs): Result<StepDraft> => {
  const times: BaselineEntry[] = [...spansOf(context.plan)]
    .map(([id, { start, end }]): BaselineEntry => [id, formatInstant(start), Math.round((end - start) / MINUTE)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (times.length === 0) return fail('BASELINE_EMPTY');
  if (times.length > MAX_ENTRIES) return fail('BASELINE_LIMIT', { limit: MAX_ENTRIES });
  return createRecord(context, 'baseline', { name, takenAt: formatInstant(at), times });
};
