/** A row, or the whole plan, as how much lies where: steps as high as what goes on at once. */
import type { Span } from '../../plan/times.ts';
import { BAR_HEIGHT, type BoardRow, laneTop, rowDensity } from '../board.ts';
import { type Density, levelAt } from '../density.ts';
import type { Pen } from '../pen.ts';
import { FLAG, type Frame, type Scene, endOf, xOf } from '../scene.ts';

/** Loads grow by doubling for the eye, so that one activity is seen beside fifty. */
const heightOf = (load: number, most: number): number => (load <= 0 ? 0 : Math.log2(1 + load) / Math.log2(1 + most));

interface StripBox {
  readonly top: number;
  readonly height: number;
  readonly fill: string;
}

/** The loads in sight as columns that stand on the lower edge of a box; equal ones side by side are one. */
export const drawDensity = (pen: Pen, frame: Frame, density: Density, { top, height, fill }: StripBox): void => {
  const level = levelAt(density, frame.msPerPixel);
  if (level === undefined || level.most === 0) return;
  const { bin, load, most } = level;
  const first = Math.max(0, Math.floor((frame.origin - density.base) / bin));
  const last = Math.min(load.length - 1, Math.floor((endOf(frame) - density.base) / bin));
  const heightIn = (n: number): number => {
    const value = n > last ? 0 : (load[n] ?? 0);
    return value <= 0 ? 0 : Math.max(1, Math.round(heightOf(value, most) * height));
  };
  const edge = (n: number): number => Math.round(xOf(frame, density.base + n * bin));
  let [from, high] = [first, heightIn(first)];
  for (let n = first + 1; n <= last + 1; n += 1) {
    const next = heightIn(n);
    if (next === high && n <= last) continue;
    const x = Math.max(0, edge(from));
    if (high > 0) pen.box(x, top + height - high, Math.max(1, Math.min(frame.width, edge(n)) - x), high, fill);
    [from, high] = [n, next];
  }
};

/** Where the strip of a row is in the window. */
const stripTop = ({ frame }: Pick<Scene, 'frame'>, row: BoardRow): number => laneTop(row, -1) - frame.scrollTop;

/** Stretches of time that do not touch, in order. */
interface Stretches {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

/** Everything that spans cover, each stretch once. @param spans in the order of their starts */
const covered = (spans: readonly Span[]): Stretches => {
  const [starts, ends]: [number[], number[]] = [[], []];
  for (const { start, end } of spans) {
    const last = ends.length - 1;
    if (last >= 0 && start <= (ends[last] ?? 0)) ends[last] = Math.max(end, ends[last] ?? 0);
    else {
      starts.push(start);
      ends.push(end);
    }
  }
  return { starts: Float64Array.from(starts), ends: Float64Array.from(ends) };
};

/** The first stretch that ends at a time or later. */
const firstUntil = ({ ends }: Stretches, time: number): number => {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
};

type Marks = ReadonlyMap<number, Stretches>;

/** What is marked in a strip, from the foot to the head; what comes later lies over what came before. */
const MARKS = [FLAG.warning, FLAG.error, FLAG.critical, FLAG.hit, FLAG.selected] as const;

const known = new WeakMap<Uint8Array, WeakMap<readonly number[], Marks>>();

/** Where the members of a row have marks: sought once, until other bars are marked. */
const marksOf = ({ flags, board }: Scene, members: readonly number[]): Marks => {
  const byMembers = known.get(flags) ?? new WeakMap<readonly number[], Marks>();
  known.set(flags, byMembers);
  const found = byMembers.get(members);
  if (found !== undefined) return found;
  const spansOf = (flag: number): readonly Span[] =>
    members.flatMap((index) => (((flags[index] ?? 0) & flag) === 0 ? [] : (board.bars[index] ?? [])));
  const made = new Map(MARKS.map((flag) => [flag, covered(spansOf(flag))]));
  byMembers.set(members, made);
  return made;
};

/** Stretches in sight as boxes of a colour; what has no pixel between it becomes one. Costs what the window is wide. */
const drawRuns = (pen: Pen, { frame }: Scene, stretches: Stretches, { top, height, fill }: StripBox): void => {
  const until = endOf(frame);
  const { starts, ends } = stretches;
  for (let at = firstUntil(stretches, frame.origin); at < starts.length && (starts[at] ?? until) < until; ) {
    const x = Math.max(0, Math.round(xOf(frame, starts[at] ?? 0)));
    let to = Math.max(x + 2, Math.round(xOf(frame, ends[at] ?? 0)));
    at += 1;
    while (at < starts.length && to < frame.width && xOf(frame, starts[at] ?? 0) <= to + 1) {
      to = Math.max(to + 1, Math.round(xOf(frame, ends[at] ?? 0)));
      at = Math.max(at + 1, firstUntil(stretches, frame.origin + to * frame.msPerPixel));
    }
    pen.box(x, top, Math.min(frame.width, to) - x, height, fill);
  }
};

/** Problems stand at the foot of a strip, what is selected, found or critical at its head: none is lost in the load. */
const drawMarks = (pen: Pen, scene: Scene, row: BoardRow, top: number): void => {
  const { ink } = scene.palette;
  const marks = marksOf(scene, row.members);
  const mark = (flag: number, at: number, height: number, fill: string): void => {
    const stretches = marks.get(flag);
    if (stretches !== undefined) drawRuns(pen, scene, stretches, { top: at, height, fill });
  };
  mark(FLAG.warning, top + BAR_HEIGHT, 2, ink.warning);
  mark(FLAG.error, top + BAR_HEIGHT - 1, 3, ink.error);
  mark(FLAG.critical, top - 1, 3, ink['link-critical']);
  mark(FLAG.hit, top - 1, 3, ink.warning);
  mark(FLAG.selected, top - 1, 4, ink.accent);
};

/** What is folded into a row, stands in the rows below its head, or is too narrow to be drawn for itself. */
export const drawStrip = (pen: Pen, scene: Scene, row: BoardRow): void => {
  if (row.members.length === 0) return;
  const { frame, palette, board } = scene;
  const top = stripTop(scene, row);
  drawDensity(pen, frame, rowDensity(board, row), { top: top - 1, height: BAR_HEIGHT + 2, fill: palette.ink.density });
  if (row.folded || row.crowded) drawMarks(pen, scene, row, top);
};
