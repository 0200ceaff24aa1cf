/**
 * Draws the items of a sheet as vectors, in millimetres: the one drawing behind preview, PDF and printer. It writes the
 * nodes itself, as a print has tens of thousands, and as nodes rather than markup, so that text can be nothing else.
 */
import '@fontsource/arimo/400.css';
import '@fontsource/arimo/700.css';
import { isExact } from '#shared/print/measure.ts';
import type { Sheet, SheetItem, TextItem } from '#shared/print/sheet.ts';
import { printSymbolUrl } from '../../ui/symbol/symbolUrl.ts';
import { shapePaths } from './shapePaths.ts';

/** Arimo comes along, so that a sheet looks the same wherever it is printed; the others have the same widths. */
export const SHEET_FONT = 'Arimo, Arial, "Liberation Sans", Helvetica, sans-serif';

const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number | undefined>>;

export const svgNode = (tag: string, attributes: Attributes): SVGElement => {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) node.setAttribute(name, String(value));
  return node;
};

/**
 * Stretched to the width of the layout where a letter's own width is a guess, so that it never runs over an edge. All
 * other lines end there by themselves, and are drawn several times as fast.
 */
const textNode = (item: TextItem, tagged: boolean): SVGElement => {
  const node = svgNode('text', {
    x: item.x,
    y: item.y,
    'font-size': item.size,
    'font-weight': item.bold === true ? 700 : undefined,
    'text-anchor': item.anchor === 'start' ? undefined : item.anchor,
    fill: item.fill,
    ...(isExact(item.text, item.bold) ? {} : { textLength: item.width, lengthAdjust: 'spacingAndGlyphs' }),
    ...(tagged && item.heading !== undefined ? { role: 'heading', 'aria-level': item.heading } : {}),
  });
  node.textContent = item.text;
  return node;
};

/** Keeps the words of two lines apart in the outline; nothing is seen of it. */
const gapAfter = ({ x, y, size }: TextItem): SVGElement => {
  const node = svgNode('text', { x, y, 'font-size': size });
  node.textContent = '\u00a0';
  return node;
};

const headingNode = (lines: readonly TextItem[]): readonly SVGElement[] => {
  const [first, ...more] = lines;
  if (first === undefined) return [];
  if (more.length === 0) return [textNode(first, true)];
  const node = svgNode('g', { role: 'heading', 'aria-level': first.heading });
  node.append(textNode(first, false), ...more.flatMap((line) => [gapAfter(line), textNode(line, false)]));
  return [node];
};

/** Texts with roles, the lines of a heading as one. */
const taggedNodes = (texts: readonly TextItem[]): readonly SVGElement[] => {
  const groups: TextItem[][] = [];
  for (const text of texts) {
    if (text.goesOn === true) groups.at(-1)?.push(text);
    else groups.push([text]);
  }
  return groups.flatMap(headingNode);
};

type Symbol = Extract<SheetItem, { readonly is: 'symbol' }>;

const symbolNode = ({ x, y, w, h, sidc, blackAndWhite }: Symbol): SVGElement =>
  svgNode('image', { x, y, width: w, height: h, href: printSymbolUrl(sidc, blackAndWhite) });

/** What stands between two changes of `of`, in order. */
const runs = <T>(items: readonly T[], of: (item: T) => number | undefined): readonly (readonly T[])[] => {
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

const rowNode = (texts: readonly TextItem[]): SVGElement => {
  const node = svgNode('g', { role: 'row' });
  for (const cell of runs(texts, (text) => text.cell?.column)) {
    const place = svgNode('g', { role: cell[0]?.role === 'head' ? 'columnheader' : 'cell' });
    place.append(...taggedNodes(cell));
    node.append(place);
  }
  return node;
};

/** Texts of a table as rows and cells; what stands between them (headings) stays where it was drawn. */
const tableNode = (texts: readonly TextItem[], name: string): SVGElement => {
  const node = svgNode('g', { role: 'table', 'aria-label': name });
  for (const run of runs(texts, (text) => text.cell?.row)) {
    if (run[0]?.cell === undefined) node.append(...taggedNodes(run));
    else node.append(rowNode(run));
  }
  return node;
};

const textNodes = (texts: readonly TextItem[], name: string, tagged: boolean): readonly SVGElement[] => {
  const first = tagged ? texts.findIndex(({ cell }) => cell !== undefined) : -1;
  if (first === -1) return tagged ? taggedNodes(texts) : texts.map((text) => textNode(text, false));
  const last = texts.findLastIndex(({ cell }) => cell !== undefined);
  return [
    ...taggedNodes(texts.slice(0, first)),
    tableNode(texts.slice(first, last + 1), name),
    ...taggedNodes(texts.slice(last + 1)),
  ];
};

/**
 * Fills an empty `svg` with a sheet: ground and lines first, as no layout draws them over a text, and a row that is
 * broken by a line would be two to a reader.
 * @param tagged with roles, which the PDF keeps as tags, where readers will walk through them.
 */
export const drawItems = (place: SVGElement, { items, title }: Sheet, tagged: boolean): void => {
  place.replaceChildren(
    ...shapePaths(items).map(({ style, d }) => svgNode('path', { ...style, d })),
    ...items.filter((item) => item.is === 'symbol').map(symbolNode),
    ...textNodes(
      items.filter((item) => item.is === 'text'),
      title,
      tagged,
    ),
  );
};
