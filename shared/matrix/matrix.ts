/** The synchronisation matrix: who does what in which phase or step of time, made from the plan. */
import type { PlanState } from '../plan/state.ts';
import { find, live } from '../plan/state.ts';
import { ACTIVITY_TYPES } from '../plan/activity/schema.ts';
import { isUntimed } from '../plan/movement/commands.ts';
import { type EpochMs } from '../time/instant.ts';
import { type Bar, type Face, barsOf, faceOfActivity, faceOfMovement } from '../timeline/bars.ts';
import { valuesOf } from '../timeline/fields.ts';
import { type MatrixColumn, type MatrixColumnsBy, UNSCHEDULED, columnsBy } from './columns.ts';

export const MATRIX_ROWS = ['type', 'participant', 'unit', 'location', 'responsible'] as const;
type MatrixRowsBy = (typeof MATRIX_ROWS)[number];

export interface MatrixSpec {
  readonly rows: MatrixRowsBy;
  readonly columns: MatrixColumnsBy;
  /** Leaves out rows and columns with nothing in them. */
  readonly filled: boolean;
  /** Puts a column of what is not scheduled yet before the others. */
  readonly waiting?: boolean | undefined;
}

export interface MatrixRow {
  /** Id of the record, or the value itself; `''` for what has none. */
  readonly key: string;
  /** A record's name or the value itself; kinds get their words from who shows them. */
  readonly title: string;
}

export interface MatrixEntry {
  readonly bar: Face;
  /** Undefined for what is not scheduled. */
  readonly start: EpochMs | undefined;
  /** It began in a column further left. */
  readonly continued: boolean;
}

export interface Matrix {
  readonly spec: MatrixSpec;
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  /** What stands in a cell, in the order of time. */
  readonly at: (row: number, column: number) => readonly MatrixEntry[];
  /** The most entries that a cell of the row has; at least one. */
  readonly lines: (row: number) => number;
}

/** What lasts longer than this stands where it begins and ends, not in each of thousands of cells between. */
const MAX_CONTINUED = 100;
const NONE: readonly MatrixEntry[] = [];

const titleIn = (plan: PlanState, by: MatrixRowsBy, key: string): string => {
  switch (by) {
    case 'participant':
    case 'unit':
    case 'location':
      return find(plan, by, key)?.name ?? '';
    case 'type':
    case 'responsible':
      return key;
  }
};

const rank = (key: string): number => {
  const known: readonly string[] = ACTIVITY_TYPES;
  return key === '' ? known.length + 2 : known.includes(key) ? known.indexOf(key) : known.length + 1;
};

const rowsIn = (plan: PlanState, { rows: by, filled }: MatrixSpec, used: ReadonlySet<string>): readonly MatrixRow[] => {
  const keys = new Set(used);
  if (!filled && by !== 'type' && by !== 'responsible')
    for (const { id, deleted } of plan[by].values()) if (deleted !== true) keys.add(id);
  if (!filled && by === 'type') for (const type of ACTIVITY_TYPES) if (type !== 'phase') keys.add(type);
  const collator = new Intl.Collator('en', { numeric: true });
  return [...keys]
    .map((key) => ({ key, title: titleIn(plan, by, key) }))
    .sort(
      (a, b) =>
        (by === 'type' ? rank(a.key) - rank(b.key) : Number(a.key === '') - Number(b.key === '')) ||
        collator.compare(a.title, b.title),
    );
};

type Cells = Map<string, Map<number, MatrixEntry[]>>;

const putInto = (cells: Cells, key: string, column: number, entry: MatrixEntry): void => {
  const row = cells.get(key) ?? new Map<number, MatrixEntry[]>();
  cells.set(key, row);
  const cell = row.get(column);
  if (cell === undefined) row.set(column, [entry]);
  else cell.push(entry);
};

/** So many bars are put into their cells before whoever asked may look up from it. */
const AT_ONCE = 400;

/** The rows in which something stands; a record that is gone or was never sent stands for nothing here. */
export const rowKeysOf = (plan: PlanState, by: MatrixRowsBy, face: Face): readonly string[] => {
  const values = valuesOf(face, by);
  const known =
    by === 'type' || by === 'responsible' ? values : values.filter((key) => find(plan, by, key) !== undefined);
  return known.length === 0 ? [''] : known;
};

/** What is not scheduled yet stands in a column of its own, before the others. */
const WAITING = -1;
const WAITING_COLUMN: MatrixColumn = { key: UNSCHEDULED, title: '', span: undefined };

/** Activities and movements that have no time yet. */
export const waitingFaces = (plan: PlanState): readonly Face[] => [
  ...live(plan, 'activity')
    .filter(({ start, type }) => start === undefined && type !== 'phase')
    .map(faceOfActivity),
  ...live(plan, 'movement').filter(isUntimed).map(faceOfMovement),
];

const putWaiting = (plan: PlanState, by: MatrixRowsBy, cells: Cells): void => {
  const faces = waitingFaces(plan).toSorted((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
  for (const bar of faces)
    for (const key of rowKeysOf(plan, by, bar))
      putInto(cells, key, WAITING, { bar, start: undefined, continued: false });
};

/** Every bar in the cells that it belongs to; phases are columns and stand in none. */
const putBars = function* (
  plan: PlanState,
  bars: readonly Bar[],
  columnsOf: (bar: Bar) => readonly [number, number],
  by: MatrixRowsBy,
  cells: Cells,
): Generator<undefined> {
  let left = AT_ONCE;
  for (const bar of bars) {
    left -= 1;
    if (left === 0) {
      left = AT_ONCE;
      yield;
    }
    const { start } = bar;
    const [first, last] = columnsOf(bar);
    const begun = { bar, start, continued: false };
    const goesOn = { bar, start, continued: true };
    for (const key of rowKeysOf(plan, by, bar)) {
      putInto(cells, key, first, begun);
      if (last - first > MAX_CONTINUED) putInto(cells, key, last, goesOn);
      else for (let column = first + 1; column <= last; column += 1) putInto(cells, key, column, goesOn);
    }
  }
};

const fullest = (row: ReadonlyMap<number, readonly MatrixEntry[]> | undefined): number => {
  let most = 1;
  for (const { length } of row?.values() ?? []) most = Math.max(most, length);
  return most;
};

/** The matrix of a plan in small steps: whoever takes them can let the window answer in between. */
export const matrixSteps = function* (
  plan: PlanState,
  spec: MatrixSpec,
  all?: readonly Bar[],
): Generator<undefined, Matrix> {
  const bars = (all ?? barsOf(plan)).filter(({ type }) => type !== 'phase');
  yield;
  const { columns, columnsOf } = columnsBy(plan, spec.columns, bars);
  const cells: Cells = new Map();
  if (spec.waiting === true) putWaiting(plan, spec.rows, cells);
  yield* putBars(plan, bars, columnsOf, spec.rows, cells);
  const rows = rowsIn(plan, spec, new Set(cells.keys()));
  yield;
  const used = new Set<number>();
  for (const row of cells.values()) for (const column of row.keys()) used.add(column);
  const indices = [...columns.keys()].filter(
    (index) => (!spec.filled && columns[index]?.key !== '') || used.has(index),
  );
  if (spec.waiting === true) indices.unshift(WAITING);
  const byRow = rows.map(({ key }) => cells.get(key));
  const lines = byRow.map(fullest);
  return {
    spec,
    rows,
    columns: indices.flatMap((index) => (index === WAITING ? WAITING_COLUMN : (columns[index] ?? []))),
    at: (row, column) => byRow[row]?.get(indices[column] ?? Number.NaN) ?? NONE,
    lines: (row) => lines[row] ?? 1,
  };
};

/** The matrix of a plan. */
export const matrixOf = (plan: PlanState, spec: MatrixSpec, all?: readonly Bar[]): Matrix => {
  const steps = matrixSteps(plan, spec, all);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};
