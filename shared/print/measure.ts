/**
 * Widths of text without a screen: advance widths of Arial and its metric twins (Arimo, which comes along,
 * Helvetica, Liberation Sans), in thousandths of the size. The drawing stretches each line to the width computed here,
 * so a letter that the font does not have changes the look of the line but never where it ends.
 */
import { type TextItem, type TextRole } from './sheet.ts';

type Widths = Readonly<Record<string, number>>;

const widthsOf = (groups: readonly (readonly [number, string])[]): Widths => {
  const found: Record<string, number> = {};
  for (const [width, characters] of groups) for (const character of characters) found[character] = width;
  return found;
};

const REGULAR = widthsOf([
  [191, "'’‘"],
  [222, 'ijl'],
  [260, '|'],
  [278, ' !,./:;[\\]ftI\u00a0\u202f·'],
  [333, '()-`r“”°'],
  [355, '"'],
  [334, '{}'],
  [389, '*'],
  [469, '^'],
  [500, 'ckvsxyzJ'],
  [556, '#$?_abdeghnopqu0123456789L–§'],
  [584, '+<=>~±−'],
  [611, 'FTZß'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQØ'],
  [833, 'Mm'],
  [889, '%æ'],
  [944, 'Wœ'],
  [1000, '—…Æ™→←'],
  [1015, '@'],
]);
const BOLD = widthsOf([
  [238, "'’‘"],
  [278, ' ,./\\Iijl\u00a0\u202f·'],
  [280, '|'],
  [333, '!()-:;[]`ft°'],
  [389, '*{}r'],
  [474, '"'],
  [500, 'z“”'],
  [556, '#$_0123456789Jaceksvxy–§'],
  [584, '+<=>^~±−'],
  [611, '?FLTZbdghnopquß'],
  [667, 'EPSVXY'],
  [722, '&ABCDHKNRU'],
  [778, 'GOQwØ'],
  [833, 'M'],
  [889, '%mæ'],
  [944, 'Wœ'],
  [975, '@'],
  [1000, '—…Æ™→←'],
]);

const OTHER = 640;
const FULL = 1000;
/** From Hangul Jamo on, scripts are drawn in full squares. */
const FULL_FROM = 0x1100;

const widthOf = (character: string, widths: Widths): number => {
  const known = widths[character] ?? widths[character.normalize('NFD')[0] ?? ''];
  return known ?? ((character.codePointAt(0) ?? 0) >= FULL_FROM ? FULL : OTHER);
};

/** Whether every letter's width is known: then the font that comes along ends where the measure says. */
export const isExact = (text: string, bold = false): boolean => {
  const widths = bold ? BOLD : REGULAR;
  for (const character of text) if (widths[character] === undefined) return false;
  return true;
};

/** The width in millimetres of a line of text at a size in millimetres. */
export const textWidth = (text: string, size: number, bold = false): number => {
  let sum = 0;
  const widths = bold ? BOLD : REGULAR;
  for (const character of text) sum += widthOf(character, widths);
  return (sum * size) / 1000;
};

/** A word wider than the line, in pieces that fit; at least one character each. */
const pieces = (word: string, width: number, size: number, bold: boolean): string[] => {
  const found: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && textWidth(piece + character, size, bold) > width) {
      found.push(piece);
      piece = '';
    }
    piece += character;
  }
  return piece === '' ? found : [...found, piece];
};

/** Where a line may be broken: at white space that does not bind. */
export const BREAK = /[^\S\u00a0\u202f]+/u;

/** Lines no wider than `width`; every word of the text is in one of them. */
export const wrap = (text: string, width: number, size: number, bold = false): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAK).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size, bold) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = pieces(word, width, size, bold);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  if (line !== '') lines.push(line);
  return lines;
};

export const INK = '#1a1d21';

interface Style extends Pick<TextItem, 'heading' | 'goesOn' | 'cell'> {
  readonly size: number;
  readonly anchor?: TextItem['anchor'];
  readonly bold?: boolean;
  readonly fill?: string;
  readonly of?: string;
}

/** One line of text at a place, with its width. */
export const textAt = (role: TextRole, x: number, y: number, text: string, style: Style): TextItem => ({
  is: 'text',
  role,
  x,
  y,
  text,
  size: style.size,
  width: textWidth(text, style.size, style.bold),
  anchor: style.anchor ?? 'start',
  fill: style.fill ?? INK,
  ...(style.bold === true ? { bold: true } : {}),
  ...(style.of === undefined ? {} : { of: style.of }),
  ...(style.heading === undefined ? {} : { heading: style.heading }),
  ...(style.goesOn === true ? { goesOn: true } : {}),
  ...(style.cell === undefined ? {} : { cell: style.cell }),
});

/** One of the lines of a heading: all of them are one entry of the outline. */
export const headingLine = (level: 1 | 2 | 3, index: number): Pick<TextItem, 'heading' | 'goesOn'> => ({
  heading: level,
  ...(index > 0 ? { goesOn: true } : {}),
});
