/** The items of a sheet as vectors; with roles, which the PDF keeps as tags, where readers will walk through them. */
import { Fragment, type ReactNode, memo } from 'react';
import { unreachable } from '#shared/result.ts';
import { isExact } from '#shared/print/measure.ts';
import type { SheetItem, TextItem } from '#shared/print/sheet.ts';
import { printSymbolUrl } from '../../ui/symbol/symbolUrl.ts';

/**
 * Stretched to the width of the layout where a letter's own width is a guess, so that it never runs over an edge. All
 * other lines end there by themselves, and are drawn several times as fast.
 */
const Line = ({ item, tagged }: { readonly item: TextItem; readonly tagged: boolean }) => (
  <text
    x={item.x}
    y={item.y}
    fontSize={item.size}
    fontWeight={item.bold === true ? 700 : 400}
    textAnchor={item.anchor}
    fill={item.fill}
    {...(isExact(item.text, item.bold) ? {} : { textLength: item.width, lengthAdjust: 'spacingAndGlyphs' })}
    {...(tagged && item.heading !== undefined ? { role: 'heading', 'aria-level': item.heading } : {})}
  >
    {item.text}
  </text>
);

const Item = ({ item, tagged }: { readonly item: SheetItem; readonly tagged: boolean }) => {
  switch (item.is) {
    case 'text':
      return <Line item={item} tagged={tagged} />;
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
    case 'symbol':
      return (
        <image
          x={item.x}
          y={item.y}
          width={item.w}
          height={item.h}
          href={printSymbolUrl(item.sidc, item.blackAndWhite)}
        />
      );
    default:
      return unreachable(item);
  }
};

interface Placed {
  readonly item: SheetItem;
  readonly key: number;
}

/** What stands between two changes of `of`, in order. */
const runs = <T,>(items: readonly T[], of: (item: T) => number | undefined): readonly (readonly T[])[] => {
  const found: T[][] = [];
  let last: number | undefined;
  for (const item of items) {
    const own = of(item);
    const run = found.at(-1);
    if (run === undefined || own !== last) found.push([item]);
    else run.push(item);
    last = own;
  }
  return found;
};

const cellOf = ({ item }: Placed) => (item.is === 'text' ? item.cell : undefined);

const draw = (placed: readonly Placed[]): ReactNode =>
  placed.map(({ item, key }) => <Item key={key} item={item} tagged />);

const Row = ({ placed, row }: { readonly placed: readonly Placed[]; readonly row: number }) => (
  <g role="row">
    {runs(placed, (one) => cellOf(one)?.column).map((cell) => (
      <g key={cell[0]?.key} role={row === 0 ? 'columnheader' : 'cell'}>
        {draw(cell)}
      </g>
    ))}
  </g>
);

/** Texts of a table as rows and cells; what stands between them (headings, lines) stays where it was drawn. */
const Table = ({ placed, name }: { readonly placed: readonly Placed[]; readonly name: string }) => (
  <g role="table" aria-label={name}>
    {runs(placed, (one) => cellOf(one)?.row).map((run) => {
      const [first] = run;
      const row = first === undefined ? undefined : cellOf(first)?.row;
      return row === undefined ? (
        <Fragment key={first?.key}>{draw(run)}</Fragment>
      ) : (
        <Row key={first?.key} placed={run} row={row} />
      );
    })}
  </g>
);

const isLine = ({ item }: Placed): boolean => item.is !== 'text';

interface SheetItemsProps {
  readonly items: readonly SheetItem[];
  /** The name of the table, where one is on the sheet. */
  readonly name: string;
  readonly tagged: boolean;
}

/** Ground and lines first where there are tags: a row that is broken by a line would be two to a reader. */
const TaggedItems = ({ items, name }: Omit<SheetItemsProps, 'tagged'>) => {
  const placed = items.map((item, key) => ({ item, key }));
  if (!placed.some((one) => cellOf(one) !== undefined)) return <>{draw(placed)}</>;
  const texts = placed.filter((one) => !isLine(one));
  const first = texts.findIndex((one) => cellOf(one) !== undefined);
  const last = texts.findLastIndex((one) => cellOf(one) !== undefined);
  return (
    <>
      {draw(placed.filter(isLine))}
      {draw(texts.slice(0, first))}
      <Table placed={texts.slice(first, last + 1)} name={name} />
      {draw(texts.slice(last + 1))}
    </>
  );
};

export const SheetItems = memo(({ items, name, tagged }: SheetItemsProps) => {
  if (tagged) return <TaggedItems items={items} name={name} />;
  return (
    <>
      {items.map((item, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a sheet is drawn once and never reordered
        <Item key={index} item={item} tagged={false} />
      ))}
    </>
  );
});
SheetItems.displayName = 'SheetItems';
