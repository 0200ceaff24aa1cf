import fc from 'fast-check';
import { PIECE, collecting, each, finish, sorting } from '#shared/work.ts';

interface Keyed {
  readonly key: number;
  readonly place: number;
}

const byKey = (a: Keyed, b: Keyed): number => a.key - b.key;

describe('work that can be laid down', () => {
  it('sorts as toSorted does, equal items in the order in which they came', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 120 }),
        (keys, times) => {
          // Far more than one run of the sort, and a few keys only, so that many are equal.
          const items: Keyed[] = Array.from({ length: times }, () => keys)
            .flat()
            .map((key, place) => ({ key, place }));
          expect(finish(sorting(items, byKey))).toEqual(items.toSorted(byKey));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('leaves what it sorts as it was', () => {
    const items = [3, 1, 2];
    expect(finish(sorting(items, (a, b) => a - b))).toEqual([1, 2, 3]);
    expect(items).toEqual([3, 1, 2]);
    expect(finish(sorting<number>([], (a, b) => a - b))).toEqual([]);
  });

  it('collects as flatMap does', () => {
    const items = Array.from({ length: 1_000 }, (_, index) => index);
    const some = (item: number): readonly number[] => (item % 3 === 0 ? [] : [item, -item]);
    expect(finish(collecting(items, some))).toEqual(items.flatMap(some));
  });

  it('stops between pieces, and does nothing before it is asked to', () => {
    const seen: number[] = [];
    const work = each(Array(PIECE * 3).keys(), (item) => void seen.push(item));
    expect(seen).toHaveLength(0);
    work.next();
    expect(seen).toHaveLength(0);
    work.next();
    expect(seen).toHaveLength(PIECE);
    finish(work);
    expect(seen).toHaveLength(PIECE * 3);
  });
});
