import fc from 'fast-check';
import { MATRIX_COLUMNS } from '#shared/matrix/columns.ts';
import { MATRIX_ROWS } from '#shared/matrix/matrix.ts';
import type { PlanRecord, RecordOf } from '#shared/plan/records.ts';
import type { PlanState } from '#shared/plan/state.ts';
import type { MatrixPrintOptions } from '#shared/print/matrix/options.ts';
import { PAPER_NAMES } from '#shared/print/papers.ts';
import { choicesOf, defaultsOf, layoutPrint, printOptionsSchema } from '#shared/print/products.ts';
import type { Sheet } from '#shared/print/sheet.ts';
import { PRINT_TIMES } from '#shared/print/times.ts';
import { mismeasured, outside, overlaps, squeezed, textsOf, unmarked } from './laws.ts';
import { FINLAND, NORWAY, NOW, TASTE, activity, anchor, movement, planWith } from './plan.ts';

const optionsOf = (plan: PlanState, change: Partial<MatrixPrintOptions> = {}): MatrixPrintOptions => ({
  ...defaultsOf('matrix', plan, TASTE, NOW),
  ...change,
});
const laid = (plan: PlanState, change: Partial<MatrixPrintOptions> = {}): readonly Sheet[] => {
  const sheets = layoutPrint(plan, optionsOf(plan, change), { now: NOW, number: '0007' });
  if (!sheets.ok) throw new Error(sheets.error.code);
  return sheets.value;
};
const said = (sheets: readonly Sheet[]): string =>
  squeezed(sheets.flatMap((sheet) => textsOf(sheet, 'cell').map(({ text }) => text)).join(''));

const words = fc.oneof(
  fc.lorem({ maxCount: 12 }).map((text) => text.slice(0, 120)),
  fc.constantFrom('W'.repeat(120), 'Élévation à Åndalsnes', '上陸演習', 'i'),
);
const activities = fc.record({
  title: words,
  at: fc.integer({ min: 0, max: 400 }),
  hours: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 })),
  participants: fc.constantFrom([NORWAY], [FINLAND], [NORWAY, FINLAND], []),
  type: fc.constantFrom('serial', 'training', 'rehearsal'),
  label: fc.constantFrom(undefined, { policy: 'NATO', classification: 'NATO SECRET', releasableTo: ['FIN'] }),
});
const plans = fc.array(activities, { maxLength: 14 }).map((shapes) => {
  const records: PlanRecord[] = [
    ...shapes.map((shape, index) => activity(100 + index, shape as unknown as Parameters<typeof activity>[1])),
    movement(300, 'FIN-1', 30),
  ];
  return { records, plan: planWith(records) };
});
const changes = fc.record({
  paper: fc.constantFrom(...PAPER_NAMES),
  orientation: fc.constantFrom('landscape' as const, 'portrait' as const),
  blackAndWhite: fc.boolean(),
  marking: fc.constantFrom('overall' as const, 'sheet' as const),
  language: fc.constantFrom('en' as const, 'fr' as const),
  grouping: fc.constantFrom(...MATRIX_ROWS),
  // Hours would make of some plans more sheets than a print may have.
  columns: fc.constantFrom(...MATRIX_COLUMNS.filter((by) => by !== 'hour')),
  columnsWide: fc.integer({ min: 3, max: 10 }),
  filled: fc.constant(true),
  entryTimes: fc.boolean(),
  times: fc.constantFrom(...PRINT_TIMES),
});

test('every activity and movement of the window stands on some sheet, word by word', () => {
  fc.assert(
    fc.property(plans, changes, ({ plan, records }, change) => {
      const all = said(laid(plan, change));
      for (const record of records)
        if (record.kind === 'activity') expect(all.includes(squeezed(record.title))).toBe(true);
      expect(all).toContain('FIN-1');
    }),
    { numRuns: 40 },
  );
});

test('sheets keep within the paper, are marked and numbered, and repeat the names of rows and columns', () => {
  fc.assert(
    fc.property(plans, changes, ({ plan }, change) => {
      const sheets = laid(plan, change);
      expect(unmarked(sheets)).toEqual([]);
      for (const sheet of sheets) {
        expect(outside(sheet)).toEqual([]);
        expect(overlaps(sheet)).toEqual([]);
        expect(mismeasured(sheet)).toEqual([]);
        expect(textsOf(sheet, 'head').length).toBeGreaterThan(1);
        expect(textsOf(sheet, 'printed')[0]?.text).toContain('0007');
      }
    }),
    { numRuns: 40 },
  );
});

const two = planWith([
  activity(100, { title: 'Patrol', at: 8, hours: 2 }),
  activity(101, {
    title: 'Drill',
    at: 30,
    hours: 30,
    label: { policy: 'NATO', classification: 'NATO SECRET', releasableTo: [] },
  }),
]);

test('columns that find no room stand below, and what lasts says that it goes on', () => {
  const sheets = laid(two, { columnsWide: 1 });
  expect(sheets).toHaveLength(1);
  const heads = textsOf(sheets[0] as Sheet, 'head');
  expect(heads.map(({ text }) => text).filter((text) => text !== 'Function')).toEqual([
    'Saturday 12 June 2027',
    'Sunday 13 June 2027',
    'Monday 14 June 2027',
  ]);
  // Each table's rows are counted on from those above it, so that readers find one table in order.
  const rows = sheets.flatMap(({ items }) => items.flatMap((item) => (item.is === 'text' && item.cell?.row) || []));
  expect(rows).toEqual(rows.toSorted((a, b) => a - b));
  expect(new Set(heads.map(({ y }) => y)).size).toBe(3);
  expect(said(sheets)).toBe('Serial120800ZPatrolSerial130600ZDrillSerial…Drill');
});

test('a table that does not fit whole below another begins a sheet', () => {
  const plan = planWith(
    Array.from({ length: 40 }, (_, n) => activity(100 + n, { title: `Drill ${n}`, at: n < 25 ? 8 : 32, hours: 1 })),
  );
  const sheets = laid(plan, { columnsWide: 1, paper: 'A4' });
  expect(sheets.map((sheet) => textsOf(sheet, 'head').length)).toEqual([2, 2]);
  expect(sheets.flatMap(overlaps)).toEqual([]);
});

test('where each sheet has its own marking, further columns stand on the next', () => {
  const sheets = laid(two, { columnsWide: 1, marking: 'sheet' });
  const headsOf = (sheet: Sheet | undefined) =>
    sheet === undefined ? [] : textsOf(sheet, 'head').map(({ text }) => text);
  expect(sheets.map(headsOf)).toEqual([
    ['Function', 'Saturday 12 June 2027'],
    ['Function', 'Sunday 13 June 2027'],
    ['Function', 'Monday 14 June 2027'],
  ]);
  expect(sheets.map((sheet) => said([sheet]))).toEqual(['Serial120800ZPatrol', 'Serial130600ZDrill', 'Serial…Drill']);
});

test('the marking of a sheet is that of what stands in its cells', () => {
  const sheets = laid(two, { columnsWide: 1, marking: 'sheet' });
  expect(sheets.map(({ label }) => label.classification)).toEqual(['NATO UNCLASSIFIED', 'NATO SECRET', 'NATO SECRET']);
});

test('only what falls into the window is printed, and an empty one says so', () => {
  const day = { from: '2027-06-12T00:00:00Z', to: '2027-06-13T00:00:00Z' };
  expect(said(laid(two, day))).not.toContain('Drill');
  const none = laid(two, { from: '2028-01-01T00:00:00Z', to: '2028-01-02T00:00:00Z' });
  expect(none).toHaveLength(1);
  expect(textsOf(none[0] as Sheet, 'note').some(({ text }) => text.includes('Nothing'))).toBe(true);
});

test('its options are checked like those of every product', () => {
  const good = optionsOf(two);
  expect(printOptionsSchema.safeParse(good).success).toBe(true);
  expect(printOptionsSchema.safeParse({ ...good, columnsWide: 0 }).success).toBe(false);
  expect(printOptionsSchema.safeParse({ ...good, grouping: 'day' }).success).toBe(false);
  expect(printOptionsSchema.safeParse({ ...good, to: good.from }).success).toBe(false);
});

test('only the rows that were chosen are printed, with the columns that they need and their marking', () => {
  const plan = planWith([
    activity(100, { title: 'Patrol', at: 8, hours: 2 }),
    activity(101, {
      title: 'Drill',
      at: 30,
      hours: 2,
      participants: [FINLAND],
      label: { policy: 'NATO', classification: 'NATO SECRET', releasableTo: [] },
    }),
  ]);
  const byNation = { grouping: 'participant', columnsWide: 1 } as const;
  expect(choicesOf(plan, optionsOf(plan, byNation)).map(({ title }) => title)).toEqual(['Finland', 'Norway']);
  const own = laid(plan, { ...byNation, rows: [NORWAY] });
  expect(said(own)).toBe('Norway120800ZPatrol');
  expect(own.map(({ label }) => label.classification)).toEqual(['NATO UNCLASSIFIED']);
  expect(said(laid(plan, { ...byNation, rows: ['gone'] }))).toBe('');
});

test('times are written in Zulu and as the distance from an anchor or in local time, in cells and over columns', () => {
  const plan = planWith([
    anchor(20, 'D', 24),
    activity(100, { title: 'Patrol', at: 8, hours: 2 }),
    activity(101, { title: 'Night', at: 23, hours: 1 }),
  ]);
  const headsOf = (sheets: readonly Sheet[]) =>
    sheets.flatMap((sheet) => textsOf(sheet, 'head').map(({ text }) => text)).join(' ');
  const anchored = laid(plan, { times: 'anchor' });
  expect(headsOf(anchored)).toContain('Saturday 12 June 2027 (D-1)');
  expect(said(anchored)).toContain(squeezed('120800Z (D-1 1000) Patrol'));
  const local = laid(plan, { times: 'local' });
  expect(said(local)).toContain(squeezed('120800Z (121000B) Patrol'));
  // By the exercise's clock it is the next day.
  expect(said(local)).toContain(squeezed('122300Z (130100B) Night'));
  expect(headsOf(laid(plan, { times: 'local', columns: 'watch' }))).toContain('120600ZJUN27 (120800BJUN27)');
  expect(said(laid(plan))).toContain('120800ZPatrol');
});

test('what has no time yet stands in a column before the others, and is told of where that is not wanted', () => {
  const { start: _start, ...waiting } = activity(102, { title: 'Some day', at: 1, hours: 1 }) as RecordOf<'activity'>;
  const plan = planWith([activity(100, { title: 'Patrol', at: 8, hours: 2 }), waiting]);
  const [sheet] = laid(plan);
  expect(textsOf(sheet as Sheet, 'head').map(({ text }) => text)).toEqual([
    'Function',
    'Without a time',
    'Saturday 12 June 2027',
  ]);
  expect(said([sheet as Sheet])).toBe('SerialSomeday120800ZPatrol');
  const [without] = laid(plan, { undated: false });
  expect(said([without as Sheet])).toBe('Serial120800ZPatrol');
  const notes = textsOf(without as Sheet, 'note').map(({ text }) => text);
  expect(notes.join(' ')).toContain('Not shown, as without a time: 1');
});

test('upright lines part the columns, from the heads down through every row', () => {
  const plan = planWith([
    activity(100, { title: 'First', at: 6, hours: 2 }),
    activity(101, { title: 'Second', at: 30, hours: 2, participants: [FINLAND] }),
  ]);
  const [sheet] = laid(plan, { grouping: 'participant', undated: false });
  const heads = sheet === undefined ? [] : textsOf(sheet, 'head').map(({ x }) => x);
  const uprights = (sheet?.items ?? []).filter((item) => item.is === 'line' && item.x1 === item.x2);
  const places = [...new Set(uprights.flatMap((item) => (item.is === 'line' ? [Math.round(item.x1 * 100)] : [])))];
  // Two days beside the rows' names; the names' own column has none.
  expect(heads).toHaveLength(3);
  expect(places).toHaveLength(2);
  expect(uprights).toHaveLength(2 * 3);
});
