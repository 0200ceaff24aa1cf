/** Tables and the schedule as files, without a window. */
import { TABLE_FORMATS } from '#shared/contract/outgoing.ts';
import { TABLE_NAMES, namedTable } from '#shared/interchange/table/tables.ts';
import { ok } from '#shared/result.ts';
import { headOf, saveCalendar, saveTable } from '../../outgoing/save.ts';
import { planFromVault } from '../../vault/plan.ts';
import { type Command, textOf, usage } from '../context.ts';
import { findingSentence } from '../findings.ts';
import { say } from '../words.ts';

const table: Command = async (context) => {
  const { options, positionals, vault, clock } = context;
  const name = TABLE_NAMES.find((each) => each === positionals[0]);
  const exerciseId = textOf(options, 'exercise');
  const file = textOf(options, 'out');
  const format = TABLE_FORMATS.find((each) => file?.toLowerCase().endsWith(`.${each}`) === true);
  if (name === undefined || exerciseId === undefined || file === undefined || format === undefined) return usage();
  const found = await planFromVault(vault, exerciseId);
  if (!found.ok) return found;
  const { table: sheet, ids } = namedTable(found.value.plan, name, findingSentence);
  const head = headOf(found.value.plan, ids, clock());
  const saved = await saveTable(context, file, { table: sheet, head, format, exerciseId });
  return saved.ok
    ? ok({
        lines: [say('cli.rows', { file, count: saved.value.count, marking: saved.value.marking })],
        data: saved.value,
      })
    : saved;
};

const calendar: Command = async (context) => {
  const exerciseId = textOf(context.options, 'exercise');
  const file = textOf(context.options, 'out');
  if (exerciseId === undefined || file === undefined) return usage();
  const found = await planFromVault(context.vault, exerciseId);
  if (!found.ok) return found;
  const saved = await saveCalendar(context, file, found.value.plan);
  return saved.ok
    ? ok({
        lines: [say('cli.events', { file, count: saved.value.count, marking: saved.value.marking })],
        data: saved.value,
      })
    : saved;
};

export const outgoingCommands = { table, 'calendar export': calendar } as const;
