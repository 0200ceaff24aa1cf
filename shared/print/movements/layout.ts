/** The movement table: who moves with what, over which legs, and by when they must be there. */
import { type Leg, MOVEMENT_DATES, type Movement } from '../../plan/movement/schema.ts';
import { movementTotals } from '../../plan/movement/totals.ts';
import type { PlanRecord } from '../../plan/records.ts';
import { find, live } from '../../plan/state.ts';
import { movementSpan } from '../../plan/times.ts';
import { linesOf, locationName, numberText, unitNames } from '../list.ts';
import { type Item, type List as ListOf, layoutList } from '../lists/layout.ts';
import type { CellRow, Column } from '../table/content.ts';
import { timeLines } from '../times.ts';
import { fill, planWords, sheetWords } from '../words.ts';
import type { MovementsOptions } from './options.ts';

type List = ListOf<MovementsOptions>;

const columnsOf = ({ language, remarks }: MovementsOptions): readonly Column[] => {
  const { movements: words } = sheetWords(language);
  return [
    { title: words.uln, bold: true },
    { title: words.movement },
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
  const begin = timeLines(resolve(leg.depart), options, context);
  const end = timeLines(resolve(leg.arrive), options, context);
  // A leg of which one end is known says that one.
  const times = (begin.length > end.length ? begin : end).map(
    (_, index) => `${begin[index] ?? ''} –\u00a0${end[index] ?? ''}`,
  );
  const mode = planWords(options.language).mode[leg.mode];
  const what = [mode, places, leg.carrier ?? ''].filter((text) => text !== '').join(' · ');
  return { lines: [what, ...times], records: [...from.records, ...to.records] };
};

const dateLines = ({ options, context, resolve }: List, movement: Movement): readonly string[] =>
  [...MOVEMENT_DATES, 'crd' as const].flatMap((name) => {
    const [first, ...more] = timeLines(resolve(movement[name]), options, context);
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

const rowOf = (list: List, { record: movement }: Item<Movement>): CellRow => {
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
      [planWords(language).movementState[movement.state]],
      ...(options.remarks ? [linesOf(movement.remarks)] : []),
    ],
  };
};

const totalRow = ({ options }: List, items: readonly Item<Movement>[]): CellRow => {
  const { language } = options;
  const { pax, tonnes } = movementTotals(items.map(({ record }) => record));
  const cells = [[], [sheetWords(language).movements.total], [], [], []];
  return {
    is: 'cells',
    records: [],
    total: true,
    cells: [...cells, [numberText(pax, language)], [numberText(tonnes, language)]],
  };
};

/** Lays the table out, with the sums below. */
export const layoutMovements = layoutList<Movement, MovementsOptions>({
  records: (plan) => live(plan, 'movement'),
  spanOf: movementSpan,
  participantsOf: ({ participant }) => [participant],
  orderOf: ({ uln }) => uln,
  groupsOf: ({ options: { language } }, { direction }) => [
    { order: direction, title: planWords(language).direction[direction] },
  ],
  columnsOf,
  rowOf,
  totalOf: totalRow,
  wordsOf: ({ movements }) => movements,
});
