/** Dependencies, from what comes first to what waits for it; those that are broken in the look of a problem. */
import { type Link, type Links, linksTouching } from '../links.ts';
import type { Pen, Wire } from '../pen.ts';
import { FLAG, type Scene, endOf, xOf } from '../scene.ts';
import { walkBars } from './bars.ts';

/** Lines without a bar in sight, passing or between what is crowded or folded, say something while they are few. */
const PASSING = 200;
/** More lines than this are no lines any more: of those only the broken, the critical and the selected bars' are drawn. */
const MANY = 1_000;
const BEND = 8;
/** Pixels beyond the window in which a line may still bend into it. */
const AROUND = 20;
const DASH = [4, 2] as const;

interface Wires {
  readonly lines: number[];
  readonly arrows: number[];
}

const trace = ({ lines, arrows }: Wires, { frame }: Scene, { leave, reach, fromY, toY }: Link): void => {
  const clampX = (x: number): number => Math.min(frame.width + 50, Math.max(-50, x));
  const clampY = (y: number): number => Math.min(frame.height + 50, Math.max(-50, y));
  const [a, b] = [clampX(xOf(frame, leave)), clampX(xOf(frame, reach))];
  const [y, z] = [clampY(fromY - frame.scrollTop), clampY(toY - frame.scrollTop)];
  const bend = Math.round(b - a > 2 * BEND ? b - BEND : a + BEND) + 0.5;
  lines.push(a, y, bend, y, bend, z, b, z);
  if (z < 0 || z > frame.height) return;
  const back = bend > b ? 5 : -5;
  arrows.push(b, z, b + back, z - 3, b + back, z + 3);
};

/** Which lines were met in the round before; kept, since a frame has no time to clear it. */
const marks = new WeakMap<Links, { readonly met: Uint32Array; round: number }>();

/** Says of each line once that it is new. */
const meeting = (links: Links): ((at: number) => boolean) => {
  const mark = marks.get(links) ?? { met: new Uint32Array(links.all.length), round: 0 };
  marks.set(links, mark);
  mark.round += 1;
  const { met, round } = mark;
  return (at) => {
    if (met[at] === round) return false;
    met[at] = round;
    return true;
  };
};

/**
 * Calls for every line to be drawn: those of the bars that are drawn for themselves, and the others while they are few.
 * Costs what is in sight, however many lines there are.
 */
const eachInSight = (scene: Scene, links: Links, visit: (link: Link) => void): void => {
  const { board, frame } = scene;
  const isNew = meeting(links);
  const take = (at: number): void => {
    const link = links.all[at];
    if (link !== undefined) visit(link);
  };
  walkBars(scene, {
    whole: (index, _, row) => {
      if (row !== board.rows[board.rowOf[index] ?? -1]) return;
      for (let n = links.offsets[index] ?? 0; n < (links.offsets[index + 1] ?? 0); n += 1) {
        const at = links.of[n] ?? -1;
        if (isNew(at)) take(at);
      }
    },
    crowd: () => undefined,
  });
  const around = AROUND * frame.msPerPixel;
  const bottom = frame.scrollTop + frame.height;
  linksTouching(
    links,
    [frame.origin - around, endOf(frame) + around, frame.scrollTop, bottom],
    PASSING,
    isNew,
  )?.forEach(take);
};

const isCritical = ({ critical, board }: Scene, { from, to }: Link): boolean =>
  critical?.has(board.bars[from]?.id ?? '') === true && critical.has(board.bars[to]?.id ?? '');

/** What is left of lines that are too many to be told apart: those that matter most. */
const thinned = (scene: Scene, found: readonly Link[]): readonly Link[] => {
  if (found.length <= MANY) return found;
  const isSelected = (bar: number): boolean => ((scene.flags[bar] ?? 0) & FLAG.selected) !== 0;
  const asked = found.filter((link) => isCritical(scene, link) || isSelected(link.from) || isSelected(link.to));
  const late = found.filter(({ late: broken }) => broken);
  return asked.length + late.length <= MANY ? [...new Set([...asked, ...late])] : asked.slice(0, MANY);
};

const draw = (pen: Pen, { lines, arrows }: Wires, wire: Wire): void => {
  pen.wires(lines, 4, wire);
  pen.shapes(arrows, 3, wire.colour);
};

export const drawLinks = (pen: Pen, scene: Scene): void => {
  const { frame, links, palette } = scene;
  if (links === undefined) return;
  const found: Link[] = [];
  eachInSight(scene, links, (link) => found.push(link));
  const fine: Wires = { lines: [], arrows: [] };
  const late: Wires = { lines: [], arrows: [] };
  const chain: Wires = { lines: [], arrows: [] };
  for (const link of thinned(scene, found)) {
    const onPath = isCritical(scene, link);
    trace(link.late ? late : onPath ? chain : fine, scene, link);
  }
  draw(pen, fine, { colour: palette.ink.link, width: 1 });
  draw(pen, chain, { colour: palette.ink['link-critical'], width: 2 });
  // Late is told by dashes too, for those to whom red is grey.
  const phase = [xOf(frame, 0), -frame.scrollTop] as const;
  draw(pen, late, { colour: palette.ink['link-late'], width: 1.5, dash: DASH, phase });
};
