import type { KeyboardEvent } from 'react';
import { removeRecords } from '#shared/plan/commands.ts';
import type { Bar } from '#shared/timeline/bars.ts';
import { select, useView } from '../../state/view.ts';
import { performWithUndo } from '../../ui/perform.ts';
import { shiftBars } from './edits.ts';
import { neighbour } from './neighbour.ts';
import { snapStep } from './snap.ts';
import type { TimelineModel } from './useTimelineModel.ts';
import { foldAll, panBy, toggleFolded, useViewport, zoomAt } from './viewport.ts';

const MOVES: ReadonlySet<string> = new Set(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

interface Keys {
  readonly model: TimelineModel;
  readonly selected: ReadonlySet<string>;
  readonly activeId: string | undefined;
  readonly goTo: (bar: Bar) => void;
}

const moveSelection = (event: KeyboardEvent, { model, selected, activeId, goTo }: Keys): void => {
  const bar = neighbour(model.board, activeId, event.key);
  if (bar === undefined) return;
  const ids = event.shiftKey ? [...new Set([...selected, bar.id])] : [bar.id];
  select(bar.kind, ids);
  goTo(bar);
};

const remove = ({ model, selected }: Keys): void => {
  const kind = model.bars.find(({ id }) => selected.has(id))?.kind;
  if (kind !== undefined) performWithUndo((context) => removeRecords(context, kind, [...selected]));
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
  let row = board.rows[board.rowOf[board.indexOf.get(activeId ?? '') ?? -1] ?? -1];
  if (row?.kind === 'bar') row = board.rows[row.parent];
  // A folded row folds the one it stands under, so that the key leads on upwards.
  if (up && row?.folded === true) row = board.rows[row.parent];
  if (row !== undefined && row.folded !== up) toggleFolded(row.key);
};

/**
 * The keyboard of the timeline: arrows walk the bars (Shift adds), Alt with left and right shifts the selected ones by
 * a snapping step, Ctrl with up and down folds and unfolds rows, plus and minus zoom, Page keys pan, Enter opens the inspector, Delete removes.
 */
export const timelineKeys =
  (keys: Keys) =>
  (event: KeyboardEvent): void => {
    const { model, selected } = keys;
    const { msPerPixel, width, height } = useViewport.getState();
    const mod = event.ctrlKey || event.metaKey;
    const shifted = event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight');
    if (shifted) {
      const step = snapStep(msPerPixel) * (event.key === 'ArrowLeft' ? -1 : 1);
      shiftBars(
        model.bars.filter(({ id }) => selected.has(id)),
        step,
      );
    } else if (mod && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) fold(event, keys);
    else if (MOVES.has(event.key)) moveSelection(event, keys);
    else if (event.key === '+' || event.key === '=') zoomAt(width / 2, 1 / 1.5);
    else if (event.key === '-') zoomAt(width / 2, 1.5);
    else if (event.key === 'PageDown' || event.key === 'PageUp') page(event, width, height);
    else if (event.key === 'Enter') useView.setState({ inspectorOpen: true });
    else if (event.key === 'Escape') select('activity', []);
    else if (event.key === 'Delete') remove(keys);
    else if (mod && event.key === 'a')
      select(
        'activity',
        model.board.bars.filter(({ kind }) => kind === 'activity').map(({ id }) => id),
      );
    else return;
    event.preventDefault();
  };
