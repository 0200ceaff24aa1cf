/** Where the frame of a sheet stands; what is between its header and its lower edge is the product's. */
import { type Label, markingText } from '../label/label.ts';
import type { Labelling } from '../label/policies.ts';
import type { SheetOptions } from './base.ts';
import { wrap } from './measure.ts';
import { paperSize } from './papers.ts';
import { fill, sheetWords } from './words.ts';

/** Printers leave this much of the edge white. */
export const MARGIN = 8;
export const MARK_SIZE = 4;
export const MARK_LINE = 5;
export const NAME_SIZE = 4.4;
export const NAME_LINE = 5.4;
export const SUBJECT_SIZE = 3.4;
export const SUBJECT_LINE = 4.6;
export const SMALL = 2.7;
export const SMALL_LINE = 3.7;
/** Room at the right of the header for the reference, page number, date and the map of tiles. */
const RIGHT_WIDTH = 84;

export interface FrameGeometry {
  readonly width: number;
  readonly height: number;
  readonly marking: readonly string[];
  readonly exercise: readonly string[];
  readonly name: readonly string[];
  readonly subject: readonly string[];
  readonly details: readonly string[];
  /** From the paper's edge to the end of marking and exercise line, above and below. */
  readonly edge: number;
  readonly headerTop: number;
  /** Below the header. */
  readonly contentTop: number;
  /** Above the lower exercise line and marking. */
  readonly contentBottom: number;
}

interface FrameContent {
  readonly name: string;
  readonly nickname: string | undefined;
  readonly label: Label;
  readonly labelling: Labelling;
  /** What is printed, where the sheet does not say so by its look. */
  readonly subject?: string;
  readonly details: string;
}

/** The marking in lines that fit across a sheet. */
export const markingLines = (label: Label, labelling: Labelling, width: number): readonly string[] =>
  wrap(markingText(label, labelling), width - 2 * MARGIN - 6, MARK_SIZE, true);

/** The same on every sheet of a print, so that sheets can be joined and leafed through. */
export const frameGeometry = (content: FrameContent, options: SheetOptions): FrameGeometry => {
  const { width, height } = paperSize(options);
  const inner = width - 2 * MARGIN;
  const left = inner - RIGHT_WIDTH;
  const words = sheetWords(options.language);
  const word = words.exercise;
  const title = content.nickname === undefined ? content.name : `${content.name} – ${content.nickname}`;
  const marking = markingLines(content.label, content.labelling, width);
  const exercise = options.exerciseLine ? [`${word} ${word} ${word}`] : [];
  const name = wrap(title, left, NAME_SIZE, true);
  const subject = content.subject === undefined ? [] : wrap(content.subject, left, SUBJECT_SIZE, true);
  const overall = fill(words.overall, { marking: markingText(content.label, content.labelling) });
  const details = [content.details, ...(options.marking === 'sheet' ? [overall] : [])].flatMap((line) =>
    wrap(line, left, SMALL),
  );
  const edge = MARGIN + marking.length * MARK_LINE + 1 + exercise.length * SMALL_LINE;
  const headerTop = edge + 2;
  const lines = name.length * NAME_LINE + subject.length * SUBJECT_LINE + details.length * SMALL_LINE;
  return {
    width,
    height,
    marking,
    exercise,
    name,
    subject,
    details,
    edge,
    headerTop,
    contentTop: headerTop + Math.max(lines, 14) + 2,
    contentBottom: height - edge,
  };
};
