/** What would leave, before anything does: the same choice as the export makes, shown and not sealed. */
import { markingText } from '#shared/label/label.ts';
import { codeSchema } from '#shared/plan/base.ts';
import { titleIn } from '#shared/plan/dependency/ends.ts';
import { labellingOf } from '#shared/plan/label/effective.ts';
import { type Selection, selectForRelease } from '#shared/plan/release/select.ts';
import { type PlanState, recordOf } from '#shared/plan/state.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { planFromVault } from '../../vault/plan.ts';
import { type CliContext, type Command, listOf, textOf, usage } from '../context.ts';
import { kindColumn, row, say } from '../words.ts';

interface Choice {
  readonly plan: PlanState;
  readonly selection: Selection;
  readonly nations: readonly string[];
}

/** What would leave for the nations that are named. Wrong usage without `--exercise` or a nation; NATION_CODE, IDENTITY_MISSING. */
export const releaseChoice = async ({ options, vault, keys }: CliContext): Promise<Result<Choice>> => {
  const exerciseId = textOf(options, 'exercise');
  const nations = listOf(options, 'to');
  if (exerciseId === undefined || nations.length === 0) return usage();
  // No label names `pol`: everything would seem to be held back from a nation that there is not.
  const wrong = nations.find((code) => !codeSchema.safeParse(code).success);
  if (wrong !== undefined) return fail('NATION_CODE', { nation: wrong });
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
  return ok({ plan, selection, nations });
};

const preview: Command = async (context) => {
  const { options, positionals } = context;
  const chosen = await releaseChoice({
    ...context,
    options: { ...options, to: [...listOf(options, 'to'), ...positionals] },
  });
  if (!chosen.ok) return chosen;
  const { plan, selection } = chosen.value;
  const name = (kind: Parameters<typeof recordOf>[1], id: string): string => {
    const record = recordOf(plan, kind, id);
    return record === undefined ? id : titleIn(plan, record);
  };
  const { sections, held, withheld, replaced, label } = selection;
  return ok({
    lines: [
      row('marking', markingText(label, labellingOf(plan))),
      ...sections.map(({ kind, records }) => row('leaves', kindColumn(kind), ` ${records.length}`)),
      ...held.map(({ kind, id, reason }) =>
        row('heldBack', kindColumn(kind), ` ${name(kind, id)}: `, say(`exchange.reason.${reason}`)),
      ),
      ...withheld.map(({ kind, id, field }) =>
        row('leftOut', kindColumn(kind), ` ${name(kind, id)}: `, say(`plan.fields.${field}`)),
      ),
      ...replaced.map(({ kind, id, field }) =>
        row('placeholder', kindColumn(kind), ` ${name(kind, id)}: `, say(`plan.fields.${field}`)),
      ),
    ],
    data: selection,
  });
};

export const releaseCommands = { 'release preview': preview } as const;
