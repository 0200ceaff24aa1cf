/** The movement table: who moves with what, over which legs, and by when they must be there. */
import { type Leg, MOVEMENT_DATES, type Movement } from '../../plan/movement/schema.ts';
import { movementTotals } from '../../plan/movement/totals.ts';
import type { PlanRecord } from '../../plan/records.ts';
import { type PlanState, find, live } from '../../plan/state.ts';
import { type ResolveTime, type Span, movementSpan, timeContextOf, timeResolver } from '../../plan/times.ts';
import type { Result } from '../../result.ts';
import type { TimeContext } from '../../time/context.ts';
import { DAY } from '../../time/instant.ts';
import { toWall } from '../../time/zone.ts';
import { type Stamp, windowOf } from '../base.ts';
import { dayTitle } from '../days.ts';
import { type GroupKey, LAST, groupsOf } from '../groups.ts';
import { markerOf } from '../labels.ts';
import { linesOf, locationName, numberText, printOf, unitNames } from '../list.ts';
import type { Sheet } from '../sheet.ts';
import type { CellRow, Column, TableRow } from '../table/content.ts';
import { layoutTable } from '../table/layout.ts';
import { timeLines } from '../times.ts';
import { fill, planWords, sheetWords } from '../words.ts';
import type { MovementsOptions } from './options.ts';

interface Item {
  readonly movement: Movement;
  readonly span: Span | undefined;
}

interface List {
  readonly plan: PlanState;
  readonly options: MovementsOptions;
  readonly context: TimeContext;
  readonly resolve: ResolveTime;
}

const itemsOf = (plan: PlanState, options: MovementsOptions, resolve: ResolveTime): readonly Item[] => {
  const { start, end } = windowOf(options);
  const wanted = options.rows === null ? undefined : new Set(options.rows);
  const items: Item[] = [];
  for (const movement of live(plan, 'movement')) {
    if (wanted !== undefined && !wanted.has(movement.participant)) continue;
    const span = movementSpan(movement, resolve);
    const within = span === undefined ? options.undated : span.start < end && (span.end > start || span.start >= start);
    if (within) items.push({ movement, span });
  }
  const key = ({ span }: Item): number => span?.start ?? Number.MAX_SAFE_INTEGER;
  return items.sort((a, b) => key(a) - key(b) || (a.movement.uln < b.movement.uln ? -1 : 1));
};

const groupKeys = ({ plan, options, context }: List, { movement, span }: Item): readonly GroupKey[] => {
  const { language } = options;
  const words = sheetWords(language);
  switch (options.grouping) {
    case 'none':
      return [{ order: '', title: '' }];
    case 'day': {
      if (span === undefined) return [{ order: LAST, title: words.undated }];
      const day = Math.floor(toWall(options.times === 'local' ? context.zone : 'UTC', span.start) / DAY);
      return [{ order: String(day + 100_000).padStart(8, '0'), title: dayTitle(day, language) }];
    }
    case 'participant': {
      const record = find(plan, 'participant', movement.participant);
      if (record === undefined) return [{ order: LAST, title: words.without }];
      return [{ order: `${record.code} ${record.id}`, title: `${record.code} ${record.name}`, record }];
    }
    case 'direction':
      return [{ order: movement.direction, title: planWords(language).direction[movement.direction] }];
  }
};

const columnsOf = ({ language, remarks }: MovementsOptions): readonly Column[] => {
  const { movements: words } = sheetWords(language);
  return [
    { title: words.uln, bold: true },
    { title: words.movement, grows: true },
    { title: words.route },
    { title: words.legs },
    { title: words.dates },
    { title: words.pax, end: true },
    { title: words.tonnes, end: true },
    { title: words.load },
    { title: words.priority, end: true },
    { title: words.provider },
    { title: words.state },
    ...(remarks ? [{ title: words.remarks, grows: true }] : []),
  ];
};

interface Lines {
  readonly lines: readonly string[];
  readonly records: readonly (PlanRecord | undefined)[];
}

const routeOf = ({ plan, options }: List, movement: Movement): Lines => {
  const { movements: words } = sheetWords(options.language);
  const stops = [
    [words.from, movement.origin],
    [words.poe, movement.poe],
    [words.pod, movement.pod],
    [words.to, movement.destination],
  ] as const;
  const named = stops.map(([word, id]) => ({ word, ...locationName(plan, id) }));
  return {
    lines: named.flatMap(({ word, texts }) => texts.map((place) => fill(word, { place }))),
    records: named.flatMap(({ records }) => records),
  };
};

const legLines = ({ plan, options, context, resolve }: List, leg: Leg): Lines => {
  const [from, to] = [locationName(plan, leg.from), locationName(plan, leg.to)];
  const places = [...from.texts, ...to.texts].join(' → ');
  const begin = timeLines(resolve(leg.depart), options.times, context);
  const end = timeLines(resolve(leg.arrive), options.times, context);
  const times = begin.map((text, index) => `${text} –\u00a0${end[index] ?? ''}`);
  const mode = planWords(options.language).mode[leg.mode];
  const what = [mode, places, leg.carrier ?? ''].filter((text) => text !== '').join(' · ');
  return { lines: [what, ...times], records: [...from.records, ...to.records] };
};

const dateLines = ({ options, context, resolve }: List, movement: Movement): readonly string[] =>
  [...MOVEMENT_DATES, 'crd' as const].flatMap((name) => {
    const [first, ...more] = timeLines(resolve(movement[name]), options.times, context);
    return first === undefined ? [] : [`${name.toUpperCase()}\u00a0${first}`, ...more];
  });

const loadLines = ({ options }: List, movement: Movement): readonly string[] => {
  const { language } = options;
  const measure = (value: number | undefined, unit: string): readonly string[] =>
    value === undefined || value === 0 ? [] : [`${numberText(value, language)} ${unit}`];
  return [
    ...measure(movement.lengthM, 'm'),
    ...measure(movement.areaM2, 'm²'),
    ...measure(movement.volumeM3, 'm³'),
    ...(movement.dangerousGoods ? [sheetWords(language).movements.dangerous] : []),
  ];
};

const rowOf = (list: List, { movement }: Item): CellRow => {
  const { plan, options } = list;
  const { language } = options;
  const units = unitNames(plan, movement.units);
  const route = routeOf(list, movement);
  const legs = movement.legs.map((leg) => legLines(list, leg));
  const records = [...units.records, ...route.records, ...legs.flatMap((leg) => leg.records)];
  return {
    is: 'cells',
    of: movement.id,
    records: [movement, find(plan, 'participant', movement.participant), ...records],
    struck: movement.state === 'cancelled',
    cells: [
      [movement.uln],
      [...linesOf(movement.name), planWords(language).direction[movement.direction], ...units.texts],
      route.lines,
      legs.flatMap(({ lines }) => lines),
      dateLines(list, movement),
      [numberText(movement.pax, language)],
      [numberText(movement.tonnes, language)],
      loadLines(list, movement),
      [String(movement.priority)],
      linesOf(movement.provider),
      [planWords(language).activityState[movement.state]],
      ...(options.remarks ? [linesOf(movement.remarks)] : []),
    ],
  };
};

const totalRow = ({ options }: List, items: readonly Item[]): CellRow => {
  const { language } = options;
  const { pax, tonnes } = movementTotals(items.map(({ movement }) => movement));
  const cells = [[], [sheetWords(language).movements.total], [], [], []];
  return {
    is: 'cells',
    records: [],
    total: true,
    cells: [...cells, [numberText(pax, language)], [numberText(tonnes, language)]],
  };
};

/** Lays the table out; every movement of the window stands in it, with the sums below. */
export const layoutMovements = (plan: PlanState, options: MovementsOptions, stamp: Stamp): Result<readonly Sheet[]> => {
  const words = sheetWords(options.language);
  const resolve = timeResolver(plan);
  const list: List = { plan, options, resolve, context: timeContextOf(plan, options.language, stamp.now) };
  const items = itemsOf(plan, options, resolve);
  const groups = groupsOf(items, (item) => groupKeys(list, item));
  const rows: readonly TableRow[] = [
    ...groups.flatMap(({ key, items: own }) => [
      ...(key.title === '' ? [] : [{ is: 'heading' as const, text: key.title, records: [key.record] }]),
      ...own.map((item) => rowOf(list, item)),
    ]),
    ...(items.length === 0 ? [] : [totalRow(list, items)]),
  ];
  const marker = markerOf(plan);
  const { start, end } = windowOf(options);
  const [from = '', to = ''] = [start, end].flatMap((at) => timeLines(at, 'dtg', list.context));
  const details = [
    fill(words.span, { from, to }),
    options.times === 'local' ? fill(words.localBelow, { zone: list.context.zone }) : words.timesZulu,
    fill(words.movements.count, { count: items.length }),
  ].join(' · ');
  const label = marker.over(rows.flatMap(({ records }) => records));
  const print = printOf({ plan, options, stamp, marker, label, subject: words.movements.subject, details });
  return layoutTable({ columns: columnsOf(options), rows }, print, marker);
};
