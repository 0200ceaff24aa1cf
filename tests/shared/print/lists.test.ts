import fc from 'fast-check';
import type { PlanRecord, RecordOf } from '#shared/plan/records.ts';
import type { PlanState } from '#shared/plan/state.ts';
import { ACTIVITY_GROUPS } from '#shared/print/activities/options.ts';
import { MOVEMENT_GROUPS } from '#shared/print/movements/options.ts';
import { PAPER_NAMES } from '#shared/print/papers.ts';
import { type ProductId, type PrintOptions, defaultsOf, layoutPrint } from '#shared/print/products.ts';
import type { Sheet } from '#shared/print/sheet.ts';
import { PRINT_TIMES } from '#shared/print/times.ts';
import { uuidOf } from '#tests/support/plans.ts';
import { mismeasured, outside, overlaps, saidOf, squeezed, textsOf, unmarked } from './laws.ts';
import { FINLAND, NORWAY, NOW, TASTE, activity, movement, planWith } from './plan.ts';

const laid = (plan: PlanState, product: ProductId, change: Partial<PrintOptions> = {}): readonly Sheet[] => {
  const options = { ...defaultsOf(product, plan, TASTE, NOW), ...change } as PrintOptions;
  const sheets = layoutPrint(plan, options, { now: NOW, number: '0007' });
  if (!sheets.ok) throw new Error(sheets.error.code);
  return sheets.value;
};

const words = fc.oneof(
  fc.lorem({ maxCount: 25 }).map((text) => text.slice(0, 160)),
  fc.constantFrom('W'.repeat(160), 'Élévation à Åndalsnes', '上陸演習', 'i', 'Gare de l’Est – quai nᵒ 4'),
);
const remarks = fc.oneof(
  fc.constant(undefined),
  words,
  fc
    .integer({ min: 20, max: 160 })
    .map((count) => Array.from({ length: count }, (_, n) => `Line ${n} of them`).join('\n')),
);

const activities = fc.record({
  title: words,
  at: fc.integer({ min: 0, max: 500 }),
  hours: fc.oneof(fc.constant(0), fc.double({ min: 0.02, max: 400, noNaN: true })),
  participants: fc.constantFrom([NORWAY], [FINLAND], [NORWAY, FINLAND], []),
  state: fc.constantFrom('draft', 'planned', 'cancelled'),
  label: fc.constantFrom(undefined, { policy: 'NATO', classification: 'NATO SECRET', releasableTo: ['FIN'] }),
});
const movements = fc.record({ name: words, at: fc.integer({ min: 0, max: 400 }), remarks });

const plans = fc
  .record({ some: fc.array(activities, { maxLength: 20 }), moves: fc.array(movements, { maxLength: 12 }), remarks })
  .map(({ some, moves, remarks: text }) => {
    const records: PlanRecord[] = [
      ...some.map((shape, index) => ({
        ...(activity(100 + index, shape as unknown as Parameters<typeof activity>[1]) as PlanRecord & {
          kind: 'activity';
        }),
        ...(text === undefined ? {} : { remarks: text }),
      })),
      ...moves.map(({ name, at, remarks: own }, index) => ({
        ...(movement(300 + index, `FIN-${index}`, at) as PlanRecord & { kind: 'movement' }),
        name,
        ...(own === undefined ? {} : { remarks: own }),
      })),
    ];
    return { records, plan: planWith(records) };
  });

const common = {
  paper: fc.constantFrom(...PAPER_NAMES),
  orientation: fc.constantFrom('landscape', 'portrait'),
  blackAndWhite: fc.boolean(),
  exerciseLine: fc.boolean(),
  marking: fc.constantFrom('overall', 'sheet'),
  language: fc.constantFrom('en', 'fr'),
  times: fc.constantFrom(...PRINT_TIMES),
  remarks: fc.boolean(),
};
const CHANGES = {
  activities: fc.record({ ...common, grouping: fc.constantFrom(...ACTIVITY_GROUPS) }),
  movements: fc.record({ ...common, grouping: fc.constantFrom(...MOVEMENT_GROUPS) }),
};

describe.each(['activities', 'movements'] as const)('the %s on paper', (product) => {
  const kind = product === 'activities' ? 'activity' : 'movement';
  const property = (law: (sheets: readonly Sheet[], records: readonly PlanRecord[], change: object) => void): void =>
    fc.assert(
      fc.property(plans, CHANGES[product] as fc.Arbitrary<Partial<PrintOptions>>, ({ plan, records }, change) =>
        law(laid(plan, product, change), records, change),
      ),
      { numRuns: 40 },
    );

  it('tell of every record, word by word', () => {
    property((sheets, records, change) => {
      for (const record of records) {
        if (record.kind !== kind) continue;
        const said = saidOf(sheets, record.id);
        const title = record.kind === 'activity' ? record.title : ('name' in record && record.name) || '';
        expect(said.includes(squeezed(title))).toBe(true);
        const remark =
          'remarks' in change && change.remarks === true && 'remarks' in record ? (record.remarks ?? '') : '';
        for (const line of remark.split('\n')) expect(said.includes(squeezed(line))).toBe(true);
      }
    });
  });

  it('stay within the printable area, whole and apart', () => {
    property((sheets) => {
      for (const sheet of sheets) {
        expect(outside(sheet)).toEqual([]);
        expect(overlaps(sheet)).toEqual([]);
        expect(mismeasured(sheet)).toEqual([]);
      }
    });
  });

  it('are marked and numbered on every sheet, with their heads', () => {
    property((sheets, records) => {
      expect(unmarked(sheets)).toEqual([]);
      if (!records.some((record) => record.kind === kind)) return;
      for (const sheet of sheets) expect(textsOf(sheet, 'head').length).toBeGreaterThan(2);
      for (const sheet of sheets) expect(textsOf(sheet, 'printed')[0]?.text).toContain('0007');
    });
  });
});

describe('lists', () => {
  const secret = { policy: 'NATO', classification: 'NATO SECRET', releasableTo: [] };
  const many = planWith([
    ...Array.from({ length: 80 }, (_, n) => activity(100 + n, { title: `Serial ${n}`, at: n * 24, hours: 2 })),
    activity(400, { title: 'Closed', at: 81 * 24, hours: 2, label: secret }),
  ]);

  it('mark each sheet by what stands on it where that is asked for, and all of them by the whole otherwise', () => {
    const overall = laid(many, 'activities');
    expect(overall.length).toBeGreaterThan(2);
    expect(new Set(overall.map(({ marking }) => marking))).toEqual(new Set(['NATO SECRET']));
    const own = laid(many, 'activities', { marking: 'sheet' });
    expect(own[0]?.marking).toBe('NATO UNCLASSIFIED');
    expect(own.at(-1)?.marking).toBe('NATO SECRET');
    expect(own.map((sheet) => textsOf(sheet, 'note').some(({ text }) => text === 'Whole print: NATO SECRET'))).toEqual(
      own.map(() => true),
    );
  });

  it('leave out what lies outside the window or belongs to others', () => {
    const window = { from: '2027-06-12T00:00:00Z', to: '2027-06-14T00:00:00Z' };
    const short = laid(many, 'activities', window);
    expect([saidOf(short, uuidOf(100)), saidOf(short, uuidOf(103))].map((said) => said !== '')).toEqual([true, false]);
    expect(saidOf(laid(many, 'activities', { rows: [FINLAND] }), uuidOf(100))).toBe('');
  });

  it.each([
    ['activities', ['day', 'participant', 'phase', 'location', 'type', 'none']],
    ['movements', ['participant', 'direction', 'day', 'none']],
  ] as const)('keep what has no time for a section of its own behind all %s', (product, groupings) => {
    const { start: _start, ...waiting } = activity(500, { title: 'Some day', at: 0, hours: 2 }) as RecordOf<'activity'>;
    const idle = { ...(movement(501, 'FIN-9', 0) as RecordOf<'movement'>), legs: [] };
    const plan = planWith([
      activity(100, { title: 'Opening', at: 5, hours: 2, type: 'training' }),
      activity(102, { title: 'Closing', at: 50, hours: 2 }),
      movement(300, 'FIN-1', 0),
      waiting,
      idle,
    ]);
    const last = product === 'activities' ? waiting.id : idle.id;
    for (const grouping of groupings) {
      const [sheet] = laid(plan, product, { grouping } as Partial<PrintOptions>);
      const texts = sheet === undefined ? [] : textsOf(sheet).filter(({ role }) => role === 'row' || role === 'cell');
      const heading = texts.findIndex(({ text }) => text === 'Without a time');
      const owners = new Set(texts.slice(heading).flatMap(({ of }) => of ?? []));
      expect([heading >= 0, [...owners]]).toEqual([true, [last]]);
    }
    const without = laid(plan, product, { undated: false });
    const headings = without.flatMap((sheet) => textsOf(sheet, 'row').map(({ text }) => text));
    expect([saidOf(without, last), headings.includes('Without a time')]).toEqual(['', false]);
  });

  it('say at which end of a leg they know the time', () => {
    // It departs from an anchor that nobody has.
    const depart = { anchor: uuidOf(901), offset: { unit: 'minute', n: 0 } } as const;
    const leg = { id: uuidOf(900), mode: 'AIR', depart, arrive: { at: '2027-06-13T10:00:00Z' } } as const;
    const plan = planWith([{ ...(movement(300, 'FIN-1', 0) as RecordOf<'movement'>), legs: [leg] }]);
    expect(saidOf(laid(plan, 'movements'), uuidOf(300))).toContain('–131000ZJUN27');
  });

  it('say so where there is nothing to list', () => {
    const [sheet] = laid(planWith([]), 'movements');
    expect(sheet && textsOf(sheet, 'note').map(({ text }) => text)).toContain('Nothing to list in this selection.');
  });

  it('add up people and tonnes, without what is cancelled', () => {
    const plan = planWith([
      { ...movement(300, 'FIN-1', 0), pax: 1200, tonnes: 3.5 } as PlanRecord,
      { ...movement(301, 'FIN-2', 5), pax: 34 } as PlanRecord,
      { ...movement(302, 'FIN-3', 9), pax: 500, state: 'cancelled' } as PlanRecord,
    ]);
    const cells = laid(plan, 'movements').flatMap((sheet) => textsOf(sheet, 'cell').map(({ text }) => text));
    expect(cells.slice(-3)).toEqual(['Total without cancelled', '1,234', '4.5']);
  });

  it('show the local time or the distance from an anchor below the group', () => {
    const local = laid(many, 'activities', { times: 'local' });
    expect(local.flatMap((sheet) => textsOf(sheet, 'cell').map(({ text }) => text))).toContain('120200BJUN27');
  });
});
