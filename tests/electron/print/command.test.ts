import { printCommands } from '#electron/print/command.ts';
import type { CliContext } from '#electron/cli/context.ts';
import type { PrintJob } from '#shared/contract/print.ts';
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
const run = async (options: Record<string, string>) => {
  const jobs: (PrintJob & { file: string })[] = [];
  const commands = printCommands({
    language: 'fr',
    printPdf: async (job) => {
      jobs.push(job);
      return ok({ pages: 2 });
    },
  });
  const context = { vault, clock: () => 0, options, positionals: [] } as unknown as CliContext;
  const result = await commands['print timeline']?.(context);
  return { jobs, result };
};

describe('print timeline', () => {
  it('prints the plan of the vault on the paper and in the rows that were asked for', async () => {
    const { jobs, result } = await run({ exercise: EXERCISE_ID, out: 'plan.pdf', paper: 'a3', group: 'unit' });
    expect(result).toEqual({
      ok: true,
      value: { lines: ['plan.pdf: 2 sheets'], data: { file: 'plan.pdf', pages: 2 } },
    });
    expect(jobs).toMatchObject([{ file: 'plan.pdf', options: { paper: 'A3', grouping: 'unit', language: 'fr' } }]);
    expect(jobs[0]?.records.map(({ id }) => id)).toEqual([EXERCISE_ID]);
  });

  it.each([
    ['no exercise', { out: 'plan.pdf' }],
    ['no file', { exercise: EXERCISE_ID }],
    ['an unknown paper', { exercise: EXERCISE_ID, out: 'plan.pdf', paper: 'B5' }],
    ['an unknown grouping', { exercise: EXERCISE_ID, out: 'plan.pdf', group: 'colour' }],
  ])('takes %s as wrong usage', async (_what, options) => {
    const { jobs, result } = await run(options as Record<string, string>);
    expect(result).toEqual({ ok: false, error: { code: 'USAGE' } });
    expect(jobs).toEqual([]);
  });

  it('says when the exercise is not in the vault', async () => {
    const { result } = await run({ exercise: uuidOf(77), out: 'plan.pdf' });
    expect(result).toMatchObject({ ok: false, error: { code: 'VAULT_EXERCISE_UNKNOWN' } });
  });
});
