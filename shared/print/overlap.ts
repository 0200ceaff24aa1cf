/**
 * The strips at the right and lower edges of a tile that its neighbours repeat: the neighbour is cut at its own left or
 * upper edge and glued onto the strip, up to the broken line, so that what runs through lies on itself.
 */
import { type Drawn, clipItems, moved } from './clip.ts';
import { MARGIN } from './frameGeometry.ts';
import type { Geometry } from './geometry.ts';
import { INK } from './measure.ts';

const TINT = '#faf4e1';
const GREY = '#f1f1f1';

export interface OverlapPorts {
  readonly geometry: Pick<Geometry, 'axisTop' | 'bodyTop' | 'bodyLeft' | 'bodyWidth' | 'overlap'>;
  /** Lower edge of the tile's rows. */
  readonly bottom: number;
  /** What is drawn on the tile so many columns to the right and rows below; undefined where there is none. */
  readonly neighbour: (right: number, below: number) => readonly Drawn[] | undefined;
  readonly blackAndWhite: boolean;
}

const glueLine = (x1: number, y1: number, x2: number, y2: number): Drawn => ({
  is: 'line',
  x1,
  y1,
  x2,
  y2,
  stroke: INK,
  line: 0.3,
  dash: '2.4 1.2',
});

/** Grounds first: the strip is seen through everything that runs over it. */
export const drawOverlap = ({ geometry, bottom, neighbour, blackAndWhite }: OverlapPorts): readonly Drawn[] => {
  const { axisTop: top, bodyTop, bodyLeft, bodyWidth, overlap } = geometry;
  const edge = bodyLeft + bodyWidth;
  const fill = blackAndWhite ? GREY : TINT;
  const [right, below] = [neighbour(1, 0), neighbour(0, 1)];
  const strip = (items: readonly Drawn[] | undefined, at: readonly [number, number, number, number]) => {
    const [left, upper, w, h] = at;
    if (items === undefined) return [];
    const dx = left < edge ? 0 : bodyWidth;
    const dy = upper < bottom ? 0 : bottom - bodyTop;
    const box = { left, right: left + w, top: upper, bottom: upper + h };
    return [{ is: 'rect' as const, x: left, y: upper, w, h, fill }, ...clipItems(moved(items, dx, dy), box)];
  };
  return [
    ...strip(right, [edge, top, overlap, bottom - top]),
    ...strip(below, [MARGIN, bottom, edge - MARGIN, overlap]),
    ...strip(neighbour(1, 1), [edge, bottom, overlap, overlap]),
    ...(right === undefined ? [] : [glueLine(edge, top, edge, bottom)]),
    ...(below === undefined ? [] : [glueLine(MARGIN, bottom, edge, bottom)]),
  ];
};
