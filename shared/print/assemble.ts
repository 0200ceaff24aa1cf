/** Puts bodies into their frames: markings, numbers, references, in the order in which the sheets are read. */
import { type Label, markingText } from '../label/label.ts';
import type { Labelling } from '../label/policies.ts';
import { formatDtg } from '../time/dtg.ts';
import { startOfMinute } from '../time/instant.ts';
import { type Result, fail, ok } from '../result.ts';
import { MAX_SHEETS, type SheetOptions, type Stamp } from './base.ts';
import { type TileMap, drawFrame } from './frame.ts';
import { type FrameGeometry, markingLines } from './frameGeometry.ts';
import type { Sheet, SheetItem } from './sheet.ts';
import { fill, sheetWords } from './words.ts';

/** What one sheet shows. */
export interface Body {
  readonly reference: string;
  /** In the header in place of the reference: `A1 of C2`. */
  readonly place?: string;
  readonly tile?: { readonly column: number; readonly row: number };
  /** What it is about, behind its reference. */
  readonly heading?: string;
  /** Its body has headings of its own, so that its reference is none. */
  readonly headed?: boolean;
  /** The roll-up of what stands on it. */
  readonly label: Label;
  readonly items: readonly SheetItem[];
}

export interface Print {
  readonly options: SheetOptions;
  readonly stamp: Stamp;
  readonly geometry: FrameGeometry;
  /** The roll-up of the whole print. */
  readonly label: Label;
  readonly labelling: Labelling;
  /** Of tiles that are joined on a wall. */
  readonly map?: TileMap;
}

export const tooManySheets = (sheets: number): Result<never> =>
  fail('PRINT_TOO_MANY_SHEETS', { sheets, max: MAX_SHEETS });

/** A preview has no number yet, and says when it gets one. */
const printedText = ({ language }: SheetOptions, { now, number }: Stamp): string => {
  const words = sheetWords(language);
  const dtg = formatDtg(startOfMinute(now));
  return number === undefined ? fill(words.preview, { dtg }) : fill(words.printed, { dtg, number });
};

/** A sheet's own marking, where it is asked for and finds the room that the overall one left. */
const sheetLabel = ({ options, geometry, label, labelling }: Print, own: Label): Label =>
  options.marking === 'sheet' && markingLines(own, labelling, geometry.width).length <= geometry.marking.length
    ? own
    : label;

/** @returns PRINT_TOO_MANY_SHEETS {sheets, max}. */
export const assemble = (print: Print, bodies: readonly Body[]): Result<readonly Sheet[]> => {
  if (bodies.length > MAX_SHEETS) return tooManySheets(bodies.length);
  const { options, stamp, geometry, labelling } = print;
  const words = sheetWords(options.language);
  const pages = bodies.length;
  return ok(
    bodies.map(({ reference, place, tile, heading, headed, label: own, items }, index) => {
      const page = index + 1;
      const label = sheetLabel(print, own);
      const marking = markingText(label, labelling);
      const facts = {
        reference: place ?? reference,
        page: fill(words.page, { page, pages }),
        first: index === 0,
        headed: headed === true,
        printed: printedText(options, stamp),
        // A single sheet has no neighbours to be found among.
        map: pages > 1 ? print.map : undefined,
        tile,
        label,
        labelling,
        blackAndWhite: options.blackAndWhite,
      };
      const title = fill(words.sheet, { reference, page, pages });
      return {
        width: geometry.width,
        height: geometry.height,
        reference,
        label,
        marking,
        page,
        pages,
        title: heading === undefined ? title : `${title}: ${heading}`,
        items: [...drawFrame(geometry, facts), ...items],
      };
    }),
  );
};
