import { findingSentence } from '#shared/plan/checks/sentence.ts';
import { runChecks } from '#shared/plan/checks/run.ts';
import { canonicalText } from '#shared/exchange/canonical.ts';
import { allRecords } from '#shared/plan/state.ts';
import { ok } from '#shared/result.ts';
import { planFromVault } from '../../vault/plan.ts';
import { type Command, textOf, usage } from '../context.ts';
import { column, type Line, say } from '../words.ts';

const dump: Command = async ({ vault, options }) => {
  const id = textOf(options, 'exercise');
  if (id === undefined) return usage();
  const opened = await planFromVault(vault, id);
  if (!opened.ok) return opened;
  const records = [...allRecords(opened.value.plan)];
  return ok({ lines: records.map(canonicalText), data: records });
};

const check: Command = async ({ vault, options, word }) => {
  const id = textOf(options, 'exercise');
  if (id === undefined) return usage();
  const opened = await planFromVault(vault, id);
  if (!opened.ok) return opened;
  const findings = runChecks(opened.value.plan);
  const lines = findings.map(
    (finding): Line => [
      column(14, say(`app.severityOne.${finding.severity}`)),
      ` ${finding.code}  ${findingSentence(finding, word)}`,
    ],
  );
  const good = findings.every(({ severity }) => severity !== 'error');
  return ok({ lines: [...lines, say('cli.findings', { count: findings.length })], data: findings, good });
};

export const planCommands = { dump, check } as const;
