import { shapePaths } from '#renderer/features/print/shapePaths.ts';
import { layoutTimeline } from '#shared/print/layout.ts';
import type { SheetItem } from '#shared/print/sheet.ts';
import { NOW, activity, optionsFor, planWith } from '../../../shared/print/plan.ts';

const area = (x: number, fill: string): SheetItem => ({ is: 'rect', x, y: 0, w: 2, h: 2, fill });
const rule = (y: number, dash?: string): SheetItem => ({
  is: 'line',
  x1: 0,
  y1: y,
  x2: 5,
  y2: y,
  stroke: '#111111',
  line: 0.2,
  ...(dash === undefined ? {} : { dash }),
});
const fills = (items: readonly SheetItem[]) => shapePaths(items).map(({ style }) => style['fill']);

describe('the paths of a sheet', () => {
  it('are one per style', () => {
    expect(shapePaths([rule(1), rule(2, '1 1'), rule(3), rule(4, '1 1')])).toEqual([
      { style: { fill: 'none', stroke: '#111111', 'stroke-width': '0.2' }, d: 'M0 1L5 1M0 3L5 3' },
      {
        style: { fill: 'none', stroke: '#111111', 'stroke-width': '0.2', 'stroke-dasharray': '1 1' },
        d: 'M0 2L5 2M0 4L5 4',
      },
    ]);
  });

  it('never bring one shape under another that it was painted over', () => {
    expect(fills([area(0, 'red'), area(5, 'blue'), area(10, 'red')])).toEqual(['red', 'blue']);
    expect(fills([area(0, 'red'), area(1, 'blue'), area(2, 'red')])).toEqual(['red', 'blue', 'red']);
    expect(fills([area(0, 'red'), area(1, 'red')])).toEqual(['red', 'red']);
  });

  it('leave out what has no extent, as a rectangle does', () => {
    expect(shapePaths([{ is: 'rect', x: 1, y: 1, w: 0, h: 4, stroke: 'red', line: 1 }])).toEqual([]);
  });

  it('of a full timeline are a fraction of its shapes, and hold each of them', () => {
    const plan = planWith(
      Array.from({ length: 60 }, (_, n) => activity(100 + n, { title: `Serial ${n}`, at: n * 3, hours: 9 })),
    );
    const laid = layoutTimeline(plan, optionsFor(plan), { now: NOW });
    const items = (laid.ok ? laid.value[0]?.items : undefined) ?? [];
    const shapes = items.filter(({ is }) => is !== 'text');
    const paths = shapePaths(items);
    expect(shapes.length).toBeGreaterThan(100);
    expect(paths.length).toBeLessThan(shapes.length / 4);
    expect(paths.flatMap(({ d }) => d.match(/M/gu) ?? [])).toHaveLength(shapes.length);
  });
});
