import { say } from '#electron/cli/words.ts';
import { printCommands } from '#electron/print/command.ts';
import type { CliContext } from '#electron/cli/context.ts';
import type { PrintJob } from '#shared/contract/print.ts';
import { PRODUCT_IDS } from '#shared/print/products.ts';
import { ok } from '#shared/result.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EXERCISE_ID, firstStep, uuidOf } from '#tests/support/plans.ts';

let folder: string;
let vault: VaultPort;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-print-'));
  const opened = openVault(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  vault = opened.value;
  await vault.append(firstStep());
});

afterEach(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command with a printer that only takes the job down. */
const run = async (options: Record<string, string>, product = 'timeline') => {
  const jobs: (PrintJob & { file: string })[] = [];
  const commands = printCommands({
    preferences: () => ({ language: 'fr', theme: 'system', exerciseLine: false }),
    printPdf: async (job) => {
      jobs.push(job);
      return ok({ pages: 2 });
    },
  });
  const context = { vault, clock: () => 0, options, positionals: [] } as unknown as CliContext;
  const result = await commands[`print ${product}`]?.(context);
  return { jobs, result };
};

describe('print timeline', () => {
  it('prints the plan of the vault on the paper and in the rows that were asked for', async () => {
    const { jobs, result } = await run({ exercise: EXERCISE_ID, out: 'plan.pdf', paper: 'a3', group: 'unit' });
    expect(result).toEqual({
      ok: true,
      value: {
        lines: [say('cli.printed', { file: 'plan.pdf', count: 2, number: '0001' })],
        data: { file: 'plan.pdf', pages: 2, number: '0001', product: 'timeline' },
      },
    });
    expect(jobs).toMatchObject([
      { file: 'plan.pdf', options: { paper: 'A3', grouping: 'unit', language: 'fr', exerciseLine: false } },
    ]);
    expect(jobs[0]?.records.map(({ id }) => id)).toEqual([EXERCISE_ID]);
  });

  it.each([
    ['no exercise', { out: 'plan.pdf' }],
    ['no file', { exercise: EXERCISE_ID }],
    ['an unknown paper', { exercise: EXERCISE_ID, out: 'plan.pdf', paper: 'B5' }],
    ['a time that is none', { exercise: EXERCISE_ID, out: 'plan.pdf', from: 'soon' }],
    ['two scales', { exercise: EXERCISE_ID, out: 'plan.pdf', 'pages-wide': '2', 'hours-per-cm': '3' }],
    ['an unknown grouping', { exercise: EXERCISE_ID, out: 'plan.pdf', group: 'colour' }],
  ])('takes %s as wrong usage', async (_what, options) => {
    const { jobs, result } = await run(options as Record<string, string>);
    expect(result).toEqual({ ok: false, error: { code: 'USAGE' } });
    expect(jobs).toEqual([]);
  });

  it('writes its number into the audit log', async () => {
    await run({ exercise: EXERCISE_ID, out: 'plan.pdf' });
    const { jobs } = await run({ exercise: EXERCISE_ID, out: 'again.pdf' });
    const log = await vault.auditPage({ limit: 1 });
    expect(jobs[0]?.number).toBe('0002');
    expect(log).toMatchObject({
      ok: true,
      value: [{ code: 'PRINTED', data: { product: 'timeline', number: '0002', target: 'again.pdf', sheets: 2 } }],
    });
  });

  it('takes window, scale and look in the words of planners', async () => {
    const { jobs } = await run({
      exercise: EXERCISE_ID,
      out: 'plan.pdf',
      from: '120000ZJUN27',
      until: '140000ZJUN27',
      'hours-per-cm': '6',
      'exercise-line': 'yes',
      language: 'en',
    });
    expect(jobs[0]?.options).toMatchObject({
      from: '2027-06-12T00:00:00Z',
      to: '2027-06-14T00:00:00Z',
      scale: { msPerMm: 2_160_000 },
      exerciseLine: true,
      language: 'en',
    });
  });

  it.each(PRODUCT_IDS)('prints the product %s with its own defaults', async (product) => {
    const { jobs, result } = await run({ exercise: EXERCISE_ID, out: 'plan.pdf', paper: 'a2' }, product);
    expect(result).toMatchObject({ ok: true, value: { data: { product, pages: 2 } } });
    expect(jobs[0]?.options).toMatchObject({ product, paper: 'A2' });
  });

  it('takes what a product does not know as wrong usage', async () => {
    const { result } = await run({ exercise: EXERCISE_ID, out: 'plan.pdf', 'pages-wide': '2' }, 'movements');
    expect(result).toEqual({ ok: false, error: { code: 'USAGE' } });
  });

  it('says when the exercise is not in the vault', async () => {
    const { result } = await run({ exercise: uuidOf(77), out: 'plan.pdf' });
    expect(result).toMatchObject({ ok: false, error: { code: 'VAULT_EXERCISE_UNKNOWN' } });
  });
});
