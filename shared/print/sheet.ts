/** A printed page as plain data: the same drawing serves the preview, the PDF and the printer. All lengths in mm. */
import type { Label } from '../label/label.ts';

interface RectItem {
  readonly is: 'rect';
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly fill?: string;
  readonly stroke?: string;
  readonly line?: number;
  readonly dash?: string;
}

export interface LineItem {
  readonly is: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: string;
  readonly line: number;
  readonly dash?: string;
}

interface ShapeItem {
  readonly is: 'shape';
  readonly points: readonly (readonly [number, number])[];
  readonly fill: string;
  readonly stroke: string;
  readonly line: number;
  readonly dash?: string;
}

/** What a text is for: the drawing ignores it, tests and assistive technology do not. */
export type TextRole =
  | 'marking'
  | 'exercise'
  | 'name'
  | 'subject'
  | 'reference'
  | 'page'
  | 'printed'
  | 'row'
  | 'bar'
  | 'axis'
  | 'head'
  | 'cell'
  | 'note';

/** One line of text; `width` is what the drawing makes it take, whatever the font that is there. */
export interface TextItem {
  readonly is: 'text';
  readonly role: TextRole;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly width: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  readonly fill: string;
  /** The record whose title it is, or a part of it. */
  readonly of?: string;
  /** Its level in the outline of the document. */
  readonly heading?: 1 | 2 | 3;
  /** A further line of the heading that began before it. */
  readonly goesOn?: boolean;
  /** Its place in the table of the sheet, for readers that walk through one; heads are a row too. */
  readonly cell?: { readonly row: number; readonly column: number };
}

/** An APP-6 symbol, drawn as vectors within a box. */
interface SymbolItem {
  readonly is: 'symbol';
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly sidc: string;
  readonly blackAndWhite: boolean;
}

export type SheetItem = RectItem | LineItem | ShapeItem | SymbolItem | TextItem;

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** `B3` of a tile, `KEY 1` of the key behind the tiles. */
  readonly reference: string;
  /** Its marking, at top and bottom. */
  readonly label: Label;
  /** The same in words, as it stands there. */
  readonly marking: string;
  readonly page: number;
  readonly pages: number;
  /** One line that names the sheet for thumbnails and screen readers. */
  readonly title: string;
  readonly items: readonly SheetItem[];
}

/** Left and right edge of a text. */
export const extentOfText = ({ x, width, anchor }: TextItem): readonly [number, number] => {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return [left, left + width];
};
