import { EMPTY_PLAN } from '#shared/plan/state.ts';
import { boardOf } from '#shared/timeline/board.ts';
import { boardFrom, distanceOf } from '#shared/timeline/crowded.ts';
import { drawStrip } from '#shared/timeline/draw/strip.ts';
import { INKS, type InkName, type Palette } from '#shared/timeline/palette.ts';
import type { Pen } from '#shared/timeline/pen.ts';
import { FLAG, type Scene } from '#shared/timeline/scene.ts';
import { DAY, HOUR } from '#shared/time/instant.ts';
import { plainBar } from '#tests/support/bars.ts';

type Box = readonly [x: number, y: number, w: number, h: number, fill: string];

/** Colours are their names. */
const palette: Palette = {
  ink: Object.fromEntries(INKS.map((name) => [name, name])) as Record<InkName, string>,
  hues: [],
};

/** Forty days' worth of a pile that repeats each ten days. */
const bars = Array.from({ length: 80 }, (_, n) => {
  const start = Math.floor(n / 20) * 10 * DAY + (n % 20) * HOUR;
  return plainBar(`b${n}`, start, start + DAY);
});
const board = boardFrom(
  boardOf(EMPTY_PLAN, bars, { by: 'type', form: 'stacked', folded: new Set() }),
  distanceOf(HOUR),
);

/** What is drawn of the strip with some bars marked. */
const drawn = (marks: Readonly<Record<number, number>>, origin = 0): readonly Box[] => {
  const boxes: Box[] = [];
  const flags = new Uint8Array(bars.length);
  for (const [index, flag] of Object.entries(marks)) flags[Number(index)] = flag;
  const frame = { width: 960, height: 200, origin, msPerPixel: HOUR, scrollTop: 0 };
  const [row] = board.rows;
  if (row === undefined) throw new Error('there is no row');
  const pen = { box: (...box: Box) => void boxes.push(box) } as unknown as Pen;
  drawStrip(pen, { board, frame, flags, palette } as unknown as Scene, row);
  return boxes;
};

const of = (boxes: readonly Box[], ink: InkName): readonly Box[] => boxes.filter(([, , , , fill]) => fill === ink);

test('a strip shows the load, no box of it outside the window', () => {
  for (const origin of [0, 5 * DAY, -5 * DAY]) {
    const boxes = of(drawn({}, origin), 'density');
    expect(boxes.length).toBeGreaterThan(3);
    for (const [x, , w] of boxes) expect([x >= 0, w > 0, x + w <= 960]).toEqual([true, true, true]);
  }
});

test('what is marked stands out: a problem at the foot, what is selected at the head, each where it is', () => {
  const boxes = drawn({ 20: FLAG.error, 40: FLAG.selected });
  const [error, selected] = [of(boxes, 'error'), of(boxes, 'accent')];
  expect(error.map(([x, , w]) => [x, w])).toEqual([[240, 24]]);
  expect(selected.map(([x, , w]) => [x, w])).toEqual([[480, 24]]);
  expect(error[0]?.[1] ?? 0).toBeGreaterThan(selected[0]?.[1] ?? 0);
});

test('marks that touch are one box, and those out of the window are none', () => {
  const all = Object.fromEntries(bars.map((_, index) => [index, FLAG.error]));
  expect(of(drawn(all), 'error').map(([x, , w]) => [x, w])).toEqual([0, 240, 480, 720].map((x) => [x, 43]));
  expect(of(drawn({ 0: FLAG.error }, 20 * DAY), 'error')).toEqual([]);
});

test('a strip without marks has none', () => {
  expect(drawn({}).every(([, , , , fill]) => fill === 'density')).toBe(true);
});
