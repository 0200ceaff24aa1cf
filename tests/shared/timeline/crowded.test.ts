import fc from 'fast-check';
import { EMPTY_PLAN } from '#shared/plan/state.ts';
import type { Bar } from '#shared/timeline/bars.ts';
import { LANE_HEIGHT, boardOf, laneTop, middleOf, rowHeight } from '#shared/timeline/board.ts';
import { boardFrom, distanceOf, hasCrowded } from '#shared/timeline/crowded.ts';
import { loadAt } from '#shared/timeline/load.ts';
import { DAY, HOUR, MINUTE } from '#shared/time/instant.ts';
import { plainBar } from '#tests/support/bars.ts';

const OPTIONS = { by: 'type', form: 'stacked', folded: new Set<string>() } as const;

/** So many bars of a length side by side, a quarter of an hour apart. */
const pile = (count: number, length: number, from = 0): readonly Bar[] =>
  Array.from({ length: count }, (_, n) => {
    const start = from + n * 15 * MINUTE;
    return plainBar(`b${from}-${n}`, start, start + length);
  });

const boardWith = (bars: readonly Bar[]) =>
  boardOf(
    EMPTY_PLAN,
    [...bars].sort((a, b) => a.start - b.start),
    OPTIONS,
  );

describe('crowded rows', () => {
  const crowded = boardWith([...pile(30, 8 * HOUR), plainBar('phase', 0, 90 * DAY)]);

  it('are those of more lanes than a glance takes in', () => {
    expect(hasCrowded(crowded)).toBe(true);
    expect(hasCrowded(boardWith(pile(10, 8 * HOUR)))).toBe(false);
  });

  it('keep every bar in its lane close up', () => {
    expect(boardFrom(crowded, distanceOf(MINUTE / 4))).toBe(crowded);
    expect(boardFrom(crowded, distanceOf(MINUTE))).toBe(crowded);
  });

  it('count from afar what is too narrow, and keep what is wide as bars above it', () => {
    const seen = boardFrom(crowded, distanceOf(DAY));
    const [row] = seen.rows;
    expect(row).toMatchObject({ crowded: true, height: rowHeight(2) });
    expect(row?.members).toHaveLength(30);
    expect([...(row?.lanes?.bars ?? [])].map((index) => seen.bars[index]?.id)).toEqual(['phase']);
    expect(seen.height).toBeLessThan(crowded.height / 5);
  });

  it('have the place of what is counted in their strip, under the lanes', () => {
    const seen = boardFrom(crowded, distanceOf(DAY));
    const [row] = seen.rows;
    if (row === undefined) throw new Error('there is no row');
    expect(laneTop(row, -1)).toBe(laneTop(row, 0) + LANE_HEIGHT);
    const [phase, other] = [seen.indexOf.get('phase') ?? -1, seen.indexOf.get('b0-5') ?? -1];
    expect([seen.laneOf[phase], seen.laneOf[other]]).toEqual([0, -1]);
    expect(middleOf(seen, other)).toBe((middleOf(seen, phase) ?? 0) + LANE_HEIGHT);
  });

  it('are what they were when one comes closer again', () => {
    expect(boardFrom(crowded, 12)).toBe(boardFrom(crowded, 12));
    expect(boardFrom(crowded, 0)).toBe(crowded);
  });

  it('lose and double no bar, whatever the distance', () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 13, maxLength: 60 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 0, max: 20 }), (minutes, distance) => {
        const board = boardWith(minutes.map((length, n) => plainBar(`x${n}`, 0, length * MINUTE)));
        const seen = boardFrom(board, distance);
        const [row] = seen.rows;
        const drawn = [...(row?.lanes?.bars ?? []), ...(row?.members ?? [])];
        expect(drawn.sort((a, b) => a - b)).toEqual(board.bars.map((_, index) => index));
      }),
    );
  });

  it('never count a bar that is wide enough to be read', () => {
    for (const msPerPixel of [MINUTE, 10 * MINUTE, HOUR, DAY]) {
      const seen = boardFrom(crowded, distanceOf(msPerPixel));
      for (const index of seen.rows[0]?.members ?? []) {
        const bar = seen.bars[index];
        expect(bar === undefined ? 0 : (bar.end - bar.start) / msPerPixel).toBeLessThan(48);
      }
    }
  });
});

describe('the load at a place of a strip', () => {
  const seen = boardFrom(boardWith([...pile(30, 8 * HOUR), ...pile(2, HOUR, 20 * DAY)]), distanceOf(DAY));
  const [row] = seen.rows;
  const loadOf = (at: number) => (row === undefined ? undefined : loadAt(seen, row, at, HOUR));

  it('is how many touch a step of it, and the most of them at once', () => {
    expect(loadOf(HOUR)).toMatchObject({ start: 0, end: 2 * HOUR, count: 8, most: 8 });
    expect(loadOf(9 * HOUR)).toMatchObject({ count: 29, most: 29 });
    expect(loadOf(20 * DAY)).toMatchObject({ count: 2, most: 2 });
  });

  it('is none where nothing goes on', () => {
    expect(loadOf(10 * DAY)).toBeUndefined();
  });
});
