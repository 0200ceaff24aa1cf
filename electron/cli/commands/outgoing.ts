/** Tables and the schedule as files, without a window. */
import path from 'node:path';
import { TABLE_FORMATS } from '#shared/contract/outgoing.ts';
import type { SheetHead } from '#shared/interchange/table/csv.ts';
import {
  auditTable,
  exercisesTable,
  partnersTable,
  releaseTable,
  sentTable,
} from '#shared/interchange/table/exchange.ts';
import type { NamedTable } from '#shared/interchange/table/named.ts';
import { reviewTable } from '#shared/interchange/table/review.ts';
import { TABLE_NAMES, namedTable } from '#shared/interchange/table/tables.ts';
import { fieldTextIn } from '#shared/plan/fieldText.ts';
import { labellingOf } from '#shared/plan/label/effective.ts';
import { decideAll } from '#shared/plan/merge/accept.ts';
import { releaseRows } from '#shared/plan/release/rows.ts';
import { type PlanState, recordNamed } from '#shared/plan/state.ts';
import { timeContextOf } from '#shared/plan/times.ts';
import { type Result, ok } from '#shared/result.ts';
import { openBundle } from '../../exchange/bundles.ts';
import { noteRefusal } from '../../exchange/notes.ts';
import { readForeignFile } from '../../exchange/readFile.ts';
import { sentBundles } from '../../exchange/receipts.ts';
import { partnerOf } from '../../keys/partners.ts';
import { exercisesAsPlan, headOf, saveCalendar, saveTable } from '../../outgoing/save.ts';
import { planFromVault } from '../../vault/plan.ts';
import { type CliContext, type Command, textOf, usage } from '../context.ts';
import { acceptOf, underReview } from '../review.ts';
import { say } from '../words.ts';
import { entriesFor } from './audit.ts';
import { releaseChoice } from './release.ts';

interface Wanted extends NamedTable {
  readonly exerciseId: string | null;
  readonly head: SheetHead;
}

/** A table of an exercise's own records. */
const ofPlan = async (
  { vault, clock, options }: CliContext,
  make: (plan: PlanState) => NamedTable | Promise<Result<NamedTable>>,
): Promise<Result<Wanted>> => {
  const exerciseId = textOf(options, 'exercise');
  if (exerciseId === undefined) return usage();
  const found = await planFromVault(vault, exerciseId);
  if (!found.ok) return found;
  const { plan } = found.value;
  const made = await make(plan);
  if ('ok' in made && !made.ok) return made;
  const named = 'ok' in made ? made.value : made;
  return ok({ ...named, exerciseId, head: headOf(plan, named.ids, clock()) });
};

/** A table of what no single exercise has: the exercises that it names mark it. */
const ofFolder = async (
  { vault, clock }: CliContext,
  make: () => Promise<Result<NamedTable>>,
): Promise<Result<Wanted>> => {
  const made = await make();
  if (!made.ok) return made;
  const plan = await exercisesAsPlan(vault, made.value.ids);
  return ok({ ...made.value, exerciseId: null, head: { ...headOf(plan, made.value.ids, clock()), exercise: '' } });
};

const exerciseNames = async ({ vault }: CliContext): Promise<Result<ReadonlyMap<string, string>>> => {
  const listed = await vault.exercises();
  return listed.ok ? ok(new Map(listed.value.map(({ id, name }) => [id, name]))) : listed;
};

const partnersFor = async (context: CliContext): Promise<Result<NamedTable>> => {
  const known = await context.partners.list();
  if (!known.ok) return known;
  const names = await exerciseNames(context);
  return names.ok ? ok(partnersTable(known.value.map(partnerOf), context.word, (id) => names.value.get(id))) : names;
};

const sentFor = async (context: CliContext): Promise<Result<NamedTable>> => {
  const exerciseId = textOf(context.options, 'exercise') ?? '';
  const sent = await sentBundles(exerciseId, context);
  return sent.ok ? ok(sentTable(sent.value, exerciseId, context.word)) : sent;
};

const releaseFor = async (context: CliContext): Promise<Result<NamedTable>> => {
  const chosen = await releaseChoice(context);
  if (!chosen.ok) return chosen;
  const { plan, selection, nations } = chosen.value;
  return ok(releaseTable(releaseRows(plan, selection), nations.join(', '), context.word));
};

/** A bundle and the plan that it would change, as `import` reads them. */
const openForReview = async (context: CliContext, file: string) => {
  const bytes = await readForeignFile(file);
  if (!bytes.ok) return bytes;
  const bundle = await openBundle(bytes.value, context);
  if (!bundle.ok) return bundle;
  const opened = await underReview(context, bundle.value);
  return opened.ok ? ok({ bundle: bundle.value, ...opened.value }) : opened;
};

/** A bundle held against the plan, field by field; what `--accept` would take counts as chosen. */
const reviewFor = async (context: CliContext): Promise<Result<Wanted>> => {
  const [, file] = context.positionals;
  const accept = acceptOf(context);
  if (file === undefined || !accept.ok) return usage();
  const opened = await openForReview(context, file);
  if (!opened.ok) {
    await noteRefusal(context, file, opened.error);
    return opened;
  }
  const { plan, review, bundle } = opened.value;
  const { records, manifest } = bundle;
  const incoming = new Map(records.map((record) => [record.id, record]));
  const exercise = incoming.get(manifest.exerciseId);
  const labelling = (exercise?.kind === 'exercise' ? exercise.labelling : undefined) ?? labellingOf(plan);
  const write = fieldTextIn({
    word: context.word,
    context: timeContextOf(plan, context.language, context.clock()),
    labelling,
    recordFor: (id) => recordNamed(plan, id) ?? incoming.get(id),
  });
  const decisions = decideAll(review, accept.value ?? 'none');
  const named = reviewTable({ file: path.basename(file), entries: review.entries, decisions, write }, context.word);
  const head = headOf(plan, named.ids, context.clock(), manifest.label);
  return ok({ ...named, exerciseId: manifest.exerciseId, head });
};

const auditFor = async (context: CliContext): Promise<Result<NamedTable>> => {
  const entries = await entriesFor(context);
  return entries.ok ? ok(auditTable(entries.value, context.word)) : entries;
};

const exercisesFor = async ({ vault, word }: CliContext): Promise<Result<NamedTable>> => {
  const listed = await vault.exercises();
  return listed.ok ? ok(exercisesTable(listed.value, word)) : listed;
};

const wantedTable = async (context: CliContext): Promise<Result<Wanted>> => {
  const [wanted, more] = context.positionals;
  if (more !== undefined && wanted !== 'review') return usage();
  const name = TABLE_NAMES.find((each) => each === wanted);
  if (name !== undefined) return ofPlan(context, (plan) => namedTable(plan, name, context.word));
  switch (wanted) {
    case 'sent':
      return ofPlan(context, () => sentFor(context));
    case 'release':
      return ofPlan(context, () => releaseFor(context));
    case 'review':
      return reviewFor(context);
    case 'partners':
      return ofFolder(context, () => partnersFor(context));
    case 'exercises':
      return ofFolder(context, () => exercisesFor(context));
    case 'audit':
      return ofFolder(context, () => auditFor(context));
    default:
      return usage();
  }
};

const table: Command = async (context) => {
  const file = textOf(context.options, 'out');
  const format = TABLE_FORMATS.find((each) => file?.toLowerCase().endsWith(`.${each}`) === true);
  if (file === undefined || format === undefined) return usage();
  const wanted = await wantedTable(context);
  if (!wanted.ok) return wanted;
  const { table: sheet, head, exerciseId } = wanted.value;
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
