/** A sheet on the screen: one picture, drawn as it is printed. */
import { memo, useLayoutEffect, useRef } from 'react';
import type { Sheet } from '#shared/print/sheet.ts';
import { SHEET_FONT, drawItems } from './drawItems.ts';

interface SheetViewProps {
  readonly sheet: Sheet;
  /** As CSS; the height follows. */
  readonly width: string | number;
}

export const SheetView = memo(({ sheet, width }: SheetViewProps) => {
  const place = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    if (place.current !== null) drawItems(place.current, sheet, false);
  }, [sheet]);
  return (
    <svg
      ref={place}
      className="print-sheet"
      role="img"
      aria-label={`${sheet.title}. ${sheet.marking}`}
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      style={{ width, aspectRatio: `${sheet.width} / ${sheet.height}`, fontFamily: SHEET_FONT }}
    />
  );
});
SheetView.displayName = 'SheetView';
