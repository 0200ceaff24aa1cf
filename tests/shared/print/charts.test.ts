import fc from 'fast-check';
import type { PlanRecord, RecordOf } from '#shared/plan/records.ts';
import { type PlanState, allRecords, planOf } from '#shared/plan/state.ts';
import { OVERLAPS } from '#shared/print/options.ts';
import { PAPER_NAMES, TEXT_SIZES } from '#shared/print/papers.ts';
import { type PrintOptions, type ProductId, defaultsOf, layoutPrint } from '#shared/print/products.ts';
import type { Sheet, SheetItem } from '#shared/print/sheet.ts';
import { PRINT_TIMES } from '#shared/print/times.ts';
import type { Result } from '#shared/result.ts';
import { stampAt, uuidOf } from '#tests/support/plans.ts';
import { mismeasured, outside, overlaps, saidOf, squeezed, textsOf, unmarked } from './laws.ts';
import { FINLAND, NORWAY, NOW, TASTE, activity, anchor, movement, planWith } from './plan.ts';

const lay = (plan: PlanState, product: ProductId, change: object = {}): Result<readonly Sheet[]> =>
  layoutPrint(plan, { ...defaultsOf(product, plan, TASTE, NOW), ...change } as PrintOptions, { now: NOW });

const laid = (plan: PlanState, product: ProductId, change: object = {}): readonly Sheet[] => {
  const sheets = lay(plan, product, change);
  if (!sheets.ok) throw new Error(sheets.error.code);
  return sheets.value;
};

interface Shape {
  readonly name: string;
  /** Number of its superior, or none. */
  readonly parent?: number;
  readonly participant?: string;
  readonly remarks?: string;
}

const unit = (n: number, { name, parent, participant, remarks }: Shape): PlanRecord => ({
  id: uuidOf(n),
  owner: 'NOR',
  stamp: stampAt(n),
  kind: 'unit',
  name,
  participant: participant ?? NORWAY,
  position: n,
  sidc: '10131000161211000000',
  personnel: 120,
  ...(parent === undefined ? {} : { parent: uuidOf(parent) }),
  ...(remarks === undefined ? {} : { remarks }),
});

const names = fc.oneof(
  fc.lorem({ maxCount: 12 }).map((text) => text.slice(0, 160)),
  fc.constantFrom('W'.repeat(160), '1re compagnie d’éclairage', '上陸演習部隊', 'i'),
);

const forests = fc
  .array(fc.record({ name: names, up: fc.integer({ min: 0, max: 40 }), finnish: fc.boolean(), long: fc.boolean() }), {
    minLength: 1,
    maxLength: 40,
  })
  .map((shapes) => {
    const units = shapes.map(({ name, up, finnish, long }, index) => {
      const parent = index - 1 - up;
      return unit(600 + index, {
        name,
        ...(parent < 0 ? {} : { parent: 600 + parent }),
        ...(finnish ? { participant: FINLAND } : {}),
        ...(long ? { remarks: 'What there is to be said of this unit. '.repeat(100) } : {}),
      });
    });
    const records = [
      ...units,
      {
        ...(activity(100, { title: 'Crossing', at: 10, hours: 5 }) as object),
        units: units.slice(0, 9).map(({ id }) => id),
      } as PlanRecord,
      { ...(movement(300, 'FIN-1', 3) as object), units: units.slice(0, 3).map(({ id }) => id) } as PlanRecord,
    ];
    return { units, plan: planWith(records) };
  });

const common = {
  paper: fc.constantFrom(...PAPER_NAMES),
  orientation: fc.constantFrom('landscape', 'portrait'),
  textSize: fc.constantFrom(...TEXT_SIZES),
  blackAndWhite: fc.boolean(),
  exerciseLine: fc.boolean(),
  marking: fc.constantFrom('overall', 'sheet'),
  language: fc.constantFrom('en', 'fr'),
};

/** What the paper has no room for is refused whole; everything else obeys the laws. */
const laidOrRefused = (plan: PlanState, product: ProductId, change: object): readonly Sheet[] => {
  const sheets = lay(plan, product, change);
  if (sheets.ok) return sheets.value;
  expect(['PRINT_EMPTY', 'PRINT_ORBAT_WIDE']).toContain(sheets.error.code);
  return [];
};

const obey = (sheets: readonly Sheet[]): void => {
  expect(sheets.flatMap(outside)).toEqual([]);
  expect(sheets.flatMap(overlaps)).toEqual([]);
  expect(sheets.flatMap(mismeasured)).toEqual([]);
  expect(unmarked(sheets)).toEqual([]);
};

const isSymbol = (item: SheetItem): item is SheetItem & { is: 'symbol' } => item.is === 'symbol';

/** Symbols and texts that stand in each other's place. */
const covered = (sheet: Sheet): readonly string[] => {
  const symbols = sheet.items.filter(isSymbol);
  return symbols.flatMap((symbol, index) =>
    symbols
      .slice(index + 1)
      .filter(
        (other) =>
          Math.abs(other.x - symbol.x) < symbol.w * 0.8 - 0.1 && Math.abs(other.y - symbol.y) < symbol.h * 0.8 - 0.1,
      )
      .map(() => `${symbol.x} ${symbol.y}`),
  );
};

describe('the order of battle on paper', () => {
  const changes = fc.record({
    ...common,
    scale: fc.oneof(
      fc.record({ pagesWide: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ symbolMm: fc.double({ min: 6, max: 20, noNaN: true }) }),
    ),
    strength: fc.boolean(),
    joinMarks: fc.boolean(),
    overlap: fc.constantFrom(...OVERLAPS),
  });

  it('shows every unit once with its symbol and whole name, on one tile, beside all others', () => {
    fc.assert(
      fc.property(forests, changes, ({ plan, units }, change) => {
        const sheets = laidOrRefused(plan, 'orbat', change);
        obey(sheets);
        expect(sheets.flatMap(covered)).toEqual([]);
        if (sheets.length === 0) return;
        expect(sheets.flatMap(({ items }) => items.filter(isSymbol))).toHaveLength(units.length);
        for (const one of units) {
          if (one.kind !== 'unit') continue;
          const on = sheets.filter((sheet) => saidOf([sheet], one.id) !== '');
          expect(on).toHaveLength(1);
          expect(saidOf(on, one.id).startsWith(squeezed(one.name))).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  const company = planWith([
    unit(600, { name: 'Battalion' }),
    unit(601, { name: 'A Company', parent: 600 }),
    unit(602, { name: 'Platoon', parent: 601 }),
    unit(603, { name: 'Finnish Company', participant: FINLAND }),
  ]);

  const GLUE = '2.4 1.2';
  type LineOf = SheetItem & { is: 'line' };
  const linesOf = ({ items }: Sheet): readonly LineOf[] => items.filter((item): item is LineOf => item.is === 'line');
  const glueOf = (sheet: Sheet): LineOf | undefined =>
    linesOf(sheet).find(({ dash, x1, x2 }) => dash === GLUE && x1 === x2);
  /** Level lines of the chart that begin at or run over an upright, by their heights. */
  const crossing = (sheet: Sheet, x: number): readonly number[] =>
    linesOf(sheet)
      .filter(
        ({ dash, stroke, x1, x2, y1, y2 }) =>
          dash === undefined &&
          stroke === '#4a525b' &&
          y1 === y2 &&
          Math.min(x1, x2) <= x + 1e-6 &&
          Math.max(x1, x2) > x + 1,
      )
      .map(({ y1 }) => Math.round(y1 * 1e4) / 1e4)
      .toSorted((a, b) => a - b);

  it('repeats in a strip what comes next, so that a line goes on where the next sheet is glued on', () => {
    const broad = planWith([
      unit(600, { name: 'Top' }),
      ...Array.from({ length: 40 }, (_, n) => unit(700 + 2 * n, { name: `Unit ${n}`, parent: 600 })),
      ...Array.from({ length: 40 }, (_, n) => unit(701 + 2 * n, { name: `Part ${n}`, parent: 700 + 2 * n })),
      ...Array.from({ length: 40 }, (_, n) => unit(801 + n, { name: `Cell ${n}`, parent: 701 + 2 * n })),
    ]);
    const sheets = laid(broad, 'orbat', { overlap: 10, textSize: 'normal' });
    const on = new Map(sheets.map((sheet) => [sheet.reference, sheet]));
    expect(sheets.length).toBeGreaterThan(2);
    let joined = 0;
    for (const sheet of sheets) {
      const next = on.get(`${String.fromCharCode(sheet.reference.charCodeAt(0) + 1)}${sheet.reference.slice(1)}`);
      const glue = glueOf(sheet);
      expect([sheet.reference, glue !== undefined]).toEqual([sheet.reference, next !== undefined]);
      if (glue === undefined || next === undefined) continue;
      expect(sheet.width - 8 - glue.x1).toBeCloseTo(10, 6);
      // The neighbour's own left edge is the margin.
      expect(crossing(sheet, glue.x1)).toEqual(crossing(next, 8));
      joined += crossing(next, 8).length;
    }
    expect(joined).toBeGreaterThan(0);
    const plain = laid(broad, 'orbat');
    expect(plain.map(glueOf).every((glue) => glue === undefined)).toBe(true);
  });

  it('ends at the level that was asked for and counts what is below', () => {
    const [sheet] = laid(company, 'orbat', { levels: 1 });
    const cells = sheet === undefined ? [] : textsOf(sheet, 'cell').map(({ text }) => text);
    expect(cells).toContain('+ 2 below');
    expect(cells).not.toContain('A Company');
  });

  it('shows only whom it was asked for', () => {
    const said = laid(company, 'orbat', { rows: [FINLAND] }).flatMap((sheet) => textsOf(sheet).map(({ text }) => text));
    expect(said).toContain('FIN Finland');
    expect(said).not.toContain('NOR Norway');
  });

  it('refuses a width in which no symbol could be read', () => {
    const wide = planWith([
      unit(600, { name: 'Top' }),
      ...Array.from({ length: 60 }, (_, n) => unit(700 + 2 * n, { name: `Unit ${n}`, parent: 600 })),
      ...Array.from({ length: 60 }, (_, n) => unit(701 + 2 * n, { name: `Part ${n}`, parent: 700 + 2 * n })),
    ]);
    expect(lay(wide, 'orbat', { scale: { pagesWide: 1 } })).toMatchObject({
      ok: false,
      error: { code: 'PRINT_ORBAT_WIDE', data: { wide: 1 } },
    });
  });
});

describe('unit sheets', () => {
  const changes = fc.record({ ...common, times: fc.constantFrom(...PRINT_TIMES) });

  it('begin with the symbol and the name of a unit, and leave out no line of its remarks', () => {
    fc.assert(
      fc.property(forests, changes, ({ plan, units }, change) => {
        const sheets = laidOrRefused(plan, 'unit', change);
        obey(sheets);
        if (sheets.length === 0) return;
        for (const one of units) {
          if (one.kind !== 'unit') continue;
          const said = saidOf(sheets, one.id);
          expect(said.startsWith(squeezed(one.name))).toBe(true);
          expect(said).toContain(squeezed(one.remarks ?? ''));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('tell of movements, activities and subordinates', () => {
    const plan = planWith([
      unit(600, { name: 'Battalion' }),
      unit(601, { name: 'A Company', parent: 600 }),
      { ...(activity(100, { title: 'Crossing', at: 10, hours: 5 }) as object), units: [uuidOf(600)] } as PlanRecord,
      { ...(movement(300, 'FIN-1', 3) as object), units: [uuidOf(600)] } as PlanRecord,
    ]);
    const sheets = laid(plan, 'unit', { rows: [uuidOf(600)], subordinates: false });
    expect(sheets).toHaveLength(1);
    const said = sheets.flatMap((sheet) => textsOf(sheet).map(({ text }) => text));
    expect(said).toEqual(expect.arrayContaining(['A Company', 'Crossing', 'FIN-1', '120 (with subordinates 240)']));
    expect(laid(plan, 'unit', { rows: [uuidOf(600)] })).toHaveLength(2);
  });

  it('tell only of what falls into the window, and last of what has no time yet', () => {
    const { start: _start, ...waiting } = activity(102, { title: 'Some day', at: 1, hours: 1 }) as RecordOf<'activity'>;
    const units = [uuidOf(600)];
    const plan = planWith([
      unit(600, { name: 'Battalion' }),
      { ...waiting, units },
      { ...(activity(100, { title: 'Crossing', at: 10, hours: 5 }) as RecordOf<'activity'>), units },
      { ...(activity(101, { title: 'Parade', at: 100, hours: 5 }) as RecordOf<'activity'>), units },
    ]);
    const said = (change: object) =>
      laid(plan, 'unit', change).flatMap((sheet) => textsOf(sheet, 'cell').map(({ text }) => text));
    const titles = (change: object) => said(change).filter((text) => ['Crossing', 'Parade', 'Some day'].includes(text));
    expect(titles({})).toEqual(['Crossing', 'Parade', 'Some day']);
    expect(titles({ from: '2027-06-12T00:00:00Z', to: '2027-06-13T00:00:00Z' })).toEqual(['Crossing', 'Some day']);
  });

  it('refuse more units than there can be sheets', () => {
    const plan = planWith(Array.from({ length: 401 }, (_, n) => unit(1000 + n, { name: `Unit ${n}` })));
    expect(lay(plan, 'unit')).toMatchObject({ ok: false, error: { code: 'PRINT_TOO_MANY_SHEETS' } });
  });
});

describe('months on paper', () => {
  const entries = fc.array(
    fc.record({
      title: names,
      at: fc.integer({ min: 0, max: 900 }),
      hours: fc.oneof(fc.constant(0), fc.double({ min: 0.02, max: 700, noNaN: true })),
      participants: fc.constantFrom([NORWAY], [FINLAND], []),
      state: fc.constantFrom('draft', 'planned', 'cancelled'),
    }),
    { minLength: 1, maxLength: 50 },
  );
  const changes = fc.record({
    ...common,
    times: fc.constantFrom(...PRINT_TIMES),
    colourBy: fc.constantFrom('type', 'participant'),
  });

  it('show every entry whole in every week that it lies in', () => {
    fc.assert(
      fc.property(entries, changes, (shapes, change) => {
        const records = shapes.map((shape, index) => activity(100 + index, shape as Parameters<typeof activity>[1]));
        const sheets = laidOrRefused(planWith(records), 'calendar', change);
        obey(sheets);
        if (sheets.length === 0) return;
        for (const record of records) {
          if (record.kind === 'activity') expect(saidOf(sheets, record.id)).toContain(squeezed(record.title));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are as many as the window touches, each with its name', () => {
    const plan = planWith([activity(100, { title: 'Opening', at: 1, hours: 2 })]);
    const sheets = laid(plan, 'calendar', { from: '2027-05-20T00:00:00Z', to: '2027-07-02T00:00:00Z', language: 'fr' });
    expect(sheets.map((sheet) => textsOf(sheet, 'row').map(({ text }) => text))).toEqual([
      ['Mai 2027'],
      ['Juin 2027'],
      ['Juillet 2027'],
    ]);
    expect(sheets.map((sheet) => saidOf([sheet], uuidOf(100)))).toEqual(['', '0100ZOpening', '']);
  });

  it('give hours in Zulu and by the clock of the exercise, and days their distance from an anchor', () => {
    const plan = planWith([
      anchor(20, 'D', 24),
      activity(100, { title: 'Opening', at: 8, hours: 2 }),
      activity(101, { title: 'Night', at: 22.5, hours: 1 }),
    ]);
    const local = laid(plan, 'calendar', { times: 'local' });
    expect(saidOf(local, uuidOf(100))).toBe(squeezed('1000B/0800Z Opening'));
    expect(saidOf(local, uuidOf(101))).toBe(squeezed('0030B/122230Z Night'));
    const days = laid(plan, 'calendar', { times: 'anchor' }).flatMap((sheet) =>
      textsOf(sheet, 'note').map(({ text }) => text),
    );
    expect(days).toEqual(expect.arrayContaining(['D-1', 'D', 'D+1']));
    expect(saidOf(laid(plan, 'calendar'), uuidOf(100))).toBe('0800ZOpening');
  });

  it('draw a kind of the planner’s own alike in every month and in the legend', () => {
    const own = (n: number, type: string, at: number) => activity(n, { title: type, at, hours: 5, type });
    // The second kind comes first in July.
    const plan = planWith([own(100, 'rehearsal', 0), own(101, 'visit', 24), own(102, 'visit', 24 * 30)]);
    const sheets = laid(plan, 'calendar', { from: '2027-06-01T00:00:00Z', to: '2027-08-01T00:00:00Z' });
    const hueAt = (sheet: Sheet | undefined, id: string) => {
      const text = sheet === undefined ? undefined : textsOf(sheet, 'bar').find(({ of }) => of === id);
      return sheet?.items.find(
        (item) =>
          item.is === 'rect' &&
          item.stroke !== undefined &&
          text !== undefined &&
          item.x <= text.x &&
          item.x + item.w >= text.x &&
          item.y <= text.y &&
          item.y + item.h >= text.y,
      );
    };
    const [june, july] = [hueAt(sheets[0], uuidOf(101)), hueAt(sheets[1], uuidOf(102))];
    expect(june).toMatchObject({ stroke: (july as { stroke: string }).stroke });
    expect(hueAt(sheets[0], uuidOf(100))).not.toMatchObject({ stroke: (july as { stroke: string }).stroke });
  });

  it('shade the days on which nobody works in the exercise', () => {
    const plan = planWith([activity(100, { title: 'Opening', at: 8, hours: 2 })]);
    const [exercise] = plan.exercise.values();
    const friday = planOf([...allRecords(plan), { ...exercise, weekend: [5] } as PlanRecord]);
    const shaded = (sheets: readonly Sheet[]) =>
      new Set(
        sheets.flatMap(({ items }) =>
          items.flatMap((item) => (item.is === 'rect' && item.fill === '#f0f1f4' ? [item.x] : [])),
        ),
      );
    const [usual, own] = [laid(plan, 'calendar'), laid(friday, 'calendar')].map(shaded);
    expect([usual?.size, own?.size]).toEqual([2, 1]);
    expect(Math.max(...(own ?? []))).toBeLessThan(Math.min(...(usual ?? [])));
  });
});
