/** Which dialog of the timeline is open; opened by keys, menu and toolbar alike. */
import { create } from 'zustand';
import type { ActId } from './actKeys.ts';

interface Dialogs {
  readonly open: 'link' | 'pasteShifted' | 'shift' | 'anchor' | null;
  /** The anchor to begin with. */
  readonly anchorId: string | undefined;
}

export const useDialogs = create<Dialogs>()(() => ({ open: null, anchorId: undefined }));

export const openDialog = (
  open: Extract<ActId, 'link' | 'pasteShifted' | 'shift' | 'anchor'>,
  anchorId?: string,
): void => useDialogs.setState({ open, anchorId });

export const closeDialog = (): void => useDialogs.setState({ open: null });
