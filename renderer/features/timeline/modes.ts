/** How the timeline is worked with at the moment: as a chart or as a table, and whether the pointer draws. */
import { create } from 'zustand';
import { announce } from '../../ui/announce.ts';
import { wordFor } from '../../ui/words.ts';

interface Modes {
  readonly table: boolean;
  readonly drawing: boolean;
}

export const useModes = create<Modes>()(() => ({ table: false, drawing: false }));

export const toggleTable = (): void => {
  useModes.setState(({ table }) => ({ table: !table, drawing: false }));
  announce(wordFor(useModes.getState().table ? 'editing.said.table' : 'editing.said.chart'));
};

export const toggleDrawing = (): void => {
  useModes.setState(({ drawing }) => ({ drawing: !drawing }));
  announce(wordFor(useModes.getState().drawing ? 'editing.said.drawing' : 'editing.said.notDrawing'));
};

/** Ends drawing. @returns whether it was on. */
export const stopDrawing = (): boolean => {
  if (!useModes.getState().drawing) return false;
  toggleDrawing();
  return true;
};
