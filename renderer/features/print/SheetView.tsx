/** Draws a sheet as vectors, in millimetres: the one drawing behind preview, PDF and printer. */
import '@fontsource/arimo/400.css';
import '@fontsource/arimo/700.css';
import { memo } from 'react';
import type { Sheet } from '#shared/print/sheet.ts';
import { SheetItems } from './SheetItems.tsx';

/** Arimo comes along, so that a sheet looks the same wherever it is printed; the others have the same widths. */
const FONT = 'Arimo, Arial, "Liberation Sans", Helvetica, sans-serif';

interface SheetViewProps {
  readonly sheet: Sheet;
  /** As CSS; the height follows. */
  readonly width: string | number;
  /** A document to be read through, as the PDF is; on the screen a sheet is one picture. */
  readonly tagged?: boolean;
}

export const SheetView = memo(({ sheet, width, tagged = false }: SheetViewProps) => (
  <svg
    className="print-sheet"
    role={tagged ? 'group' : 'img'}
    aria-label={`${sheet.title}. ${sheet.marking}`}
    viewBox={`0 0 ${sheet.width} ${sheet.height}`}
    style={{ width, aspectRatio: `${sheet.width} / ${sheet.height}`, fontFamily: FONT }}
  >
    <SheetItems items={sheet.items} name={sheet.title} tagged={tagged} />
  </svg>
));
SheetView.displayName = 'SheetView';
