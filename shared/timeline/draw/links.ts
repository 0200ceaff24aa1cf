/** Dependencies, from what comes first to what waits for it; those that are broken in the look of a problem. */
import { type Link, linksWithin } from '../links.ts';
import type { Pen, Stroke } from '../pen.ts';
import { type Scene, endOf, xOf } from '../scene.ts';

/** Lines that only pass, with both ends out of sight, say something while they are few. */
const PASSING = 200;
const BEND = 8;

interface Wires {
  readonly lines: number[];
  readonly arrows: number[];
}

const trace = ({ lines, arrows }: Wires, scene: Scene, { leave, reach, fromY, toY }: Link): void => {
  const { frame } = scene;
  const clamp = (x: number): number => Math.min(frame.width + 50, Math.max(-50, x));
  const [a, b] = [clamp(xOf(frame, leave)), clamp(xOf(frame, reach))];
  const [y, z] = [fromY - frame.scrollTop, toY - frame.scrollTop];
  const bend = Math.round(b - a > 2 * BEND ? b - BEND : a + BEND) + 0.5;
  lines.push(a, y, bend, y, bend, z, b, z);
  if (z < 0 || z > frame.height) return;
  const back = bend > b ? 5 : -5;
  arrows.push(b, z, b + back, z - 3, b + back, z + 3);
};

/** A line is in sight for itself while one of its ends is. */
const endsInSight = ({ frame }: Scene, { leave, reach, fromY, toY }: Link): boolean => {
  const end = endOf(frame);
  const inside = (at: number, y: number): boolean =>
    at >= frame.origin && at <= end && y >= frame.scrollTop && y <= frame.scrollTop + frame.height;
  return inside(leave, fromY) || inside(reach, toY);
};

const stroke = (pen: Pen, { lines, arrows }: Wires, style: Stroke): void => {
  pen.lines(lines, 4, style);
  pen.shapes(arrows, 3, style.colour);
};

export const drawLinks = (pen: Pen, scene: Scene): void => {
  const { frame, links, palette, critical, board } = scene;
  if (links === undefined) return;
  const found = linksWithin(
    links,
    frame.origin - 20 * frame.msPerPixel,
    endOf(frame) + 20 * frame.msPerPixel,
    frame.scrollTop,
    frame.scrollTop + frame.height,
  );
  const seen = found.length <= PASSING ? found : found.filter((link) => endsInSight(scene, link));
  const fine: Wires = { lines: [], arrows: [] };
  const late: Wires = { lines: [], arrows: [] };
  const chain: Wires = { lines: [], arrows: [] };
  for (const link of seen) {
    const onPath =
      critical?.has(board.bars[link.from]?.id ?? '') === true && critical.has(board.bars[link.to]?.id ?? '');
    trace(link.late ? late : onPath ? chain : fine, scene, link);
  }
  stroke(pen, fine, { colour: palette.ink.link });
  stroke(pen, chain, { colour: palette.ink['link-critical'], width: 2 });
  // Late is told by dashes too, for those to whom red is grey.
  stroke(pen, late, { colour: palette.ink['link-late'], width: 1.5, dash: [4, 2] });
};
