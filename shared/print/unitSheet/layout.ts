/** Sheets about units, each beginning on paper of its own: what it is, what belongs to it, where it goes, what it does. */
import { type PlanState, find, live } from '../../plan/state.ts';
import { timeResolver } from '../../plan/times.ts';
import { type Forest, forestOf } from '../../plan/unit/tree.ts';
import { withSubordinates } from '../../plan/movement/totals.ts';
import type { Unit } from '../../plan/unit/schema.ts';
import { type Result, fail } from '../../result.ts';
import { formatDtg } from '../../time/dtg.ts';
import { type Body, type Print, assemble, tooManySheets } from '../assemble.ts';
import { MAX_SHEETS, type Stamp, windowOf } from '../base.ts';
import { MARGIN } from '../frameGeometry.ts';
import { type Marker, markerOf } from '../labels.ts';
import { printOf } from '../list.ts';
import { textAt, wrap } from '../measure.ts';
import type { Sheet, SheetItem } from '../sheet.ts';
import { withoutEmpty } from '../table/columns.ts';
import { pageItems } from '../table/draw.ts';
import { gridOf, pagesOf } from '../table/pages.ts';
import { fill, sheetWords } from '../words.ts';
import { drawFacts, factRecords } from './facts.ts';
import type { UnitOptions } from './options.ts';
import { printContext, timesNote } from '../times.ts';
import { type ScheduleContext, involvementOf, scheduleColumns, scheduleRows } from './schedule.ts';

const AGAIN_SIZE = 3.4;
const AGAIN_LINE = 4.6;
/** A sheet with less room below the facts leaves the table to the next one. */
const LEAST_ROOM = 24;

/** The chosen units in the order of the order of battle, participant by participant. */
const unitsOf = (plan: PlanState, { rows, subordinates }: UnitOptions, { order }: Forest): readonly Unit[] => {
  if (rows === null) return byParticipant(plan, order);
  const wanted = new Set(rows);
  const own = order.filter(({ id, participant }) => wanted.has(id) || wanted.has(participant)).map(({ id }) => id);
  const all = new Set(subordinates ? withSubordinates(plan, own) : own);
  return byParticipant(
    plan,
    order.filter(({ id }) => all.has(id)),
  );
};

const byParticipant = (plan: PlanState, units: readonly Unit[]): readonly Unit[] => {
  const code = ({ participant }: Unit): string => find(plan, 'participant', participant)?.code ?? '\u{10ffff}';
  return units.toSorted((a, b) => (code(a) < code(b) ? -1 : code(a) > code(b) ? 1 : 0));
};

interface UnitPrint {
  readonly print: Print;
  readonly marker: Marker;
  readonly schedule: ScheduleContext;
}

const bodiesOf = ({ print, marker, schedule }: UnitPrint, unit: Unit, number: number): readonly Body[] => {
  const { plan, options } = schedule;
  const { geometry } = print;
  const words = sheetWords(options.language);
  const bottom = geometry.contentBottom - 2;
  const facts = drawFacts(schedule, unit, geometry.width, geometry.contentTop);
  const content = withoutEmpty({ columns: scheduleColumns(options), rows: scheduleRows(schedule, unit) });
  const inner = geometry.width - 2 * MARGIN;
  const grid = gridOf(content, MARGIN, inner);
  const again = wrap(`${unit.shortName ?? unit.name} ${words.continued}`, inner, AGAIN_SIZE, true);
  const tops = [geometry.contentTop + facts.height, geometry.contentTop + again.length * AGAIN_LINE + 2];
  const roomAt = (page: number): number => bottom - (tops[Math.min(page, 1)] ?? 0) - grid.headHeight;
  // Facts that fill the sheet leave the table to the sheets behind it.
  const skip = roomAt(0) < LEAST_ROOM ? 1 : 0;
  const pages = content.rows.length === 0 ? [] : pagesOf(content, grid, (page) => roomAt(page + skip), words.continued);
  const records = factRecords(plan, schedule.children, unit);
  return Array.from({ length: Math.max(1, pages.length + skip) }, (_, index) => {
    const page = pages[index - skip];
    const upper: readonly SheetItem[] =
      index === 0
        ? facts.items
        : again.map((text, line) =>
            textAt('row', MARGIN, geometry.contentTop + (line + 1) * AGAIN_LINE - 1.2, text, {
              size: AGAIN_SIZE,
              bold: true,
            }),
          );
    return {
      reference: fill(words.unit.reference, { number }) + (index === 0 ? '' : `.${index + 1}`),
      headed: true,
      heading: unit.name,
      label: marker.over([
        ...(index === 0 ? records : [unit]),
        ...(page?.pieces.flatMap(({ of }) => of.row.records) ?? []),
      ]),
      items: [
        ...upper,
        ...(page === undefined ? [] : pageItems(page, grid, tops[Math.min(index, 1)] ?? 0, options.blackAndWhite)),
      ],
    };
  });
};

/**
 * Lays out a sheet or more for each chosen unit.
 * @returns PRINT_TOO_MANY_SHEETS {sheets, max}; PRINT_EMPTY where the paper leaves no room.
 */
export const layoutUnits = (plan: PlanState, options: UnitOptions, stamp: Stamp): Result<readonly Sheet[]> => {
  const forest = forestOf(live(plan, 'unit'));
  const units = unitsOf(plan, options, forest);
  if (units.length > MAX_SHEETS) return tooManySheets(units.length);
  const words = sheetWords(options.language);
  const marker = markerOf(plan);
  const context = printContext(plan, options, stamp.now);
  const schedule: ScheduleContext = {
    plan,
    options,
    context,
    resolve: timeResolver(plan),
    involvement: involvementOf(plan),
    children: forest.children,
  };
  const named = units.flatMap((unit) => [
    ...factRecords(plan, schedule.children, unit),
    ...scheduleRows(schedule, unit).flatMap(({ records }) => records),
  ]);
  const { start, end } = windowOf(options);
  const details = [
    fill(words.span, { from: formatDtg(start), to: formatDtg(end) }),
    timesNote(plan, options, context),
    fill(words.unit.count, { count: units.length }),
  ].join(' · ');
  const label = marker.over(named);
  const print = printOf({ plan, options, stamp, marker, label, subject: words.unit.subject, details });
  if (print.geometry.contentBottom - print.geometry.contentTop < 100) return fail('PRINT_EMPTY');
  if (units.length === 0) {
    const items = [textAt('note', MARGIN, print.geometry.contentTop + 6, words.noRows, { size: 3.4 })];
    return assemble(print, [{ reference: fill(words.unit.reference, { number: 1 }), label, items }]);
  }
  return assemble(
    print,
    units.flatMap((unit, index) => bodiesOf({ print, marker, schedule }, unit, index + 1)),
  );
};
