/** The sheets behind the tiles: the titles that stand as numbers on them, and the legend where it needs more room. */
import type { Content, Entry } from './content.ts';
import { barTimes } from './content.ts';
import { MARGIN } from './frameGeometry.ts';
import type { Geometry } from './geometry.ts';
import { type LegendEntry, drawSample } from './legend.ts';
import { textAt, wrap } from './measure.ts';
import type { TimelinePrintOptions } from './options.ts';
import type { SheetItem } from './sheet.ts';
import { sheetWords } from './words.ts';

const SIZE = 2.8;
const LINE = 3.8;
const INDENT = 13;
const GAP = 6;

/** What may not be torn apart by the end of a column. */
interface Block {
  readonly height: number;
  readonly draw: (left: number, top: number) => readonly SheetItem[];
}

const heading = (text: string): Block => ({
  height: 7,
  draw: (left, top) => [textAt('note', left, top + 4.4, text, { size: 3.6, bold: true })],
});

const lineBlock = (
  text: string,
  width: number,
  mark: (left: number, baseline: number) => readonly SheetItem[],
  of?: string,
): Block => {
  const lines = wrap(text, width - INDENT, SIZE);
  return {
    height: lines.length * LINE + 0.8,
    draw: (left, top) => [
      ...mark(left, top + LINE - 1),
      ...lines.map((line, index) =>
        textAt(of === undefined ? 'note' : 'bar', left + INDENT, top + (index + 1) * LINE - 1, line, {
          size: SIZE,
          ...(of === undefined ? {} : { of }),
        }),
      ),
    ],
  };
};

interface KeyContent {
  readonly content: Content;
  readonly options: TimelinePrintOptions;
  readonly entries: readonly Entry[];
  /** Undefined where the legend stands on the tiles. */
  readonly legend: readonly LegendEntry[] | undefined;
}

const blocksOf = ({ content, options, entries, legend }: KeyContent, width: number): readonly Block[] => {
  const words = sheetWords(options.language);
  const blocks: Block[] = [];
  if (legend !== undefined) {
    blocks.push(heading(words.legend));
    for (const { sample, text } of legend) blocks.push(lineBlock(text, width, (x, y) => drawSample(sample, x, y)));
  }
  if (entries.length > 0) blocks.push(heading(words.key));
  entries.forEach((entry, index) => {
    const times = options.barTimes ? '' : ` · ${barTimes(entry.bar, options, content.context)}`;
    const number = (x: number, y: number) => [textAt('note', x, y, `[${index + 1}]`, { size: SIZE, bold: true })];
    blocks.push(lineBlock(`${entry.text}${times}`, width, number, entry.bar.id));
  });
  return blocks;
};

/** Bodies of the key's sheets, in as many columns as the paper has room for; none when there is nothing to explain. */
export const keyBodies = (key: KeyContent, geometry: Geometry): readonly (readonly SheetItem[])[] => {
  const inner = geometry.width - 2 * MARGIN;
  const columns = Math.max(1, Math.floor(inner / 120));
  const width = (inner - (columns - 1) * GAP) / columns;
  const bottom = geometry.contentBottom - 2;
  const bodies: SheetItem[][] = [];
  let column = columns;
  let top = bottom;
  for (const block of blocksOf(key, width)) {
    if (top + block.height > bottom) {
      column += 1;
      top = geometry.axisTop;
    }
    if (column >= columns) {
      bodies.push([]);
      column = 0;
      top = geometry.axisTop;
    }
    bodies.at(-1)?.push(...block.draw(MARGIN + column * (width + GAP), top));
    top += block.height;
  }
  return bodies;
};
