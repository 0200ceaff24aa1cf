/** The order of battle as a wall chart: trees of symbols over as many tiles as they need, none of them cut. */
import { type PlanState, find, live } from '../../plan/state.ts';
import { forestOf } from '../../plan/unit/tree.ts';
import { type Result, fail, ok } from '../../result.ts';
import { type Body, type Print, assemble, tooManySheets } from '../assemble.ts';
import { MAX_SHEETS, type Stamp } from '../base.ts';
import { columnName } from '../frame.ts';
import { MARGIN, SMALL_LINE } from '../frameGeometry.ts';
import { drawJoinMarks } from '../joins.ts';
import { type Marker, markerOf } from '../labels.ts';
import { printOf } from '../list.ts';
import { textAt } from '../measure.ts';
import { magnification } from '../papers.ts';
import type { Sheet, SheetItem } from '../sheet.ts';
import { fill, sheetWords } from '../words.ts';
import { type TileFrame, drawLines, drawNode } from './draw.ts';
import { LEAST_SYMBOL, type OrbatOptions } from './options.ts';
import { type Chart, type PlacedNode, type Tiles, placeTrees } from './place.ts';
import { type Sizes, sizesOf, treesOf } from './tree.ts';

interface Sized {
  readonly chart: Chart;
  readonly sizes: Sizes;
}

const LARGEST = 24;
const STEP = 0.9;

const chartAt = (plan: PlanState, options: OrbatOptions, tiles: Tiles, symbol: number, wide: number): Sized => {
  const sizes = sizesOf(symbol);
  return { sizes, chart: placeTrees(treesOf(plan, options, sizes), wide * tiles.width, tiles, sizes) };
};

/** Whether the paper is too small for some box alone. */
const bursts = ({ chart }: Sized, { width, height }: Tiles): boolean =>
  chart.nodes.some(({ node, hung }) => node.h > height || node.w > width || (hung && node.w > width / 2));

/** The largest symbols with which the chart is no wider than it may be. */
const fitted = (plan: PlanState, options: OrbatOptions, tiles: Tiles, wide: number): Result<Sized> => {
  for (let symbol = LARGEST; ; symbol *= STEP) {
    const sized = chartAt(plan, options, tiles, Math.max(LEAST_SYMBOL, symbol), wide);
    const burst = bursts(sized, tiles);
    if (!burst && sized.chart.columns <= wide) return ok(sized);
    if (symbol > LEAST_SYMBOL) continue;
    return burst ? fail('PRINT_EMPTY') : fail('PRINT_ORBAT_WIDE', { sheets: sized.chart.columns, wide });
  }
};

const placed = (plan: PlanState, options: OrbatOptions, tiles: Tiles): Result<Sized> => {
  if ('pagesWide' in options.scale) return fitted(plan, options, tiles, options.scale.pagesWide);
  const sized = chartAt(plan, options, tiles, options.scale.symbolMm / magnification(options), 1);
  return bursts(sized, tiles) ? fail('PRINT_EMPTY') : ok(sized);
};

interface OrbatPrint {
  readonly plan: PlanState;
  readonly options: OrbatOptions;
  readonly print: Print;
  readonly marker: Marker;
  readonly tiles: Tiles;
  readonly sized: Sized;
}

const recordsOf = (plan: PlanState, { node }: PlacedNode) => [
  node.participant,
  node.unit,
  find(plan, 'participant', node.unit?.participant),
];

const tileKey = ({ x, y }: { readonly x: number; readonly y: number }, { width, height }: Tiles): string =>
  `${Math.floor(x / width + 1e-6)} ${Math.floor(y / height + 1e-6)}`;

const frameOf = ({ print, tiles }: OrbatPrint, column: number, row: number): TileFrame => ({
  left: MARGIN,
  top: print.geometry.contentTop,
  x: column * tiles.width,
  y: row * tiles.height,
  ...tiles,
});

/** Tiles with something on them: an empty one is no sheet. */
const bodiesOf = (orbat: OrbatPrint): readonly Body[] => {
  const { plan, options, print, marker, tiles, sized } = orbat;
  const { nodes, lines, columns, rows } = sized.chart;
  const words = sheetWords(options.language);
  const byTile = Map.groupBy(nodes, (node) => tileKey(node, tiles));
  const last = `${columnName(columns - 1)}${rows}`;
  const bodies: Body[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const tile = frameOf(orbat, column, row);
      const own = byTile.get(`${column} ${row}`) ?? [];
      const drawn: readonly SheetItem[] = drawLines(lines, tile);
      if (own.length === 0 && drawn.length === 0) continue;
      const reference = `${columnName(column)}${row + 1}`;
      const bottom = tile.top + tiles.height;
      const box = { left: tile.left, right: tile.left + tiles.width, top: tile.top, bottom, hint: bottom + SMALL_LINE };
      bodies.push({
        reference,
        place: fill(words.of, { reference, last }),
        tile: { column, row },
        label: marker.over(own.flatMap((node) => recordsOf(plan, node))),
        items: [
          ...drawn,
          ...own.flatMap((node) => drawNode(node, tile, sized.sizes, options.blackAndWhite)),
          ...(options.joinMarks ? drawJoinMarks(box, { column, row }, { columns, rows }) : []),
        ],
      });
    }
  }
  if (bodies.length > 0) return bodies;
  const items = [textAt('note', MARGIN, print.geometry.contentTop + 6, words.noRows, { size: 3.4 })];
  return [{ reference: 'A1', label: print.label, items }];
};

/** A first look at how many sheets there would be at least, before thousands of names are measured. */
const leastSheets = (plan: PlanState, options: OrbatOptions, tiles: Tiles): number => {
  const { scale } = options;
  const sizes = sizesOf('symbolMm' in scale ? scale.symbolMm / magnification(options) : LEAST_SYMBOL);
  const { order, children } = forestOf(live(plan, 'unit'));
  const depth = new Map<string, number>();
  let deepest = 0;
  for (const { id } of order) {
    const own = (depth.get(id) ?? 0) + 1;
    deepest = Math.max(deepest, own);
    for (const child of children.get(id) ?? []) depth.set(child.id, own);
  }
  const area = order.length * sizes.hung * sizes.symbol.h * 0.8;
  return Math.max(area / (tiles.width * tiles.height), (deepest * sizes.symbol.h) / tiles.height);
};

/**
 * Lays the chart out.
 * @returns PRINT_TOO_MANY_SHEETS {sheets, max}; PRINT_ORBAT_WIDE {sheets, wide}; PRINT_EMPTY.
 */
export const layoutOrbat = (plan: PlanState, options: OrbatOptions, stamp: Stamp): Result<readonly Sheet[]> => {
  const words = sheetWords(options.language);
  const marker = markerOf(plan);
  const wanted = options.rows === null ? undefined : new Set(options.rows);
  const units = live(plan, 'unit');
  const shown = wanted === undefined ? units : units.filter(({ participant }) => wanted.has(participant));
  const label = marker.over([...units, ...live(plan, 'participant')]);
  const details = fill(words.orbat.count, { count: shown.length });
  const frame = { plan, options, stamp, marker, subject: words.orbat.subject, details };
  const { geometry } = printOf({ ...frame, label });
  const tiles = {
    width: geometry.width - 2 * MARGIN,
    height: geometry.contentBottom - 2 - SMALL_LINE - geometry.contentTop,
  };
  if (tiles.height < 60) return fail('PRINT_EMPTY');
  const least = wanted === undefined ? leastSheets(plan, options, tiles) : 0;
  if (least > MAX_SHEETS) return tooManySheets(Math.ceil(least));
  const sized = placed(plan, options, tiles);
  if (!sized.ok) return sized;
  const { columns, rows, nodes } = sized.value.chart;
  if (columns * rows > 10 * MAX_SHEETS) return tooManySheets(columns * rows);
  const own = marker.over(nodes.flatMap((node) => recordsOf(plan, node)));
  const print = { ...printOf({ ...frame, label: own }), map: { columns, rows } };
  // The frame was made for the marking of all units; a shorter one leaves the tiles where they are.
  const whole = { ...print, geometry: { ...geometry, details: print.geometry.details } };
  return assemble(whole, bodiesOf({ plan, options, print: whole, marker, tiles, sized: sized.value }));
};
