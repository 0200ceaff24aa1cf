import { sampleDraft } from '#shared/sample/sample.ts';
import { EMPTY_PLAN } from '#shared/plan/state.ts';
import { ok } from '#shared/result.ts';
import { type Command, usage } from '../context.ts';
import { commitDraft } from '../commit.ts';
import { type Line, say } from '../words.ts';

const list: Command = async ({ vault }) => {
  const exercises = await vault.exercises();
  if (!exercises.ok) return exercises;
  const shown = exercises.value.filter(({ deleted }) => !deleted);
  return ok({
    lines: shown.map(
      ({ id, name, nickname, archived }): Line => [
        `${id}  ${name}${nickname === undefined ? '' : ` (${nickname})`}`,
        ...(archived ? ['  ', say('cli.archived')] : []),
      ],
    ),
    data: shown,
  });
};

const create: Command = async (context) => {
  if (context.options['sample'] !== true) return usage();
  const own = await context.keys.show();
  if (!own.ok) return own;
  const draft = sampleDraft({ plan: EMPTY_PLAN, actor: own.value?.card.nation ?? 'NOR', newId: context.newId });
  if (!draft.ok) return draft;
  const id = draft.value.ops.find(({ kind }) => kind === 'exercise')?.id ?? '';
  const done = await commitDraft(context, id, EMPTY_PLAN, draft.value);
  return done.ok ? ok({ lines: [id], data: { id, records: draft.value.ops.length } }) : done;
};

export const exerciseCommands = { 'exercise list': list, 'exercise create': create } as const;
