/** The acts of the timeline by name: what a key, the menu and the toolbar carry out on what is selected. */
import type { Board, BoardRow } from '#shared/timeline/board.ts';
import type { Bar } from '#shared/timeline/bars.ts';
import type { Hit } from '#shared/timeline/hit.ts';
import { gridStep, timeStep } from '#shared/timeline/snap.ts';
import type { Following } from '#shared/plan/schedule/follow.ts';
import { formatTime } from '#shared/time/display.ts';
import { DAY, HOUR } from '#shared/time/instant.ts';
import { openInspector, select, useView } from '../../state/view.ts';
import { announce } from '../../ui/announce.ts';
import { tellFailure } from '../../ui/perform.ts';
import { wordFor } from '../../ui/words.ts';
import type { ActId } from './actKeys.ts';
import { chosen, spanOf } from './chosen.ts';
import { timeContext } from './readings.ts';
import { heldClip, pasteAt } from './clipboard.ts';
import { cursorAt, cursorRow, groupRow, useCursor } from './cursor.ts';
import { openDialog } from './dialogs.ts';
import { createBar, reassignBars, resizeBars, type RowRef, shiftBars, splitBars, unlinkBars } from './edits.ts';
import { rowName } from './rowName.ts';
import { openSearch, stepHit, useSearch } from './search.ts';
import { snapper, useSnapRules } from './snapping.ts';
import { toggleDrawing, toggleTable } from './modes.ts';
import type { TimelineModel } from './useTimelineModel.ts';
import { centreOn, useViewport } from './viewport.ts';

export interface ActScene {
  readonly model: TimelineModel;
  readonly activeId: string | undefined;
  readonly goTo: (bar: Bar) => void;
}

const rowRef = ({ by }: Board, row: BoardRow | undefined): RowRef | undefined =>
  row === undefined ? undefined : { by, key: row.key };

/** The row that the keyboard stands in, as edits know rows. */
export const standingIn = ({ model: { board }, activeId }: Pick<ActScene, 'model' | 'activeId'>): RowRef | undefined =>
  rowRef(board, cursorRow(board, activeId));

/** Keeps in sight what has been moved by keys. */
const follow = (): void => {
  const [first] = chosen();
  const span = first === undefined ? undefined : spanOf(first);
  if (span === undefined) return;
  const { origin, msPerPixel, width } = useViewport.getState();
  if (span.end < origin || span.start > origin + width * msPerPixel) centreOn((span.start + span.end) / 2);
};

const shift = (steps: number, following?: Following): void => {
  const records = chosen();
  if (records.length === 0) return;
  shiftBars(records, timeStep(useSnapRules.getState().grid, useViewport.getState().msPerPixel, steps), following);
  follow();
};

const resize = (edge: 'start' | 'end', steps: number): void => {
  const step = gridStep(useSnapRules.getState().grid, useViewport.getState().msPerPixel);
  resizeBars(chosen(), edge, steps * step);
};

/** The next row up or down that bars can be moved to. */
const nextRow = (board: Board, from: BoardRow, way: 1 | -1): BoardRow | undefined => {
  for (let at = board.rows.indexOf(from) + way; at >= 0 && at < board.rows.length; at += way) {
    const row = board.rows[at];
    // Rows of units stand under their participants, which are no units.
    if (row?.kind === 'group' && (board.by !== 'unit' || row.depth > 0 || row.key === '')) return row;
  }
  return undefined;
};

const changeRow = ({ model: { board }, activeId }: ActScene, way: 1 | -1): void => {
  const from = cursorRow(board, activeId);
  const to = from === undefined ? undefined : nextRow(board, from, way);
  const [a, b] = [rowRef(board, from), rowRef(board, to)];
  if (a !== undefined && b !== undefined) reassignBars(chosen(), a, b);
};

/** Two hours, or as long as it takes to be seen and gripped at this zoom. */
export const newLength = (): number => {
  const { msPerPixel } = useViewport.getState();
  return [2 * HOUR, 6 * HOUR, DAY].find((length) => length / msPerPixel >= 12) ?? 7 * DAY;
};

const create = ({ model, activeId }: ActScene): void => {
  const start = snapper(model)(cursorAt(), false).at;
  createBar(start, start + newLength(), standingIn({ model, activeId }));
};

/** A new activity where an empty place was pressed twice. */
export const createThere = (model: TimelineModel, hit: Extract<Hit, { on: 'row' }>): void => {
  const start = snapper(model)(hit.at, false).at;
  createBar(start, start + newLength(), rowRef(model.board, groupRow(model.board, hit.row)));
};

/** Activities are cut at the cursor; a movement's load is shared, for which the cursor says nothing. */
const split = (): void => {
  const records = chosen();
  if (records.some(({ kind }) => kind === 'activity')) splitBars(records, cursorAt());
  else if (records.length === 1) openDialog('splitMovement');
  else if (records.length > 1) tellFailure({ code: 'SPLIT_MOVEMENTS' });
};

const moveCursor = ({ model, activeId }: ActScene, steps: number): void => {
  const { grid } = useSnapRules.getState();
  const { msPerPixel, origin, width } = useViewport.getState();
  const from = cursorAt();
  const { at } = snapper(model)(from + steps * gridStep(grid, msPerPixel), false);
  // An anchor or end that draws the cursor back would hold it for ever.
  const next = (at - from) * steps > 0 ? at : from + steps * gridStep(grid, msPerPixel);
  useCursor.setState({ at: next });
  if (next < origin || next > origin + width * msPerPixel) centreOn(next);
  sayCursor({ model, activeId });
};

/** Says where the cursor stands. */
const sayCursor = ({ model, activeId }: Pick<ActScene, 'model' | 'activeId'>): void => {
  const row = cursorRow(model.board, activeId);
  const time = formatTime(cursorAt(), useView.getState().timeMode, timeContext());
  announce(
    row === undefined
      ? wordFor('editing.said.cursor', { time })
      : wordFor('editing.said.cursorIn', { time, row: rowName(model.board.by, row.title) }),
  );
};

const linkChosen = (): void => {
  if (chosen().length < 2) tellFailure({ code: 'LINK_TOO_FEW' });
  else openDialog('link');
};

const goToHit = (scene: ActScene, way: 1 | -1): void => {
  if (useSearch.getState().query === '') return openSearch();
  const id = stepHit(way);
  if (id !== undefined) showHit(scene, id);
};

/** Selects a hit and brings it into sight. */
export const showHit = ({ model, goTo }: Pick<ActScene, 'model' | 'goTo'>, id: string): void => {
  const bar = model.board.bars[model.board.indexOf.get(id) ?? -1];
  if (bar === undefined) return;
  select(bar.kind, [id]);
  goTo(bar);
};

/** The browser's own command asks the stage for what goes on the clipboard, as the keys do. */
const writeClipboard = (command: 'cut' | 'copy'): void => {
  document.querySelector<HTMLElement>('.timeline-stage')?.focus();
  document.execCommand(command);
};

/** What each act does. By keys, cutting, copying and pasting go through the clipboard's own events. */
export const ACTS: Readonly<Record<Exclude<ActId, 'menu'>, (scene: ActScene) => void>> = {
  edit: () => chosen().length > 0 && openInspector(),
  new: create,
  earlier: () => shift(-1),
  later: () => shift(1),
  endEarlier: () => resize('end', -1),
  endLater: () => resize('end', 1),
  startEarlier: () => resize('start', -1),
  startLater: () => resize('start', 1),
  rowUp: (scene) => changeRow(scene, -1),
  rowDown: (scene) => changeRow(scene, 1),
  followEarlier: () => shift(-1, 'links'),
  followLater: () => shift(1, 'links'),
  shift: () => chosen().length > 0 && openDialog('shift'),
  split,
  link: linkChosen,
  unlink: () => unlinkBars(chosen()),
  cut: () => writeClipboard('cut'),
  copy: () => writeClipboard('copy'),
  paste: (scene) => pasteAt(heldClip(), cursorAt(), standingIn(scene)),
  pasteShifted: () => openDialog('pasteShifted'),
  cursorEarlier: (scene) => moveCursor(scene, -1),
  cursorLater: (scene) => moveCursor(scene, 1),
  anchor: () => openDialog('anchor'),
  draw: toggleDrawing,
  find: openSearch,
  findNext: (scene) => goToHit(scene, 1),
  findPrevious: (scene) => goToHit(scene, -1),
  table: toggleTable,
};
