/** Rows broken into strips, one per sheet in height; a break never goes through a lane. */
import { wrap } from './measure.ts';
import { HEAD_WIDTH } from './geometry.ts';
import { LANE_HEIGHT, type PlacedRow } from './placing.ts';

export const HEAD_SIZE = 2.9;
export const HEAD_LINE = 3.6;
export const ROW_PADDING = 0.8;
/** A row is begun at the foot of a sheet only with at least so many lanes. */
const LEAST_LANES = 3;

/** The part of a row that stands on one strip. */
export interface Piece {
  readonly row: PlacedRow;
  readonly heading: readonly string[];
  readonly firstLane: number;
  readonly lanes: number;
  readonly top: number;
  readonly height: number;
}

const headHeight = (heading: readonly string[]): number => heading.length * HEAD_LINE + 1.4;

/** @param height of a sheet's body. @param continued what stands behind the name of a row that began on the sheet above. */
export const stripsOf = (
  rows: readonly PlacedRow[],
  height: number,
  continued: string,
): readonly (readonly Piece[])[] => {
  const strips: Piece[][] = [[]];
  let top = 0;
  const nextStrip = (): void => {
    strips.push([]);
    top = 0;
  };
  const heightOf = (heading: readonly string[], lanes: number): number =>
    Math.max(lanes * LANE_HEIGHT + 2 * ROW_PADDING, headHeight(heading));
  for (const row of rows) {
    let lane = 0;
    while (lane < row.lanes.length) {
      const name = lane === 0 ? row.title : `${row.title} ${continued}`;
      const heading = wrap(name, HEAD_WIDTH - 3, HEAD_SIZE, true);
      const left = row.lanes.length - lane;
      const fits = Math.floor((height - top - 2 * ROW_PADDING + 1e-9) / LANE_HEIGHT);
      const whole = heightOf(heading, left);
      const wholeBelow = top > 0 && whole > height - top && whole <= height * 0.6;
      if (top > 0 && (wholeBelow || fits < Math.min(left, LEAST_LANES) || headHeight(heading) > height - top)) {
        nextStrip();
        continue;
      }
      const lanes = Math.min(left, Math.max(1, fits));
      const own = heightOf(heading, lanes);
      strips.at(-1)?.push({ row, heading, firstLane: lane, lanes, top, height: own });
      top += own;
      lane += lanes;
    }
  }
  return strips;
};
