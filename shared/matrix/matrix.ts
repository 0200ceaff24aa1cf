/** The synchronisation matrix: who does what in which phase or step of time, made from the plan. */
import type { PlanState } from '../plan/state.ts';
import { find } from '../plan/state.ts';
import { ACTIVITY_TYPES } from '../plan/activity/schema.ts';
import { type Bar, barsOf } from '../timeline/bars.ts';
import { valuesOf } from '../timeline/fields.ts';
import { type MatrixColumn, type MatrixColumnsBy, columnsBy } from './columns.ts';

export const MATRIX_ROWS = ['type', 'participant', 'unit', 'location', 'responsible'] as const;
type MatrixRowsBy = (typeof MATRIX_ROWS)[number];

export interface MatrixSpec {
  readonly rows: MatrixRowsBy;
  readonly columns: MatrixColumnsBy;
  /** Leaves out rows and columns with nothing in them. */
  readonly filled: boolean;
}

export interface MatrixRow {
  /** Id of the record, or the value itself; `''` for what has none. */
  readonly key: string;
  /** A record's name or the value itself; kinds get their words from who shows them. */
  readonly title: string;
}

export interface MatrixEntry {
  readonly bar: Bar;
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

/** Every bar in the cells that it belongs to; phases are columns and stand in none. */
const cellsOf = (
  plan: PlanState,
  bars: readonly Bar[],
  columnsOf: (bar: Bar) => readonly [number, number],
  by: MatrixRowsBy,
) => {
  const cells: Cells = new Map();
  for (const bar of bars) {
    const [first, last] = columnsOf(bar);
    // A record that is gone or was never sent stands for nothing here.
    const values = valuesOf(bar, by).filter(
      (key) => by === 'type' || by === 'responsible' || titleIn(plan, by, key) !== '',
    );
    for (const key of values.length === 0 ? [''] : values) {
      putInto(cells, key, first, { bar, continued: false });
      if (last - first > MAX_CONTINUED) putInto(cells, key, last, { bar, continued: true });
      else
        for (let column = first + 1; column <= last; column += 1) putInto(cells, key, column, { bar, continued: true });
    }
  }
  return cells;
};

/** The matrix of a plan. */
export const matrixOf = (plan: PlanState, spec: MatrixSpec, all: readonly Bar[] = barsOf(plan)): Matrix => {
  const bars = all.filter(({ type }) => type !== 'phase');
  const { columns, columnsOf } = columnsBy(plan, spec.columns, bars);
  const cells = cellsOf(plan, bars, columnsOf, spec.rows);
  const rows = rowsIn(plan, spec, new Set(cells.keys()));
  const used = new Set([...cells.values()].flatMap((row) => [...row.keys()]));
  const indices = [...columns.keys()].filter(
    (index) => (!spec.filled && columns[index]?.key !== '') || used.has(index),
  );
  const byRow = rows.map(({ key }) => cells.get(key));
  return {
    spec,
    rows,
    columns: indices.flatMap((index) => columns[index] ?? []),
    at: (row, column) => byRow[row]?.get(indices[column] ?? -1) ?? NONE,
    lines: (row) => Math.max(1, ...[...(byRow[row]?.values() ?? [])].map(({ length }) => length)),
  };
};
