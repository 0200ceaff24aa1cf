/** Calendar files on the command line: a report for each entry first, and the activities only on demand. */
import { type IcsReportLine, takeIcs } from '#shared/interchange/ics/draft.ts';
import { boundsOf, readIcs } from '#shared/interchange/ics/read.ts';
import { textOfFile } from '#shared/interchange/text.ts';
import type { AcceptWord } from '#shared/plan/merge/accept.ts';
import { type Result, ok } from '#shared/result.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { planFromVault } from '../vault/plan.ts';
import { commitDraft } from './commit.ts';
import { type Answer, type CliContext, textOf, usage } from './context.ts';
import { ownerOf } from './forces.ts';
import { column, type Line, say } from './words.ts';

const lineOf = ({ line, title, start, outcome, reason, notes }: IcsReportLine): Line => [
  say('cli.fileLine', { line: String(line).padStart(6) }),
  ' ',
  column(12, say(`interchange.ics.outcome.${outcome}`)),
  ` ${(start === undefined ? '' : formatDtg(start)).padEnd(13)} ${title}`,
  ...[
    ...(reason === undefined ? [] : [say(`interchange.ics.reason.${reason}`)]),
    ...notes.map((note) => say(`interchange.ics.note.${note}`)),
  ].map((why): Line => [' (', why, ')']),
];

/** Reports what a calendar would do to the exercise; with `own` or `all` it does it. */
export const importCalendar = async (
  context: CliContext,
  bytes: Uint8Array,
  accept: AcceptWord | undefined,
): Promise<Result<Answer>> => {
  const exerciseId = textOf(context.options, 'exercise');
  if (exerciseId === undefined) return usage();
  const text = textOfFile(bytes);
  if (!text.ok) return text;
  const found = await planFromVault(context.vault, exerciseId);
  if (!found.ok) return found;
  const { plan } = found.value;
  const model = readIcs(text.value, boundsOf(plan, context.clock()));
  if (!model.ok) return model;
  const actor = await ownerOf(context, plan);
  if (!actor.ok) return actor;
  const { draft, report, counts } = takeIcs(model.value, context.positionals[0] ?? '', {
    plan,
    actor: actor.value,
    newId: context.newId,
  });
  const lines = [...report.map(lineOf), say('cli.calendarCounts', { ...counts })];
  const data = { exerciseId, counts, report, taken: 0 };
  if (accept === undefined || accept === 'none') return ok({ lines, data });
  if (!draft.ok) return draft.error.code === 'NOTHING_TO_CHANGE' ? ok({ lines, data }) : draft;
  const done = await commitDraft(context, exerciseId, plan, draft.value);
  const taken = draft.value.ops.length;
  return done.ok
    ? ok({ lines: [...lines, say('cli.taken', { count: taken, exercise: exerciseId })], data: { ...data, taken } })
    : done;
};
