/** What a page draws of many entries: as many as can be read, so that thousands of others do not hold the window up. */
import type { PageDays } from './days.ts';
import type { CalendarEntry } from './entries.ts';

export interface Thinned {
  readonly entries: readonly CalendarEntry[];
  /** What is not handed to the calendar; lists have it. */
  readonly left: readonly CalendarEntry[];
}

const split = (entries: readonly CalendarEntry[], keeps: (entry: CalendarEntry) => boolean): Thinned => {
  const [kept, left]: [CalendarEntry[], CalendarEntry[]] = [[], []];
  for (const entry of entries) (keeps(entry) ? kept : left).push(entry);
  return { entries: kept, left };
};

/**
 * Leaves out of the hours what would make more than `most` stand beside each other in one column: strips of a few pixels
 * say nothing. Conferences are kept before other kinds.
 */
export const thinnedHours = (entries: readonly CalendarEntry[], most: number): Thinned => {
  const ends = new Map<string, number[]>();
  const kept = new Set<CalendarEntry>();
  const order = entries.filter(({ allDay }) => !allDay);
  for (const wanted of [true, false]) {
    for (const entry of order) {
      if ((entry.bar.type === 'conference') !== wanted) continue;
      const column = entry.resource ?? '';
      const lanes = ends.get(column) ?? [];
      const free = lanes.findIndex((end) => end <= entry.bar.start);
      if (free < 0 && lanes.length >= most && !wanted) continue;
      if (free < 0) lanes.push(entry.bar.end);
      else lanes[free] = entry.bar.end;
      ends.set(column, lanes);
      kept.add(entry);
    }
    // Conferences are few: they take no room from the others.
    if (wanted) ends.clear();
  }
  return split(entries, (entry) => entry.allDay || kept.has(entry));
};

/**
 * Leaves out of a month what a day has no room for: of each day the first `most`, longer ones before shorter ones, in
 * which order the calendar stacks them too.
 */
export const thinnedDays = (entries: readonly CalendarEntry[], days: PageDays, most: number): Thinned => {
  if (entries.length <= most) return { entries, left: [] };
  const placed = entries.map((entry) => {
    const [first, last] = days.of(entry);
    return { entry, first, last };
  });
  placed.sort(
    (a, b) =>
      a.first - b.first ||
      b.last - b.first - (a.last - a.first) ||
      Number(b.entry.allDay) - Number(a.entry.allDay) ||
      a.entry.bar.start - b.entry.bar.start,
  );
  const counts: number[] = Array.from({ length: days.count }, () => 0);
  const kept = new Set<CalendarEntry>();
  for (const { entry, first, last } of placed) {
    let full = true;
    for (let day = first; day <= last && full; day += 1) full = (counts[day] ?? 0) >= most;
    if (full) continue;
    for (let day = first; day <= last; day += 1) counts[day] = (counts[day] ?? 0) + 1;
    kept.add(entry);
  }
  return split(entries, (entry) => kept.has(entry));
};

/** Entries that a day of a month has room for on any screen; the calendar itself draws fewer. */
export const MOST_OF_A_DAY = 24;
/** Pixels in which the title of an entry can be read, running down it; and how many such lanes the eye still tells apart. */
const LANE = 26;
const MOST_LANES = { week: 6, day: 24 } as const;
/** What the scale of the hours takes. */
const SCALE = 50;

/**
 * How many entries can be read beside each other in a column of the hours.
 * @param room pixels of the whole view; 0 while they are not known.
 * @param columns days, times what stands side by side in each.
 */
export const lanesFor = (view: 'week' | 'day', room: number, columns: number): number => {
  const width = (room - SCALE) / Math.max(1, columns);
  return Math.max(2, Math.min(MOST_LANES[view], Math.floor(width / LANE)));
};
