/** Orders of battle from other programs on the command line: a report first, and the units only on demand. */
import { readMsdl } from '#shared/interchange/msdl.ts';
import { toDraft } from '#shared/interchange/draft.ts';
import type { ImportModel, ReportLine } from '#shared/interchange/model.ts';
import { readOrbatMapper } from '#shared/interchange/orbatmapper.ts';
import { textOfFile } from '#shared/interchange/text.ts';
import { createExercise } from '#shared/plan/exercise/commands.ts';
import { UNKNOWN_NATION } from '#shared/plan/participant/codes.ts';
import type { AcceptWord } from '#shared/plan/merge/accept.ts';
import { EMPTY_PLAN, type PlanState } from '#shared/plan/state.ts';
import type { Op } from '#shared/plan/step.ts';
import { type Result, ok } from '#shared/result.ts';
import { planFromVault } from '../vault/plan.ts';
import { commitDraft } from './commit.ts';
import { type Answer, type CliContext, textOf } from './context.ts';
import { column, type Line, say } from './words.ts';

type Section = keyof ImportModel['report'];

const lineOf = (section: Section, { code, count, name = '' }: ReportLine): Line =>
  say(`interchange.${section}.${code}`, { count, name });

const reportLines = ({ report }: ImportModel): readonly Line[] =>
  (['taken', 'mapped', 'leftOut'] as const).flatMap((section) =>
    report[section].map((line): Line => [column(30, say(`exchange.report.${section}`)), ' ', lineOf(section, line)]),
  );

interface Target {
  readonly id: string;
  readonly plan: PlanState;
  /** What makes the exercise, where there is none yet: one step with the units, so that both are taken or neither. */
  readonly first: readonly Op[];
}

/** Whose planner acts: the nation of the own keys, else the host. */
export const ownerOf = async ({ keys }: CliContext, plan: PlanState): Promise<Result<string>> => {
  const own = await keys.show();
  if (!own.ok) return own;
  return ok(own.value?.card.nation ?? [...plan.exercise.values()][0]?.hostNation ?? UNKNOWN_NATION);
};

/** The named exercise, or a new one with the name that the file has. */
const targetOf = async (context: CliContext, { exerciseHints }: ImportModel): Promise<Result<Target>> => {
  const id = textOf(context.options, 'exercise');
  if (id !== undefined) {
    const opened = await planFromVault(context.vault, id);
    return opened.ok ? ok({ id, plan: opened.value.plan, first: [] }) : opened;
  }
  const actor = await ownerOf(context, EMPTY_PLAN);
  if (!actor.ok) return actor;
  const { name, start, zone } = exerciseHints;
  const fields = {
    name: name ?? context.word('cli.importedForces'),
    ...(start === undefined ? {} : { start }),
    ...(zone === undefined ? {} : { zone }),
  };
  const draft = createExercise({ plan: EMPTY_PLAN, actor: actor.value, newId: context.newId }, fields);
  if (!draft.ok) return draft;
  return ok({ id: draft.value.ops[0]?.id ?? '', plan: EMPTY_PLAN, first: draft.value.ops });
};

/** Reports what a file brings; with `own` or `all` its units are taken into the exercise, or into a new one. */
export const importForces = async (
  context: CliContext,
  form: 'orbat-mapper' | 'msdl',
  bytes: Uint8Array,
  accept: AcceptWord | undefined,
): Promise<Result<Answer>> => {
  const text = textOfFile(bytes);
  if (!text.ok) return text;
  const read = form === 'msdl' ? readMsdl(text.value) : readOrbatMapper(text.value);
  if (!read.ok) return read;
  const model = read.value;
  const lines = reportLines(model);
  const data = { format: model.format, ...model.report };
  if (accept === undefined || accept === 'none')
    return ok({ lines, data: { ...data, taken: model.report.taken, exerciseId: null } });
  const target = await targetOf(context, model);
  if (!target.ok) return target;
  const { id, plan, first } = target.value;
  const actor = await ownerOf(context, plan);
  if (!actor.ok) return actor;
  const draft = toDraft(model, context.positionals[0] ?? '', { plan, actor: actor.value, newId: context.newId });
  if (!draft.ok) return draft;
  const { label, ops } = draft.value;
  const done = await commitDraft(context, id, plan, { label, ops: [...first, ...ops] });
  return done.ok
    ? ok({
        lines: [...lines, say('cli.taken', { count: ops.length, exercise: id })],
        data: { ...data, exerciseId: id },
      })
    : done;
};
