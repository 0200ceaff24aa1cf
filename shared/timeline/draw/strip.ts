/** A row, or the whole plan, as how much lies where: steps as high as what goes on at once. */
import { type BoardRow, rowDensity } from '../board.ts';
import { type Density, levelAt } from '../density.ts';
import type { Pen } from '../pen.ts';
import { type Frame, type Scene, endOf, xOf } from '../scene.ts';

/** Loads grow by doubling for the eye, so that one activity is seen beside fifty. */
const heightOf = (load: number, most: number): number => (load <= 0 ? 0 : Math.log2(1 + load) / Math.log2(1 + most));

interface StripBox {
  readonly top: number;
  readonly height: number;
  readonly fill: string;
}

/** The loads in sight as columns that stand on the lower edge of a box. */
export const drawDensity = (pen: Pen, frame: Frame, density: Density, { top, height, fill }: StripBox): void => {
  const level = levelAt(density, frame.msPerPixel);
  if (level === undefined || level.most === 0) return;
  const { bin, load, most } = level;
  const first = Math.max(0, Math.floor((frame.origin - density.base) / bin));
  const last = Math.min(load.length - 1, Math.floor((endOf(frame) - density.base) / bin));
  for (let n = first; n <= last; n += 1) {
    const value = load[n] ?? 0;
    if (value <= 0) continue;
    const x = Math.round(xOf(frame, density.base + n * bin));
    const next = Math.round(xOf(frame, density.base + (n + 1) * bin));
    const high = Math.max(1, Math.round(heightOf(value, most) * height));
    const from = Math.max(0, x);
    pen.box(from, top + height - high, Math.max(1, Math.min(frame.width, next) - from), high, fill);
  }
};

/** What is folded into a row, or stands in the rows below its head. */
export const drawStrip = (pen: Pen, scene: Scene, row: BoardRow): void => {
  if (row.members.length === 0) return;
  const { frame, palette, board } = scene;
  const top = row.top - frame.scrollTop + 5;
  drawDensity(pen, frame, rowDensity(board, row), { top, height: row.height - 10, fill: palette.ink.density });
};
