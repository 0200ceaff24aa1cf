/** What the pointer rests on, for its tooltip: a bar, or a stretch of a strip that counts many. */
import { create } from 'zustand';
import type { Bar } from '#shared/timeline/bars.ts';
import type { BoardRow } from '#shared/timeline/board.ts';
import type { Load } from '#shared/timeline/load.ts';

export type Subject =
  | { readonly bar: Bar; readonly load?: never; readonly row?: never }
  | { readonly load: Load; readonly row: BoardRow; readonly bar?: never };

interface Hovered {
  readonly subject: Subject | undefined;
  /** Client pixels. */
  readonly x: number;
  readonly y: number;
}

export const useHover = create<Hovered>()(() => ({ subject: undefined, x: 0, y: 0 }));

const REST_MS = 350;
let timer: ReturnType<typeof setTimeout> | undefined;

const keyOf = (subject: Subject | undefined): string | undefined =>
  subject?.bar === undefined ? subject && `${subject.row.key} ${subject.load.start}` : subject.bar.id;

/** Shows the tooltip once the pointer has rested on something for a moment; at once when it goes on to another. */
export const hoverOver = (subject: Subject | undefined, x: number, y: number): void => {
  clearTimeout(timer);
  const shown = useHover.getState().subject;
  if (subject === undefined || keyOf(shown) === keyOf(subject)) {
    if (subject === undefined && shown !== undefined) useHover.setState({ subject: undefined });
    return;
  }
  if (shown === undefined) timer = setTimeout(() => useHover.setState({ subject, x, y }), REST_MS);
  else useHover.setState({ subject, x, y });
};

/** Hides the tooltip: the view has moved under it, or a key was pressed. */
export const dropHover = (): void => hoverOver(undefined, 0, 0);
