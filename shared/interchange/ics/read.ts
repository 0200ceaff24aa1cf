/** What an iCalendar file holds that a schedule can take: one item for each occurrence, and why the rest is left out. */
import { type PlanState, exerciseOf } from '../../plan/state.ts';
import { type Result, ok } from '../../result.ts';
import { DAY, type EpochMs, HOUR, MINUTE, SECOND, inRange, parseInstant } from '../../time/instant.ts';
import { type WallMs, type Zone, isZone, toWall } from '../../time/zone.ts';
import { type IcsBlock, type IcsLine, firstLine, readBlocks, textOf } from './lines.ts';
import { expand, readRule } from './recur.ts';
import { type IcsTime, type WallClock, clockOf, readTime, zoneClock } from './zone.ts';

/** Why an entry was left out, and what was changed on the way; words for both under `interchange.ics`. */
export type IcsSkip =
  | 'noTitle'
  | 'noStart'
  | 'badTime'
  | 'zoneUnknown'
  | 'badRule'
  | 'outside'
  | 'tooLong'
  | 'tooMany'
  | 'noParent';
export type IcsNote = 'floating' | 'zoneByName' | 'cut' | 'unreadable' | 'textCut' | 'noUid' | 'expanded';

export interface IcsItem {
  /** Names the occurrence in every edition of the file. */
  readonly key: string;
  readonly line: number;
  readonly title: string;
  /** Undefined for a task without a date. */
  readonly start: EpochMs | undefined;
  readonly minutes: number;
  readonly block: IcsBlock;
  readonly notes: readonly IcsNote[];
}

interface IcsLeftOut {
  readonly line: number;
  readonly title: string;
  readonly reason: IcsSkip;
}

export interface IcsModel {
  readonly items: readonly IcsItem[];
  readonly leftOut: readonly IcsLeftOut[];
  /** Components that no schedule has (alarms aside): journals, free and busy times. */
  readonly others: number;
}

export interface IcsOptions {
  /** The exercise's zone: that of days, and of times without a zone. */
  readonly zone: Zone;
  /** Between these, rules are expanded and entries taken. */
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** The exercise with two years on either side; without a start, two years around now. */
export const boundsOf = (plan: PlanState, now: EpochMs): IcsOptions => {
  const exercise = exerciseOf(plan);
  const instant = (text: string | undefined): EpochMs => {
    const read = text === undefined ? undefined : parseInstant(text);
    return read?.ok === true ? read.value : now;
  };
  return {
    zone: exercise?.zone ?? 'UTC',
    from: instant(exercise?.start) - 2 * 366 * DAY,
    to: instant(exercise?.end ?? exercise?.start) + 2 * 366 * DAY,
  };
};

/** Occurrences of one rule, and items of one file. */
const MAX_OCCURRENCES = 1_000;
const MAX_ITEMS = 20_000;
/** Days that the rules of one file may look at together: a few seconds of work at the most. */
const BUDGET = 1_000_000;
export const MAX_MINUTES = 60 * 24 * 366 * 5;

interface Reading {
  readonly options: IcsOptions;
  readonly clocks: Map<string, WallClock | undefined>;
  readonly zones: ReadonlyMap<string, IcsBlock>;
  readonly budget: { days: number };
}

type Found<T> = { readonly value: T; readonly notes: readonly IcsNote[] } | { readonly reason: IcsSkip };

/** The clock that a line's times stand on. A zone that the file describes counts before one of the same name of ours. */
const clockFor = (reading: Reading, line: IcsLine, time: IcsTime): Found<WallClock> => {
  const own = zoneClock(reading.options.zone);
  if (time.isUtc) return { value: zoneClock('UTC'), notes: [] };
  if (time.isDate) return { value: own, notes: [] };
  const id = line.params['TZID'];
  if (id === undefined) return { value: own, notes: ['floating'] };
  if (!reading.clocks.has(id)) {
    const block = reading.zones.get(id);
    reading.clocks.set(id, block === undefined ? undefined : clockOf(block, reading.budget));
  }
  const clock = reading.clocks.get(id);
  if (clock !== undefined) return { value: clock, notes: [] };
  const name = id.replace(/^\/(?:[^/]+\/){0,2}(?=[A-Z][A-Za-z]+\/)/, '');
  return isZone(name) ? { value: zoneClock(name), notes: ['zoneByName'] } : { reason: 'zoneUnknown' };
};

const DURATION = /^([+-])?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Days of a duration are days on the calendar; the rest is elapsed time. */
const durationOf = (text: string): { readonly days: number; readonly ms: number } | undefined => {
  const [all, sign, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = DURATION.exec(text.trim()) ?? [];
  if (all === undefined || sign === '-') return undefined;
  return {
    days: Number(weeks) * 7 + Number(days),
    ms: Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND,
  };
};

interface Timing {
  readonly start: IcsTime;
  readonly clock: WallClock;
  /** The end of an occurrence that begins at a wall clock reading. */
  readonly endOf: (wall: WallMs) => EpochMs;
  readonly notes: readonly IcsNote[];
}

const timingOf = (reading: Reading, block: IcsBlock): Found<Timing | undefined> => {
  const due = firstLine(block, 'DUE');
  const line = firstLine(block, 'DTSTART') ?? due;
  if (line === undefined) return block.name === 'VTODO' ? { value: undefined, notes: [] } : { reason: 'noStart' };
  const start = readTime(line.value);
  if (start === undefined) return { reason: 'badTime' };
  const clock = clockFor(reading, line, start);
  if ('reason' in clock) return clock;
  const at = clock.value;
  const timing = (endOf: Timing['endOf'], notes: readonly IcsNote[] = []): Found<Timing> => ({
    value: { start, clock: at, endOf, notes: [...clock.notes, ...notes] },
    notes: [],
  });
  const endLine = firstLine(block, 'DTEND') ?? (line === due ? undefined : due);
  const end = endLine === undefined ? undefined : readTime(endLine.value);
  if (endLine !== undefined && end === undefined) return { reason: 'badTime' };
  if (endLine !== undefined && end !== undefined) {
    const endClock = clockFor(reading, endLine, end);
    if ('reason' in endClock) return endClock;
    if (start.isDate) return timing((wall) => at(wall + Math.max(DAY, end.wall - start.wall)));
    const length = endClock.value(end.wall) - at(start.wall);
    return timing((wall) => at(wall) + Math.max(0, length), endClock.notes);
  }
  const duration = durationOf(firstLine(block, 'DURATION')?.value ?? '');
  if (duration !== undefined) return timing((wall) => at(wall + duration.days * DAY) + duration.ms);
  return timing((wall) => at(start.isDate && block.name === 'VEVENT' ? wall + DAY : wall));
};

/** Every time of lines such as RDATE and EXDATE, as the wall clock of the entry shows it. */
const wallsOf = (reading: Reading, block: IcsBlock, name: string, { start, clock }: Timing): readonly WallMs[] =>
  block.lines
    .filter((line) => line.name === name)
    .flatMap((line) =>
      line.value
        .split(',')
        .slice(0, MAX_OCCURRENCES)
        .flatMap((text) => {
          const time = readTime(text.split('/')[0] ?? '');
          if (time === undefined) return [];
          if (time.isDate && !start.isDate) return [time.wall + (start.wall % DAY)];
          const other = clockFor(reading, line, time);
          if ('reason' in other || time.isDate) return [time.wall];
          // The same instant on this entry's own clock: found from near it, for clocks differ by less than a day.
          const instant = other.value(time.wall);
          const guess = time.wall + (instant - clock(time.wall));
          return [guess + (instant - clock(guess))];
        }),
    );

interface Occurrences {
  readonly walls: readonly WallMs[];
  readonly notes: readonly IcsNote[];
}

const occurrencesOf = (reading: Reading, block: IcsBlock, timing: Timing): Found<Occurrences> => {
  const { start, clock } = timing;
  const { from, to, zone } = reading.options;
  const rules = block.lines.filter(({ name }) => name === 'RRULE');
  const walls = new Set<WallMs>([start.wall]);
  const notes = new Set<IcsNote>();
  for (const line of rules.slice(0, 4)) {
    const rule = readRule(line.value);
    if (rule === undefined) return { reason: 'badRule' };
    const until = rule.until === undefined ? undefined : readTime(rule.until);
    if (rule.until !== undefined && until === undefined) return { reason: 'badRule' };
    let last = Number.POSITIVE_INFINITY;
    if (until?.isUtc === true) last = until.wall + (start.wall - clock(start.wall)) + DAY;
    else if (until !== undefined) last = until.isDate ? until.wall + DAY - 1 : until.wall;
    const expanded = expand(rule, start.wall, {
      from: toWall(zone, from) - DAY,
      to: toWall(zone, to) + DAY,
      until: last,
      limit: MAX_OCCURRENCES,
      budget: reading.budget,
    });
    // An end in UTC is held against instants: the distance of the wall clock may be another by then.
    for (const wall of expanded.walls) if (until?.isUtc !== true || clock(wall) <= until.wall) walls.add(wall);
    if (expanded.cut) notes.add('cut');
    notes.add('expanded');
  }
  for (const wall of wallsOf(reading, block, 'RDATE', timing)) walls.add(wall);
  for (const wall of wallsOf(reading, block, 'EXDATE', timing)) walls.delete(wall);
  return { value: { walls: [...walls].sort((a, b) => a - b), notes: [...notes] }, notes: [] };
};

const titleOf = (block: IcsBlock): string =>
  textOf(firstLine(block, 'SUMMARY'))
    .replaceAll(/[^\P{Cc}]/gu, ' ')
    .trim();

/** Leaves room for the occurrence behind it in an identifier of 300 characters. */
const UID = 270;

/** A component without an identifier is known by what it says. */
const uidOf = (block: IcsBlock): string => {
  const uid = textOf(firstLine(block, 'UID')).trim();
  return (uid === '' ? `${titleOf(block)} ${firstLine(block, 'DTSTART')?.value ?? ''}` : uid).slice(0, UID);
};

interface Series {
  readonly main: IcsBlock | undefined;
  /** Changed occurrences by the wall clock reading that they stand for. */
  readonly changed: readonly IcsBlock[];
}

const seriesOf = (blocks: readonly IcsBlock[]): ReadonlyMap<string, Series> => {
  const found = new Map<string, { main: IcsBlock | undefined; changed: IcsBlock[] }>();
  for (const block of blocks) {
    const uid = uidOf(block);
    const series = found.get(uid) ?? { main: undefined, changed: [] };
    found.set(uid, series);
    if (firstLine(block, 'RECURRENCE-ID') !== undefined) series.changed.push(block);
    // The later edition of the same entry counts.
    else series.main = block;
  }
  return found;
};

const notesOf = (block: IcsBlock): readonly IcsNote[] => [
  ...(block.unreadable.length > 0 ? (['unreadable'] as const) : []),
  ...(titleOf(block).length > 200 ? (['textCut'] as const) : []),
  ...(firstLine(block, 'UID') === undefined ? (['noUid'] as const) : []),
];

interface Gathering {
  readonly items: IcsItem[];
  readonly leftOut: IcsLeftOut[];
}

const takeOne = (
  reading: Reading,
  block: IcsBlock,
  key: string,
  timing: Timing | undefined,
  wall: WallMs,
  notes: readonly IcsNote[],
  into: Gathering,
): void => {
  const title = titleOf(block);
  const leave = (reason: IcsSkip): void => void into.leftOut.push({ line: block.line, title, reason });
  if (title === '') return leave('noTitle');
  if (into.items.length >= MAX_ITEMS) return leave('tooMany');
  const all = [...new Set([...notesOf(block), ...(timing?.notes ?? []), ...notes])];
  const base = { key, line: block.line, title: title.slice(0, 200), block, notes: all };
  if (timing === undefined) return void into.items.push({ ...base, start: undefined, minutes: 60 });
  const start = timing.clock(wall);
  const minutes = Math.round((timing.endOf(wall) - start) / MINUTE);
  if (!inRange(start) || start < reading.options.from || start > reading.options.to) return leave('outside');
  if (minutes > MAX_MINUTES) return leave('tooLong');
  into.items.push({ ...base, start: Math.floor(start / SECOND) * SECOND, minutes });
};

const takeSeries = (reading: Reading, uid: string, { main, changed }: Series, into: Gathering): void => {
  const taken = new Set<WallMs>();
  const mainTiming = main === undefined ? undefined : timingOf(reading, main);
  for (const block of changed) {
    const title = titleOf(block);
    const timing = timingOf(reading, block);
    if ('reason' in timing || timing.value === undefined) {
      into.leftOut.push({ line: block.line, title, reason: 'reason' in timing ? timing.reason : 'noStart' });
      continue;
    }
    const frame = mainTiming !== undefined && 'value' in mainTiming ? mainTiming.value : undefined;
    const [stands] = wallsOf(reading, block, 'RECURRENCE-ID', frame ?? timing.value);
    if (stands === undefined) {
      into.leftOut.push({ line: block.line, title, reason: 'noParent' });
      continue;
    }
    taken.add(stands);
    takeOne(reading, block, `${uid}#${stands}`, timing.value, timing.value.start.wall, [], into);
  }
  if (main === undefined || mainTiming === undefined) return;
  if ('reason' in mainTiming) {
    into.leftOut.push({ line: main.line, title: titleOf(main), reason: mainTiming.reason });
    return;
  }
  const timing = mainTiming.value;
  if (timing === undefined) return takeOne(reading, main, uid, undefined, 0, [], into);
  const occurrences = occurrencesOf(reading, main, timing);
  if ('reason' in occurrences) {
    into.leftOut.push({ line: main.line, title: titleOf(main), reason: occurrences.reason });
    return;
  }
  const { walls, notes } = occurrences.value;
  const repeated = walls.length > 1 || notes.includes('expanded') || changed.length > 0;
  for (const wall of walls) {
    if (taken.has(wall)) continue;
    takeOne(reading, main, repeated ? `${uid}#${wall}` : uid, timing, wall, notes, into);
  }
};

/**
 * Reads a file. Entries that are wrong are left out one by one; the file is refused only where its frame is broken.
 * @returns the failures of `readBlocks`.
 */
export const readIcs = (text: string, options: IcsOptions): Result<IcsModel> => {
  const calendars = readBlocks(text);
  if (!calendars.ok) return calendars;
  const into: Gathering = { items: [], leftOut: [] };
  let others = 0;
  for (const calendar of calendars.value) {
    const zones = new Map<string, IcsBlock>();
    for (const block of calendar.blocks)
      if (block.name === 'VTIMEZONE') zones.set(firstLine(block, 'TZID')?.value.trim() ?? '', block);
    const reading: Reading = { options, clocks: new Map(), zones, budget: { days: BUDGET } };
    const taken = calendar.blocks.filter(({ name }) => name === 'VEVENT' || name === 'VTODO');
    others += calendar.blocks.length - taken.length - zones.size;
    for (const [uid, series] of seriesOf(taken)) takeSeries(reading, uid, series, into);
  }
  into.items.sort((a, b) => a.line - b.line || (a.start ?? 0) - (b.start ?? 0));
  return ok({ ...into, others: Math.max(0, others) });
};
