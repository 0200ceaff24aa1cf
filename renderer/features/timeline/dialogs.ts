/** Which dialog of the timeline is open; opened by keys, menu and toolbar alike. */
import { create } from 'zustand';

type DialogId = 'link' | 'pasteShifted' | 'shift' | 'splitMovement' | 'anchor';

interface Dialogs {
  readonly open: DialogId | null;
  /** The anchor to begin with. */
  readonly anchorId: string | undefined;
}

export const useDialogs = create<Dialogs>()(() => ({ open: null, anchorId: undefined }));

export const openDialog = (open: DialogId, anchorId?: string): void => useDialogs.setState({ open, anchorId });

export const closeDialog = (): void => useDialogs.setState({ open: null });
