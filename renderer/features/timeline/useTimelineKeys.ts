import type { KeyboardEvent } from 'react';
import { removeRecords } from '#shared/plan/commands.ts';
import type { Bar } from '#shared/timeline/bars.ts';
import { select, useView } from '../../state/view.ts';
import { performWithUndo } from '../../ui/perform.ts';
import { shiftBars } from './edits.ts';
import { snapStep } from './snap.ts';
import type { TimelineModel } from './useTimelineModel.ts';
import { panBy, useViewport, zoomAt } from './viewport.ts';

/** The bar to go to from the active one: next or previous in time, or the nearest in the row above or below. */
const neighbour = (model: TimelineModel, activeId: string | undefined, key: string): Bar | undefined => {
  const { rows } = model.layout;
  const rowIndex = Math.max(
    0,
    rows.findIndex((row) => row.placed.some(({ bar }) => bar.id === activeId)),
  );
  const row = rows[rowIndex];
  const at = row?.placed.findIndex(({ bar }) => bar.id === activeId) ?? -1;
  if (key === 'ArrowRight') return row?.placed[at + 1]?.bar;
  if (key === 'ArrowLeft') return row?.placed[at - 1]?.bar;
  if (key === 'Home') return row?.placed[0]?.bar;
  if (key === 'End') return row?.placed.at(-1)?.bar;
  const other = rows[rowIndex + (key === 'ArrowDown' ? 1 : -1)];
  const start = row?.placed[at]?.bar.start ?? 0;
  return other?.placed.reduce<Bar | undefined>(
    (best, { bar }) => (best === undefined || Math.abs(bar.start - start) < Math.abs(best.start - start) ? bar : best),
    undefined,
  );
};

const MOVES: ReadonlySet<string> = new Set(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

interface Keys {
  readonly model: TimelineModel;
  readonly selected: ReadonlySet<string>;
  readonly activeId: string | undefined;
  readonly width: number;
  readonly goTo: (bar: Bar) => void;
}

const moveSelection = (event: KeyboardEvent, { model, selected, activeId, goTo }: Keys): void => {
  const bar = neighbour(model, activeId, event.key);
  if (bar === undefined) return;
  const ids = event.shiftKey ? [...new Set([...selected, bar.id])] : [bar.id];
  select(bar.kind, ids);
  goTo(bar);
};

const remove = ({ model, selected }: Keys): void => {
  const kind = model.bars.find(({ id }) => selected.has(id))?.kind;
  if (kind !== undefined) performWithUndo((context) => removeRecords(context, kind, [...selected]));
};

/**
 * The keyboard of the timeline: arrows walk the bars (Shift adds), Alt with left and right shifts the selected ones by
 * a snapping step, plus and minus zoom, Page keys pan, Enter opens the inspector, Delete removes.
 */
export const timelineKeys =
  (keys: Keys) =>
  (event: KeyboardEvent): void => {
    const { model, selected, width } = keys;
    const { msPerPixel } = useViewport.getState();
    const shifted = event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight');
    if (shifted) {
      const step = snapStep(msPerPixel) * (event.key === 'ArrowLeft' ? -1 : 1);
      shiftBars(
        model.bars.filter(({ id }) => selected.has(id)),
        step,
      );
    } else if (MOVES.has(event.key)) moveSelection(event, keys);
    else if (event.key === '+' || event.key === '=') zoomAt(width / 2, 1 / 1.5);
    else if (event.key === '-') zoomAt(width / 2, 1.5);
    else if (event.key === 'PageDown' || event.key === 'PageUp') panBy((event.key === 'PageDown' ? 0.8 : -0.8) * width);
    else if (event.key === 'Enter') useView.setState({ inspectorOpen: true });
    else if (event.key === 'Escape') select('activity', []);
    else if (event.key === 'Delete') remove(keys);
    else if ((event.ctrlKey || event.metaKey) && event.key === 'a')
      select(
        'activity',
        model.bars.filter(({ kind }) => kind === 'activity').map(({ id }) => id),
      );
    else return;
    event.preventDefault();
  };
