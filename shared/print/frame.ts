/** What stands around the body of every sheet: markings, the exercise's name, the sheet's place among the others. */
import { type Label, markingColour } from '../label/label.ts';
import { type Geometry, MARGIN, MARK_LINE, MARK_SIZE, NAME_LINE, NAME_SIZE, SMALL, SMALL_LINE } from './geometry.ts';
import { INK, textAt } from './measure.ts';
import type { SheetItem } from './sheet.ts';

const MAP_WIDTH = 22;
const MAP_HEIGHT = 13;

/** Column letters as in a spreadsheet: A to Z, then AA. */
export const columnName = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);

interface TileMap {
  readonly columns: number;
  readonly rows: number;
}

/** The words that differ from sheet to sheet. */
export interface SheetFacts {
  readonly reference: string;
  readonly page: string;
  readonly printed: string;
  readonly map: TileMap;
  /** The tile of this sheet; undefined on a sheet of the key. */
  readonly tile: { readonly column: number; readonly row: number } | undefined;
  readonly label: Label;
  readonly blackAndWhite: boolean;
}

const drawMarking = (geometry: Geometry, top: number, { label, blackAndWhite }: SheetFacts): readonly SheetItem[] => {
  const h = geometry.marking.length * MARK_LINE + 1;
  const box = { is: 'rect' as const, x: MARGIN, y: top, w: geometry.width - 2 * MARGIN, h };
  return [
    blackAndWhite
      ? { ...box, x: box.x + 0.3, y: box.y + 0.3, w: box.w - 0.6, h: h - 0.6, stroke: INK, line: 0.6 }
      : { ...box, fill: markingColour(label) },
    ...geometry.marking.map((text, index) =>
      textAt('marking', geometry.width / 2, top + (index + 1) * MARK_LINE - 0.9, text, {
        size: MARK_SIZE,
        anchor: 'middle',
        bold: true,
        fill: blackAndWhite ? INK : '#ffffff',
      }),
    ),
  ];
};

const drawExercise = (geometry: Geometry, top: number): readonly SheetItem[] =>
  geometry.exercise.map((text, index) =>
    textAt('exercise', geometry.width / 2, top + (index + 1) * SMALL_LINE - 0.8, text, {
      size: SMALL,
      anchor: 'middle',
      bold: true,
    }),
  );

const mapCell = ({ columns }: TileMap): number => Math.min(4.4, MAP_WIDTH / columns);

/** All tiles small, this one filled. */
const drawMap = (right: number, top: number, { map, tile }: SheetFacts): readonly SheetItem[] => {
  const w = mapCell(map);
  const h = Math.min(3.2, MAP_HEIGHT / map.rows);
  const items: SheetItem[] = [];
  for (let row = 0; row < map.rows; row += 1) {
    for (let column = 0; column < map.columns; column += 1) {
      const here = tile?.column === column && tile.row === row;
      const x = right - (map.columns - column) * w;
      items.push({
        is: 'rect',
        x,
        y: top + row * h,
        w,
        h,
        fill: here ? INK : '#ffffff',
        stroke: '#767e88',
        line: Math.min(0.15, w / 6, h / 6),
      });
    }
  }
  return items;
};

const drawHeader = (geometry: Geometry, facts: SheetFacts): readonly SheetItem[] => {
  const { headerTop, width } = geometry;
  const names = geometry.name.map((text, index) =>
    textAt('name', MARGIN, headerTop + (index + 1) * NAME_LINE - 1.4, text, { size: NAME_SIZE, bold: true }),
  );
  const detailTop = headerTop + geometry.name.length * NAME_LINE;
  const details = geometry.details.map((text, index) =>
    textAt('note', MARGIN, detailTop + (index + 1) * SMALL_LINE - 0.9, text, { size: SMALL }),
  );
  const edge = width - MARGIN;
  const right = edge - mapCell(facts.map) * facts.map.columns - 3;
  const block = { size: SMALL, anchor: 'end' as const };
  return [
    ...names,
    ...details,
    textAt('reference', right, headerTop + 4, facts.reference, { size: NAME_SIZE, anchor: 'end', bold: true }),
    textAt('page', right, headerTop + 8.4, facts.page, block),
    textAt('printed', right, headerTop + 12.2, facts.printed, block),
    ...drawMap(edge, headerTop + 0.4, facts),
  ];
};

/** Everything around the body, on the first sheet as on the last. */
export const drawFrame = (geometry: Geometry, facts: SheetFacts): readonly SheetItem[] => {
  const markHeight = geometry.marking.length * MARK_LINE + 1;
  const bottomMark = geometry.height - MARGIN - markHeight;
  return [
    ...drawMarking(geometry, MARGIN, facts),
    ...drawExercise(geometry, MARGIN + markHeight),
    ...drawHeader(geometry, facts),
    ...drawExercise(geometry, bottomMark - geometry.exercise.length * SMALL_LINE),
    ...drawMarking(geometry, bottomMark, facts),
  ];
};
