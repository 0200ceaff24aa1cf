/** Draws the weeks of a month on one sheet. */
import type { Bar } from '../../timeline/bars.ts';
import { dayOfMonth, weekNumber, weekdayNames } from '../days.ts';
import { type Ink, drawStrip } from '../inks.ts';
import { INK, textAt, textWidth } from '../measure.ts';
import type { SheetItem } from '../sheet.ts';
import { fill, sheetWords } from '../words.ts';
import type { CalendarOptions } from './options.ts';
import { ENTRY_PAD, STRIP, type Segment, TEXT_LINE, TEXT_SIZE, type Week } from './weeks.ts';

export const TITLE_HEIGHT = 8;
export const HEADS_HEIGHT = 5;
/** Of the numbers of days above the entries of a week. */
export const DAY_LINE = 4.6;

const RULE = '#8b939c';
const WEEKEND = '#f0f1f4';
const GREY = '#767e88';

/** The part of a week on one sheet. */
export interface Slice {
  readonly week: Week;
  /** Heights of the entries that stand here. */
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

interface Month {
  readonly title: string;
  readonly slices: readonly Slice[];
  /** First day of the month, and the day after its last. */
  readonly first: number;
  readonly end: number;
  readonly top: number;
  readonly left: number;
  readonly weekColumn: number;
  readonly dayWidth: number;
  readonly options: CalendarOptions;
  readonly inkOf: (bar: Bar) => Ink;
  /** Days of the week that are shaded, 1 (Monday) to 7. */
  readonly weekend: readonly number[];
  /** What stands beside the number of a day; often nothing. */
  readonly besideDay: (day: number) => string;
}

const dayLeft = ({ left, weekColumn, dayWidth }: Month, day: number): number => left + weekColumn + day * dayWidth;

const drawHeads = (month: Month): readonly SheetItem[] => {
  const { title, top, left, dayWidth, options } = month;
  const base = top + TITLE_HEIGHT + HEADS_HEIGHT - 1.5;
  return [
    textAt(
      'row',
      left,
      top + TITLE_HEIGHT - 2.6,
      title.charAt(0).toLocaleUpperCase(options.language) + title.slice(1),
      {
        size: 5.4,
        bold: true,
        heading: 2,
      },
    ),
    ...weekdayNames(options.language).map((name, day) =>
      textAt('head', dayLeft(month, day) + dayWidth / 2, base, name, { size: 2.6, bold: true, anchor: 'middle' }),
    ),
  ];
};

const drawSegment = ({ entry, from, to, lines, h }: Segment, y: number, month: Month): readonly SheetItem[] => {
  const x = dayLeft(month, from) + 1;
  const w = (to - from + 1) * month.dayWidth - 2;
  const ink = month.inkOf(entry.bar);
  const dash = entry.bar.state === 'draft' ? { dash: '1 0.7' } : {};
  const texts = lines.map((text, index) =>
    textAt('bar', x + ENTRY_PAD, y + STRIP + (index + 1) * TEXT_LINE - 0.7, text, {
      size: TEXT_SIZE,
      of: entry.bar.id,
    }),
  );
  return [
    { is: 'rect', x, y, w, h, fill: ink.tint },
    ...drawStrip({ x, y, w, h: STRIP }, ink),
    { is: 'rect', x, y, w, h, stroke: ink.hue, line: 0.2, ...dash },
    ...texts,
    ...(entry.bar.state === 'cancelled'
      ? texts.map(({ x: x1, y: base, width, size }) => {
          const middle = base - size * 0.3;
          return { is: 'line' as const, x1, y1: middle, x2: x1 + width, y2: middle, stroke: INK, line: 0.25 };
        })
      : []),
  ];
};

/** Smaller where a long code would run into the number of its day. */
const besideStyle = (text: string, { dayWidth }: Month, fill: string) => {
  const size = 2.3 * Math.min(1, (dayWidth - 8) / textWidth(text, 2.3));
  return { size, anchor: 'end' as const, fill };
};

const drawGround = (month: Month, { week, height }: Slice, top: number): readonly SheetItem[] => {
  const { dayWidth, left, weekColumn, options } = month;
  const right = dayLeft(month, 7);
  return [
    ...month.weekend.map((day) => ({
      is: 'rect' as const,
      x: dayLeft(month, day - 1),
      y: top,
      w: dayWidth,
      h: height,
      fill: WEEKEND,
    })),
    { is: 'line', x1: left, y1: top, x2: right, y2: top, stroke: INK, line: 0.25 },
    ...Array.from({ length: 8 }, (_, day) => {
      const x = dayLeft(month, day);
      return { is: 'line' as const, x1: x, y1: top, x2: x, y2: top + height, stroke: RULE, line: 0.15 };
    }),
    textAt(
      'note',
      left + weekColumn - 1.5,
      top + 3.4,
      fill(sheetWords(options.language).calendar.week, { number: weekNumber(week.monday) }),
      {
        size: 2.3,
        anchor: 'end',
        fill: GREY,
      },
    ),
    ...Array.from({ length: 7 }, (_, index) => {
      const day = week.monday + index;
      const inside = day >= month.first && day < month.end;
      const beside = month.besideDay(day);
      const fill = inside ? INK : GREY;
      return [
        textAt('note', dayLeft(month, index) + 1, top + 3.6, String(dayOfMonth(day)), { size: 3, bold: inside, fill }),
        ...(beside === ''
          ? []
          : [textAt('note', dayLeft(month, index + 1) - 1, top + 3.6, beside, besideStyle(beside, month, fill))]),
      ];
    }).flat(),
  ];
};

/** @returns everything of the month's part on one sheet, below `top`. */
export const drawMonth = (month: Month): readonly SheetItem[] => {
  let top = month.top + TITLE_HEIGHT + HEADS_HEIGHT;
  const items: SheetItem[] = [...drawHeads(month)];
  for (const slice of month.slices) {
    items.push(...drawGround(month, slice, top));
    for (const segment of slice.week.segments) {
      if (segment.y < slice.from - 1e-6 || segment.y >= slice.to - 1e-6) continue;
      items.push(...drawSegment(segment, top + DAY_LINE + segment.y - slice.from, month));
    }
    top += slice.height;
  }
  items.push({ is: 'line', x1: month.left, y1: top, x2: dayLeft(month, 7), y2: top, stroke: INK, line: 0.25 });
  return items;
};
