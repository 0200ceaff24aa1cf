/** The weeks of a month: which entry stands over which days, and at which height, so that none covers another. */
import { wrap } from '../measure.ts';
import type { Bar } from '../../timeline/bars.ts';

export const TEXT_SIZE = 2.3;
export const TEXT_LINE = 3;
export const STRIP = 1;
export const ENTRY_PAD = 0.8;
const ENTRY_GAP = 0.7;

/** An entry of the calendar in days counted from 1 January 1970, both included. */
export interface Entry {
  readonly bar: Bar;
  readonly first: number;
  readonly last: number;
  /** When it begins; not repeated in the weeks after. */
  readonly time: string;
  readonly title: string;
}

/** The part of an entry in one week. */
export interface Segment {
  readonly entry: Entry;
  /** Days of the week, 0 to 6. */
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
  readonly h: number;
  /** From the week's first line on; a page's height goes into it as often as pages were filled. */
  readonly y: number;
}

export interface Week {
  readonly monday: number;
  readonly segments: readonly Segment[];
  readonly height: number;
}

/** The first place from `at` on where `size` lies on one page. */
const fit = (at: number, size: number, page: number): number => {
  const start = Math.floor(at / page + 1e-6) * page;
  return at + size <= start + page + 1e-6 ? at : start + page;
};

/** @param dayWidth in millimetres. @param page height that one sheet has for entries. */
export const weekOf = (monday: number, entries: readonly Entry[], dayWidth: number, page: number): Week => {
  const tops = Array.from({ length: 7 }, () => 0);
  let height = 0;
  const segments = entries
    .filter(({ first, last }) => first <= monday + 6 && last >= monday)
    .map((entry) => ({ entry, from: Math.max(0, entry.first - monday), to: Math.min(6, entry.last - monday) }))
    .toSorted(
      (a, b) =>
        a.from - b.from ||
        b.to - b.from - (a.to - a.from) ||
        a.entry.bar.start - b.entry.bar.start ||
        (a.entry.bar.id < b.entry.bar.id ? -1 : 1),
    )
    .map(({ entry, from, to }): Segment => {
      const text = entry.first < monday ? entry.title : `${entry.time}${entry.title}`;
      const lines = wrap(text, (to - from + 1) * dayWidth - 2 - 2 * ENTRY_PAD, TEXT_SIZE);
      const h = STRIP + lines.length * TEXT_LINE + ENTRY_PAD;
      const y = fit(Math.max(...tops.slice(from, to + 1)), h, page);
      for (let day = from; day <= to; day += 1) tops[day] = y + h + ENTRY_GAP;
      height = Math.max(height, y + h + ENTRY_GAP);
      return { entry, from, to, lines, h, y };
    });
  return { monday, segments, height };
};
