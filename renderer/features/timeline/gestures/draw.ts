/** Drawing a new activity: with Ctrl over an empty stretch of a row, or with any press while drawing is on. */
import { wordFor } from '../../../ui/words.ts';
import { newLength } from '../acts.ts';
import { groupRow } from '../cursor.ts';
import { createBar } from '../edits.ts';
import { showGesture } from '../gesture.ts';
import { useModes } from '../modes.ts';
import { spanReadings } from '../readings.ts';
import { snapper } from '../snapping.ts';
import { follow } from './follow.ts';
import { boardY } from './place.ts';
import type { PressHandler } from './press.ts';

export const pressDraw: PressHandler = (press) => {
  const { hit, event, model } = press;
  const wanted = event.ctrlKey || event.metaKey || useModes.getState().drawing;
  if (hit.on !== 'row' || !wanted) return false;
  const row = groupRow(model.board, hit.row);
  const snap = snapper(model);
  const from = snap(hit.at, event.altKey).at;
  let span = { start: from, end: from };
  const ref = row === undefined ? undefined : { by: model.board.by, key: row.key };
  follow(event, {
    onMove: (move) => {
      const to = snap(boardY(press, move).at, move.altKey).at;
      span = { start: Math.min(from, to), end: Math.max(from, to) };
      showGesture({
        ghosts: [{ ...span, ...(row === undefined ? {} : { row: row.key }), title: wordFor('timeline.newTitle') }],
        snap: to,
        note: { text: spanReadings(span), ...boardY(press, move) },
      });
    },
    onDone: () => createBar(span.start, span.end, ref),
    onClick: () => createBar(from, from + newLength(), ref),
    onEnd: () => showGesture(null),
  });
  return true;
};
