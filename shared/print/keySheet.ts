/** A key on paper: to be handed over, posted, or held before a camera, and compared with what a screen shows. */
import { fingerprintCode, squaresOf } from '../exchange/fingerprint.ts';
import { TRAINING_LABEL, markingText } from '../label/label.ts';
import type { printSheetWords } from './keyWords.ts';
import type { Sheet, SheetItem } from './sheet.ts';
import { textWidth } from './measure.ts';

export interface KeySheetInput {
  readonly kid: string;
  readonly nation: string;
  readonly name: string;
  readonly fingerprint: string;
  readonly words: readonly string[];
  readonly validUntil: string;
}

const WIDTH = 210;
const HEIGHT = 297;
const LEFT = 25;
const INK = '#000000';
const QR = 70;

const text = (y: number, size: number, line: string, bold = false): SheetItem => ({
  is: 'text',
  role: 'note',
  x: LEFT,
  y,
  text: line,
  size,
  width: textWidth(line, size, bold),
  anchor: 'start',
  bold,
  fill: INK,
});

/** Neighbouring dark squares of a row as one bar: no hairlines between them on any printer. */
const pattern = (squares: readonly (readonly boolean[])[], x: number, y: number): SheetItem[] => {
  const side = QR / squares.length;
  return squares.flatMap((row, line) => {
    const bars: SheetItem[] = [];
    for (let at = 0; at < row.length; at += 1) {
      if (row[at] !== true) continue;
      let end = at;
      while (row[end + 1] === true) end += 1;
      bars.push({ is: 'rect', x: x + at * side, y: y + line * side, w: (end - at + 1) * side, h: side, fill: INK });
      at = end;
    }
    return bars;
  });
};

const chunks = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));

/** One A4 sheet in portrait with name, digits, words and QR code of a key. */
export const layoutKeySheet = (key: KeySheetInput, words: ReturnType<typeof printSheetWords>): Sheet => {
  const title = `${key.nation} ${key.name}`;
  const digits = chunks(key.fingerprint.split(' '), 4).map((group) => group.join('   '));
  const spelled = chunks(key.words, 4).map((group) => group.join('  '));
  return {
    width: WIDTH,
    height: HEIGHT,
    reference: 'KEY',
    label: TRAINING_LABEL,
    marking: markingText(TRAINING_LABEL),
    page: 1,
    pages: 1,
    title: `${words.title}: ${title}`,
    items: [
      text(35, 5, words.title),
      text(46, 8, title, true),
      text(56, 4, words.how),
      text(62, 4, words.next),
      ...pattern(squaresOf(fingerprintCode(key.kid, key.fingerprint)), LEFT - 5, 72),
      text(156, 4, words.digits),
      ...digits.map((line, n) => text(165 + n * 8, 6, line, true)),
      text(200, 4, words.words),
      ...spelled.map((line, n) => text(208 + n * 7, 5, line)),
      text(268, 4, `${words.validUntil} ${key.validUntil.slice(0, 10)}`),
      text(274, 3, key.kid),
    ],
  };
};
