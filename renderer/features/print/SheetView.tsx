/** Draws a sheet as vectors, in millimetres: the one drawing behind preview, PDF and printer. */
import { memo } from 'react';
import { unreachable } from '#shared/result.ts';
import type { Sheet, SheetItem, TextItem } from '#shared/print/sheet.ts';

const FONT = 'Arial, "Liberation Sans", Helvetica, sans-serif';

/** Stretched to the width of the layout, so that another font than Arial never runs over an edge. */
const Line = ({ item }: { readonly item: TextItem }) => (
  <text
    x={item.x}
    y={item.y}
    fontSize={item.size}
    fontWeight={item.bold === true ? 700 : 400}
    textAnchor={item.anchor}
    fill={item.fill}
    textLength={item.width}
    lengthAdjust="spacingAndGlyphs"
  >
    {item.text}
  </text>
);

const Item = ({ item }: { readonly item: SheetItem }) => {
  switch (item.is) {
    case 'text':
      return <Line item={item} />;
    case 'rect':
      return (
        <rect
          x={item.x}
          y={item.y}
          width={item.w}
          height={item.h}
          fill={item.fill ?? 'none'}
          stroke={item.stroke ?? 'none'}
          strokeWidth={item.line ?? 0}
          strokeDasharray={item.dash}
        />
      );
    case 'line':
      return (
        <line
          x1={item.x1}
          y1={item.y1}
          x2={item.x2}
          y2={item.y2}
          stroke={item.stroke}
          strokeWidth={item.line}
          strokeDasharray={item.dash}
        />
      );
    case 'shape':
      return (
        <polygon
          points={item.points.map((point) => point.join(',')).join(' ')}
          fill={item.fill}
          stroke={item.stroke}
          strokeWidth={item.line}
          strokeDasharray={item.dash}
        />
      );
    default:
      return unreachable(item);
  }
};

interface SheetViewProps {
  readonly sheet: Sheet;
  /** As CSS; the height follows. */
  readonly width: string | number;
}

export const SheetView = memo(({ sheet, width }: SheetViewProps) => (
  <svg
    className="print-sheet"
    role="img"
    aria-label={`${sheet.title}. ${sheet.marking}`}
    viewBox={`0 0 ${sheet.width} ${sheet.height}`}
    style={{ width, aspectRatio: `${sheet.width} / ${sheet.height}`, fontFamily: FONT }}
  >
    {sheet.items.map((item, index) => (
      // oxlint-disable-next-line react/no-array-index-key -- a sheet is drawn once and never reordered
      <Item key={index} item={item} />
    ))}
  </svg>
));
SheetView.displayName = 'SheetView';
