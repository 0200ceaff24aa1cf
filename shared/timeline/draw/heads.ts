/** The heads of the rows: names that stay in sight while their row does, under the groups they belong to. */
import type { BoardRow } from '../board.ts';
import { type Pen, type Picture, fitted } from '../pen.ts';
import { type Scene, rowsInSight } from '../scene.ts';

export const HEADS_WIDTH = 220;
const INDENT = 14;
/** Width that a symbol or flag has. */
const PICTURE = 24;
/** Height of a group's name that is kept at the top. */
const PINNED = 24;

/** A symbol or flag, and the height it is drawn at. */
export interface HeadPicture extends Picture {
  readonly height: number;
}

/** What the heads say; words and pictures come from whoever knows the language and the theme. */
export interface HeadWords {
  readonly nameOf: (row: BoardRow) => string;
  readonly pictureOf: (row: BoardRow) => HeadPicture | undefined;
}

const chevron = (pen: Pen, x: number, y: number, folded: boolean, colour: string): void => {
  const [a, b] = folded ? [2, 4] : [4, 2];
  const points = folded ? [x - a, y - b, x + a, y, x - a, y + b] : [x - a, y - b, x, y + b, x + a, y - b];
  pen.lines(points, 3, { colour, width: 1.5 });
};

/** Where the fold mark of a row stands; what is pressed left of its end folds. */
export const foldX = (row: BoardRow): number => 11 + row.depth * INDENT;

const drawHead = (pen: Pen, scene: Scene, words: HeadWords, row: BoardRow, middle: number): void => {
  const { ink } = scene.palette;
  if (row.foldable) chevron(pen, foldX(row), middle, row.folded, ink.dimmed);
  let x = foldX(row) + 10;
  const picture = words.pictureOf(row);
  if (picture !== undefined) {
    pen.picture(picture, x, middle - picture.height / 2, PICTURE, picture.height);
    x += PICTURE + 6;
  }
  const count = row.kind === 'group' ? String(row.count) : '';
  const right = HEADS_WIDTH - 8 - (count === '' ? 0 : pen.width(count, 'small') + 6);
  if (count !== '') pen.text(HEADS_WIDTH - 8, middle + 4, count, 'small', ink.dimmed, 'end');
  if (row.code !== '') {
    pen.text(x, middle + 4, row.code, 'headStrong', ink.text);
    x += pen.width(row.code, 'headStrong') + 6;
  }
  pen.text(x, middle + 4, fitted(pen, words.nameOf(row), 'head', right - x), 'head', ink.text);
};

/** The groups above the first row in sight, outermost first. */
const pinnedRows = (scene: Pick<Scene, 'board' | 'frame'>): readonly BoardRow[] => {
  const { rows } = scene.board;
  const [first] = rowsInSight(scene);
  const pinned: BoardRow[] = [];
  for (let at = rows[first]?.parent ?? -1; at >= 0; at = rows[at]?.parent ?? -1) {
    const row = rows[at];
    if (row !== undefined) pinned.unshift(row);
  }
  return pinned;
};

export const drawHeads = (pen: Pen, scene: Scene, words: HeadWords): void => {
  const { board, frame, palette } = scene;
  const { ink } = palette;
  pen.box(0, 0, HEADS_WIDTH, frame.height, ink.panel);
  const pinned = pinnedRows(scene);
  const covered = pinned.length * PINNED;
  const [first, last] = rowsInSight(scene);
  for (let index = first; index < last; index += 1) {
    const row = board.rows[index];
    if (row === undefined) continue;
    const top = row.top - frame.scrollTop;
    const bottom = top + row.height;
    const middle = Math.min(bottom - 13, Math.max(top, covered) + 15);
    pen.within(0, Math.max(top, covered), HEADS_WIDTH, bottom - Math.max(top, covered), () =>
      drawHead(pen, scene, words, row, row.kind === 'bar' ? top + row.height / 2 : middle),
    );
    pen.box(0, Math.round(bottom) - 1, HEADS_WIDTH, 1, ink.grid);
  }
  pinned.forEach((row, n) => {
    pen.box(0, n * PINNED, HEADS_WIDTH, PINNED, ink.panel);
    drawHead(pen, scene, words, row, n * PINNED + PINNED / 2);
    pen.box(0, (n + 1) * PINNED - 1, HEADS_WIDTH, 1, ink['grid-major']);
  });
  pen.box(HEADS_WIDTH - 1, 0, 1, frame.height, ink['grid-major']);
};

/** The head at a place: a group that is kept at the top, else the row there. */
export const headAt = (scene: Pick<Scene, 'board' | 'frame'>, y: number): BoardRow | undefined => {
  const pinned = pinnedRows(scene)[Math.floor(y / PINNED)];
  if (pinned !== undefined && y >= 0) return pinned;
  const [first, last] = rowsInSight(scene);
  const at = y + scene.frame.scrollTop;
  return scene.board.rows.slice(first, last).find(({ top, height }) => at >= top && at < top + height);
};
