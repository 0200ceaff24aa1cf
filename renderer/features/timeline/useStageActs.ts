import type { ClipboardEvent, MouseEvent } from 'react';
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

/** The clipboard and the menu of the stage. */
export const stageActs = (
  model: TimelineModel,
  selected: ReadonlySet<string>,
  hitAt: (clientX: number, clientY: number) => Hit | undefined,
) => {
  const row = () => standingIn({ model, activeId: chosen().at(-1)?.id });
  const copy = (cut: boolean) => (event: ClipboardEvent) => {
    if (copyTo(event.clipboardData, cut, row())) event.preventDefault();
  };
  return {
    onCopy: copy(false),
    onCut: copy(true),
    onPaste: (event: ClipboardEvent): void => {
      event.preventDefault();
      const clip = clipFrom(event.clipboardData);
      if (clip.ok || !pasteSheet(event.clipboardData.getData('text/plain'), row())) pasteAt(clip, cursorAt(), row());
    },
    onContextMenu: (event: MouseEvent): void => {
      // The menu key has opened it already, at the active bar.
      if (event.button === 2) pointMenu(event, hitAt(event.clientX, event.clientY), model, selected);
      else event.preventDefault();
    },
  };
};
