/** Months on paper: a week a row, entries over their days, as high as their words need. */
import { type PlanState, exerciseOf, find, live } from '../../plan/state.ts';
import { timeResolver } from '../../plan/times.ts';
import { type Result, fail } from '../../result.ts';
import { hhmm } from '../../time/fields.ts';
import { DAY, type EpochMs } from '../../time/instant.ts';
import { offsetLetter } from '../../time/dtg.ts';
import { type Zone, fromWall, offsetAt, toWall } from '../../time/zone.ts';
import { USUAL_WEEKEND } from '../../time/workdays.ts';
import type { Bar } from '../../timeline/bars.ts';
import { type Body, type Print, assemble, tooManySheets } from '../assemble.ts';
import { MAX_SHEETS, type Stamp, windowOf } from '../base.ts';
import { barRecords, unplacedNote } from '../content.ts';
import { dayLabel, monthEnd, monthTitle, monthsBetween, weekNumber, weekday } from '../days.ts';
import { MARGIN } from '../frameGeometry.ts';
import { type Ink, inker } from '../inks.ts';
import { type Marker, markerOf } from '../labels.ts';
import { drawLegend, flowLegend, legendOf } from '../legend.ts';
import { printOf } from '../list.ts';
import { barsOfPlan } from '../planBars.ts';
import { textAt } from '../measure.ts';
import type { Sheet } from '../sheet.ts';
import { anchorRecords, printContext } from '../times.ts';
import { type SheetWords, fill, sheetWords } from '../words.ts';
import { DAY_LINE, HEADS_HEIGHT, type Slice, TITLE_HEIGHT, drawMonth } from './draw.ts';
import type { CalendarOptions } from './options.ts';
import { type Entry, type Week, weekOf } from './weeks.ts';

const WEEK_COLUMN = 9;
const LEAST_ROOM = 60;

/** `0600Z`; by the clock of a zone `0800B/0600Z`, and with its day where that is another in Zulu: `0030B/122230Z`. */
const hourText = (at: EpochMs, zone: Zone): string => {
  const zulu = `${hhmm(at)}Z`;
  if (zone === 'UTC') return zulu;
  const wall = toWall(zone, at);
  const day = Math.floor(at / DAY) === Math.floor(wall / DAY) ? '' : String(new Date(at).getUTCDate()).padStart(2, '0');
  return `${hhmm(wall)}${offsetLetter(offsetAt(zone, at)) ?? ''}/${day}${zulu}`;
};

const entriesOf = (plan: PlanState, options: CalendarOptions, zone: string): readonly Entry[] => {
  const wanted = options.rows === null ? undefined : new Set(options.rows);
  const wall = (at: EpochMs): number => toWall(zone, at);
  return barsOfPlan(plan)
    .filter(
      (bar) =>
        (options.movements || bar.kind === 'activity') &&
        (wanted === undefined || bar.participants.some((id) => wanted.has(id))),
    )
    .map((bar) => {
      const first = Math.floor(wall(bar.start) / DAY);
      // What ends at midnight ends with the day before.
      const last = bar.end === bar.start ? first : Math.max(first, Math.ceil(wall(bar.end) / DAY) - 1);
      const whole = wall(bar.start) % DAY === 0 && wall(bar.end) % DAY === 0 && bar.end > bar.start;
      const time = whole ? '' : `${hourText(bar.start, zone)} `;
      return { bar, first, last, time, title: `${codeOf(plan, options, bar)}${bar.title}` };
    });
};

const codeOf = (plan: PlanState, { colourBy }: CalendarOptions, bar: Bar): string => {
  const code = colourBy === 'participant' ? find(plan, 'participant', bar.participants[0])?.code : undefined;
  return code === undefined || bar.title.startsWith(code) ? '' : `${code} `;
};

/** Weeks of a month put on sheets: as many on one as fit, spread over its height; one too high goes on on the next. */
const slicesOf = (weeks: readonly Week[], room: number): readonly (readonly Slice[])[] => {
  const sheets: Slice[][] = [[]];
  let used = 0;
  const page = room - DAY_LINE;
  const least = Math.min(room / 6, 18);
  for (const week of weeks) {
    const pages = Math.max(1, Math.ceil(week.height / page - 1e-6));
    for (let part = 0; part < pages; part += 1) {
      const height = Math.max(least, DAY_LINE + Math.min(page, week.height - part * page));
      if (used + height > room + 1e-6 && used > 0) {
        sheets.push([]);
        used = 0;
      }
      sheets.at(-1)?.push({ week, from: part * page, to: (part + 1) * page, height });
      used += height;
    }
  }
  return sheets.map((slices) => {
    const rest = (room - slices.reduce((sum, { height }) => sum + height, 0)) / Math.max(1, slices.length);
    // A few weeks alone do not fill a sheet: they would look emptier than they are.
    const spare = slices.length < 4 ? Math.max(0, Math.min(rest, room / 10)) : Math.max(0, rest);
    return slices.map((slice) => ({ ...slice, height: slice.height + spare }));
  });
};

interface Months {
  readonly plan: PlanState;
  readonly options: CalendarOptions;
  readonly print: Print;
  readonly marker: Marker;
  readonly entries: readonly Entry[];
  readonly footTop: number;
  readonly inkOf: (bar: Bar) => Ink;
  readonly besideDay: (day: number) => string;
}

/** What stands beside the number of a day: its distance from an anchor, taken at noon, as days of two zones overlap. */
const daysFrom = (plan: PlanState, options: CalendarOptions, zones: { readonly grid: Zone; readonly own: Zone }) => {
  if (options.times !== 'anchor') return () => '';
  const resolve = timeResolver(plan);
  const dated = live(plan, 'anchor').flatMap(({ id, code, at }) => {
    const instant = resolve(at);
    return instant === undefined ? [] : [{ id, code, at: instant }];
  });
  const anchor = dated.find(({ id }) => id === options.anchor) ?? dated.toSorted((a, b) => a.at - b.at)[0];
  if (anchor === undefined) return () => '';
  const dayOf = (at: EpochMs): number => Math.floor(toWall(zones.own, at) / DAY);
  const zero = dayOf(anchor.at);
  return (day: number): string => dayLabel(anchor.code, dayOf(fromWall(zones.grid, (day + 0.5) * DAY)) - zero);
};

/** A month over several sheets: `June 2027 · W23–W24`; a week that goes on says so. */
const partTitle = (month: string, slices: readonly Slice[], words: SheetWords): string => {
  const weeks = [slices[0], slices.at(-1)].flatMap((slice) =>
    slice === undefined ? [] : [weekNumber(slice.week.monday)],
  );
  const names = [...new Set(weeks)].map((number) => fill(words.calendar.week, { number })).join('–');
  return `${month} · ${names}${(slices[0]?.from ?? 0) > 0 ? ` ${words.continued}` : ''}`;
};

const monthBodies = (months: Months, first: number, legend: Body['items']): readonly Body[] => {
  const { plan, options, print, marker, entries, footTop, inkOf, besideDay } = months;
  const { geometry } = print;
  const end = monthEnd(first);
  const top = geometry.contentTop + TITLE_HEIGHT + HEADS_HEIGHT;
  const dayWidth = (geometry.width - 2 * MARGIN - WEEK_COLUMN) / 7;
  const room = footTop - 1 - top;
  const own = entries.filter((entry) => entry.first < end + 6 && entry.last >= first - 6);
  const weeks: Week[] = [];
  for (let monday = first - weekday(first); monday < end; monday += 7)
    weeks.push(weekOf(monday, own, dayWidth, room - DAY_LINE));
  const sheets = slicesOf(weeks, room);
  const words = sheetWords(options.language);
  return sheets.map((slices, index) => {
    const title = monthTitle(first, options.language);
    const bars = slices.flatMap(({ week, from, to }) =>
      week.segments.filter(({ y }) => y >= from - 1e-6 && y < to - 1e-6).map(({ entry }) => entry.bar),
    );
    const number = String(new Date(first * DAY).getUTCMonth() + 1).padStart(2, '0');
    const year = new Date(first * DAY).getUTCFullYear();
    return {
      reference: `${number}/${year}${sheets.length > 1 ? `.${index + 1}` : ''}`,
      headed: true,
      heading: title,
      label: marker.over([...bars.flatMap((bar) => barRecords(plan, options, bar)), ...anchorRecords(plan, options)]),
      items: [
        ...drawMonth({
          title: sheets.length > 1 ? partTitle(title, slices, words) : title,
          slices,
          first,
          end,
          top: geometry.contentTop,
          left: MARGIN,
          weekColumn: WEEK_COLUMN,
          dayWidth,
          options,
          inkOf,
          weekend: exerciseOf(plan)?.weekend ?? USUAL_WEEKEND,
          besideDay,
        }),
        ...legend,
      ],
    };
  });
};

/**
 * Lays out every month of the window; every entry stands whole over each week that it lies in.
 * @returns PRINT_TOO_MANY_SHEETS {sheets, max}; PRINT_EMPTY where the paper leaves no room.
 */
export const layoutCalendar = (plan: PlanState, options: CalendarOptions, stamp: Stamp): Result<readonly Sheet[]> => {
  const words = sheetWords(options.language);
  const context = printContext(plan, options, stamp.now);
  const zone = options.times === 'local' ? context.zone : 'UTC';
  const { start, end } = windowOf(options);
  const dayOf = (at: EpochMs): number => Math.floor(toWall(zone, at) / DAY);
  const firsts = monthsBetween(dayOf(start), dayOf(end - 1));
  if (firsts.length > MAX_SHEETS) return tooManySheets(firsts.length);
  const entries = entriesOf(plan, options, zone);
  const from = firsts[0] ?? 0;
  const until = monthEnd(firsts.at(-1) ?? from);
  const shown = entries.filter(({ first, last }) => first < until + 6 && last >= from - 6);
  const bars = shown.map(({ bar }) => ({ ...bar, segments: [] }));
  const marker = markerOf(plan);
  const anchors = anchorRecords(plan, options);
  const label = marker.over([...bars.flatMap((bar) => barRecords(plan, options, bar)), ...anchors]);
  const clock = options.times === 'local' ? fill(words.calendar.local, { zone }) : words.calendar.zulu;
  const details = [clock, ...unplacedNote(plan, options.language)].join(' · ');
  const print = printOf({ plan, options, stamp, marker, label, subject: words.calendar.subject, details });
  const { geometry } = print;
  const signs = legendOf(plan, { bars }, options).filter(({ sample }) => sample.is === 'ink' || sample.is === 'state');
  const flow = flowLegend(signs, geometry.width - 2 * MARGIN);
  const footTop = geometry.contentBottom - (flow?.height ?? 0) - 2;
  if (footTop - geometry.contentTop - TITLE_HEIGHT - HEADS_HEIGHT < LEAST_ROOM) return fail('PRINT_EMPTY');
  const legend = [
    ...(flow === undefined ? [] : drawLegend(flow, MARGIN, footTop)),
    ...(shown.length === 0
      ? [
          textAt('note', geometry.width - MARGIN, geometry.contentTop + TITLE_HEIGHT - 2.6, words.calendar.nothing, {
            size: 3,
            anchor: 'end',
          }),
        ]
      : []),
  ];
  const inkOf = inker(plan, options, bars);
  const besideDay = daysFrom(plan, options, { grid: zone, own: context.zone });
  const months: Months = { plan, options, print, marker, entries: shown, footTop, inkOf, besideDay };
  const bodies: Body[] = [];
  for (const first of firsts) {
    bodies.push(...monthBodies(months, first, legend));
    if (bodies.length > MAX_SHEETS)
      return tooManySheets(Math.ceil((bodies.length * firsts.length) / (firsts.indexOf(first) + 1)));
  }
  return assemble(print, bodies);
};
