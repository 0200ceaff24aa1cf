import { scrollKeeping } from '#renderer/features/timeline/keepPlace.ts';
import { neighbour } from '#renderer/features/timeline/neighbour.ts';
import { EMPTY_PLAN } from '#shared/plan/state.ts';
import { type Board, type BoardRow, boardOf, laneTop } from '#shared/timeline/board.ts';
import { boardFrom, distanceOf } from '#shared/timeline/crowded.ts';
import { DAY, HOUR } from '#shared/time/instant.ts';
import { plainBar } from '#tests/support/bars.ts';

const TYPES = ['conference', 'serial', 'training'];
/** Three crowded rows of forty hours each, and a long bar in every one. */
const bars = TYPES.flatMap((type) => [
  plainBar(`${type} phase`, 0, 60 * DAY, { countsAs: type }),
  ...Array.from({ length: 40 }, (_, n) => plainBar(`${type} ${n}`, n * HOUR, n * HOUR + 2 * DAY, { countsAs: type })),
]).sort((a, b) => a.start - b.start || b.end - a.end);
const close = boardOf(EMPTY_PLAN, bars, { by: 'type', form: 'stacked', folded: new Set() });
const far = boardFrom(close, distanceOf(DAY));

const rowAt = (board: Board, n: number): BoardRow => {
  const row = board.rows[n];
  if (row === undefined) throw new Error('there is no such row');
  return row;
};

describe('what was zoomed at stays there when rows get another height', () => {
  const view = { origin: 0, msPerPixel: DAY / 10, focus: { x: 300, y: 200 } };

  it('the row, as far down in it', () => {
    const [was, is] = [rowAt(close, 1), rowAt(far, 1)];
    // Behind the last bar of the row: nothing but the row is there.
    const empty = { ...view, focus: { x: 900, y: 200 } };
    const scrollTop = was.top + was.height / 2 - 200;
    const after = scrollKeeping(close, far, { ...empty, scrollTop });
    expect(after + 200).toBeCloseTo(is.top + is.height / 2);
    expect(scrollKeeping(far, close, { ...empty, scrollTop: after })).toBeCloseTo(scrollTop);
  });

  it('the bar itself where there is one', () => {
    const phase = close.indexOf.get('training phase') ?? -1;
    const [was, is] = [rowAt(close, 2), rowAt(far, 2)];
    const scrollTop = laneTop(was, close.laneOf[phase] ?? 0) + 7 - 200;
    const after = scrollKeeping(close, far, { ...view, scrollTop });
    expect(after + 200).toBe(laneTop(is, far.laneOf[phase] ?? 0) + 7);
  });

  it('the window stays where it is with another plan and below all rows', () => {
    const other = boardOf(EMPTY_PLAN, bars, { by: 'type', form: 'stacked', folded: new Set() });
    expect(scrollKeeping(close, other, { ...view, scrollTop: 900 })).toBe(900);
    expect(scrollKeeping(close, far, { ...view, scrollTop: close.height })).toBe(close.height);
  });
});

test('the arrows reach what a strip counts, in the order of time', () => {
  const row = rowAt(far, 0);
  const first = row.key;
  expect(row.members).toHaveLength(40);
  const met: string[] = [];
  for (let id = `${first} phase`; met.length < 3; ) {
    const next = neighbour(far, id, 'ArrowRight', 0);
    if (next === undefined) throw new Error('nothing follows');
    id = next.bar.id;
    met.push(id);
  }
  expect(met).toEqual([`${first} 0`, `${first} 1`, `${first} 2`]);
});
