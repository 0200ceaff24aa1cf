import { datedAnchors, lookupOf, type Anchor, type TimeContext } from './context.ts';
import { formatDtg, formatDtgIn } from './dtg.ts';
import { hhmm } from './fields.ts';
import { DAY, HOUR, MINUTE, parseInstant, type EpochMs } from './instant.ts';
import { applyOffset, MAX_OFFSET_DAYS, resolveWhen, type Offset, type When } from './when.ts';
import { localLabel, offsetAt, offsetLabel, toWall, type WallMs, type Zone } from './zone.ts';

/** The one switch of the application: Zulu date-time groups, local time of the place, or distance from an anchor. */
export type TimeMode = 'dtg' | 'local' | 'anchor';

/** One time in every reading, for tooltips and prints. */
export interface Readings {
  /** `121400ZJUN27` */
  readonly dtg: string;
  /** The group with the letter of the place: `121700CJUN27`; where there is none, Zulu with the offset beside it. */
  readonly localDtg: string;
  /** `12 Jun 2027 17:00 (Tallinn +03:00)` */
  readonly local: string;
  /** `STARTEX-3d 0600`; undefined while no anchor has a date. */
  readonly anchor: string | undefined;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formats wall clock readings; the zone is UTC because the reading is already the wall's. */
function wallFormat(locale: string, part: 'date' | 'time'): Intl.DateTimeFormat {
  const key = `${locale} ${part}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    timeZone: 'UTC',
    ...(part === 'date'
      ? ({ day: 'numeric', month: 'short', year: 'numeric' } as const)
      : ({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const)),
  });
  formats.set(key, format);
  return format;
}

const localDate = (wall: WallMs, locale: string): string => wallFormat(locale, 'date').format(wall);
const localTime = (wall: WallMs, locale: string): string => wallFormat(locale, 'time').format(wall);
const zoneOf = (context: TimeContext): Zone => context.placeZone ?? context.zone;

function localText(ms: EpochMs, context: TimeContext, mark: string): string {
  const wall = toWall(zoneOf(context), ms);
  return `${localDate(wall, context.locale)} ${localTime(wall, context.locale)} ${mark}`;
}

/** Days stand bare behind a letter that counts days (`C+3`) and with their unit elsewhere (`STARTEX-3d`, `H+1d`). */
const dayUnit = ({ code, counts }: Anchor): string => (counts === 'day' && code.length === 1 ? '' : 'd');

function minutesText(n: number, anchor: Anchor): string {
  const size = Math.abs(n);
  const hours = Math.floor(size / 60);
  const minutes = size % 60;
  if (minutes !== 0) return hours === 0 ? `${minutes}m` : `${hours}h${String(minutes).padStart(2, '0')}`;
  // Four digits behind an hour would be read as hours and minutes.
  return anchor.counts === 'hour' && hours < 1000 ? String(hours) : `${hours}h`;
}

/** An offset behind its anchor as `parseWhen` reads it back: `C+3`, `D-2 0600`, `STARTEX-30d`, `H+1h30`. */
function formatOffset(anchor: Anchor, offset: Offset): string {
  const sign = offset.n < 0 ? '-' : '+';
  if (offset.unit === 'minute') return `${anchor.code}${sign}${minutesText(offset.n, anchor)}`;
  const time = offset.time === undefined ? '' : ` ${offset.time}`;
  return `${anchor.code}${sign}${Math.abs(offset.n)}${dayUnit(anchor)}${time}`;
}

/** An hour is the measure within two days around it; further off the days are. */
const HOUR_REACH = 2 * DAY;

function nearestAnchor(ms: EpochMs, context: TimeContext): { anchor: Anchor; ms: EpochMs } | undefined {
  const byDistance = datedAnchors(context).toSorted((a, b) => Math.abs(a.ms - ms) - Math.abs(b.ms - ms));
  const [first] = byDistance;
  if (first?.anchor.counts !== 'hour' || Math.abs(ms - first.ms) <= HOUR_REACH) return first;
  return byDistance.find(({ anchor }) => anchor.counts === 'day') ?? first;
}

/**
 * A time as distance from the nearest anchor, in a form that `parseWhen` reads back to the same minute.
 * Undefined while no anchor has a date, or none lies within ten years. Parts of a minute are cut off.
 */
export function anchorReading(ms: EpochMs, context: TimeContext): string | undefined {
  const nearest = nearestAnchor(ms, context);
  if (!nearest || Math.abs(ms - nearest.ms) > (MAX_OFFSET_DAYS - 1) * DAY) return undefined;
  const { anchor } = nearest;
  const minute = Math.floor(ms / MINUTE) * MINUTE;
  const elapsed: Offset = { unit: 'minute', n: Math.floor((ms - nearest.ms) / MINUTE) };
  if (anchor.counts === 'hour' && Math.abs(ms - nearest.ms) <= HOUR_REACH) return formatOffset(anchor, elapsed);
  const wall = toWall(context.zone, minute);
  const days = Math.floor(wall / DAY) - Math.floor(toWall(context.zone, nearest.ms) / DAY);
  const calendar: Offset = { unit: 'day', n: days, time: hhmm(wall) };
  // The second of two equal readings, when clocks go back, has no calendar form of its own.
  return formatOffset(anchor, applyOffset(nearest.ms, calendar, context.zone) === minute ? calendar : elapsed);
}

/** A time in the chosen reading. In the anchor reading a time without any dated anchor is shown as a group. */
export function formatTime(ms: EpochMs, mode: TimeMode, context: TimeContext): string {
  if (mode === 'local') return localText(ms, context, offsetLabel(offsetAt(zoneOf(context), ms)));
  return (mode === 'anchor' ? anchorReading(ms, context) : undefined) ?? formatDtg(ms);
}

/** A span in the chosen reading; a local span within one day names the day once. */
export function formatSpan(start: EpochMs, end: EpochMs, mode: TimeMode, context: TimeContext): string {
  const zone = zoneOf(context);
  const [from, to] = [toWall(zone, start), toWall(zone, end)];
  const oneDay = Math.floor(from / DAY) === Math.floor(to / DAY) && offsetAt(zone, start) === offsetAt(zone, end);
  if (mode !== 'local' || !oneDay) return `${formatTime(start, mode, context)} – ${formatTime(end, mode, context)}`;
  const { locale } = context;
  return `${localDate(from, locale)} ${localTime(from, locale)}–${localTime(to, locale)} ${offsetLabel(offsetAt(zone, start))}`;
}

/** Every reading of a time. */
export function allReadings(ms: EpochMs, context: TimeContext): Readings {
  const zone = zoneOf(context);
  return {
    dtg: formatDtg(ms),
    localDtg: formatDtgIn(ms, zone),
    local: localText(ms, context, `(${localLabel(zone, ms)})`),
    anchor: anchorReading(ms, context),
  };
}

/**
 * A when as its planner meant it, in the form that `parseWhen` reads back: a group, or its anchor and offset; a lead time
 * as the group at which it stands, for activities have no codes to be typed. Undefined where its anchor is not among the context's, or its instant is none.
 */
export function formatWhen(when: When, context: TimeContext): string | undefined {
  if ('at' in when) {
    const at = parseInstant(when.at);
    return at.ok ? formatDtg(at.value) : undefined;
  }
  if ('activity' in when) {
    const at = resolveWhen(when, lookupOf(context), context);
    return at.ok ? formatDtg(at.value) : undefined;
  }
  const anchor = context.anchors.find(({ id }) => id === when.anchor);
  return anchor && formatOffset(anchor, when.offset);
}

/** A duration in days, hours and minutes, in the unit signs of a language, as `readDuration` reads it back: `3d 4h 30m`, `3j 4h 30min`. */
export function formatDuration(ms: number, locale: string): string {
  const size = Math.abs(ms);
  const parts = [
    ['day', Math.floor(size / DAY)],
    ['hour', Math.floor((size % DAY) / HOUR)],
    ['minute', Math.floor((size % HOUR) / MINUTE)],
  ] as const;
  const shown = parts.filter(([, n]) => n > 0);
  const text = (shown.length > 0 ? shown : parts.slice(2))
    .map(([unit, n]) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow', useGrouping: false }).format(n),
    )
    .join(' ');
  return ms < 0 && shown.length > 0 ? `−${text}` : text;
}
