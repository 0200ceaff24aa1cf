import { useDialogs } from '../dialogs.ts';
import { AnchorDialog } from './AnchorDialog.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { ShiftDialog } from './ShiftDialog.tsx';

/** The dialog of the timeline that is open, if one is. */
export const TimelineDialogs = () => {
  const open = useDialogs((state) => state.open);
  switch (open) {
    case 'shift':
      return <ShiftDialog />;
    case 'link':
      return <LinkDialog />;
    case 'pasteShifted':
      return <PasteDialog />;
    case 'anchor':
      return <AnchorDialog />;
    case null:
      return null;
  }
};
