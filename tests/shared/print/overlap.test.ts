/** The strip that a neighbouring sheet repeats: the same instant and the same row lie at the same place on both. */
import fc from 'fast-check';
import type { PlanState } from '#shared/plan/state.ts';
import { layoutTimeline } from '#shared/print/layout.ts';
import type { TimelinePrintOptions } from '#shared/print/options.ts';
import { magnification } from '#shared/print/papers.ts';
import type { Sheet, SheetItem } from '#shared/print/sheet.ts';
import { textsOf } from './laws.ts';
import { FINLAND, NORWAY, NOW, activity, anchor, movement, optionsFor, planWith } from './plan.ts';

const sheetsOf = (plan: PlanState, change: Partial<TimelinePrintOptions>): readonly Sheet[] => {
  const laid = layoutTimeline(plan, optionsFor(plan, change), { now: NOW });
  if (!laid.ok) throw new Error(laid.error.code);
  return laid.value;
};

const HOUR = 3_600_000;
const HEADS = 50;
const GLUE = '2.4 1.2';

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const lines = (sheet: Sheet) => sheet.items.filter((item): item is SheetItem & { is: 'line' } => item.is === 'line');

/** Where a sheet is glued: the broken lines at its right and below. */
const gluesOf = (sheet: Sheet) => {
  const broken = lines(sheet).filter(({ dash }) => dash === GLUE);
  return {
    right: broken.find(({ x1, x2 }) => x1 === x2),
    below: broken.find(({ y1, y2 }) => y1 === y2),
  };
};

/** The line under the scale, from which the rows hang. */
const bodyTop = (sheet: Sheet): number =>
  lines(sheet).find(({ x1, y1, y2, line }) => x1 === 8 && y1 === y2 && line === 0.25)?.y1 ?? Number.NaN;

const TINTS = new Set(['#faf4e1', '#f1f1f1', '#ffffff']);

const round = (value: number): number => Math.round(value * 1e5) / 1e5;

/** The grounds of bars and weekends within a box, from its corner. */
const grounds = (sheet: Sheet, { left, right, top, bottom }: Box): readonly string[] =>
  sheet.items
    .flatMap((item) => {
      if (item.is !== 'rect' || item.fill === undefined || TINTS.has(item.fill)) return [];
      const [x1, x2] = [Math.max(left, item.x), Math.min(right, item.x + item.w)];
      const [y1, y2] = [Math.max(top, item.y), Math.min(bottom, item.y + item.h)];
      if (x2 - x1 < 1e-5 || y2 - y1 < 1e-5) return [];
      return [[item.fill, ...[x1 - left, x2 - left, y1 - top, y2 - top].map(round)].join(' ')];
    })
    .toSorted();

const at = (sheets: readonly Sheet[], reference: string): Sheet | undefined =>
  sheets.find((sheet) => sheet.reference === reference);

describe('the overlap of joined sheets', () => {
  // Ten hours to a millimetre and a half: the second sheet begins so many hours after the first.
  const options = { scale: { msPerMm: HOUR / 4 }, overlap: 10, times: 'dtg' } as const;
  const pitch = 297 - 8 - HEADS - 10;
  const starts = pitch / 4;

  it('shows an instant of the strip where the next sheet has it', () => {
    const plan = planWith([
      activity(100, { title: 'First', at: 0, hours: 2 }),
      activity(101, { title: 'Begins in the strip', at: starts + 1, hours: 30 }),
    ]);
    const [one, two] = sheetsOf(plan, options);
    const glue = gluesOf(one as Sheet).right;
    expect(glue?.x1).toBeCloseTo(HEADS + pitch, 6);
    const bars = (sheet: Sheet | undefined) =>
      (sheet?.items ?? []).flatMap((item) => (item.is === 'rect' && item.fill === '#dee6f2' ? [item.x] : []));
    // An hour after its beginning, four millimetres from the edge on both.
    expect(bars(two).map(round)).toContain(HEADS + 4);
    expect(bars(one).map(round)).toContain(round(HEADS + pitch + 4));
  });

  it('ends a bar that goes on without an edge, so that it runs through', () => {
    const plan = planWith([activity(100, { title: 'Long', at: starts - 8, hours: 16 })]);
    const [one, two] = sheetsOf(plan, { ...options, from: '2027-06-12T00:00:00Z', to: '2027-06-20T00:00:00Z' });
    const uprights = (sheet: Sheet | undefined) =>
      (sheet === undefined ? [] : lines(sheet)).filter(({ x1, x2, line }) => x1 === x2 && line === 0.22);
    expect(uprights(one).map(({ x1 }) => round(x1))).toEqual([round(HEADS + pitch - 32)]);
    expect(uprights(two).map(({ x1 }) => round(x1))).toEqual([HEADS + 32]);
  });

  it('is left out at the last column and row, and where nobody asked for it', () => {
    const plan = planWith([activity(100, { title: 'First', at: 0, hours: 2 * starts })]);
    const sheets = sheetsOf(plan, options);
    expect(gluesOf(sheets.at(-1) as Sheet)).toEqual({ right: undefined, below: undefined });
    expect(sheetsOf(plan, { ...options, overlap: 0 }).map((sheet) => gluesOf(sheet).right)).not.toContainEqual(
      expect.anything(),
    );
  });

  it('has the width that was asked for on paper, however large the text is', () => {
    const plan = planWith([activity(100, { title: 'First', at: 0, hours: 400 })]);
    for (const textSize of ['normal', 'large', 'wall'] as const) {
      const [sheet] = sheetsOf(plan, { paper: 'A2', textSize, overlap: 15, scale: { pagesWide: 2 } });
      const edge = gluesOf(sheet as Sheet).right?.x1 ?? 0;
      expect(((sheet?.width ?? 0) - 8 - edge) * magnification({ textSize })).toBeCloseTo(15, 6);
    }
  });

  const shapes = fc.record({
    title: fc.constantFrom('Patrol', 'A drill of some length with boats', 'W'.repeat(80)),
    at: fc.integer({ min: 0, max: 300 }),
    hours: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 200 })),
    participants: fc.constantFrom([NORWAY], [FINLAND], [NORWAY, FINLAND]),
    type: fc.constantFrom('serial', 'milestone', 'phase', 'rehearsal'),
  });

  it('repeats every bar of the next sheets, and not a word of them', () => {
    fc.assert(
      fc.property(
        fc.array(shapes, { minLength: 8, maxLength: 70 }),
        fc.record({
          overlap: fc.constantFrom(5 as const, 10 as const, 15 as const),
          scale: fc.record({ pagesWide: fc.integer({ min: 2, max: 6 }) }),
          blackAndWhite: fc.boolean(),
          times: fc.constantFrom('dtg' as const, 'local' as const, 'anchor' as const),
        }),
        (found, change) => {
          const records = found.map((shape, index) => activity(100 + index, shape));
          const sheets = sheetsOf(planWith([anchor(20, 'STARTEX', 0), movement(30, 'FIN-1', 12), ...records]), change);
          for (const sheet of sheets) {
            const { right, below } = gluesOf(sheet);
            const [, column = '', row = ''] = /^([A-Z])(\d+)$/u.exec(sheet.reference) ?? [];
            const next = at(sheets, `${String.fromCharCode(column.charCodeAt(0) + 1)}${row}`);
            const under = at(sheets, `${column}${Number(row) + 1}`);
            expect([right !== undefined, below !== undefined]).toEqual([next !== undefined, under !== undefined]);
            if (right !== undefined && next !== undefined) {
              const height = { top: right.y1, bottom: right.y2 };
              const strip = { left: right.x1, right: right.x1 + change.overlap, ...height };
              const own = { left: HEADS, right: HEADS + change.overlap, ...height };
              expect(grounds(sheet, strip)).toEqual(grounds(next, own));
              const words = textsOf(sheet).filter(({ x, y }) => x > strip.left && y > strip.top && y < strip.bottom);
              expect(words.filter(({ anchor: end }) => end === 'start')).toEqual([]);
            }
            if (below !== undefined && under !== undefined) {
              const sides = { left: 8, right: below.x2 };
              const strip = { ...sides, top: below.y1, bottom: below.y1 + change.overlap };
              const own = { ...sides, top: bodyTop(under), bottom: bodyTop(under) + change.overlap };
              expect(grounds(sheet, strip)).toEqual(grounds(under, own));
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
