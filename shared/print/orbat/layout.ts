/** The order of battle as a wall chart: trees of symbols over as many tiles as they need, none of them cut. */
import { type PlanState, find, live } from '../../plan/state.ts';
import { forestOf } from '../../plan/unit/tree.ts';
import { type Result, fail, ok } from '../../result.ts';
import { type Body, type Print, assemble, tooManySheets } from '../assemble.ts';
import { MAX_SHEETS, type Stamp } from '../base.ts';
import { columnName } from '../frame.ts';
import { MARGIN, SMALL_LINE } from '../frameGeometry.ts';
import { drawnOf } from '../clip.ts';
import { type Tile, drawJoinMarks } from '../joins.ts';
import { type Marker, markerOf } from '../labels.ts';
import { printOf } from '../list.ts';
import { textAt } from '../measure.ts';
import { drawOverlap } from '../overlap.ts';
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
  /** Width of the strips beyond a tile that the next sheets repeat; 0 for none. */
  readonly overlap: number;
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

/** What stands on a tile of the chart; undefined for an empty one, which is no sheet. */
interface DrawnTile {
  readonly tile: TileFrame;
  readonly nodes: readonly PlacedNode[];
  readonly items: readonly SheetItem[];
}

type TileAt = (column: number, row: number) => DrawnTile | undefined;

/** The tiles of a chart, each drawn once, whichever sheet asks for it. */
const tilesOf = (orbat: OrbatPrint): TileAt => {
  const { options, tiles, sized } = orbat;
  const { nodes, lines, columns, rows } = sized.chart;
  const byTile = Map.groupBy(nodes, (node) => tileKey(node, tiles));
  const known = new Map<string, DrawnTile | undefined>();
  return (column, row) => {
    const key = `${column} ${row}`;
    if (known.has(key) || column >= columns || row >= rows) return known.get(key);
    const tile = frameOf(orbat, column, row);
    const own = byTile.get(key) ?? [];
    const drawn: readonly SheetItem[] = drawLines(lines, tile);
    const boxes = own.flatMap((node) => drawNode(node, tile, sized.sizes, options.blackAndWhite));
    const found = boxes.length + drawn.length === 0 ? undefined : { tile, nodes: own, items: [...drawn, ...boxes] };
    known.set(key, found);
    return found;
  };
};

/** The strips that the neighbours repeat, and the marks by which sheets are joined. */
const drawJoins = (orbat: OrbatPrint, { left, top }: TileFrame, place: Tile, tileAt: TileAt) => {
  const { options, tiles, sized, overlap } = orbat;
  const { columns, rows } = sized.chart;
  const bottom = top + tiles.height;
  const geometry = { axisTop: top, bodyTop: top, bodyLeft: left, bodyWidth: tiles.width, overlap };
  const neighbour = (right: number, below: number) => {
    const next = tileAt(place.column + right, place.row + below);
    return next && drawnOf(next.items);
  };
  const strips = overlap > 0 ? drawOverlap({ geometry, bottom, neighbour, blackAndWhite: options.blackAndWhite }) : [];
  const box = { left, right: left + tiles.width, top, bottom, hint: bottom + overlap + SMALL_LINE };
  const marks = options.joinMarks || overlap > 0 ? drawJoinMarks(box, place, { columns, rows }) : [];
  return { strips, marks };
};

const bodiesOf = (orbat: OrbatPrint): readonly Body[] => {
  const { plan, options, print, marker, sized } = orbat;
  const { columns, rows } = sized.chart;
  const words = sheetWords(options.language);
  const tileAt = tilesOf(orbat);
  const last = `${columnName(columns - 1)}${rows}`;
  const bodies: Body[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const drawn = tileAt(column, row);
      if (drawn === undefined) continue;
      const reference = `${columnName(column)}${row + 1}`;
      const { strips, marks } = drawJoins(orbat, drawn.tile, { column, row }, tileAt);
      bodies.push({
        reference,
        place: fill(words.of, { reference, last }),
        tile: { column, row },
        label: marker.over(drawn.nodes.flatMap((node) => recordsOf(plan, node))),
        items: [...strips, ...drawn.items, ...marks],
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
  const count = fill(words.orbat.count, { count: shown.length });
  const details = options.overlap > 0 ? `${count} · ${words.glue}` : count;
  const frame = { plan, options, stamp, marker, subject: words.orbat.subject, details };
  const { geometry } = printOf({ ...frame, label });
  const overlap = options.overlap / magnification(options);
  const tiles = {
    width: geometry.width - 2 * MARGIN - overlap,
    height: geometry.contentBottom - 2 - SMALL_LINE - geometry.contentTop - overlap,
  };
  if (tiles.height < 60) return fail('PRINT_EMPTY');
  const least = wanted === undefined ? leastSheets(plan, options, tiles) : 0;
  if (least > MAX_SHEETS) return tooManySheets(Math.ceil(least));
  const sized = placed(plan, options, tiles);
  if (!sized.ok) return sized;
  const { columns, rows, nodes } = sized.value.chart;
  if (columns * rows > 10 * MAX_SHEETS) return tooManySheets(columns * rows);
  const own = marker.over(nodes.flatMap((node) => recordsOf(plan, node)));
  // A single sheet has nothing to be glued to.
  const told = columns * rows > 1 ? details : count;
  const print = { ...printOf({ ...frame, details: told, label: own }), map: { columns, rows } };
  // The frame was made for the marking of all units; a shorter one leaves the tiles where they are.
  const whole = { ...print, geometry: { ...geometry, details: print.geometry.details } };
  return assemble(whole, bodiesOf({ plan, options, print: whole, marker, tiles, sized: sized.value, overlap }));
};
