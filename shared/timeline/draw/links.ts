/** Dependencies, from what comes first to what waits for it; those that are broken in the look of a problem. */
import { type BoardRow, middleOf } from '../board.ts';
import { boardFrom } from '../crowded.ts';
import { type Link, type Links, linksTouching } from '../links.ts';
import type { Pen, Wire } from '../pen.ts';
import { FLAG, type Scene, endOf, rowsInSight, xOf } from '../scene.ts';
import { walkBars } from './bars.ts';

/** Lines without a bar in sight, passing or between what is crowded or folded, say something while they are few. */
const PASSING = 200;
/** More lines than this are no lines any more: of those only the broken, the critical and the selected bars' are drawn. */
const MANY = 400;
const ASKED = 2_000;
const BEND = 8;
/** Pixels beyond the window in which a line may still bend into it. */
const AROUND = 20;
const DASH = [4, 2] as const;
/** More broken lines than this are not dashed: a frame has no time for it, and the eye none for the gaps. */
const DASHED = 80;
const CORNERS = 4;

interface Wires {
  readonly lines: number[];
  readonly arrows: number[];
}

/** The heights of a line's ends within the window. */
const heightsOf = ({ board, frame }: Scene, { from, to }: Link): readonly [number, number] => [
  (middleOf(board, from) ?? 0) - frame.scrollTop,
  (middleOf(board, to) ?? 0) - frame.scrollTop,
];

const trace = ({ lines, arrows }: Wires, scene: Scene, link: Link): void => {
  const { frame } = scene;
  const clampX = (x: number): number => Math.min(frame.width + 50, Math.max(-50, x));
  const clampY = (y: number): number => Math.min(frame.height + 50, Math.max(-50, y));
  const [fromY, toY] = heightsOf(scene, link);
  const [a, b] = [clampX(xOf(frame, link.leave)), clampX(xOf(frame, link.reach))];
  const [y, z] = [clampY(fromY), clampY(toY)];
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

/** A height of the window's edge as the index of lines knows it: rows seen from afar count with all of their lanes. */
const inBase = (row: BoardRow, base: BoardRow, y: number, edge: 'top' | 'bottom'): number => {
  if (row.crowded) return edge === 'top' ? base.top : base.top + base.height;
  return base.top + y - row.top;
};

const heightsInSight = (scene: Scene): readonly [top: number, bottom: number] => {
  const { frame, board } = scene;
  const [top, bottom] = [frame.scrollTop, frame.scrollTop + frame.height];
  const { base } = board;
  if (base === undefined) return [top, bottom];
  const [first, after] = rowsInSight(scene);
  const [row, last] = [board.rows[first], board.rows[after - 1]];
  const [baseRow, baseLast] = [base.rows[first], base.rows[after - 1]];
  if (row === undefined || last === undefined || baseRow === undefined || baseLast === undefined) return [0, -1];
  return [inBase(row, baseRow, top, 'top'), inBase(last, baseLast, bottom, 'bottom')];
};

const crosses = (scene: Scene, link: Link): boolean => {
  const [y, z] = heightsOf(scene, link);
  return Math.max(y, z) >= 0 && Math.min(y, z) <= scene.frame.height;
};

/**
 * Calls for every line to be drawn: those of the bars that are drawn for themselves, and the others while they are few.
 * Costs what is in sight, however many lines there are.
 */
const eachInSight = (scene: Scene, links: Links, visit: (link: Link) => void): void => {
  const { board, frame } = scene;
  const isNew = meeting(links);
  let met = 0;
  const take = (at: number): void => {
    const link = links.all[at];
    if (link !== undefined) visit(link);
    met += 1;
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
  // Where the bars in sight have too many already, nobody would see those that pass.
  if (met > MANY) return;
  const around = AROUND * frame.msPerPixel;
  const [top, bottom] = heightsInSight(scene);
  let asked = 0;
  const counts = (at: number): boolean => {
    const link = links.all[at];
    if (link === undefined || !isNew(at)) return false;
    asked += 1;
    // Where a row counts with all of its lanes, most of what is found may lead past the window; no frame has time for all.
    return board.base === undefined || asked > ASKED || crosses(scene, link);
  };
  linksTouching(links, [frame.origin - around, endOf(frame) + around, top, bottom], PASSING, counts)?.forEach(take);
};

type IsOne = (link: Link) => boolean;

const none: IsOne = () => false;

/** Between two activities without float. */
const criticalIn = ({ critical, board }: Scene): IsOne =>
  critical === undefined
    ? none
    : ({ from, to }) => critical.has(board.bars[from]?.id ?? '') && critical.has(board.bars[to]?.id ?? '');

/** The lines in sight; where they are too many to be told apart, those that matter most. */
const linesOf = (scene: Scene, links: Links, isCritical: IsOne): readonly Link[] => {
  const { flags } = scene;
  const all: Link[] = [];
  const asked: Link[] = [];
  const late: Link[] = [];
  eachInSight(scene, links, (link) => {
    if (all.length <= MANY) all.push(link);
    const selected = (((flags[link.from] ?? 0) | (flags[link.to] ?? 0)) & FLAG.selected) !== 0;
    if (selected || isCritical(link)) asked.push(link);
    else if (link.late) late.push(link);
  });
  if (all.length <= MANY) return all;
  return asked.length + late.length <= MANY ? [...asked, ...late] : asked.slice(0, MANY);
};

const draw = (pen: Pen, { lines, arrows }: Wires, wire: Wire): void => {
  pen.wires(lines, CORNERS, wire);
  pen.shapes(arrows, 3, wire.colour);
};

const UNMARKED = new Uint8Array();

/** While the lines of a changed plan are being laid out, those of the plan before stand where its bars stood. */
const sceneOf = (now: Scene, { board }: Links): Scene =>
  (now.board.base ?? now.board) === board
    ? now
    : { ...now, board: boardFrom(board, now.board.distance), flags: UNMARKED };

export const drawLinks = (pen: Pen, now: Scene): void => {
  const { links } = now;
  if (links === undefined) return;
  const scene = sceneOf(now, links);
  const { frame, palette } = scene;
  const isCritical = criticalIn(scene);
  const fine: Wires = { lines: [], arrows: [] };
  const late: Wires = { lines: [], arrows: [] };
  const chain: Wires = { lines: [], arrows: [] };
  for (const link of linesOf(scene, links, isCritical))
    trace(link.late ? late : isCritical(link) ? chain : fine, scene, link);
  draw(pen, fine, { colour: palette.ink.link, width: 1 });
  draw(pen, chain, { colour: palette.ink['link-critical'], width: 2 });
  // Late is told by dashes too, for those to whom red is grey; where they would run into each other, by breadth.
  const phase = [xOf(frame, 0), -frame.scrollTop] as const;
  const dashed = late.lines.length <= DASHED * CORNERS * 2;
  draw(pen, late, { colour: palette.ink['link-late'], width: 1.5, ...(dashed ? { dash: DASH, phase } : {}) });
};
