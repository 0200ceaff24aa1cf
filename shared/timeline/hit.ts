/** What is at a place of the timeline: asked of the same scene that is drawn. */
import type { Bar } from './bars.ts';
import { BAR_HEIGHT, type BoardRow, LANE_HEIGHT, ROW_PADDING, laneTop } from './board.ts';
import { entryAt } from './lanes.ts';
import { type Scene, atOf, rowsInSight, xOf } from './scene.ts';

export type BarPart = 'body' | 'start' | 'end' | 'link-start' | 'link-end';

export type Hit =
  | {
      readonly on: 'bar';
      readonly bar: Bar;
      readonly index: number;
      readonly part: BarPart;
      readonly row: BoardRow;
      readonly lane: number;
      /** The instant under the pointer, unsnapped. */
      readonly at: number;
    }
  | {
      readonly on: 'row';
      readonly row: BoardRow | undefined;
      readonly at: number;
      /** Whether it is where the row counts what it does not draw bar by bar. */
      readonly strip: boolean;
    };

/** Distance of the handles that begin a dependency from the ends of a bar, and their size. */
export const LINK_GAP = 8;
export const LINK_RADIUS = 4;
/** Pixels on either side that still count as the bar: something to press, however short. */
const REACH = 6;
/** Pixels at each end that change its length. */
const EDGE = 6;
const SHORTEST_WITH_EDGES = 18;

const partAt = ({ frame }: Scene, bar: Bar, x: number): BarPart => {
  const [from, to] = [xOf(frame, bar.start), xOf(frame, bar.end)];
  if (bar.end === bar.start || to - from < SHORTEST_WITH_EDGES) return 'body';
  if (x < from + EDGE) return 'start';
  return x > to - EDGE ? 'end' : 'body';
};

/** The row at a height of the window. */
const rowAt = (scene: Pick<Scene, 'board' | 'frame'>, y: number): BoardRow | undefined => {
  const [first, last] = rowsInSight(scene);
  const at = y + scene.frame.scrollTop;
  return scene.board.rows.slice(first, last).find(({ top, height }) => at >= top && at < top + height);
};

interface Found {
  readonly index: number;
  readonly lane: number;
}

const barIn = ({ board, frame }: Scene, row: BoardRow, x: number, y: number): Found | undefined => {
  const time = atOf(frame, x);
  const reach = REACH * frame.msPerPixel;
  if (row.bar >= 0) {
    const bar = board.bars[row.bar];
    const near = bar !== undefined && time >= bar.start - reach && time <= bar.end + reach;
    return near ? { index: row.bar, lane: 0 } : undefined;
  }
  if (row.lanes === undefined) return undefined;
  const lane = Math.floor((y + frame.scrollTop - row.top - ROW_PADDING) / LANE_HEIGHT);
  if (lane < 0 || lane >= row.lanes.count) return undefined;
  const at = entryAt(row.lanes, lane, time, reach);
  return at === -1 ? undefined : { index: row.lanes.bars[at] ?? -1, lane };
};

const isStrip = ({ frame }: Scene, row: BoardRow, y: number): boolean =>
  row.members.length > 0 && y + frame.scrollTop >= laneTop(row, -1);

/** A handle of the bar that is hovered already, outside its ends. */
const handleAt = (scene: Scene, armed: Extract<Hit, { on: 'bar' }>, x: number, y: number): BarPart | undefined => {
  const middle = laneTop(armed.row, armed.lane) - scene.frame.scrollTop + BAR_HEIGHT / 2;
  if (Math.abs(y - middle) > LINK_RADIUS + 3) return undefined;
  const away = LINK_GAP + (armed.bar.end === armed.bar.start ? LINK_GAP - 2 : 0);
  if (Math.abs(x - (xOf(scene.frame, armed.bar.end) + away)) <= LINK_RADIUS + 1) return 'link-end';
  if (Math.abs(x - (xOf(scene.frame, armed.bar.start) - away)) <= LINK_RADIUS + 1) return 'link-start';
  return undefined;
};

/**
 * What is at a place of the window.
 * @param armed the bar hovered before, whose handles count.
 */
export const hitAt = (scene: Scene, x: number, y: number, armed?: Hit): Hit => {
  const at = atOf(scene.frame, x);
  if (armed?.on === 'bar') {
    const part = handleAt(scene, armed, x, y);
    if (part !== undefined) return { ...armed, part, at };
  }
  const row = rowAt(scene, y);
  const found = row === undefined ? undefined : barIn(scene, row, x, y);
  const bar = found === undefined ? undefined : scene.board.bars[found.index];
  if (row === undefined || found === undefined || bar === undefined)
    return { on: 'row', row, at, strip: row !== undefined && isStrip(scene, row, y) };
  return { on: 'bar', bar, index: found.index, lane: found.lane, row, part: partAt(scene, bar, x), at };
};
