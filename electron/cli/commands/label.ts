/** Markings on the command line: what a record is marked, by what, and setting it. */
import { type Label, labelSchema, markingText } from '#shared/label/label.ts';
import { updateRecords } from '#shared/plan/commands.ts';
import { effectiveLabel, labellingOf } from '#shared/plan/label/effective.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { allRecords, exerciseOf, type PlanState } from '#shared/plan/state.ts';
import { policiesOf } from '#shared/label/policies.ts';
import { codeSchema } from '#shared/plan/base.ts';
import { titleOf } from '#shared/plan/title.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { planFromVault } from '../../vault/plan.ts';
import { commitDraft } from '../commit.ts';
import { type Answer, type Command, type Options, textOf, usage } from '../context.ts';
import { kindColumn, row, say } from '../words.ts';

const answerFor = (plan: PlanState, record: PlanRecord): Answer => {
  const { label, origin, retained } = effectiveLabel(plan, record);
  const own = origin?.id === record.id;
  const from = origin === undefined ? say('cli.inheritedNothing') : say('cli.inherited', { from: titleOf(origin) });
  return {
    lines: [
      [kindColumn(record.kind), ` ${titleOf(record)}`],
      row('marking', markingText(label, labellingOf(plan))),
      row('origin', own ? say('cli.itsOwn') : from),
      ...(retained?.from ?? []).map(({ nation, title }) => row('retained', `${nation} ${title}`)),
    ],
    data: { id: record.id, kind: record.kind, label, own, origin: origin?.id ?? null, retained: retained?.from ?? [] },
  };
};

/** What the options make of a label; undefined when none of them says anything about one. */
const wanted = (options: Options, current: Label): Label | null | undefined => {
  if (options['inherit'] === true) return null;
  const policy = textOf(options, 'policy');
  const classification = textOf(options, 'classification');
  const rel = options['rel'];
  const caveat = options['caveat'];
  if ([policy, classification, rel, caveat].every((value) => value === undefined)) return undefined;
  const { caveat: old, ...rest } = current;
  const nextCaveat = typeof caveat === 'string' ? caveat : old;
  return {
    ...rest,
    ...(policy === undefined ? {} : { policy }),
    ...(classification === undefined ? {} : { classification }),
    ...(typeof rel === 'string' ? { releasableTo: rel.split(',').filter((code) => code !== '') } : {}),
    ...(nextCaveat === undefined || nextCaveat === '' ? {} : { caveat: nextCaveat }),
  };
};

/** What is typed can be mistyped: a level that the exercise does not have, or no code, would mark like nothing else. */
const checkTyped = (plan: PlanState, options: Options, { policy, classification, releasableTo }: Label) => {
  const levels =
    policiesOf(labellingOf(plan))
      .find(({ id }) => id === policy)
      ?.levels.map(({ id }) => id) ?? [];
  const typed = textOf(options, 'policy') ?? textOf(options, 'classification');
  if (typed !== undefined && !levels.includes(classification))
    return fail('LABEL_LEVEL_UNKNOWN', { policy, level: classification, levels: levels.join(', ') || '–' });
  const nation =
    options['rel'] === undefined ? undefined : releasableTo.find((code) => !codeSchema.safeParse(code).success);
  return nation === undefined ? ok(null) : fail('NATION_CODE', { nation });
};

/** Inheriting and marking at once say two things. */
const isContradictory = (options: Options): boolean =>
  options['inherit'] === true &&
  ['policy', 'classification', 'rel', 'caveat'].some((name) => options[name] !== undefined);

const labelRecord: Command = async (context) => {
  const { options, vault, keys, newId } = context;
  const exerciseId = textOf(options, 'exercise');
  const id = textOf(options, 'record') ?? exerciseId;
  if (exerciseId === undefined || id === undefined || isContradictory(options)) return usage();
  const opened = await planFromVault(vault, exerciseId);
  if (!opened.ok) return opened;
  const { plan } = opened.value;
  const record = [...allRecords(plan)].find((each) => each.id === id && each.deleted !== true);
  if (record === undefined) return fail('RECORD_MISSING', { kind: 'record' });
  const label = wanted(options, effectiveLabel(plan, record).label);
  if (label === undefined) return ok(answerFor(plan, record));
  // The exercise itself has nothing that it could inherit from.
  if (label === null && record.kind === 'exercise') return usage();
  if (label !== null && !labelSchema.safeParse(label).success) return usage();
  const typed = label === null ? ok(null) : checkTyped(plan, options, label);
  if (!typed.ok) return typed;
  const own = await keys.show();
  if (!own.ok) return own;
  const actor = own.value?.card.nation ?? exerciseOf(plan)?.owner ?? record.owner;
  const draft = updateRecords({ plan, actor, newId }, record.kind, [id], { label });
  if (!draft.ok) return draft;
  const done = await commitDraft(context, exerciseId, plan, draft.value);
  return done.ok ? labelAfter(context, exerciseId, id) : done;
};

const labelAfter = async (
  { vault }: Parameters<Command>[0],
  exerciseId: string,
  id: string,
): Promise<Result<Answer>> => {
  const opened = await planFromVault(vault, exerciseId);
  if (!opened.ok) return opened;
  const record = [...allRecords(opened.value.plan)].find((each) => each.id === id);
  return record === undefined ? fail('RECORD_MISSING', { kind: 'record' }) : ok(answerFor(opened.value.plan, record));
};

export const labelCommands = { label: labelRecord } as const;
