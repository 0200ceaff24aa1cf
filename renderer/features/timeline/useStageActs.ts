import { type MouseEvent, type RefObject, useEffect } from 'react';
import type { Hit } from '#shared/timeline/hit.ts';
import { select } from '../../state/view.ts';
import { standingIn } from './acts.ts';
import { chosen } from './chosen.ts';
import { clipFrom, copyTo, pasteAt } from './clipboard.ts';
import { cursorAt, groupRow, useCursor } from './cursor.ts';
import { openMenu } from './menu.ts';
import { pasteSheet } from './sheet.ts';
import { snapper } from './snapping.ts';
import type { TimelineModel } from './useTimelineModel.ts';

/** Puts the time cursor where the pointer is. */
export const placeCursor = (model: TimelineModel, hit: Extract<Hit, { on: 'row' }>, suspended: boolean): void => {
  useCursor.setState({ at: snapper(model)(hit.at, suspended).at, row: groupRow(model.board, hit.row)?.key });
};

/** What the right button opens the menu on: the bar under it joins no selection but becomes it, unless it is in it. */
const pointMenu = (
  event: MouseEvent,
  hit: Hit | undefined,
  model: TimelineModel,
  selected: ReadonlySet<string>,
): void => {
  event.preventDefault();
  if (hit?.on === 'bar') {
    if (!selected.has(hit.bar.id)) select(hit.bar.kind, [hit.bar.id]);
    // Splitting and pasting from the menu happen where it was opened.
    useCursor.setState({ at: snapper(model)(hit.at, event.altKey).at, row: hit.row.key });
  } else if (hit?.on === 'row') {
    select('activity', []);
    placeCursor(model, hit, event.altKey);
  }
  openMenu(event.clientX, event.clientY);
};

/** The menu of the stage. */
export const stageMenu =
  (model: TimelineModel, selected: ReadonlySet<string>, hitAt: (clientX: number, clientY: number) => Hit | undefined) =>
  (event: MouseEvent): void => {
    // The menu key has opened it already, at the active bar.
    if (event.button === 2) pointMenu(event, hitAt(event.clientX, event.clientY), model, selected);
    else event.preventDefault();
  };

/**
 * The clipboard of the stage. A picture has no place for a caret, so that the browser may send these events to the page:
 * they are the stage's while it has the focus, too.
 */
export const useStageClipboard = (stage: RefObject<HTMLElement | null>, model: TimelineModel): void => {
  useEffect(() => {
    const row = () => standingIn({ model, activeId: chosen().at(-1)?.id });
    const onEvent = (event: ClipboardEvent): void => {
      const { clipboardData, type, target } = event;
      const own = target instanceof Node && stage.current?.contains(target) === true;
      if (clipboardData === null || (!own && document.activeElement !== stage.current)) return;
      if (type !== 'paste') {
        if (copyTo(clipboardData, type === 'cut', row())) event.preventDefault();
        return;
      }
      event.preventDefault();
      const clip = clipFrom(clipboardData);
      if (clip.ok || !pasteSheet(clipboardData.getData('text/plain'), row())) pasteAt(clip, cursorAt(), row());
    };
    for (const type of ['copy', 'cut', 'paste'] as const) document.addEventListener(type, onEvent);
    return () => {
      for (const type of ['copy', 'cut', 'paste'] as const) document.removeEventListener(type, onEvent);
    };
  }, [stage, model]);
};
