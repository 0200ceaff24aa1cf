/** Printing through the real bundles: what the person sees in the preview is what the file holds, page by page. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type {} from '#renderer/platform/bridge.ts';
import { markingText } from '#shared/label/label.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { allRecords } from '#shared/plan/state.ts';
import { layoutTimeline } from '#shared/print/layout.ts';
import type { TimelinePrintOptions } from '#shared/print/options.ts';
import { EXERCISE_ID, creation, stepOf } from '#tests/support/plans.ts';
import type { PdfPage } from '#tests/support/pdfText.ts';
import { FINLAND, NORWAY, activity, anchor, movement, optionsFor, planWith } from '../shared/print/plan.ts';
import { type DrivenApp, freshFolder, launchApp } from '#build/driver.ts';

const TITLES = [
  'Reception of forces at Åndalsnes',
  'Convoy serial 4',
  'Range safety brief for all companies',
  'Bridge laying',
  'Opening ceremony',
  'Combined crossing of the river with allied bridging units under the eyes of the exercise control staff, and its rehearsal on land the day before that',
];

const plan = planWith([
  anchor(20, 'STARTEX', 0),
  movement(30, 'FIN-100', 12),
  ...Array.from({ length: 70 }, (_, index) =>
    activity(100 + index, {
      title: `${index} ${TITLES[index % TITLES.length] ?? ''}`,
      at: (index * 37) % 400,
      hours: index % 5 === 0 ? 0 : 2 + ((index * 13) % 60),
      participants: index % 3 === 0 ? [FINLAND] : [NORWAY],
      type: index % 5 === 0 ? 'milestone' : 'serial',
      label: { policy: 'NATO', classification: 'NATO RESTRICTED', releasableTo: ['FIN', 'NOR'] },
    }),
  ),
]);
const records: readonly PlanRecord[] = [...allRecords(plan)];

const textOf = (file: string): readonly PdfPage[] =>
  JSON.parse(
    execFileSync(process.execPath, ['--no-warnings', path.resolve(__dirname, '../support/pdfText.ts'), file], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    }),
  ) as PdfPage[];

const squeezed = (text: string): string => text.replaceAll(/\s+/gu, '');
const wordsOf = ({ pieces }: PdfPage): string => squeezed(pieces.map(({ text }) => text).join(' '));

const folder = freshFolder();
const out = path.join(folder.folder, 'out');
let app: DrivenApp;

const print = async (options: TimelinePrintOptions, file: string | null): Promise<unknown> => {
  await app.answerDialog(file);
  return app.page.evaluate((input) => window.entente.invoke['print.product'](input), {
    exerciseId: EXERCISE_ID,
    options,
    target: 'pdf' as const,
  });
};

beforeAll(async () => {
  mkdirSync(out, { recursive: true });
  app = await launchApp({ dataFolder: folder.folder, size: { width: 1280, height: 720 } });
  const step = stepOf(records.map(creation));
  await app.page.waitForFunction(() => 'entente' in window);
  const appended = await app.page.evaluate((input) => window.entente.invoke['vault.append'](input), { step });
  expect(appended.ok).toBe(true);
  await app.page.reload();
});

afterAll(async () => {
  await app.close();
  folder.remove();
});

const changes: readonly (readonly [string, Partial<TimelinePrintOptions>, readonly [number, number]])[] = [
  ['A4 landscape in English', { scale: { pagesWide: 3 } }, [297, 210]],
  [
    'Letter portrait in French, black and white',
    { paper: 'LETTER', orientation: 'portrait', language: 'fr', blackAndWhite: true },
    [215.9, 279.4],
  ],
  ['A3 by scale with days from an anchor', { paper: 'A3', scale: { msPerMm: 7_200_000 }, times: 'anchor' }, [420, 297]],
];

it.each(changes)(
  '%s: every page is marked, numbered and named, and no title is missing',
  async (name, change, size) => {
    const options = optionsFor(plan, change);
    const file = path.join(out, `${name}.pdf`);
    const reply = await print(options, file);
    const sheets = layoutTimeline(plan, options, { now: Date.now() });
    if (!sheets.ok) throw new Error(sheets.error.code);
    const pages = textOf(file);
    expect(reply).toMatchObject({ ok: true, value: { file, pages: sheets.value.length } });
    expect(pages).toHaveLength(sheets.value.length);
    for (const [index, page] of pages.entries()) {
      const sheet = sheets.value[index];
      const marking = sheet && markingText(sheet.label);
      expect(marking).toBe('NATO RESTRICTED – RELEASABLE TO FIN, NOR');
      const marks = page.pieces.filter(({ text }) => text.includes(marking ?? '?')).map(({ y }) => y);
      expect(marks.some((y) => y < 0.1)).toBe(true);
      expect(marks.some((y) => y > 0.9)).toBe(true);
      expect([Math.abs(page.width - size[0]) < 0.5, Math.abs(page.height - size[1]) < 0.5]).toEqual([true, true]);
      const words = wordsOf(page);
      const of = options.language === 'fr' ? 'sur' : 'of';
      expect(words).toContain(squeezed(`Exercise ANCHOR`));
      expect(words).toContain(squeezed(`page ${index + 1} ${of} ${pages.length}`));
      expect(words).toContain(squeezed(sheet?.reference ?? '?'));
    }
    const all = pages.map(wordsOf);
    for (const record of records) {
      if (record.kind === 'activity') expect(all.some((words) => words.includes(squeezed(record.title)))).toBe(true);
    }
  },
);

it('is a tagged document that carries its own fonts', async () => {
  const file = path.join(out, 'tagged.pdf');
  await print(optionsFor(plan), file);
  const bytes = readFileSync(file, 'latin1');
  expect(bytes.startsWith('%PDF-')).toBe(true);
  expect(bytes).toContain('/MarkInfo');
  expect(bytes).toContain('/FontFile2');
});

it('writes nothing when the person chose no file', async () => {
  const before = readdirSync(out);
  expect(await print(optionsFor(plan), null)).toEqual({ ok: true, value: null });
  expect(readdirSync(out)).toEqual(before);
});

it('says when the place is not there, and leaves nothing behind', async () => {
  const file = path.join(out, 'missing/folder/plan.pdf');
  expect(await print(optionsFor(plan), file)).toMatchObject({ ok: false, error: { code: 'FILE_NO_FOLDER' } });
  expect(existsSync(path.dirname(file))).toBe(false);
});

const asRoot = process.getuid?.() === 0;

(asRoot ? it.skip : it)('says when the place may not be written', async () => {
  const closed = path.join(out, 'closed');
  mkdirSync(closed, { recursive: true });
  chmodSync(closed, 0o500);
  const reply = await print(optionsFor(plan), path.join(closed, 'plan.pdf'));
  expect(reply).toMatchObject({ ok: false, error: { code: 'FILE_READ_ONLY' } });
});

it('refuses a scale that would need hundreds of sheets before any file is written', async () => {
  const file = path.join(out, 'too-many.pdf');
  expect(await print(optionsFor(plan, { scale: { msPerMm: 1000 } }), file)).toMatchObject({
    ok: false,
    error: { code: 'PRINT_TOO_MANY_SHEETS' },
  });
  expect(existsSync(file)).toBe(false);
});

it('gives the window itself no print job', async () => {
  const reply = await app.page.evaluate(() => window.entente.invoke['print.job'](undefined));
  expect(reply).toEqual({ ok: false, error: { code: 'PRINT_NO_JOB' } });
});

it('saves from the Print screen what its preview shows', async () => {
  const file = path.join(out, 'screen.pdf');
  const { page } = app;
  await page.getByText('Exercise ANCHOR').first().dblclick();
  await page.getByRole('navigation').getByRole('button', { name: 'Print' }).click();
  const shown = page.getByRole('img', { name: /NATO RESTRICTED/u }).first();
  await shown.waitFor();
  const title = await shown.getAttribute('aria-label');
  const pages = Number(/of (\d+)\./u.exec(title ?? '')?.[1]);
  await app.answerDialog(file);
  await page.getByRole('button', { name: /Save as PDF/u }).click();
  await page.getByText(`Saved ${pages} sheets in ${file}.`).waitFor();
  expect(textOf(file)).toHaveLength(pages);
});
