import { ok, type Result } from '../result.ts';
import { lookupOf, type TimeContext } from './context.ts';
import { hhmm } from './fields.ts';
import { DAY, type EpochMs, formatInstant, MINUTE } from './instant.ts';
import { applyOffset, clockMs, resolveWhen, whenSchema, type LeadOffset, type When } from './when.ts';
import { nearestWorkday, type RestDays, USUAL_REST, workdaysBetween } from './workdays.ts';
import { toWall, type WallMs } from './zone.ts';

/** How far an arrow key moves a time: elapsed minutes, or days on the calendar of the exercise's zone. */
export type Step = { readonly unit: 'minute' | 'day'; readonly n: number };

type DayOffset = Exclude<LeadOffset, { unit: 'minute' }>;

/** Weeks stay weeks where they are whole ones. */
const daysAs = (unit: 'day' | 'week', days: number, time: string | undefined): LeadOffset => ({
  ...(unit === 'week' && days % 7 === 0 ? { unit, n: days / 7 } : { unit: 'day', n: days }),
  ...(time === undefined ? {} : { time }),
});

function stepDayOffset({ unit, n, time }: Exclude<DayOffset, { unit: 'workday' }>, step: Step, ownTime: string) {
  const days = unit === 'week' ? n * 7 : n;
  if (step.unit === 'day') return daysAs(unit, days + step.n, time);
  const wall = days * DAY + clockMs(time ?? ownTime) + step.n * MINUTE;
  return daysAs(unit, Math.floor(wall / DAY), hhmm(wall));
}

/** Working days that lead to the day stepped to; where that is none of work, to the next one in the step's direction. */
function stepWorkdays(time: string | undefined, step: Step, from: WallMs, at: WallMs, rest: RestDays): LeadOffset {
  const wall = at + step.n * (step.unit === 'day' ? DAY : MINUTE);
  const day = nearestWorkday(Math.floor(wall / DAY), step.n < 0 ? -1 : 1, rest);
  const n = workdaysBetween(Math.floor(from / DAY), day, rest);
  const clock = step.unit === 'day' ? time : hhmm(wall);
  return { unit: 'workday', n, ...(clock === undefined ? {} : { time: clock }) };
}

/** The offset of a lead time or of an anchor, a step further. @param at where it stands now. */
const steppedOffset = (when: Exclude<When, { at: unknown }>, step: Step, at: EpochMs, context: TimeContext) => {
  const { offset } = when;
  const { zone, rest } = context;
  switch (offset.unit) {
    case 'minute':
      return { unit: 'minute', n: offset.n + step.n * (step.unit === 'day' ? DAY / MINUTE : 1) } as const;
    case 'workday': {
      const base = resolveWhen({ ...when, offset: { unit: 'minute', n: 0 } }, lookupOf(context), context);
      const from = toWall(zone, base.ok ? base.value : at);
      return stepWorkdays(offset.time, step, from, toWall(zone, at), rest?.() ?? USUAL_REST);
    }
    default:
      return stepDayOffset(offset, step, hhmm(toWall(zone, at)));
  }
};

/**
 * A when moved by a step; what hangs on an anchor or activity goes on hanging on it. At the end of what a time can be it stays.
 * Fails as `resolveWhen`, for a time that cannot be placed cannot be stepped.
 */
export function stepWhen(when: When, step: Step, context: TimeContext): Result<When> {
  const at = resolveWhen(when, lookupOf(context), context);
  if (!at.ok) return at;
  const next =
    'at' in when
      ? { at: formatInstant(applyOffset(at.value, step, context.zone)) }
      : { ...when, offset: steppedOffset(when, step, at.value, context) };
  const parsed = whenSchema.safeParse(next);
  return ok(parsed.success ? parsed.data : when);
}
