/** Every product through the real bundles: what the plan says is in the PDF's text, tagged, outlined, and looks as it did. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type {} from '#renderer/platform/bridge.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { allRecords } from '#shared/plan/state.ts';
import { type PrintOptions, type ProductId, PRODUCT_IDS, defaultsOf, layoutPrint } from '#shared/print/products.ts';
import { EXERCISE_ID, creation, stampAt, stepOf, uuidOf } from '#tests/support/plans.ts';
import type { PdfPage } from '#tests/support/pdfText.ts';
import type { PdfStructure } from '#tests/support/pdfStructure.ts';
import { FINLAND, NORWAY, NOW, TASTE, activity, anchor, movement, planWith } from '../shared/print/plan.ts';
import { squeezed } from '../shared/print/laws.ts';
import { type DrivenApp, freshFolder, launchApp } from '#build/driver.ts';

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

const plan = planWith([
  anchor(20, 'STARTEX', 0),
  unit(600, 'Coastal Brigade'),
  unit(601, '1st Archipelago Battalion', 600),
  unit(602, 'Signals Company', 600),
  unit(603, 'Amphibious Company', 601),
  unit(610, 'Finnish Contingent', undefined, FINLAND),
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

/** What of the plan has to be read in the text of a product, word by word. */
const expectedOf: Readonly<Record<string, (record: PlanRecord) => readonly string[]>> = {
  timeline: (record) => (record.kind === 'activity' ? [record.title] : record.kind === 'movement' ? [record.uln] : []),
  calendar: (record) => (record.kind === 'activity' ? [record.title] : record.kind === 'movement' ? [record.uln] : []),
  movements: (record) => (record.kind === 'movement' ? [record.uln] : []),
  activities: (record) => (record.kind === 'activity' ? [record.title] : []),
  orbat: (record) => (record.kind === 'unit' ? [record.name] : []),
  unit: (record) => (record.kind === 'unit' ? [record.name] : record.kind === 'activity' ? [record.title] : []),
};

it.each(PRODUCT_IDS.map((product) => [product] as const))(
  '%s: every record is in the text, every page has its number, and readers find headings',
  async (product) => {
    const options = optionsOf(product);
    const file = await print(options, product);
    const pages = run<readonly PdfPage[]>('pdfText.ts', file);
    const sheets = layoutPrint(plan, options, { now: Date.now() });
    expect(sheets.ok && sheets.value.length).toBe(pages.length);
    const texts = pages.map(({ pieces }) => squeezed(pieces.map(({ text }) => text).join(' ')));
    const all = texts.join('\n');
    for (const record of records) {
      const missing = (expectedOf[product]?.(record) ?? []).filter((words) => !all.includes(squeezed(words)));
      expect(missing).toEqual([]);
    }
    for (const [index, text] of texts.entries()) {
      expect(text).toContain(squeezed(`page ${index + 1} of ${pages.length}`));
      expect(text).toMatch(/No\.\d{4}/u);
      expect(text.split('EXERCISEEXERCISEEXERCISE')).toHaveLength(3);
    }
    const { marked, outline, roles } = run<PdfStructure>('pdfStructure.ts', file);
    expect(marked).toBe(true);
    expect(outline[0]).toBe('Exercise ANCHOR');
    expect(outline.length).toBeGreaterThanOrEqual(2);
    expect(roles['H1']).toBe(1);
    if (['movements', 'activities'].includes(product)) {
      expect(roles['Table']).toBe(pages.length);
      expect(roles['TH']).toBeGreaterThan(3);
      expect(roles['TD']).toBeGreaterThan(20);
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

/** The sheets' clock and number differ from print to print, but by no more than a few letters. */
const LOOK = 0.002;

it.each([
  ['timeline', {}],
  ['timeline-photocopier', { blackAndWhite: true, language: 'fr', joinMarks: true }],
  ['calendar', {}],
  ['movements', {}],
  ['activities', { language: 'fr', times: 'local' }],
  ['orbat', {}],
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
