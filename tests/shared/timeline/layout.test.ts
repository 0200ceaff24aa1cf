import { barsWithin, layRows, rowsBetween } from '#shared/timeline/layout.ts';
import type { Bar } from '#shared/timeline/bars.ts';
import type { Row } from '#shared/timeline/rows.ts';

/** A row of bars given as [start, end, lane]. */
const rowOf = (...bars: readonly (readonly [number, number, number?])[]): Row => ({
  key: 'row',
  title: 'Row',
  placed: bars.map(([start, end, lane = 0]) => ({ bar: { id: `${start}`, start, end } as unknown as Bar, lane })),
  lanes: 2,
});

const split = (row: Row, start: number, end: number): { wide: string[]; narrow: string[] } => {
  const { wide, narrow } = barsWithin(row, { start, end }, { least: 10, apart: 100 });
  return { wide: wide.map(({ bar }) => bar.id), narrow: narrow.map(({ bar }) => bar.id) };
};

describe('barsWithin', () => {
  test('a long bar stands for itself, however near its neighbours are', () => {
    expect(split(rowOf([0, 50], [50, 60], [60, 90]), 0, 100)).toEqual({ wide: ['0', '50', '60'], narrow: [] });
  });

  test('short bars stand for themselves alone and become a density together', () => {
    expect(split(rowOf([100, 102]), 0, 1000)).toEqual({ wide: ['100'], narrow: [] });
    expect(split(rowOf([100, 102], [110, 112], [400, 402]), 0, 1000)).toEqual({
      wide: ['400'],
      narrow: ['100', '110'],
    });
  });

  test('neighbours of another lane do not crowd', () => {
    expect(split(rowOf([100, 102, 0], [101, 103, 1]), 0, 1000)).toEqual({ wide: ['100', '101'], narrow: [] });
  });

  test('points need only to be told apart', () => {
    expect(split(rowOf([100, 100], [120, 120], [123, 123]), 0, 1000)).toEqual({
      wide: ['100'],
      narrow: ['120', '123'],
    });
  });

  test('a neighbour outside the view still counts, and is not drawn', () => {
    expect(split(rowOf([90, 95], [110, 112], [205, 207]), 100, 200)).toEqual({ wide: [], narrow: ['110'] });
    expect(split(rowOf([10, 20], [300, 301]), 100, 200)).toEqual({ wide: [], narrow: [] });
  });
});

test('rows between two heights, the cut ones too', () => {
  const { rows, height } = layRows([rowOf(), { ...rowOf(), lanes: 1 }, rowOf()], 20, 5);
  expect(height).toBe(50 + 30 + 50);
  expect(rowsBetween(rows, 50, 80).map(({ index }) => index)).toEqual([1]);
  expect(rowsBetween(rows, 49, 81).map(({ index }) => index)).toEqual([0, 1, 2]);
  expect(rowsBetween(rows, 130, 200)).toEqual([]);
});
