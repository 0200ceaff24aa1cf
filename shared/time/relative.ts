import { fail, ok, type Result } from '../result.ts';
import { CLOCK, readClock } from './absolute.ts';
import { datedAnchors, type Anchor, type TimeContext } from './context.ts';
import { monthNumber, pad2, timeOfDay, toNumber } from './fields.ts';
import { DAY, HOUR, MINUTE } from './instant.ts';
import { applyOffset, MAX_OFFSET_DAYS, MAX_OFFSET_MINUTES, type Offset, type When } from './when.ts';
import { toWall } from './zone.ts';

/** French planners write J for D-day; J means that only where no anchor is called J. */
function anchorByCode(code: string, anchors: readonly Anchor[]): Anchor | undefined {
  const find = (wanted: string): Anchor | undefined => anchors.find((anchor) => anchor.code === wanted);
  return find(code) ?? (code === 'J' ? find('D') : undefined);
}

const signed = (sign: string | undefined, size: number): number => (sign === '-' && size !== 0 ? -size : size);

function inMinutes(n: number): Result<Offset> {
  return Math.abs(n) <= MAX_OFFSET_MINUTES ? ok({ unit: 'minute', n }) : fail('TIME_OFFSET', { days: MAX_OFFSET_DAYS });
}

const HOURS = /^([+-]) ?(\d+) ?(?:H|HRS?|HOURS?|HEURES?) ?(?:(\d{1,2}) ?(?:M|MIN|MINUTES?)?)?$/;
const MINUTES = /^([+-]) ?(\d+) ?(?:M|MIN|MINUTES?)$/;
const COLON = /^([+-]) ?(\d+):(\d{2})$/;
/** `H+0130`: four digits behind an hour are hours and minutes. */
const FOUR_DIGITS = /^([+-]) ?(\d{2})(\d{2})$/;

/** Elapsed time behind an anchor: `+90m`, `+2h`, `+1h30`, `+1:30`, and `+2` behind an hour. */
function elapsed(rest: string, anchor: Anchor): Result<Offset> | undefined {
  const short = anchor.counts === 'hour' ? (FOUR_DIGITS.exec(rest) ?? /^([+-]) ?(\d+)$/.exec(rest)) : null;
  const found = HOURS.exec(rest) ?? COLON.exec(rest) ?? short;
  if (found) {
    const [, sign, hours, minutes] = found;
    if (toNumber(minutes) > 59) return fail('TIME_MINUTE', { minute: toNumber(minutes) });
    return inMinutes(signed(sign, toNumber(hours) * 60 + toNumber(minutes)));
  }
  const [, sign, minutes] = MINUTES.exec(rest) ?? [];
  return minutes === undefined ? undefined : inMinutes(signed(sign, toNumber(minutes)));
}

const DAYS = new RegExp(
  String.raw`^(?:([+-]) ?(\d+) ?(D|DAYS?|J|JOURS?|W|WEEKS?|SEM|SEMAINES?)?)?(?:(?:^| )(${CLOCK}) ?([A-Z])?)?$`,
);

/** Calendar days behind an anchor, with or without a time of day: nothing, `+3`, `-30d`, `-2 0600`, `+2w`. */
function calendarDays(rest: string, anchor: Anchor, { zone }: TimeContext): Result<Offset> | undefined {
  const found = DAYS.exec(rest);
  if (!found) return undefined;
  const [, sign, size, unit = '', clock, letter] = found;
  if (anchor.counts === 'hour' && unit === '' && size !== undefined) return undefined;
  const n = signed(sign, toNumber(size) * (/^[WS]/.test(unit) ? 7 : 1));
  if (Math.abs(n) > MAX_OFFSET_DAYS) return fail('TIME_OFFSET', { days: MAX_OFFSET_DAYS });
  if (clock === undefined) return ok({ unit: 'day', n });
  if (letter !== undefined && !(letter === 'Z' && zone === 'UTC')) return fail('TIME_ANCHOR_LETTER', { letter, zone });
  const { hour, minute, second } = readClock(clock);
  const time = timeOfDay(hour, minute, second);
  if (!time.ok) return time;
  return ok({ unit: 'day', n, time: pad2(hour) + pad2(minute) });
}

const PAIR = /^([A-Z][A-Z0-9]*) ?(?:([+-]) ?(\d{1,4}))? ([A-Z][A-Z0-9]*) ?([+-]) ?(\d{1,3})(?: M ?([+-]) ?(\d{1,3}))?$/;

/**
 * `J+1 H+2`, `J+1 H+2 M-5`: so many days after D-day, counted from H-hour. It is clear only while H-hour falls on D-day,
 * and hangs on H-hour from then on.
 */
function dayAndHour(text: string, context: TimeContext): Result<When> | undefined {
  const [, dayCode = '', daySign, days, hourCode = '', hourSign, hours, minuteSign, minutes] = PAIR.exec(text) ?? [];
  const day = anchorByCode(dayCode, context.anchors);
  const hour = anchorByCode(hourCode, context.anchors);
  if (day?.counts !== 'day' || hour?.counts !== 'hour') return undefined;
  const dated = datedAnchors(context);
  const dayMs = dated.find(({ anchor }) => anchor === day)?.ms;
  const hourMs = dated.find(({ anchor }) => anchor === hour)?.ms;
  const dayNumber = (ms: number): number => Math.floor(toWall(context.zone, ms) / DAY);
  if (dayMs === undefined || hourMs === undefined || dayNumber(dayMs) !== dayNumber(hourMs)) {
    return fail('TIME_ANCHOR_PAIR', { day: day.code, hour: hour.code });
  }
  const sameHour = applyOffset(hourMs, { unit: 'day', n: signed(daySign, toNumber(days)) }, context.zone);
  const shift = signed(hourSign, toNumber(hours)) * HOUR + signed(minuteSign, toNumber(minutes)) * MINUTE;
  const offset = inMinutes(Math.round((sameHour + shift - hourMs) / MINUTE));
  return offset.ok ? ok({ anchor: hour.id, offset: offset.value }) : offset;
}

const CODE = /^([A-Z][A-Z0-9]*)(?:-(?:DAY|HOUR)(?![A-Z]))?(?= |[+-]|$) ?/;

/**
 * Reads a time that hangs on an anchor: `C+3`, `D-2 0600`, `STARTEX+90m`, `H+1h30`, `J-1`, `J+1 H+2`.
 * `text` is upper case, unaccented, single-spaced. Undefined where the text does not begin with a code at all.
 */
export function parseRelative(text: string, context: TimeContext): Result<When> | undefined {
  const found = CODE.exec(text);
  if (!found) return undefined;
  const [head, code = ''] = found;
  const anchor = anchorByCode(code, context.anchors);
  if (!anchor) {
    if (monthNumber(code).ok) return fail('TIME_UNREADABLE', { text });
    const known = context.anchors.map((each) => each.code).join(', ');
    return fail('TIME_ANCHOR_UNKNOWN', { code, known: known === '' ? '—' : known });
  }
  const pair = dayAndHour(text, context);
  if (pair) return pair;
  const rest = text.slice(head.length);
  const atAnchor: Result<Offset> | undefined =
    rest === '' && anchor.counts === 'hour' ? ok({ unit: 'minute', n: 0 }) : undefined;
  const offset = atAnchor ?? elapsed(rest, anchor) ?? calendarDays(rest, anchor, context);
  if (!offset) return fail('TIME_UNREADABLE', { text });
  return offset.ok ? ok({ anchor: anchor.id, offset: offset.value }) : offset;
}
