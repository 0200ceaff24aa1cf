/** Every product through the real bundles: what the plan says is in the PDF's text, tagged, outlined, and looks as it did. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type {} from '#renderer/platform/bridge.ts';
import type { PlanRecord, RecordOf } from '#shared/plan/records.ts';
import { allRecords } from '#shared/plan/state.ts';
import { type PrintOptions, type ProductId, PRODUCT_IDS, defaultsOf, layoutPrint } from '#shared/print/products.ts';
import { EXERCISE_ID, creation, stampAt, stepOf, uuidOf } from '#tests/support/plans.ts';
import type { PdfPage } from '#tests/support/pdfText.ts';
import type { PdfStructure } from '#tests/support/pdfStructure.ts';
import { FINLAND, NORWAY, NOW, TASTE, activity, anchor, movement, planWith } from '../shared/print/plan.ts';
import { squeezed } from '../shared/print/laws.ts';
import { commandLine } from './support/process.ts';
import { type DrivenApp, freshFolder, launchApp } from '#build/driver.ts';

/** As long as a title may be, with words that break and one that does not. */
const LONG = `Combined evacuation of ${'Åndalsnes–Molde '.repeat(9)}${'X'.repeat(30)}`.slice(0, 200);

const unit = (n: number, name: string, parent?: number, participant = NORWAY): PlanRecord => ({
  id: uuidOf(n),
  owner: 'NOR',
  stamp: stampAt(n),
  kind: 'unit',
  name,
  participant,
  position: n,
  sidc: `101310001${n % 2 === 0 ? '6' : '5'}1211000000`,
  personnel: 40 + n,
  ...(parent === undefined ? {} : { parent: uuidOf(parent) }),
});

const { start: _start, ...waiting } = activity(91, { title: 'Media day', at: 0, hours: 4 }) as RecordOf<'activity'>;

const plan = planWith([
  anchor(20, 'STARTEX', 0),
  unit(600, 'Coastal Brigade'),
  unit(601, '1st Archipelago Battalion', 600),
  unit(602, 'Signals Company', 600),
  unit(603, 'Amphibious Company', 601),
  unit(610, 'Finnish Contingent', undefined, FINLAND),
  unit(611, `Engineer Company ${'of the Northern Archipelago '.repeat(5)}`.slice(0, 150).trim(), 610, FINLAND),
  { ...(activity(90, { title: LONG, at: 30, hours: 3 }) as RecordOf<'activity'>), units: [uuidOf(611)] },
  waiting,
  ...Array.from({ length: 12 }, (_, index) => movement(300 + index, `FIN-${100 + index}`, index * 7)),
  ...Array.from(
    { length: 40 },
    (_, index): PlanRecord =>
      ({
        ...activity(100 + index, {
          title: `Serial ${index} at Åndalsnes, boats and helicopters`,
          at: (index * 37) % 400,
          hours: index % 5 === 0 ? 0 : 2 + ((index * 13) % 60),
          participants: index % 3 === 0 ? [FINLAND] : [NORWAY],
          type: index % 5 === 0 ? 'milestone' : 'serial',
        }),
        units: [uuidOf(600 + (index % 4))],
      }) as PlanRecord,
  ),
]);
const records: readonly PlanRecord[] = [...allRecords(plan)];

const run = <T>(script: string, ...args: readonly string[]): T =>
  JSON.parse(
    execFileSync(process.execPath, ['--no-warnings', path.resolve(__dirname, `../support/${script}`), ...args], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    }),
  ) as T;

const folder = freshFolder();
const out = path.join(folder.folder, 'out');
let app: DrivenApp;

const optionsOf = (product: ProductId): PrintOptions => defaultsOf(product, plan, TASTE, NOW);

const print = async (options: PrintOptions, name: string): Promise<string> => {
  const file = path.join(out, `${name}.pdf`);
  await app.answerDialog(file);
  const reply = await app.page.evaluate((input) => window.entente.invoke['print.product'](input), {
    exerciseId: EXERCISE_ID,
    options,
    target: 'pdf' as const,
  });
  expect(reply).toMatchObject({ ok: true, value: { file } });
  return file;
};

beforeAll(async () => {
  mkdirSync(out, { recursive: true });
  app = await launchApp({ dataFolder: folder.folder, size: { width: 1280, height: 720 } });
  await app.page.waitForFunction(() => 'entente' in window);
  const step = stepOf(records.map(creation));
  const appended = await app.page.evaluate((input) => window.entente.invoke['vault.append'](input), { step });
  expect(appended.ok).toBe(true);
});

afterAll(async () => {
  await app.close();
  folder.remove();
});

const hasTime = (record: PlanRecord): boolean => record.kind === 'movement' || record.id !== waiting.id;
/** Bars: what has a time, by its title or ULN. */
const bars = (record: PlanRecord): readonly string[] =>
  record.kind === 'activity' && hasTime(record) ? [record.title] : record.kind === 'movement' ? [record.uln] : [];
const rows = (record: PlanRecord): readonly string[] => (record.kind === 'participant' ? [record.name] : []);

/** What of the plan has to be read in the text of a product, word by word: its rows and all that stands in them. */
const expectedOf: Readonly<Record<ProductId, (record: PlanRecord) => readonly string[]>> = {
  timeline: (record) => [...bars(record), ...rows(record)],
  matrix: (record) => [...bars(record), ...rows(record)],
  calendar: bars,
  movements: (record) => (record.kind === 'movement' ? [record.uln] : rows(record).filter((name) => name !== 'Norway')),
  activities: (record) => (record.kind === 'activity' ? [record.title] : []),
  orbat: (record) => (record.kind === 'unit' ? [record.name] : rows(record)),
  unit: (record) =>
    record.kind === 'unit' || (record.kind === 'activity' && record.units.length > 0)
      ? [record.kind === 'unit' ? record.name : record.title]
      : [],
};

/** What each product shows in every row of its own, rather than of kinds. */
const BY_NATION: Partial<Record<ProductId, object>> = { matrix: { grouping: 'participant' } };

/** Names that the outline of a product has, one after the other among others. */
const OUTLINE: Readonly<Record<ProductId, readonly string[]>> = {
  timeline: ['A1 of B1', 'Finland', 'Norway', 'B1 of B1', 'KEY 1'],
  matrix: ['L1', 'Saturday 12 June 2027 – Thursday 17 June 2027'],
  calendar: ['June 2027 · W22–W23', 'June 2027 · W24'],
  movements: ['L1', 'FIN Finland'],
  activities: ['L1', 'Saturday 12 June 2027', 'Sunday 13 June 2027', 'Without a time'],
  orbat: ['A1 of', 'FIN Finland', 'NOR Norway'],
  unit: ['Finnish Contingent', 'Subordinate units', 'Coastal Brigade', 'Activities'],
};

const inOrder = (outline: readonly string[], names: readonly string[]): readonly string[] => {
  let from = 0;
  return names.filter((name) => {
    const found = outline.findIndex((title, index) => index >= from && title.startsWith(name));
    if (found === -1) return true;
    from = found + 1;
    return false;
  });
};

const LOOKS = [
  ['as it comes', {}],
  [
    'in French, black and white, with both times',
    { language: 'fr', blackAndWhite: true, times: 'local', paper: 'LETTER', overlap: 10, barTimes: true },
  ],
] as const;

/** The part of a look that a product knows. */
const lookOf = (product: ProductId, look: object): PrintOptions => {
  const options = { ...optionsOf(product), ...BY_NATION[product] };
  const known = Object.entries(look).filter(([name]) => name in options);
  return { ...options, ...Object.fromEntries(known) } as PrintOptions;
};

const cases = PRODUCT_IDS.flatMap((product) => LOOKS.map(([look, change]) => [product, look, change] as const));

it.each(cases)(
  '%s %s: every row and record is in the text, and every page has its number',
  async (product, look, change) => {
    const options = lookOf(product, change);
    const file = await print(options, `${product} ${look}`);
    const pages = run<readonly PdfPage[]>('pdfText.ts', file);
    const sheets = layoutPrint(plan, options, { now: Date.now() });
    expect(sheets.ok && sheets.value.length).toBe(pages.length);
    const texts = pages.map(({ pieces }) => squeezed(pieces.map(({ text }) => text).join(' ')));
    const all = texts.join('\n');
    for (const record of records) {
      expect(expectedOf[product](record).filter((words) => !all.includes(squeezed(words)))).toEqual([]);
    }
    const french = options.language === 'fr';
    for (const [index, text] of texts.entries()) {
      expect(text).toContain(squeezed(`page ${index + 1} ${french ? 'sur' : 'of'} ${pages.length}`));
      expect(text).toMatch(french ? /nᵒ\d{4}/u : /No\.\d{4}/u);
      expect(text.split(french ? 'EXERCICEEXERCICEEXERCICE' : 'EXERCISEEXERCISEEXERCISE')).toHaveLength(3);
    }
    const bytes = readFileSync(file, 'latin1');
    // Letters of the sheets' own font, and no picture of dots.
    expect([bytes.includes('/FontFile2'), bytes.includes('Arimo'), bytes.includes('/Subtype /Image')]).toEqual([
      true,
      true,
      false,
    ]);
    const { marked, outline, roles } = run<PdfStructure>('pdfStructure.ts', file);
    expect([marked, roles['H1'], outline[0]]).toEqual([true, 1, 'Exercise ANCHOR']);
    if (!french) expect({ outline, missing: inOrder(outline, OUTLINE[product]) }).toMatchObject({ missing: [] });
    if (product === 'movements' || product === 'activities' || product === 'matrix') {
      expect(roles['Table']).toBe(pages.length);
      expect([(roles['TH'] ?? 0) > 3, (roles['TD'] ?? 0) > 20]).toEqual([true, true]);
    }
  },
);

it('gives each print a number of its own, and the audit log knows it', async () => {
  const numberIn = async (name: string): Promise<string> => {
    const [page] = run<readonly PdfPage[]>('pdfText.ts', await print(optionsOf('orbat'), name));
    return /No\.(\d{4})/u.exec(squeezed((page?.pieces ?? []).map(({ text }) => text).join(' ')))?.[1] ?? '';
  };
  const [first, second] = [await numberIn('first'), await numberIn('second')];
  expect(Number(second)).toBe(Number(first) + 1);
  const log = await app.page.evaluate(() => window.entente.invoke['audit.page']({ limit: 2, group: 'print' }));
  expect(log.ok && log.value.entries.map(({ data }) => data['number'])).toEqual([second, first]);
});

it('has the same number on paper and in the log when the command line prints', async () => {
  const data = freshFolder();
  const cli = (...args: readonly string[]): Record<string, unknown> =>
    JSON.parse(commandLine(['--data', data.folder, '--json', ...args]));
  try {
    cli('identity', 'create', '--nation', 'NOR', '--name', 'J7');
    cli('exercise', 'create', '--sample');
    const [exercise] = cli('exercise', 'list') as unknown as readonly { readonly id: string }[];
    const file = path.join(data.folder, 'matrix.pdf');
    const asked = [
      '--exercise',
      exercise?.id ?? '',
      '--out',
      file,
      '--row',
      'conference,deadline',
      '--columns',
      'week',
    ];
    const told = cli('print', 'matrix', ...asked, '--exercise-line', 'no');
    const [page] = run<readonly PdfPage[]>('pdfText.ts', file);
    const text = squeezed((page?.pieces ?? []).map((piece) => piece.text).join(' '));
    expect(/No\.(\d{4})/u.exec(text)?.[1]).toBe(told['number']);
    expect(text).not.toContain('EXERCISEEXERCISEEXERCISE');
    expect([text.includes('Conference'), text.includes('Milestone')]).toEqual([true, false]);
    const log = JSON.stringify(cli('audit', 'show', '--group', 'print'));
    expect(log).toContain(`"number":"${String(told['number'])}"`);
  } finally {
    data.remove();
  }
});

/** The sheets' clock and number differ from print to print, but by no more than a few letters. */
const LOOK = 0.002;

it.each([
  ['timeline', {}],
  ['timeline-photocopier', { blackAndWhite: true, language: 'fr', overlap: 10, times: 'local' }],
  ['matrix', { times: 'anchor' }],
  ['calendar', {}],
  ['movements', {}],
  ['activities', { language: 'fr', times: 'local' }],
  ['orbat', {}],
  ['orbat-glued', { overlap: 10, scale: { symbolMm: 26 } }],
  ['unit', {}],
] as const)('%s looks as it was approved', async (name, change) => {
  const product = PRODUCT_IDS.find((id) => name.startsWith(id)) ?? 'timeline';
  const file = await print({ ...optionsOf(product), ...change } as PrintOptions, `look-${name}`);
  const baseline = path.resolve(__dirname, `../pictures/print/${name}.png`);
  const update = process.env['UPDATE_PICTURES'] === '1' ? ['--update'] : [];
  const { different } = run<{ different: number }>('pdfPicture.ts', file, '1', baseline, ...update);
  expect(different).toBeLessThan(LOOK);
});

it('would notice another page in the place of the approved one', async () => {
  const file = await print(optionsOf('activities'), 'another');
  const baseline = path.resolve(__dirname, '../pictures/print/movements.png');
  expect(run<{ different: number }>('pdfPicture.ts', file, '1', baseline).different).toBeGreaterThan(5 * LOOK);
});
