/**
 * The rows of the timeline on the screen: swimlanes by any field, as a tree where the field has one, stacked or one row
 * each. Made anew when the plan, the field or what is folded changes; a frame only reads it.
 */
import type { PlanState } from '../plan/state.ts';
import type { Span } from '../plan/times.ts';
import type { Zone } from '../time/zone.ts';
import type { Bar } from './bars.ts';
import { type Density, densityOf } from './density.ts';
import type { LaneField } from './fields.ts';
import { type Group, groupsOf } from './groups.ts';
import { type Lanes, lanesOf } from './lanes.ts';

export const LANE_HEIGHT = 24;
export const ROW_PADDING = 4;
/** A row of so many lanes, or of lanes and a strip, which is as high as one. */
export const rowHeight = (lanes: number): number => lanes * LANE_HEIGHT + 2 * ROW_PADDING;

/** A row that shows no bars of its own: the head of a group, or a folded one with its strip. */
const HEAD_HEIGHT = rowHeight(1);
/** Rows of one bar each stand closer. */
const SINGLE_HEIGHT = LANE_HEIGHT;

export const ROW_FORMS = ['stacked', 'single'] as const;
export type RowForm = (typeof ROW_FORMS)[number];

export interface BoardRow extends Omit<Group, 'members' | 'children'> {
  /** Unique on the board: that of its group, and for the row of one bar the group's and the bar's. */
  readonly key: string;
  readonly kind: 'group' | 'bar';
  readonly foldable: boolean;
  readonly folded: boolean;
  /** Index of the row it stands under; -1 at the top. */
  readonly parent: number;
  readonly top: number;
  readonly height: number;
  /** Bars of the row and of what is folded into it. */
  readonly count: number;
  /** Stacked bars; undefined where there is only a strip or a single bar. */
  readonly lanes: Lanes | undefined;
  /** Index of the only bar of the row; -1 where there are lanes or a strip. */
  readonly bar: number;
  /** What the row counts in a strip, in the order of time; empty where it has none. */
  readonly members: readonly number[];
  /** Its strip counts what is too narrow to be read at this zoom; wider bars have lanes above it. */
  readonly crowded: boolean;
}

export interface BoardOptions {
  readonly by: LaneField;
  readonly form: RowForm;
  readonly folded: ReadonlySet<string>;
  /** Zone in whose weeks rows by times are; Zulu where absent. */
  readonly zone?: Zone;
}

export interface Board {
  readonly by: LaneField;
  readonly zone: Zone;
  readonly bars: readonly Bar[];
  readonly rows: readonly BoardRow[];
  readonly height: number;
  readonly extent: Span;
  readonly indexOf: ReadonlyMap<string, number>;
  /** The first row of each bar, by its index; -1 where it stands in none. */
  readonly rowOf: Int32Array;
  /** The lane in that row; -1 in its strip. */
  readonly laneOf: Int32Array;
  /** The board with every bar in its lane, where this one shows it from a distance, and that; 0 where it does not. */
  readonly base: Board | undefined;
  readonly distance: number;
}

interface Laying {
  readonly bars: readonly Bar[];
  readonly options: BoardOptions;
  readonly rows: BoardRow[];
  top: number;
}

const put = (laying: Laying, row: Omit<BoardRow, 'top'>): void => {
  laying.rows.push({ ...row, top: laying.top });
  laying.top += row.height;
};

/** Every bar of a group and of those below it, each once, in the order of time. */
const allMembers = (group: Group): readonly number[] => {
  if (group.children.length === 0) return group.members;
  const found = new Set(group.members);
  for (const child of group.children) for (const index of allMembers(child)) found.add(index);
  return [...found].sort((a, b) => a - b);
};

/** What a row takes from its group as it is. */
const headOf = ({ key, record, title, code, sidc, depth }: Group): Omit<Group, 'members' | 'children'> => ({
  key,
  record,
  title,
  code,
  sidc,
  depth,
});

const laySingles = (laying: Laying, group: Group, parent: number): void => {
  for (const index of group.members) {
    const bar = laying.bars[index];
    if (bar === undefined) continue;
    put(laying, {
      key: `${group.key} ${bar.id}`,
      record: bar.id,
      title: bar.title,
      code: '',
      sidc: undefined,
      depth: group.depth + 1,
      kind: 'bar',
      parent,
      foldable: false,
      folded: false,
      height: SINGLE_HEIGHT,
      count: 1,
      lanes: undefined,
      bar: index,
      members: [],
      crowded: false,
    });
  }
};

const layGroup = (laying: Laying, group: Group, parent: number): void => {
  const { bars, options } = laying;
  const folded = options.folded.has(group.key);
  const stacked = options.form === 'stacked';
  const members = folded ? allMembers(group) : group.members;
  const lanes = stacked && !folded && members.length > 0 ? lanesOf(bars, members) : undefined;
  const self = laying.rows.length;
  put(laying, {
    ...headOf(group),
    kind: 'group',
    parent,
    foldable: members.length > 0 || group.children.length > 0,
    folded,
    height: lanes === undefined ? HEAD_HEIGHT : rowHeight(lanes.count),
    count: members.length,
    lanes,
    bar: -1,
    members: lanes === undefined ? members : [],
    crowded: false,
  });
  if (folded) return;
  if (!stacked) laySingles(laying, group, self);
  for (const child of group.children) layGroup(laying, child, self);
};

/** Where each bar stands first. */
export const placesOf = (bars: readonly Bar[], rows: readonly BoardRow[]): Pick<Board, 'rowOf' | 'laneOf'> => {
  const rowOf = new Int32Array(bars.length).fill(-1);
  const laneOf = new Int32Array(bars.length).fill(-1);
  const place = (bar: number, row: number, lane: number): void => {
    if (rowOf[bar] !== -1) return;
    rowOf[bar] = row;
    laneOf[bar] = lane;
  };
  rows.forEach(({ lanes, bar, members, folded, crowded }, row) => {
    if (bar >= 0) place(bar, row, 0);
    // What stands in rows below its head stands in the head's strip, too, but has its place there.
    if (folded || crowded) for (const index of members) place(index, row, -1);
    for (let lane = 0; lane < (lanes?.count ?? 0); lane += 1)
      for (let at = lanes?.offsets[lane] ?? 0; at < (lanes?.offsets[lane + 1] ?? 0); at += 1)
        place(lanes?.bars[at] ?? 0, row, lane);
  });
  return { rowOf, laneOf };
};

const NOWHEN: Span = { start: 0, end: 1 };

const extentOf = (bars: readonly Bar[]): Span => {
  const [first] = bars;
  if (first === undefined) return NOWHEN;
  let { end } = first;
  for (const bar of bars) if (bar.end > end) end = bar.end;
  return { start: first.start, end };
};

/** @param bars in the order of their starts. */
export const boardOf = (plan: PlanState, bars: readonly Bar[], options: BoardOptions): Board => {
  const laying: Laying = { bars, options, rows: [], top: 0 };
  for (const group of groupsOf(plan, bars, options.by, options.zone)) layGroup(laying, group, -1);
  return {
    by: options.by,
    zone: options.zone ?? 'UTC',
    bars,
    rows: laying.rows,
    height: laying.top,
    extent: extentOf(bars),
    indexOf: new Map(bars.map(({ id }, index) => [id, index])),
    ...placesOf(bars, laying.rows),
    base: undefined,
    distance: 0,
  };
};

/** Index of the first row that reaches below `y`; the rows' number when none does. */
export const firstRowBelow = (rows: readonly BoardRow[], y: number): number => {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && row.top + row.height <= y) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The top of a lane within the board; of the strip for -1. */
export const laneTop = (row: BoardRow, lane: number): number =>
  row.kind === 'bar'
    ? row.top + 2
    : row.top + ROW_PADDING + (lane < 0 ? (row.lanes?.count ?? 0) : lane) * LANE_HEIGHT + 2;

export const BAR_HEIGHT = LANE_HEIGHT - 4;

/** The middle of a bar's first place, within the board; undefined where it stands in no row. */
export const middleOf = ({ rows, rowOf, laneOf }: Board, bar: number): number | undefined => {
  const row = rows[rowOf[bar] ?? -1];
  if (row === undefined) return undefined;
  return laneTop(row, laneOf[bar] ?? -1) + BAR_HEIGHT / 2;
};

const densities = new WeakMap<readonly number[], Density>();

/** The density of a row's strip, made when it is first seen. */
export const rowDensity = ({ bars, extent }: Board, row: BoardRow): Density => {
  const known = densities.get(row.members);
  if (known !== undefined) return known;
  const spans = row.members.flatMap((index) => bars[index] ?? []);
  const made = densityOf(spans, extent);
  densities.set(row.members, made);
  return made;
};

const whole = new WeakMap<readonly Bar[], Density>();

/** The density of everything, for the strip under the timeline. */
export const boardDensity = ({ bars, extent }: Board): Density => {
  const known = whole.get(bars);
  if (known !== undefined) return known;
  const made = densityOf(bars, extent);
  whole.set(bars, made);
  return made;
};
