import fc from 'fast-check';
import type { RecordOf } from '#shared/plan/records.ts';
import type { PlanState } from '#shared/plan/state.ts';
import { layoutTimeline } from '#shared/print/layout.ts';
import { MAX_SHEETS } from '#shared/print/base.ts';
import { OVERLAPS, type TimelinePrintOptions } from '#shared/print/options.ts';
import { PAPER_NAMES } from '#shared/print/papers.ts';
import { type Sheet, type TextItem, extentOfText } from '#shared/print/sheet.ts';
import { GROUPINGS } from '#shared/timeline/rows.ts';
import { mismeasured, outside, overlaps, squeezed, textsOf, unmarked } from './laws.ts';
import { FINLAND, NORWAY, NOW, activity, anchor, movement, optionsFor, planWith } from './plan.ts';

const sheetsOf = (plan: PlanState, change: Partial<TimelinePrintOptions> = {}): readonly Sheet[] => {
  const laid = layoutTimeline(plan, optionsFor(plan, change), { now: NOW });
  if (!laid.ok) throw new Error(laid.error.code);
  return laid.value;
};

/** The text of one record on one sheet, its lines joined; spaces do not count where a long word was broken. */
const titleOn = (sheet: Sheet, id: string): string =>
  squeezed(
    textsOf(sheet, 'bar')
      .filter(({ of }) => of === id)
      .map(({ text }) => text)
      .join(''),
  );

const shapes = fc.record({
  title: fc.oneof(
    fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== ''),
    fc.lorem({ maxCount: 25 }).map((text) => text.slice(0, 200)),
    fc.constantFrom('W'.repeat(200), 'Élévation à Åndalsnes', '上陸演習', 'i'),
  ),
  at: fc.integer({ min: 0, max: 500 }),
  hours: fc.oneof(fc.constant(0), fc.double({ min: 0.02, max: 400, noNaN: true })),
  participants: fc.constantFrom([NORWAY], [FINLAND], [NORWAY, FINLAND], []),
  type: fc.constantFrom('serial', 'milestone', 'deadline', 'phase', 'rehearsal'),
  state: fc.constantFrom('draft', 'planned', 'cancelled'),
});

const changes = fc.record({
  paper: fc.constantFrom(...PAPER_NAMES),
  orientation: fc.constantFrom('landscape', 'portrait'),
  grouping: fc.constantFrom(...GROUPINGS),
  colourBy: fc.constantFrom('type', 'participant'),
  scale: fc.record({ pagesWide: fc.integer({ min: 1, max: 12 }) }),
  times: fc.constantFrom('dtg', 'local', 'anchor'),
  barTimes: fc.boolean(),
  blackAndWhite: fc.boolean(),
  exerciseLine: fc.boolean(),
  joinMarks: fc.boolean(),
  overlap: fc.constantFrom(...OVERLAPS),
  textSize: fc.constantFrom('normal', 'normal', 'large'),
  marking: fc.constantFrom('overall', 'sheet'),
  language: fc.constantFrom('en', 'fr'),
}) as fc.Arbitrary<Partial<TimelinePrintOptions>>;

const plans = fc.array(shapes, { minLength: 1, maxLength: 40 }).map((found) => ({
  found,
  plan: planWith([
    anchor(20, 'STARTEX', 0),
    movement(30, 'FIN-100', 12),
    ...found.map((shape, index) => activity(100 + index, shape as Parameters<typeof activity>[1])),
  ]),
}));

describe('laws of the sheets', () => {
  it('writes the whole title of every bar on some sheet', () => {
    fc.assert(
      fc.property(plans, changes, ({ plan, found }, change) => {
        const sheets = sheetsOf(plan, change);
        for (const [index, { title }] of found.entries()) {
          const { id } = activity(100 + index, { title, at: 0, hours: 0 });
          expect(sheets.some((sheet) => titleOn(sheet, id).includes(squeezed(title)))).toBe(true);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('keeps everything within the printable area, as wide as it was measured', () => {
    fc.assert(
      fc.property(plans, changes, ({ plan }, change) => {
        const sheets = sheetsOf(plan, change);
        expect(sheets.flatMap(outside)).toEqual([]);
        expect(sheets.flatMap(mismeasured)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('puts the legend on the key sheet where it would leave no room for the body', () => {
    const plan = planWith([
      anchor(20, 'STARTEX', 0),
      movement(30, 'FIN-100', 12),
      activity(100, { title: '!', at: 0, hours: 0, participants: [NORWAY], state: 'cancelled' }),
      activity(101, { title: 'faucibus', at: 0, hours: 0, participants: [], state: 'draft' }),
    ]);
    const sheets = sheetsOf(plan, {
      paper: 'A4',
      overlap: 15,
      textSize: 'large',
      times: 'anchor',
      colourBy: 'participant',
      marking: 'sheet',
      exerciseLine: true,
      scale: { pagesWide: 1 },
    });
    expect(sheets.flatMap(outside)).toEqual([]);
    const explained = sheets.map((sheet) => textsOf(sheet).some(({ text }) => text.startsWith('Draft')));
    expect(explained.at(-1)).toBe(true);
    expect(explained[0]).toBe(false);
  });

  it('leaves a number at the right edge the room that its bold digits take', () => {
    // Six sheets of Letter from the first day: the point falls four millimetres short of the edge of the last.
    const plan = planWith([
      activity(100, { title: 'W'.repeat(200), at: 454, hours: 0 }),
      activity(101, { title: '!', at: 0, hours: 0.02 }),
    ]);
    const sheets = sheetsOf(plan, { paper: 'LETTER', scale: { pagesWide: 6 } });
    const numbers = sheets.flatMap((sheet) => textsOf(sheet, 'note').filter(({ text }) => text === '[1]'));
    expect(numbers.length).toBeGreaterThan(1);
    for (const number of numbers) expect(extentOfText(number)[1]).toBeLessThanOrEqual(279.4 - 8);
  });

  it('lets no title, row name or marking run into another', () => {
    fc.assert(
      fc.property(plans, changes, ({ plan }, change) => {
        expect(sheetsOf(plan, change).flatMap(overlaps)).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it('marks every sheet at top and bottom, numbers it, and gives it a reference of its own', () => {
    fc.assert(
      fc.property(plans, changes, ({ plan }, change) => {
        const sheets = sheetsOf(plan, change);
        expect(new Set(sheets.map(({ reference }) => reference)).size).toBe(sheets.length);
        expect(unmarked(sheets)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for the same plan, options and time', () => {
    fc.assert(
      fc.property(plans, changes, ({ plan }, change) => {
        expect(sheetsOf(plan, change)).toEqual(sheetsOf(plan, change));
      }),
      { numRuns: 15 },
    );
  });
});

const words = (sheet: Sheet, role?: TextItem['role']): readonly string[] =>
  textsOf(sheet, role).map(({ text }) => text);

describe('layoutTimeline', () => {
  const plan = planWith([
    anchor(20, 'STARTEX', 0),
    activity(100, { title: 'Opening', at: 1, hours: 2 }),
    activity(101, { title: 'River crossing', at: 200, hours: 30, participants: [FINLAND] }),
  ]);

  it('tiles across: columns by letter, each with the name, page, date and reference', () => {
    const sheets = sheetsOf(plan, { scale: { pagesWide: 3 } });
    expect(sheets.map(({ reference }) => reference)).toEqual(['A1', 'B1', 'C1']);
    const [, second] = sheets;
    expect(second && words(second)).toEqual(
      expect.arrayContaining([
        'Exercise ANCHOR',
        'B1 of C1',
        'page 2 of 3',
        'Preview 011200ZMAY27 · No. when printed',
        'Norway',
        'Finland',
      ]),
    );
  });

  it('tiles down when the rows need it, repeating the name of a row that goes on', () => {
    const many = planWith(
      Array.from({ length: 60 }, (_, index) => activity(100 + index, { title: `Serial ${index}`, at: 0, hours: 20 })),
    );
    const sheets = sheetsOf(many, { scale: { pagesWide: 1 } });
    expect(sheets.length).toBeGreaterThan(1);
    expect(sheets.slice(1).every((sheet) => words(sheet, 'row').join(' ') === 'Norway (continued)')).toBe(true);
  });

  it('follows a given scale instead of a number of sheets', () => {
    const coarse = sheetsOf(plan, { scale: { msPerMm: 3_600_000 } });
    const fine = sheetsOf(plan, { scale: { msPerMm: 360_000 } });
    expect(fine.length).toBeGreaterThan(5 * coarse.length);
  });

  it('prints only the rows that were chosen', () => {
    const sheets = sheetsOf(plan, { rows: [FINLAND] });
    const shown = sheets.flatMap((sheet) => words(sheet));
    expect(shown).toContain('River crossing');
    expect(shown).not.toContain('Opening');
    expect(shown).not.toContain('Norway');
  });

  it('leaves out what lies outside the window', () => {
    const sheets = sheetsOf(plan, { from: '2027-06-12T00:00:00Z', to: '2027-06-13T00:00:00Z' });
    const shown = sheets.flatMap((sheet) => words(sheet));
    expect(shown).toContain('Opening');
    expect(shown).not.toContain('River crossing');
  });

  it('carries the roll-up of what it shows, and not of what it leaves out', () => {
    const label = { policy: 'NATO', classification: 'NATO SECRET', releasableTo: ['FIN'] };
    const mixed = planWith([
      activity(100, { title: 'Open', at: 1, hours: 2 }),
      activity(101, { title: 'Closed', at: 200, hours: 2, participants: [FINLAND], label }),
    ]);
    const [all] = sheetsOf(mixed);
    const [open] = sheetsOf(mixed, { rows: [NORWAY] });
    expect(all && words(all, 'marking')[0]).toBe('NATO SECRET – RELEASABLE TO FIN');
    expect(open && words(open, 'marking')[0]).toBe('NATO UNCLASSIFIED');
  });

  it('moves a title without room into a numbered key on a sheet of its own', () => {
    const title = 'Combined crossing of the river with allied bridging units '.repeat(4).trim().slice(0, 200);
    const long = planWith([activity(100, { title, at: 1, hours: 1 })]);
    const sheets = sheetsOf(long);
    expect(sheets.map(({ reference }) => reference)).toEqual(['A1', 'B1', 'KEY 1']);
    expect(sheets.slice(0, 2).flatMap((sheet) => words(sheet))).toContain('[1]');
    const key = sheets[2];
    expect(key && words(key).join(' ')).toContain(`[1] ${title.slice(0, 60)}`);
  });

  it('names only what occurs in the legend', () => {
    const [sheet] = sheetsOf(plan);
    expect(sheet && words(sheet, 'note')).toContain('Serial');
    expect(sheet && words(sheet, 'note')).not.toContain('Milestone');
  });

  it('puts a legend that is too long behind the tiles', () => {
    const kinds = planWith(
      Array.from({ length: 60 }, (_, index) =>
        activity(100 + index, {
          title: `T${index}`,
          at: index,
          hours: 1,
          type: `A kind of the planner’s own ${index}`,
        }),
      ),
    );
    const sheets = sheetsOf(kinds, { paper: 'A4', orientation: 'portrait', colourBy: 'type' });
    expect(sheets.map(({ reference }) => reference)).toContain('KEY 1');
    expect(words(sheets[0] as Sheet, 'note').join(' ')).toContain('Legend on sheet KEY 1.');
    expect(words(sheets.at(-1) as Sheet, 'note')).toContain('A kind of the planner’s own 59');
  });

  it('counts days from an anchor where that is asked for', () => {
    const shown = sheetsOf(plan, { times: 'anchor', scale: { pagesWide: 2 } }).flatMap((sheet) => words(sheet, 'axis'));
    expect(shown).toEqual(expect.arrayContaining(['STARTEX', 'STARTEX+1d', 'STARTEX+7d']));
    expect(sheetsOf(plan).flatMap((sheet) => words(sheet, 'axis'))).not.toContain('STARTEX+1d');
  });

  it('keeps Zulu above a line of local time, and writes times in both', () => {
    const [sheet] = sheetsOf(plan, { times: 'local', scale: { msPerMm: 360_000 }, barTimes: true });
    const axis = sheet === undefined ? [] : words(sheet, 'axis');
    expect(axis).toEqual(expect.arrayContaining(['Zulu (UTC)', 'Europe/Oslo', 'STARTEX 120000ZJUN27 (120200BJUN27)']));
    const at = (text: string) => textsOf(sheet as Sheet, 'axis').filter((item) => item.text === text);
    // 1100 and 1200 stand in both lines, two hours apart, the local one below.
    const [zulu, local] = at('1100').toSorted((a, b) => a.y - b.y);
    expect((zulu?.x ?? 0) - (local?.x ?? 0)).toBeCloseTo((2 * 3_600_000) / 360_000, 6);
    expect(local?.y).toBeGreaterThan(zulu?.y ?? Number.POSITIVE_INFINITY);
    expect(squeezed(sheet === undefined ? '' : words(sheet, 'bar').join(' '))).toContain(
      squeezed('Opening · 120100ZJUN27 – 120300ZJUN27 (120300BJUN27 – 120500BJUN27)'),
    );
  });

  it('counts from the anchor that was chosen, on the scale and behind titles', () => {
    const two = planWith([
      anchor(20, 'STARTEX', 0),
      anchor(21, 'D', 48),
      activity(100, { title: 'Opening', at: 1, hours: 2 }),
    ]);
    const { id } = anchor(21, 'D', 48);
    const [sheet] = sheetsOf(two, { times: 'anchor', anchor: id, barTimes: true, scale: { msPerMm: 360_000 } });
    expect(sheet && words(sheet, 'axis')).toEqual(expect.arrayContaining(['Days from D', 'D-2']));
    expect(squeezed(sheet === undefined ? '' : words(sheet, 'bar').join(' '))).toContain(
      squeezed('Opening · 120100ZJUN27 – 120300ZJUN27 (D-2 0300 – D-2 0500)'),
    );
  });

  it('tells on the sheet how many things have no time yet, and nothing where all have one', () => {
    const { start: _start, ...waiting } = activity(102, { title: 'Some day', at: 1, hours: 1 }) as RecordOf<'activity'>;
    const [sheet] = sheetsOf(planWith([activity(100, { title: 'Opening', at: 1, hours: 2 }), waiting]));
    expect(sheet && words(sheet, 'note').join(' ')).toContain('Not shown, as without a time: 1');
    expect(words(sheetsOf(plan)[0] as Sheet, 'note').join(' ')).not.toContain('without a time');
  });

  it('takes the scale as one of paper, whatever the size of what stands on it', () => {
    const hour = 3_600_000;
    for (const textSize of ['normal', 'large', 'wall'] as const) {
      const [sheet] = sheetsOf(plan, { paper: 'A1', textSize, scale: { msPerMm: hour / 10 } });
      expect(sheet && words(sheet, 'note').join(' ')).toContain('1 cm = 1h');
      const at = (text: string) => textsOf(sheet as Sheet, 'axis').find((item) => item.text === text)?.x ?? 0;
      const times = { normal: 1, large: 1.4, wall: 2 }[textSize];
      expect((at('1200') - at('0600')) * times).toBeCloseTo(60, 6);
    }
  });

  it('speaks the language of the options', () => {
    const [sheet] = sheetsOf(plan, { language: 'fr' });
    expect(sheet && words(sheet)).toEqual(
      expect.arrayContaining(['A1 sur B1', 'page 1 sur 2', 'Aperçu 011200ZMAY27 · nᵒ à l’impression', 'Sérial']),
    );
  });

  it('uses no colour in black and white', () => {
    const [sheet] = sheetsOf(plan, { blackAndWhite: true });
    const colours = new Set(
      sheet?.items.flatMap((item) => ('fill' in item ? [item.fill] : [])).filter((fill) => fill !== undefined),
    );
    for (const colour of colours) {
      const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(8);
    }
  });

  it('says so on the sheet when nothing is planned', () => {
    const [sheet] = sheetsOf(planWith([]));
    expect(sheet && words(sheet)).toContain('Nothing is planned in this time.');
  });

  it('refuses a scale that would need a wall of sheets', () => {
    const laid = layoutTimeline(plan, optionsFor(plan, { scale: { msPerMm: 1000 } }), { now: NOW });
    expect(laid).toMatchObject({ ok: false, error: { code: 'PRINT_TOO_MANY_SHEETS', data: { max: MAX_SHEETS } } });
  });
});
