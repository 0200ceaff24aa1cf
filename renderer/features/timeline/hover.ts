/** Which bar the pointer rests on, for its tooltip. */
import { create } from 'zustand';
import type { Bar } from '#shared/timeline/bars.ts';

interface Hovered {
  readonly bar: Bar | undefined;
  /** Client pixels. */
  readonly x: number;
  readonly y: number;
}

export const useHover = create<Hovered>()(() => ({ bar: undefined, x: 0, y: 0 }));

const REST_MS = 350;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows the tooltip once the pointer has rested on a bar for a moment; at once when it goes on to another. */
export const hoverBar = (bar: Bar | undefined, x: number, y: number): void => {
  clearTimeout(timer);
  const shown = useHover.getState().bar;
  if (bar === undefined || shown?.id === bar.id) {
    if (bar === undefined && shown !== undefined) useHover.setState({ bar: undefined });
    return;
  }
  if (shown === undefined) timer = setTimeout(() => useHover.setState({ bar, x, y }), REST_MS);
  else useHover.setState({ bar, x, y });
};

/** Hides the tooltip: the view has moved under it, or a key was pressed. */
export const dropHover = (): void => hoverBar(undefined, 0, 0);
