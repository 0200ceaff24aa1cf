import { ok, type Result } from '../result.ts';
import { lookupOf, type TimeContext } from './context.ts';
import { hhmm } from './fields.ts';
import { DAY, formatInstant, MINUTE } from './instant.ts';
import { applyOffset, clockMs, resolveWhen, whenSchema, type Offset, type When } from './when.ts';
import { toWall } from './zone.ts';

/** How far an arrow key moves a time: elapsed minutes, or days on the calendar of the exercise's zone. */
export type Step = { readonly unit: 'minute' | 'day'; readonly n: number };

function stepDayOffset(offset: Extract<Offset, { unit: 'day' }>, step: Step, ownTime: string): Offset {
  if (step.unit === 'day') return { ...offset, n: offset.n + step.n };
  const wall = offset.n * DAY + clockMs(offset.time ?? ownTime) + step.n * MINUTE;
  return { unit: 'day', n: Math.floor(wall / DAY), time: hhmm(wall) };
}

/**
 * A when moved by a step; what hangs on an anchor or activity goes on hanging on it. At the end of what a time can be it stays.
 * Fails as `resolveWhen`, for a time that cannot be placed cannot be stepped.
 */
export function stepWhen(when: When, step: Step, context: TimeContext): Result<When> {
  const { zone } = context;
  const at = resolveWhen(when, lookupOf(context), zone);
  if (!at.ok) return at;
  let next: When;
  if ('at' in when) {
    next = { at: formatInstant(applyOffset(at.value, step, zone)) };
  } else if (when.offset.unit === 'minute') {
    const minutes = step.unit === 'day' ? step.n * (DAY / MINUTE) : step.n;
    next = { ...when, offset: { unit: 'minute', n: when.offset.n + minutes } };
  } else {
    next = { ...when, offset: stepDayOffset(when.offset, step, hhmm(toWall(zone, at.value))) };
  }
  return ok(whenSchema.safeParse(next).success ? next : when);
}
