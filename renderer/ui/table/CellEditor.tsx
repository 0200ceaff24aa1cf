import { type ReactNode, useEffect, useRef } from 'react';

interface CellEditorProps {
  readonly children: ReactNode;
  /** The focus has gone elsewhere. */
  readonly onLeave: () => void;
}

/** A cell that is being edited: its field has the focus, and going elsewhere ends the editing. */
export const CellEditor = ({ children, onLeave }: CellEditorProps) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const input = box.current?.querySelector('input');
    input?.focus();
    input?.select();
  }, []);
  return (
    <div
      ref={box}
      role="presentation"
      className="table-editor"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onLeave()}
    >
      {children}
    </div>
  );
};
