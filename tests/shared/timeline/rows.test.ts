import fc from 'fast-check';
import { boardOf } from '#shared/timeline/board.ts';
import { EMPTY_PLAN } from '#shared/plan/state.ts';
import { rowsOf, stack } from '#shared/timeline/rows.ts';
import { plainBar } from '#tests/support/bars.ts';

const someBars = fc
  .array(fc.tuple(fc.nat(1000), fc.integer({ min: 1, max: 200 })), { maxLength: 80 })
  .map((pairs) =>
    pairs.map(([start, length], at) => plainBar(`b${at}`, start, start + length)).toSorted((a, b) => a.start - b.start),
  );

describe('stack', () => {
  it('lets no two bars of a lane overlap and uses no more lanes than overlap at once', () => {
    fc.assert(
      fc.property(someBars, (bars) => {
        const { placed, lanes } = stack(bars);
        for (const a of placed)
          for (const b of placed)
            if (a !== b && a.lane === b.lane) expect(a.bar.end <= b.bar.start || b.bar.end <= a.bar.start).toBe(true);
        const depth = Math.max(
          1,
          ...bars.map(({ start }) => bars.filter((other) => other.start <= start && other.end > start).length),
        );
        expect(lanes).toBeLessThanOrEqual(Math.max(depth, 1));
      }),
    );
  });

  it('keeps room for labels where asked', () => {
    expect(stack([plainBar('a', 0, 1), plainBar('b', 5, 6)], 10).lanes).toBe(2);
    expect(stack([plainBar('a', 0, 1), plainBar('b', 5, 6)]).lanes).toBe(1);
  });
});

describe('rowsOf', () => {
  it('shows a bar in the row of each of its participants, and those without any last', () => {
    const rows = rowsOf(
      EMPTY_PLAN,
      [plainBar('a', 0, 1, { participants: ['p', 'q'] }), plainBar('b', 0, 1)],
      'participant',
    );
    expect(rows.map(({ key, placed }) => [key, placed.length])).toEqual([
      ['p', 1],
      ['q', 1],
      ['', 1],
    ]);
  });

  it('groups by type without asking the plan', () => {
    const bars = [plainBar('a', 0, 1, { type: 'phase', countsAs: 'phase' }), plainBar('b', 2, 3)];
    expect(rowsOf(EMPTY_PLAN, bars, 'type').map(({ title }) => title)).toEqual(['serial', 'phase']);
  });

  it('puts a movement under what it counts as, in the rows and order of the screen', () => {
    const bars = [
      plainBar('a', 0, 1, { type: 'phase', countsAs: 'phase' }),
      plainBar('b', 2, 3, { kind: 'movement', type: 'movement', countsAs: 'serial' }),
      plainBar('c', 4, 5),
    ];
    const rows = rowsOf(EMPTY_PLAN, bars, 'type');
    expect(rows.map(({ key, placed }) => [key, placed.map(({ bar: { id } }) => id)])).toEqual([
      ['serial', ['b', 'c']],
      ['phase', ['a']],
    ]);
    expect(rows.map(({ title }) => title)).toEqual(
      boardOf(EMPTY_PLAN, bars, { by: 'type', form: 'stacked', folded: new Set() })
        .rows.filter(({ kind }) => kind === 'group')
        .map(({ title }) => title),
    );
  });
});
