import { useEffect, useRef } from 'react';
import { useDialogs } from '../dialogs.ts';
import { AnchorDialog } from './AnchorDialog.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { ShiftDialog } from './ShiftDialog.tsx';
import { SplitMovementDialog } from './SplitMovementDialog.tsx';

/** The dialog of the timeline that is open, if one is; when it has closed, the focus goes back. */
export const TimelineDialogs = ({ onClosed }: { readonly onClosed: () => void }) => {
  const open = useDialogs((state) => state.open);
  const before = useRef(open);
  useEffect(() => {
    if (before.current !== null && open === null) onClosed();
    before.current = open;
  });
  switch (open) {
    case 'shift':
      return <ShiftDialog />;
    case 'link':
      return <LinkDialog />;
    case 'pasteShifted':
      return <PasteDialog />;
    case 'splitMovement':
      return <SplitMovementDialog />;
    case 'anchor':
      return <AnchorDialog />;
    case null:
      return null;
  }
};
