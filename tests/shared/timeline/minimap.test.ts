import { EMPTY_PLAN } from '#shared/plan/state.ts';
import { boardOf } from '#shared/timeline/board.ts';
import { drawMinimap, minimapPart } from '#shared/timeline/draw/minimap.ts';
import { INKS } from '#shared/timeline/palette.ts';
import type { Pen } from '#shared/timeline/pen.ts';
import type { Scene } from '#shared/timeline/scene.ts';
import { DAY } from '#shared/time/instant.ts';
import { plainBar } from '#tests/support/bars.ts';

const board = boardOf(EMPTY_PLAN, [plainBar('all', 0, 100 * DAY)], { by: 'type', form: 'stacked', folded: new Set() });
/** The strip is a thousand pixels wide: about ten a day. */
const WIDTH = 1000;

/** What is at a place while the window shows so many days from a day on. */
const partAt = (x: number, from: number, days: number) =>
  minimapPart(
    { board, frame: { width: WIDTH, height: 200, origin: from * DAY, msPerPixel: (days * DAY) / WIDTH, scrollTop: 0 } },
    x,
  );

/** Every place of the strip at which the window is, or an edge of it. */
const held = (part: string, from: number, days: number): readonly number[] =>
  Array.from({ length: WIDTH }, (_, x) => x).filter((x) => partAt(x, from, days) === part);

test('a wide window is held at its edges and moved between them', () => {
  expect(held('start', 40, 20)).toHaveLength(10);
  expect(held('end', 40, 20)).toHaveLength(10);
  expect(held('window', 40, 20).length).toBeGreaterThan(150);
  expect(partAt(100, 40, 20)).toBe('outside');
  expect(partAt(900, 40, 20)).toBe('outside');
});

test('a window of minutes can be moved, not only widened', () => {
  expect(held('window', 50, 0.01).length).toBeGreaterThanOrEqual(5);
  expect(held('start', 50, 0.01).length).toBeGreaterThanOrEqual(5);
  expect(held('end', 50, 0.01).length).toBeGreaterThanOrEqual(5);
});

test('a window beyond the plan stands at the edge of the strip and can be taken back', () => {
  for (const [from, place] of [
    [-400, 6],
    [400, WIDTH - 6],
  ] as const) {
    expect(partAt(place, from, 20)).toBe('window');
    expect(partAt(WIDTH / 2, from, 20)).toBe('outside');
  }
});

test('of an empty plan no window is drawn', () => {
  const ink = Object.fromEntries(INKS.map((name) => [name, name]));
  const cards = (shown: typeof board): number => {
    let drawn = 0;
    const pen = { box: () => undefined, faint: (_: number, draw: () => void) => draw(), card: () => void (drawn += 1) };
    const frame = { width: WIDTH, height: 200, origin: 0, msPerPixel: DAY, scrollTop: 0 };
    const scene = { board: shown, frame, palette: { ink, hues: [] }, anchors: [], now: 0 };
    drawMinimap(pen as unknown as Pen, scene as unknown as Scene);
    return drawn;
  };
  expect(cards(board)).toBe(1);
  expect(cards(boardOf(EMPTY_PLAN, [], { by: 'type', form: 'stacked', folded: new Set() }))).toBe(0);
});
