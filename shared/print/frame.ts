/** What stands around the body of every sheet: markings, the exercise's name, the sheet's place among the others. */
import { type Label, markingColour } from '../label/label.ts';
import type { Labelling } from '../label/policies.ts';
import {
  type FrameGeometry,
  MARGIN,
  MARK_LINE,
  MARK_SIZE,
  NAME_LINE,
  NAME_SIZE,
  SMALL,
  SMALL_LINE,
  SUBJECT_LINE,
  SUBJECT_SIZE,
  markingLines,
} from './frameGeometry.ts';
import { INK, headingLine, textAt } from './measure.ts';
import type { SheetItem } from './sheet.ts';

const MAP_WIDTH = 22;
const MAP_HEIGHT = 13;

/** Column letters as in a spreadsheet: A to Z, then AA. */
export const columnName = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : columnName(Math.floor(column / 26) - 1) + columnName(column % 26);

export interface TileMap {
  readonly columns: number;
  readonly rows: number;
}

/** The words that differ from sheet to sheet. */
interface SheetFacts {
  readonly reference: string;
  readonly page: string;
  readonly first: boolean;
  /** Whether the body has headings of its own. */
  readonly headed: boolean;
  readonly printed: string;
  /** Undefined for sheets that are read one by one. */
  readonly map: TileMap | undefined;
  /** The tile of this sheet; undefined on a sheet of the key. */
  readonly tile: { readonly column: number; readonly row: number } | undefined;
  readonly label: Label;
  readonly labelling: Labelling;
  readonly blackAndWhite: boolean;
}

const markHeight = ({ marking }: FrameGeometry): number => marking.length * MARK_LINE + 1;

const drawMarking = (geometry: FrameGeometry, top: number, facts: SheetFacts): readonly SheetItem[] => {
  const { label, labelling, blackAndWhite } = facts;
  const h = markHeight(geometry);
  const box = { is: 'rect' as const, x: MARGIN, y: top, w: geometry.width - 2 * MARGIN, h };
  const lines = markingLines(label, labelling, geometry.width);
  // Fewer lines than the frame has room for stand in its middle.
  const first = top + ((geometry.marking.length - lines.length) * MARK_LINE) / 2;
  return [
    blackAndWhite
      ? { ...box, x: box.x + 0.3, y: box.y + 0.3, w: box.w - 0.6, h: h - 0.6, stroke: INK, line: 0.6 }
      : { ...box, fill: markingColour(label, labelling) },
    ...lines.map((text, index) =>
      textAt('marking', geometry.width / 2, first + (index + 1) * MARK_LINE - 0.9, text, {
        size: MARK_SIZE,
        anchor: 'middle',
        bold: true,
        fill: blackAndWhite ? INK : '#ffffff',
      }),
    ),
  ];
};

const drawExercise = (geometry: FrameGeometry, top: number): readonly SheetItem[] =>
  geometry.exercise.map((text, index) =>
    textAt('exercise', geometry.width / 2, top + (index + 1) * SMALL_LINE - 0.8, text, {
      size: SMALL,
      anchor: 'middle',
      bold: true,
    }),
  );

const mapCell = ({ columns }: TileMap): number => Math.min(4.4, MAP_WIDTH / columns);

/** Cells smaller than this run into each other: then the whole is one box, and the sheet's place a mark in it. */
const LEAST_CELL = 0.7;

/** All tiles small, this one filled. */
const drawMap = (right: number, top: number, map: TileMap, { tile }: SheetFacts): readonly SheetItem[] => {
  const w = mapCell(map);
  const h = Math.min(3.2, MAP_HEIGHT / map.rows);
  const left = right - map.columns * w;
  const cell = (column: number, row: number) => ({ is: 'rect' as const, x: left + column * w, y: top + row * h, w, h });
  const stroke = { stroke: '#767e88', line: 0.15 };
  const items: SheetItem[] = [];
  if (w < LEAST_CELL || h < LEAST_CELL) {
    items.push({ ...cell(0, 0), w: w * map.columns, h: h * map.rows, fill: '#ffffff', ...stroke });
  } else {
    for (let row = 0; row < map.rows; row += 1) {
      for (let column = 0; column < map.columns; column += 1) {
        items.push({ ...cell(column, row), fill: '#ffffff', ...stroke });
      }
    }
  }
  if (tile === undefined) return items;
  const here = cell(tile.column, tile.row);
  return [...items, { ...here, w: Math.max(w, LEAST_CELL), h: Math.max(h, LEAST_CELL), fill: INK }];
};

const drawHeader = (geometry: FrameGeometry, facts: SheetFacts): readonly SheetItem[] => {
  const { headerTop, width } = geometry;
  const names = geometry.name.map((text, index) =>
    textAt('name', MARGIN, headerTop + (index + 1) * NAME_LINE - 1.4, text, {
      size: NAME_SIZE,
      bold: true,
      // The document begins with its name; on every further sheet it is a repetition.
      ...(facts.first ? headingLine(1, index) : {}),
    }),
  );
  const subjectTop = headerTop + geometry.name.length * NAME_LINE;
  const subject = geometry.subject.map((text, index) =>
    textAt('subject', MARGIN, subjectTop + (index + 1) * SUBJECT_LINE - 1.2, text, { size: SUBJECT_SIZE, bold: true }),
  );
  const detailTop = subjectTop + geometry.subject.length * SUBJECT_LINE;
  const details = geometry.details.map((text, index) =>
    textAt('note', MARGIN, detailTop + (index + 1) * SMALL_LINE - 0.9, text, { size: SMALL }),
  );
  const edge = width - MARGIN;
  const { map } = facts;
  const right = map === undefined ? edge : edge - mapCell(map) * map.columns - 3;
  const block = { size: SMALL, anchor: 'end' as const };
  return [
    ...names,
    ...subject,
    ...details,
    textAt('reference', right, headerTop + 4, facts.reference, {
      size: NAME_SIZE,
      anchor: 'end',
      bold: true,
      ...(facts.headed ? {} : { heading: 2 as const }),
    }),
    textAt('page', right, headerTop + 8.4, facts.page, block),
    textAt('printed', right, headerTop + 12.2, facts.printed, block),
    ...(map === undefined ? [] : drawMap(edge, headerTop + 0.4, map, facts)),
  ];
};

/** Everything around the body, on the first sheet as on the last. */
export const drawFrame = (geometry: FrameGeometry, facts: SheetFacts): readonly SheetItem[] => {
  const bottomMark = geometry.height - MARGIN - markHeight(geometry);
  return [
    ...drawMarking(geometry, MARGIN, facts),
    ...drawExercise(geometry, MARGIN + markHeight(geometry)),
    ...drawHeader(geometry, facts),
    ...drawExercise(geometry, bottomMark - geometry.exercise.length * SMALL_LINE),
    ...drawMarking(geometry, bottomMark, facts),
  ];
};
