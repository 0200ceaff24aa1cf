/** Framing bars: a press with Shift on an empty place selects all that the frame touches. */
import type { Bar } from '#shared/timeline/bars.ts';
import { BAR_HEIGHT, type Board, type BoardRow, laneTop } from '#shared/timeline/board.ts';
import { selectRecords } from '../../../state/view.ts';
import { announce } from '../../../ui/announce.ts';
import { wordFor } from '../../../ui/words.ts';
import { showGesture } from '../gesture.ts';
import { follow } from './follow.ts';
import { boardY } from './place.ts';
import type { PressHandler } from './press.ts';

interface Box {
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly bottom: number;
}

/** @param lane -1 for what is too narrow to have one */
const barsOfLane = (board: Board, row: BoardRow, lane: number): readonly Bar[] => {
  const { lanes } = row;
  if (row.bar >= 0) return board.bars.slice(row.bar, row.bar + 1);
  const narrow = row.crowded ? row.members : [];
  const found = lane < 0 ? narrow : (lanes?.bars.subarray(lanes.offsets[lane], lanes.offsets[lane + 1]) ?? []);
  return [...found].flatMap((index) => board.bars[index] ?? []);
};

/** The bars that a box touches, each once. */
const barsWithin = (board: Board, { start, end, top, bottom }: Box): readonly Bar[] => {
  const found = new Set<Bar>();
  for (const row of board.rows) {
    if (row.top > bottom || row.top + row.height < top) continue;
    for (let lane = -1; lane < (row.lanes?.count ?? 0); lane += 1) {
      const y = laneTop(row, lane);
      if (y > bottom || y + BAR_HEIGHT < top) continue;
      for (const bar of barsOfLane(board, row, lane)) if (bar.start <= end && bar.end >= start) found.add(bar);
    }
  }
  return [...found];
};

export const pressFrame: PressHandler = (press) => {
  const { hit, event, model } = press;
  if (hit.on !== 'row' || !event.shiftKey) return false;
  const from = boardY(press, event);
  let box: Box = { start: from.at, end: from.at, top: from.y, bottom: from.y };
  follow(event, {
    onMove: (move) => {
      const to = boardY(press, move);
      box = {
        start: Math.min(from.at, to.at),
        end: Math.max(from.at, to.at),
        top: Math.min(from.y, to.y),
        bottom: Math.max(from.y, to.y),
      };
      showGesture({ ghosts: [], box });
    },
    onDone: () => {
      const touched = barsWithin(model.board, box);
      selectRecords(touched);
      announce(wordFor('editing.said.selected', { count: touched.length }));
    },
    onEnd: () => showGesture(null),
  });
  return true;
};
