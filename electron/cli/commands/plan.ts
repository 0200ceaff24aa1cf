import { runChecks } from '#shared/plan/checks/run.ts';
import { canonicalText } from '#shared/exchange/canonical.ts';
import { allRecords } from '#shared/plan/state.ts';
import { ok } from '#shared/result.ts';
import { planFromVault } from '../../vault/plan.ts';
import { type Command, textOf, usage } from '../context.ts';
import { type Line, say } from '../words.ts';

const dump: Command = async ({ vault, options }) => {
  const id = textOf(options, 'exercise');
  if (id === undefined) return usage();
  const opened = await planFromVault(vault, id);
  if (!opened.ok) return opened;
  const records = [...allRecords(opened.value.plan)];
  return ok({ lines: records.map(canonicalText), data: records });
};

const check: Command = async ({ vault, options }) => {
  const id = textOf(options, 'exercise');
  if (id === undefined) return usage();
  const opened = await planFromVault(vault, id);
  if (!opened.ok) return opened;
  const findings = runChecks(opened.value.plan);
  const lines = findings.map(
    ({ severity, code, params }): Line => [
      `${severity.padEnd(8)} ${code}  `,
      say(`checks.${code.replace('-', '_')}`, params),
    ],
  );
  const good = findings.every(({ severity }) => severity !== 'error');
  return ok({ lines: [...lines, say('cli.findings', { count: findings.length })], data: findings, good });
};

export const planCommands = { dump, check } as const;
