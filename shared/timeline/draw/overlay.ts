/** What moves with the pointer, over the painted bars: what is hovered, ghosts of a drag, a line being drawn. */
import { BAR_HEIGHT, type BoardRow, laneTop } from '../board.ts';
import type { Gesture, Ghost } from '../gesture.ts';
import { LINK_GAP, LINK_RADIUS } from '../hit.ts';
import { type Pen, fitted } from '../pen.ts';
import { type Scene, endOf, xOf } from '../scene.ts';
import { POINT } from './bars.ts';

export interface Hover {
  /** Index of the bar under the pointer. */
  readonly bar: number;
  readonly row: BoardRow;
  readonly lane: number;
}

const drawHover = (pen: Pen, scene: Scene, { bar: index, row, lane }: Hover): void => {
  const bar = scene.board.bars[index];
  if (bar === undefined) return;
  const { frame, palette } = scene;
  const { ink } = palette;
  const x = xOf(frame, bar.start);
  const to = xOf(frame, bar.end);
  const top = laneTop(row, lane) - frame.scrollTop;
  const middle = top + BAR_HEIGHT / 2;
  const far = POINT + 2;
  if (bar.end === bar.start)
    pen.shapes([x, middle - far, x + far, middle, x, middle + far, x - far, middle], 4, 'none', { colour: ink.text });
  else pen.card(x - 0.5, top - 0.5, Math.max(2, to - x) + 1, BAR_HEIGHT + 1, 3, 'none', { colour: ink.text });
  const away = LINK_GAP + (bar.end === bar.start ? POINT : 0);
  for (const at of [x - away, to + away])
    pen.card(at - LINK_RADIUS, middle - LINK_RADIUS, 2 * LINK_RADIUS, 2 * LINK_RADIUS, LINK_RADIUS, ink.ground, {
      colour: ink.accent,
      width: 1.5,
    });
};

/** Top of a ghost within the window: its row's first lane, or where the bar it stands for is. */
const ghostTop = ({ board, frame }: Scene, { id, row: key }: Ghost): number | undefined => {
  const index = id === undefined ? -1 : (board.indexOf.get(id) ?? -1);
  const own = board.rows[board.rowOf[index] ?? -1];
  const other = key === undefined || key === own?.key ? undefined : board.rows.find((row) => row.key === key);
  if (other !== undefined) return laneTop(other, 0) - frame.scrollTop;
  return own === undefined ? undefined : laneTop(own, board.laneOf[index] ?? 0) - frame.scrollTop;
};

const drawGhost = (pen: Pen, scene: Scene, ghost: Ghost): void => {
  const { frame, palette, hues, board } = scene;
  if (ghost.end < frame.origin || ghost.start > endOf(frame)) return;
  const top = ghostTop(scene, ghost);
  if (top === undefined || top < -BAR_HEIGHT || top > frame.height) return;
  const { ink } = palette;
  const index = ghost.id === undefined ? -1 : (board.indexOf.get(ghost.id) ?? -1);
  const hue = palette.hues[hues[index] ?? -1] ?? { fill: ink.panel, edge: ink.accent };
  const x = xOf(frame, ghost.start);
  const w = (ghost.end - ghost.start) / frame.msPerPixel;
  const middle = top + BAR_HEIGHT / 2;
  if (w === 0) {
    pen.shapes([x, middle - POINT, x + POINT, middle, x, middle + POINT, x - POINT, middle], 4, hue.edge);
    return;
  }
  pen.card(x + 0.5, top + 0.5, Math.max(2, w - 1), BAR_HEIGHT - 1, 3, hue.fill, { colour: ink.accent, width: 2 });
  const title = ghost.title ?? board.bars[index]?.title ?? '';
  const from = Math.max(x, 0) + 7;
  pen.text(from, middle + 4, fitted(pen, title, 'label', x + w - from - 4), 'label', ink['bar-text']);
};

const drawNote = (pen: Pen, { frame, palette }: Scene, { text, at, y }: NonNullable<Gesture['note']>): void => {
  const { ink } = palette;
  const width = Math.max(...text.map((line) => pen.width(line, 'label'))) + 14;
  const height = text.length * 15 + 8;
  const x = Math.min(frame.width - width - 4, Math.max(4, xOf(frame, at) + 12));
  const below = y - frame.scrollTop + 18;
  const top = below + height > frame.height ? below - height - 36 : below;
  pen.card(x, top, width, height, 4, ink.now);
  text.forEach((line, n) => pen.text(x + 7, top + 15 + n * 15, line, 'label', ink['on-now']));
};

const drawGesture = (pen: Pen, scene: Scene, { ghosts, line, box, snap, note }: Gesture): void => {
  const { frame, palette } = scene;
  const { ink } = palette;
  if (snap !== undefined) pen.box(Math.round(xOf(frame, snap)), 0, 1, frame.height, ink.accent);
  for (const ghost of ghosts) drawGhost(pen, scene, ghost);
  if (box !== undefined) {
    const x = xOf(frame, box.start);
    const [w, h] = [(box.end - box.start) / frame.msPerPixel, box.bottom - box.top];
    pen.faint(0.12, () => pen.box(x, box.top - frame.scrollTop, w, h, ink.accent));
    pen.card(x, box.top - frame.scrollTop, w, h, 0, 'none', { colour: ink.accent, dash: [3, 2] });
  }
  if (line !== undefined) {
    const colour = line.refused === true ? ink.error : ink.accent;
    const [a, y] = [xOf(frame, line.from.at), line.from.y - frame.scrollTop];
    const [b, z] = [xOf(frame, line.to.at), line.to.y - frame.scrollTop];
    pen.lines([a, y, b, z], 2, { colour, width: 2, ...(line.refused === true ? { dash: [4, 3] } : {}) });
    pen.card(b - 4, z - 4, 8, 8, 4, colour);
  }
  if (note !== undefined) drawNote(pen, scene, note);
};

export const drawOverlay = (pen: Pen, scene: Scene, hover: Hover | undefined, gesture: Gesture | null): void => {
  if (gesture !== null) drawGesture(pen, scene, gesture);
  else if (hover !== undefined) drawHover(pen, scene, hover);
};
