import type { KeyboardEvent } from 'react';
import type { Bar } from '#shared/timeline/bars.ts';
import { isPressed } from '../../app/shortcuts.ts';
import { openInspector, select, selectRecords } from '../../state/view.ts';
import { ACT_KEYS, type ActId } from './actKeys.ts';
import { ACTS, type ActScene } from './acts.ts';
import { chosen } from './chosen.ts';
import { dropCut } from './clipboard.ts';
import { activeRow, useCursor } from './cursor.ts';
import { removeBars } from './edits.ts';
import { openMenuAt } from './menu.ts';
import { stopDrawing } from './modes.ts';
import { neighbour } from './neighbour.ts';
import { closeSearch } from './search.ts';
import type { TimelineModel } from './useTimelineModel.ts';
import { foldAll, panBy, toggleFolded, useViewport, zoomAt } from './viewport.ts';
import { zoomPlace } from './zoomPlace.ts';

const MOVES: ReadonlySet<string> = new Set(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

interface Keys {
  readonly model: TimelineModel;
  readonly selected: ReadonlySet<string>;
  readonly activeId: string | undefined;
  readonly goTo: (bar: Bar) => void;
}

/** Walks to another bar; with Shift it joins the selection. */
const moveSelection = (event: KeyboardEvent, { model, selected, activeId, goTo }: Keys): void => {
  const { board } = model;
  const place = neighbour(board, activeId, event.key, activeRow(board, activeId));
  if (place === undefined) return;
  const { bar, row } = place;
  if (!event.shiftKey) select(bar.kind, [bar.id]);
  else if (!selected.has(bar.id)) selectRecords([...chosen(), bar]);
  useCursor.setState({ row: row.key });
  goTo(bar);
};

/** A page in time, with Shift a page of rows. */
const page = (event: KeyboardEvent, width: number, height: number): void => {
  const way = event.key === 'PageDown' ? 0.8 : -0.8;
  if (event.shiftKey) panBy(0, way * height);
  else panBy(way * width);
};

/** Folds and unfolds the row of the active bar, with Shift all rows; what is folded keeps its bars' place. */
const fold = (event: KeyboardEvent, { model: { board }, activeId }: Keys): void => {
  const up = event.key === 'ArrowUp';
  if (event.shiftKey) {
    foldAll(up ? board : undefined);
    return;
  }
  let row = board.rows[activeRow(board, activeId)];
  if (row?.kind === 'bar') row = board.rows[row.parent];
  // A folded row folds the one it stands under, so that the key leads on upwards.
  if (up && row?.folded === true) row = board.rows[row.parent];
  if (row !== undefined && row.folded !== up) toggleFolded(row.key);
};

/** Left to the clipboard's own events, which carry what is copied. */
const BY_CLIPBOARD: ReadonlySet<ActId> = new Set(['cut', 'copy', 'paste']);

const actOf = (event: KeyboardEvent): ActId | undefined => {
  const found = Object.entries(ACT_KEYS).find(([, keys]) => keys.some((key) => isPressed(key, event)));
  return found === undefined ? undefined : (found[0] as ActId);
};

/** One thing at a time: what was cut, drawing, the search line, then the selection. */
const escape = (): void => {
  if (!dropCut() && !stopDrawing() && !closeSearch()) select('activity', []);
};

/** Keys that move the view or the selection. @returns whether the key was one of them. */
const moveView = (event: KeyboardEvent, keys: Keys): boolean => {
  const { width, height } = useViewport.getState();
  const mod = event.ctrlKey || event.metaKey;
  if (mod && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) fold(event, keys);
  else if (MOVES.has(event.key)) moveSelection(event, keys);
  else if (event.key === '+' || event.key === '=') zoomAt(zoomPlace(keys.model.board, keys.activeId), 1 / 1.5);
  else if (event.key === '-') zoomAt(zoomPlace(keys.model.board, keys.activeId), 1.5);
  else if (event.key === 'PageDown' || event.key === 'PageUp') page(event, width, height);
  else if (event.key === 'Enter') openInspector();
  else if (event.key === 'Escape') escape();
  else if (event.key === 'Delete') removeBars(chosen());
  else if (mod && event.key === 'a') selectRecords(keys.model.board.bars);
  else return false;
  return true;
};

/**
 * The keyboard of the timeline: arrows walk the bars (Shift adds), Ctrl with up and down folds and unfolds rows, plus and
 * minus zoom, Page keys pan, Enter opens the inspector, Delete removes; every edit has its key in `ACT_KEYS`.
 */
export const timelineKeys =
  (keys: Keys) =>
  (event: KeyboardEvent): void => {
    const act = actOf(event);
    if (act !== undefined && BY_CLIPBOARD.has(act)) return;
    if (act === 'menu') openMenuAt(event.currentTarget);
    else if (act !== undefined) ACTS[act](keys);
    else if (!moveView(event, keys)) return;
    event.preventDefault();
  };

/** The same acts on the lines of the table, which walks and edits its cells itself. */
export const timelineTableKeys =
  (scene: ActScene) =>
  (event: KeyboardEvent): void => {
    // A field in a cell has its keys for itself.
    if (!(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'grid') return;
    const act = actOf(event);
    if (act === undefined || act === 'edit' || BY_CLIPBOARD.has(act)) return;
    if (act === 'menu') openMenuAt(event.target);
    else ACTS[act](scene);
    event.preventDefault();
    event.stopPropagation();
  };
