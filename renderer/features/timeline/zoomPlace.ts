/** Where keys zoom: at the pointer, as the wheel does; without one at the bar that the keyboard stands on, or the middle. */
import { type Board, middleOf } from '#shared/timeline/board.ts';
import { type Place, middlePlace, useViewport } from './viewport.ts';

let pointer: Place | undefined;

/** Notes where the pointer is over the bars; undefined when it has left them. */
export const notePointer = (place: Place | undefined): void => {
  pointer = place;
};

const placeOf = (board: Board, activeId: string | undefined): Place | undefined => {
  const index = board.indexOf.get(activeId ?? '') ?? -1;
  const [bar, middle] = [board.bars[index], middleOf(board, index)];
  if (bar === undefined || middle === undefined) return undefined;
  const { origin, msPerPixel, scrollTop, width, height } = useViewport.getState();
  const [x, y] = [(bar.start - origin) / msPerPixel, middle - scrollTop];
  return x >= 0 && x <= width && y >= 0 && y <= height ? { x, y } : undefined;
};

export const zoomPlace = (board: Board, activeId: string | undefined): Place =>
  pointer ?? placeOf(board, activeId) ?? middlePlace();
