/** Bars, the points in time among them, and what crowds too close together to be told apart. */
import type { Bar } from '../bars.ts';
import { BAR_HEIGHT, type BoardRow, LANE_HEIGHT, ROW_PADDING, laneTop } from '../board.ts';
import { firstEnding } from '../lanes.ts';
import type { Hue } from '../palette.ts';
import { type Pen, type Stroke, fitted } from '../pen.ts';
import { FLAG, type Scene, endOf, rowsInSight, xOf } from '../scene.ts';
import { drawStrip } from './strip.ts';

/** Pixels: bars below the first width are drawn as one run where another is nearer than the second. */
const NARROW = 3;
const APART = 28;
/** From this width on corners are round: of narrower bars there can be a thousand in sight, and boxes cost little. */
const ROUND = 48;
/** From this width on a name stands inside, else beside. */
const INSIDE = 36;
/** With less room than this nothing worth reading is left of a name. */
const SHORTEST_NAME = 12;
/** Half the width of the diamond of a point in time. */
export const POINT = 6;
/** Beyond the window nothing is worth a coordinate. */
const BEYOND = 40;
/** How far a name may reach into the window from a bar before it. */
const NAME_REACH = 300;

const CLEAR: Hue = { fill: 'none', edge: 'none' };
const DASHES: Readonly<Record<string, readonly number[]>> = { draft: [2, 2], movement: [4, 2] };

export interface BarPlace {
  readonly x: number;
  readonly w: number;
  readonly top: number;
  /** Pixels free behind the bar. */
  readonly room: number;
}

const hueOf = ({ palette, hues }: Scene, index: number): Hue => palette.hues[hues[index] ?? 0] ?? CLEAR;

const edgeOf = (bar: Bar, colour: string): Stroke => {
  const dash = bar.state === 'draft' ? DASHES['draft'] : bar.kind === 'movement' ? DASHES['movement'] : undefined;
  return dash === undefined ? { colour } : { colour, dash };
};

const drawPoint = (pen: Pen, scene: Scene, bar: Bar, index: number, { x, top }: BarPlace): void => {
  const { fill, edge } = hueOf(scene, index);
  const y = top + BAR_HEIGHT / 2;
  pen.shapes([x, y - POINT, x + POINT, y, x, y + POINT, x - POINT, y], 4, bar.state === 'draft' ? fill : edge, {
    colour: edge,
    width: 1,
  });
};

/** Legs of a movement along its foot: full at sea and in the air, broken on rails, dotted on the road. */
const LEG_DASH: Readonly<Record<string, readonly number[]>> = { SEA: [6, 3], RAIL: [2, 2] };

const drawLegs = (pen: Pen, { frame }: Scene, bar: Bar, colour: string, top: number): void => {
  const y = top + BAR_HEIGHT - 2.5;
  for (const { start, end, mode } of bar.segments) {
    const from = Math.max(-BEYOND, xOf(frame, start));
    const to = Math.min(frame.width + BEYOND, Math.max(xOf(frame, end), from + 1));
    if (to < 0 || from > frame.width) continue;
    const dash = LEG_DASH[mode];
    pen.lines([from, y, to, y], 2, { colour, width: 5, ...(dash === undefined ? {} : { dash }) });
  }
};

const drawBody = (pen: Pen, scene: Scene, bar: Bar, index: number, { x, w, top }: BarPlace): void => {
  const { fill, edge } = hueOf(scene, index);
  const from = Math.max(x, -BEYOND);
  const width = Math.min(x + w, scene.frame.width + BEYOND) - from;
  if (width < 8) {
    pen.box(Math.round(from), top, Math.max(2, Math.round(width)), BAR_HEIGHT, edge);
    return;
  }
  if (width < ROUND && bar.kind === 'activity' && bar.state !== 'draft') {
    const [left, right] = [Math.round(from), Math.round(from + width)];
    pen.box(left, top + 1, right - left, BAR_HEIGHT - 2, edge);
    pen.box(left + 1, top, right - left - 2, BAR_HEIGHT, edge);
    pen.box(left + 3, top + 1, right - left - 4, BAR_HEIGHT - 2, fill);
    return;
  }
  pen.card(from + 0.5, top + 0.5, width - 1, BAR_HEIGHT - 1, 3, fill, edgeOf(bar, edge));
  if (bar.kind === 'activity' && x >= -BEYOND) pen.box(Math.round(from), top + 1, 3, BAR_HEIGHT - 2, edge);
  if (bar.segments.length > 0) drawLegs(pen, scene, bar, edge, top);
};

/** Problems are drawn where they are: a rule under the bar and a notch at its end, told by form as well as colour. */
const drawProblem = (pen: Pen, scene: Scene, flags: number, { x, w, top }: BarPlace): void => {
  const grave = (flags & FLAG.error) !== 0;
  const colour = grave ? scene.palette.ink.error : scene.palette.ink.warning;
  const from = Math.max(x, -BEYOND);
  const to = Math.min(x + Math.max(w, 6), scene.frame.width + BEYOND);
  if (grave) pen.box(from, top + BAR_HEIGHT - 0.5, to - from, 2, colour);
  else pen.lines([from, top + BAR_HEIGHT + 0.5, to, top + BAR_HEIGHT + 0.5], 2, { colour, width: 2, dash: [3, 2] });
  if (w >= 14) pen.shapes([to - 8, top, to, top, to, top + 8], 3, colour);
};

const drawName = (pen: Pen, scene: Scene, bar: Bar, { x, w, top, room }: BarPlace): void => {
  const { ink } = scene.palette;
  const point = bar.end === bar.start;
  const outside = point || w < INSIDE;
  const from = outside ? x + (point ? POINT + 3 : w + 4) : Math.max(x, 0) + 7;
  const space = outside ? room - (point ? POINT + 8 : 8) : Math.min(x + w, scene.frame.width + 200) - from - 5;
  if (from > scene.frame.width || space < SHORTEST_NAME) return;
  const text = fitted(pen, bar.title, 'label', space);
  if (text === '') return;
  const baseline = top + BAR_HEIGHT / 2 + 4;
  // A line of a dependency behind a name would strike it out.
  if (outside)
    pen.faint(0.8, () => pen.box(from - 1, top + 3, pen.width(text, 'label') + 2, BAR_HEIGHT - 6, ink.ground));
  pen.text(from, baseline, text, 'label', outside ? ink.text : ink['bar-text']);
  if (bar.state === 'cancelled')
    pen.lines([from, baseline - 3.5, from + pen.width(text, 'label'), baseline - 3.5], 2, { colour: ink.text });
};

const outline = (pen: Pen, colour: string, bar: Bar, { x, w, top }: BarPlace, width: number): void => {
  const y = top + BAR_HEIGHT / 2;
  const far = POINT + 3;
  if (bar.end === bar.start) pen.shapes([x, y - far, x + far, y, x, y + far, x - far, y], 4, 'none', { colour, width });
  else pen.card(x - 2, top - 2, Math.max(w, 2) + 4, BAR_HEIGHT + 4, 4, 'none', { colour, width });
};

const drawWhole = (pen: Pen, scene: Scene, index: number, place: BarPlace, flags: number): void => {
  const bar = scene.board.bars[index];
  if (bar === undefined) return;
  if (bar.end === bar.start) drawPoint(pen, scene, bar, index, place);
  else drawBody(pen, scene, bar, index, place);
  drawName(pen, scene, bar, place);
  if ((flags & (FLAG.error | FLAG.warning)) !== 0) drawProblem(pen, scene, flags, place);
  const { ink } = scene.palette;
  if ((flags & FLAG.critical) !== 0) outline(pen, ink['link-critical'], bar, place, 1.5);
  if ((flags & FLAG.hit) !== 0) outline(pen, ink.warning, bar, place, 2);
  if ((flags & FLAG.selected) !== 0) outline(pen, ink.accent, bar, place, 2);
};

/** Where the bar stood in the plan that this one is compared with: a thin line under it. */
const drawBaseline = (pen: Pen, scene: Scene, index: number, top: number): void => {
  const span = scene.baseline?.get(index);
  if (span === undefined) return;
  const from = xOf(scene.frame, span.start);
  const to = Math.max(from + 2, xOf(scene.frame, span.end));
  pen.box(from, top + BAR_HEIGHT, to - from, 3, scene.palette.ink.dimmed);
};

/** How far it could slip: a thin line behind it with a mark at its end. */
const drawFloat = (pen: Pen, scene: Scene, index: number, { x, w, top }: BarPlace): void => {
  const end = scene.float?.get(index);
  if (end === undefined) return;
  const to = xOf(scene.frame, end);
  const y = top + BAR_HEIGHT - 3;
  if (to <= x + w + 3) return;
  pen.lines([x + w, y, to, y, to, y - 4, to, y + 2], 4, { colour: scene.palette.ink.dimmed });
};

const FAINT = FLAG.faint | FLAG.dimmed;

const drawOne = (pen: Pen, scene: Scene, index: number, place: BarPlace): void => {
  const flags = scene.flags[index] ?? 0;
  drawBaseline(pen, scene, index, place.top);
  drawFloat(pen, scene, index, place);
  if ((flags & FAINT) === 0) drawWhole(pen, scene, index, place, flags);
  else pen.faint(0.35, () => drawWhole(pen, scene, index, place, flags));
};

/** Free time in pixels that a bar needs around it to be drawn for itself. */
const needs = (start: number, end: number, msPerPixel: number): number =>
  end - start >= NARROW * msPerPixel ? 0 : end === start ? NARROW * msPerPixel : APART * msPerPixel;

/** What is done with a bar that stands for itself, and with a run of those that do not. */
export interface LaneVisit {
  readonly whole: (index: number, place: BarPlace, row: BoardRow, lane: number) => void;
  /** From the start of the first to the end of the last, coloured as the first. */
  readonly crowd: (start: number, end: number, top: number, first: number) => void;
}

/** Walks what is in sight of a lane. Costs no more than the window is wide, however many bars lie in it. */
const walkLane = ({ frame }: Scene, row: BoardRow, lane: number, visit: LaneVisit): void => {
  const { lanes } = row;
  if (lanes === undefined) return;
  const { msPerPixel } = frame;
  const { starts, ends, bars, offsets } = lanes;
  const top = laneTop(row, lane) - frame.scrollTop;
  const [from, to] = [offsets[lane] ?? 0, offsets[lane + 1] ?? 0];
  const until = endOf(frame) + APART * msPerPixel;
  let at = firstEnding(lanes, from, to, frame.origin - (APART + NAME_REACH) * msPerPixel);
  while (at < to) {
    const [start, end] = [starts[at] ?? 0, ends[at] ?? 0];
    if (start > until) break;
    const next = at + 1 < to ? (starts[at + 1] ?? 0) : Number.POSITIVE_INFINITY;
    const before = at > from ? start - (ends[at - 1] ?? 0) : Number.POSITIVE_INFINITY;
    if (Math.min(before, next - end) >= needs(start, end, msPerPixel)) {
      const place = { x: xOf(frame, start), w: (end - start) / msPerPixel, top, room: (next - end) / msPerPixel };
      visit.whole(bars[at] ?? 0, place, row, lane);
      at += 1;
      continue;
    }
    // A crowd: what ends within the same pixel is part of it without being looked at.
    const after = Math.max(at + 1, firstEnding(lanes, at, to, end + msPerPixel));
    visit.crowd(start, Math.max(end, ends[after - 1] ?? end), top, bars[at] ?? 0);
    at = after;
  }
};

const walkSingle = ({ frame, board }: Scene, row: BoardRow, visit: LaneVisit): void => {
  const bar = board.bars[row.bar];
  if (bar === undefined) return;
  const x = xOf(frame, bar.start);
  const w = (bar.end - bar.start) / frame.msPerPixel;
  if (x > frame.width + BEYOND || x + w < -NAME_REACH) return;
  visit.whole(row.bar, { x, w, top: laneTop(row, 0) - frame.scrollTop, room: Number.POSITIVE_INFINITY }, row, 0);
};

/** Every bar in sight, row by row from the top and lane by lane; what a strip counts is left out. */
export const walkBars = (scene: Scene, visit: LaneVisit): void => {
  const { board, frame } = scene;
  const [first, last] = rowsInSight(scene);
  for (let index = first; index < last; index += 1) {
    const row = board.rows[index];
    if (row === undefined) continue;
    if (row.bar >= 0) walkSingle(scene, row, visit);
    const above = Math.max(0, Math.floor((frame.scrollTop - row.top - ROW_PADDING) / LANE_HEIGHT));
    for (let lane = above; lane < (row.lanes?.count ?? 0); lane += 1) {
      if (laneTop(row, lane) > frame.scrollTop + frame.height) break;
      walkLane(scene, row, lane, visit);
    }
  }
};

export const drawBars = (pen: Pen, scene: Scene): void => {
  const { board, frame, palette } = scene;
  const [first, last] = rowsInSight(scene);
  for (const row of board.rows.slice(first, last)) drawStrip(pen, scene, row);
  walkBars(scene, {
    whole: (index, place) => drawOne(pen, scene, index, place),
    crowd: (start, end, top, index) => {
      const x = Math.floor(xOf(frame, start));
      const hue = hueOf(scene, index);
      const width = Math.max(1, Math.ceil(xOf(frame, end)) - x);
      pen.box(x, top + 2, width, BAR_HEIGHT - 4, hue === CLEAR ? palette.ink.density : hue.edge);
    },
  });
};
