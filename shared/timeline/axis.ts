/**
 * The time axis: from a zoom of years to one of minutes, ticks stand on the calendar of the chosen zone, and every
 * label is one that planners read without thinking: `121400Z` needs no legend.
 */
import type { Day } from 'date-fns';
import { enGB, fr } from 'date-fns/locale';
import { type EpochMs, DAY, HOUR, MINUTE } from '../time/instant.ts';
import { USUAL_WEEKEND } from '../time/workdays.ts';
import { type Zone, fromWall, toWall } from '../time/zone.ts';
import type { Span } from '../plan/times.ts';

type Unit = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'minute';

interface Scale {
  readonly unit: Unit;
  readonly step: number;
}

export interface Tick {
  readonly at: EpochMs;
  readonly label: string;
}

export interface Axis {
  /** The coarse scale above: months over days, days over hours. */
  readonly major: readonly Tick[];
  readonly minor: readonly Tick[];
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** Approximate length of one step, to choose by; ticks themselves follow the calendar. */
const LENGTH: Readonly<Record<Unit, number>> = {
  year: 365 * DAY,
  quarter: 91 * DAY,
  month: 30 * DAY,
  week: 7 * DAY,
  day: DAY,
  hour: HOUR,
  minute: MINUTE,
};

/** Minor scale, the width a label of it needs (pixels), and the major scale above it; the finest first. */
const LADDER: readonly { readonly minor: Scale; readonly room: number; readonly major: Scale }[] = [
  { minor: { unit: 'minute', step: 1 }, room: 36, major: { unit: 'hour', step: 1 } },
  { minor: { unit: 'minute', step: 5 }, room: 36, major: { unit: 'hour', step: 1 } },
  { minor: { unit: 'minute', step: 15 }, room: 36, major: { unit: 'hour', step: 1 } },
  { minor: { unit: 'minute', step: 30 }, room: 36, major: { unit: 'day', step: 1 } },
  { minor: { unit: 'hour', step: 1 }, room: 36, major: { unit: 'day', step: 1 } },
  { minor: { unit: 'hour', step: 3 }, room: 36, major: { unit: 'day', step: 1 } },
  { minor: { unit: 'hour', step: 6 }, room: 34, major: { unit: 'day', step: 1 } },
  { minor: { unit: 'hour', step: 12 }, room: 34, major: { unit: 'day', step: 1 } },
  { minor: { unit: 'day', step: 1 }, room: 22, major: { unit: 'month', step: 1 } },
  { minor: { unit: 'week', step: 1 }, room: 24, major: { unit: 'month', step: 1 } },
  { minor: { unit: 'month', step: 1 }, room: 32, major: { unit: 'year', step: 1 } },
  { minor: { unit: 'quarter', step: 1 }, room: 28, major: { unit: 'year', step: 1 } },
  { minor: { unit: 'year', step: 1 }, room: 34, major: { unit: 'year', step: 10 } },
  { minor: { unit: 'year', step: 10 }, room: 1, major: { unit: 'year', step: 100 } },
];

const pad = (value: number): string => String(value).padStart(2, '0');

/** Wall clock of the last tick at or before a wall clock. */
const floorWall = (wall: number, { unit, step }: Scale): number => {
  const date = new Date(wall);
  const year = date.getUTCFullYear();
  switch (unit) {
    case 'year':
      return Date.UTC(Math.floor(year / step) * step, 0, 1);
    case 'quarter':
      return Date.UTC(year, Math.floor(date.getUTCMonth() / 3) * 3, 1);
    case 'month':
      return Date.UTC(year, date.getUTCMonth(), 1);
    case 'week': {
      const day = Math.floor(wall / DAY) * DAY;
      return day - ((new Date(day).getUTCDay() + 6) % 7) * DAY;
    }
    default: {
      const length = LENGTH[unit] * step;
      return Math.floor(wall / length) * length;
    }
  }
};

const nextWall = (wall: number, { unit, step }: Scale): number => {
  const date = new Date(wall);
  const months = unit === 'year' ? 12 * step : unit === 'quarter' ? 3 : unit === 'month' ? step : 0;
  return months === 0 ? wall + LENGTH[unit] * step : Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
};

const labelOf = (wall: number, { unit, step }: Scale, major: boolean): string => {
  const date = new Date(wall);
  const year = date.getUTCFullYear();
  const month = MONTHS[date.getUTCMonth()] ?? '';
  switch (unit) {
    case 'year':
      return step === 1 ? String(year) : `${year}–${year + step - 1}`;
    case 'quarter':
      return `Q${Math.floor(date.getUTCMonth() / 3) + 1}`;
    case 'month':
      return major ? `${month} ${year}` : month;
    case 'week':
      return `${pad(date.getUTCDate())}`;
    case 'day':
      return major ? `${pad(date.getUTCDate())} ${month} ${year}` : pad(date.getUTCDate());
    default:
      return major
        ? `${pad(date.getUTCDate())} ${month} ${pad(date.getUTCHours())}00`
        : `${pad(date.getUTCHours())}${pad(date.getUTCMinutes())}`;
  }
};

/** Ticks of whole days and more: each stands where its day begins. */
const dated = (span: Span, scale: Scale, zone: Zone): readonly EpochMs[] => {
  const found: EpochMs[] = [];
  const end = toWall(zone, span.end);
  for (let wall = floorWall(toWall(zone, span.start), scale); wall <= end; wall = nextWall(wall, scale))
    found.push(fromWall(zone, wall));
  return found;
};

/** The next tick of a clock: a step later, and on the reading that belongs there where the clock was changed meanwhile. */
const nextTimed = (at: EpochMs, length: number, zone: Zone): EpochMs => {
  const next = at + length;
  const over = toWall(zone, next) % length;
  if (over === 0) return next;
  const moved = over < length / 2 ? next - over : next + length - over;
  // A reading that the clock skips has no tick; the one after it does.
  return moved > at && toWall(zone, moved) % length === 0 ? moved : next;
};

/** Ticks of a clock, in time that passes: hours that are skipped have none, those that come twice have theirs twice. */
const timed = (span: Span, { unit, step }: Scale, zone: Zone): readonly EpochMs[] => {
  const found: EpochMs[] = [];
  const length = LENGTH[unit] * step;
  let at = fromWall(zone, floorWall(toWall(zone, span.start), { unit, step }));
  for (; at <= span.end; at = nextTimed(at, length, zone)) found.push(at);
  return found;
};

const ticks = (span: Span, scale: Scale, zone: Zone, major: boolean): readonly Tick[] => {
  const found = scale.unit === 'hour' || scale.unit === 'minute' ? timed : dated;
  return found(span, scale, zone).map((at) => ({ at, label: labelOf(toWall(zone, at), scale, major) }));
};

/**
 * Two scales of ticks over a span, the minor one as fine as its labels have room for.
 * The first tick of each may lie before the span, so that a label that began earlier can stick to the edge.
 * @param msPerPixel the zoom.
 * @param zone whose calendar the ticks stand on: `UTC` for Zulu, else the exercise's.
 */
export const axisOf = (span: Span, msPerPixel: number, zone: Zone): Axis => {
  const fits =
    LADDER.find(({ minor, room }) => (LENGTH[minor.unit] * minor.step) / msPerPixel >= room) ?? LADDER.at(-1);
  if (fits === undefined) return { major: [], minor: [] };
  return { major: ticks(span, fits.major, zone, true), minor: ticks(span, fits.minor, zone, false) };
};

/** Ticks of two or three scales, the coarsest first. */
export type Scales = readonly (readonly Tick[])[];

/** The scale that gives two others their date, where they do not say it themselves. */
const contextOf = (major: Scale): Scale | undefined => {
  if (major.unit === 'hour') return { unit: 'day', step: 1 };
  if (major.unit === 'day') return { unit: 'month', step: 1 };
  return major.unit === 'month' ? { unit: 'year', step: 1 } : undefined;
};

/** `SAT`, `SAM`: a table of the library, for the browser's own takes as long to wake up as all bars to draw. */
const weekday = (wall: number, locale: string): string => {
  const { localize } = locale.startsWith('fr') ? fr : enGB;
  return localize
    .day(new Date(wall).getUTCDay() as Day, { width: 'abbreviated' })
    .replace('.', '')
    .toUpperCase();
};

/** A middle scale leaves to the one above what that says: `12 SAT` under `JUN 2027`, `1400` under `12 JUN 2027`. */
const middleLabel = (wall: number, scale: Scale, locale: string): string => {
  const date = new Date(wall);
  if (scale.unit === 'day') return `${pad(date.getUTCDate())} ${weekday(wall, locale)}`;
  if (scale.unit === 'hour') return `${pad(date.getUTCHours())}00`;
  return labelOf(wall, scale, false);
};

/**
 * The scales over a span: the two of `axisOf`, and above them a third where the coarser does not name its date in full.
 * @param locale of the names of weekdays; months are those of date-time groups.
 */
export const scalesOf = (span: Span, msPerPixel: number, zone: Zone, locale: string): Scales => {
  const fits =
    LADDER.find(({ minor, room }) => (LENGTH[minor.unit] * minor.step) / msPerPixel >= room) ?? LADDER.at(-1);
  if (fits === undefined) return [];
  const minor = ticks(span, fits.minor, zone, false);
  const context = contextOf(fits.major);
  if (context === undefined) return [ticks(span, fits.major, zone, true), minor];
  const middle = ticks(span, fits.major, zone, false).map(({ at }) => ({
    at,
    label: middleLabel(toWall(zone, at), fits.major, locale),
  }));
  return [ticks(span, context, zone, true), middle, minor];
};

/** Days of rest that follow each other, as the first one and the one after the last; from 1 for Monday. */
const runsOf = (weekend: readonly number[]): readonly (readonly [from: number, to: number])[] => {
  const runs: [number, number][] = [];
  for (const day of weekend.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.[1] === day) last[1] = day + 1;
    else runs.push([day, day + 1]);
  }
  return runs;
};

/** Half-open spans of the days of rest of each week in a zone, for shading; none when days are too narrow to tell. */
export const weekendsOf = (
  span: Span,
  msPerPixel: number,
  zone: Zone,
  weekend: readonly number[] = USUAL_WEEKEND,
): readonly Span[] => {
  if (DAY / msPerPixel < 3) return [];
  const runs = runsOf(weekend);
  return ticks(span, { unit: 'week', step: 1 }, zone, false).flatMap(({ at }) => {
    const sunday = toWall(zone, at) - DAY;
    return runs.map(([from, to]) => ({
      start: fromWall(zone, sunday + from * DAY),
      end: fromWall(zone, sunday + to * DAY),
    }));
  });
};
