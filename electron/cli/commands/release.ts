/** What would leave, before anything does: the same choice as the export makes, shown and not sealed. */
import { markingText } from '#shared/label/label.ts';
import { titleIn } from '#shared/plan/dependency/ends.ts';
import { labellingOf } from '#shared/plan/label/effective.ts';
import { selectForRelease } from '#shared/plan/release/select.ts';
import { recordOf } from '#shared/plan/state.ts';
import { fail, ok } from '#shared/result.ts';
import { planFromVault } from '../../vault/plan.ts';
import { type Command, listOf, textOf, usage } from '../context.ts';
import { row } from '../words.ts';

const preview: Command = async (context) => {
  const { options, vault, keys } = context;
  const exerciseId = textOf(options, 'exercise');
  const nations = [...listOf(options, 'to'), ...context.positionals];
  if (exerciseId === undefined || nations.length === 0) return usage();
  const own = await keys.show();
  if (!own.ok) return own;
  if (own.value === null) return fail('IDENTITY_MISSING');
  const opened = await planFromVault(vault, exerciseId);
  if (!opened.ok) return opened;
  const author = await vault.author();
  if (!author.ok) return author;
  const { plan } = opened.value;
  const selection = selectForRelease(plan, {
    originator: own.value.card.nation,
    authors: [author.value],
    audienceCodes: nations,
  });
  const name = (kind: Parameters<typeof recordOf>[1], id: string): string => {
    const record = recordOf(plan, kind, id);
    return record === undefined ? id : titleIn(plan, record);
  };
  const { sections, held, withheld, replaced, label } = selection;
  return ok({
    lines: [
      row('marking', markingText(label, labellingOf(plan))),
      ...sections.map(({ kind, records }) => row('leaves', `${kind.padEnd(12)} ${records.length}`)),
      ...held.map(({ kind, id, reason }) => row('heldBack', `${kind.padEnd(12)} ${name(kind, id)}  ${reason}`)),
      ...withheld.map(({ kind, id, field }) => row('leftOut', `${kind.padEnd(12)} ${name(kind, id)}  ${field}`)),
      ...replaced.map(({ kind, id, field }) => row('placeholder', `${kind.padEnd(12)} ${name(kind, id)}  ${field}`)),
    ],
    data: selection,
  });
};

export const releaseCommands = { 'release preview': preview } as const;
