/** Takes files in: a review first, and only on demand the step that follows from it. */
import path from 'node:path';
import { ACCEPT_WORDS, type AcceptWord, acceptReview, decideAll } from '#shared/plan/merge/accept.ts';
import { knowledgeOf } from '#shared/plan/merge/knowledge.ts';
import { type Review, reviewBundle } from '#shared/plan/merge/review.ts';
import { allowGap } from '#shared/exchange/freshness.ts';
import type { VerifiedBundle } from '#shared/exchange/read.ts';
import type { StepOrigin } from '#shared/plan/step.ts';
import { EMPTY_PLAN, type PlanState } from '#shared/plan/state.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { openBundle, writesFor } from '../../exchange/bundles.ts';
import { noteRefusal, witnessOf } from '../../exchange/notes.ts';
import { readForeignFile } from '../../exchange/readFile.ts';
import { takeReceipt } from '../../exchange/receipts.ts';
import { recognise } from '../../exchange/recognise.ts';
import { lastSentOf, sentWith } from '../../exchange/sent.ts';
import { planFromVault } from '../../vault/plan.ts';
import { commitDraft } from '../commit.ts';
import { type Answer, type CliContext, type Command, textOf, usage } from '../context.ts';
import { importCalendar } from '../calendar.ts';
import { importForces } from '../forces.ts';

const wordOf = (text: string | undefined): AcceptWord | undefined => ACCEPT_WORDS.find((word) => word === text);

const planOrNone = async ({ vault }: CliContext, id: string): Promise<Result<PlanState>> => {
  const opened = await planFromVault(vault, id);
  if (opened.ok) return ok(opened.value.plan);
  return opened.error.code === 'VAULT_EXERCISE_UNKNOWN' ? ok(EMPTY_PLAN) : opened;
};

const linesOf = ({ entries, counts }: Review): readonly string[] => [
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', '),
  ...entries.map((entry) => {
    const fields = entry.whole
      ? ''
      : `  ${entry.fields.map(({ field, verdict }) => (verdict === 'concurrent' ? `${field}!` : field)).join(', ')}`;
    return `${entry.class.padEnd(9)} ${entry.kind.padEnd(12)} ${entry.owner.padEnd(6)} ${entry.title}${fields}`;
  }),
];

const reviewOf = async (
  context: CliContext,
  verified: VerifiedBundle,
  from: string,
  plan: PlanState,
): Promise<Result<Review>> => {
  const own = await context.keys.show();
  if (!own.ok) return own;
  const last = await lastSentOf(context.vault, verified);
  if (!last.ok) return last;
  const me = own.value?.card.nation ?? null;
  const { manifest, records } = verified;
  const bundle = { originator: from, records, knowledge: manifest.knowledge, last: last.value };
  return ok(reviewBundle({ plan, me, myKnowledge: knowledgeOf(plan), bundle }));
};

const importBundle = async (
  context: CliContext,
  bytes: Uint8Array,
  file: string,
  accept: AcceptWord | undefined,
): Promise<Result<Answer>> => {
  const bundle = await openBundle(bytes, context);
  if (!bundle.ok) return bundle;
  const { manifest, originator, standing } = bundle.value;
  const gap = allowGap(standing, context.options['allow-gap'] === true);
  if (!gap.ok) return gap;
  const partners = await context.partners.list();
  if (!partners.ok) return partners;
  const own = await context.keys.show();
  const partner = partners.value.find(({ card }) => card.kid === originator);
  const from = partner?.card.nation ?? (own.ok ? own.value?.card.nation : undefined) ?? '';
  const plan = await planOrNone(context, manifest.exerciseId);
  if (!plan.ok) return plan;
  const review = await reviewOf(context, bundle.value, from, plan.value);
  if (!review.ok) return review;
  const lines = linesOf(review.value);
  // Whoever accepts has seen the review, or does not want to.
  const [sums = ''] = lines;
  const { plan: _plan, ...reviewed } = review.value;
  const data = {
    exerciseId: manifest.exerciseId,
    from,
    revision: manifest.revision,
    checkCode: bundle.value.checkCode,
    ...reviewed,
  };
  if (accept === undefined || accept === 'none') return ok({ lines, data: { ...data, taken: 0 } });
  const draft = acceptReview(review.value, decideAll(review.value, accept));
  if (!draft.ok) return draft;
  const sent = await sentWith(context.vault, bundle.value);
  if (!sent.ok) return sent;
  const more = { ...witnessOf(bundle.value), taken: draft.value.ops.length };
  const writes = { ...writesFor(bundle.value, 'IMPORTED', context.clock(), more), sent: [sent.value] };
  if (draft.value.ops.length === 0) {
    // A newer bundle without news is remembered all the same: none before it may come after it.
    const noted = standing === 'same' ? ok(null) : await context.vault.write(writes);
    return noted.ok ? ok({ lines: [sums, 'nothing to take'], data: { ...data, taken: 0 } }) : noted;
  }
  const origin: StepOrigin = {
    nation: from,
    name: partner?.card.name ?? (own.ok ? own.value?.card.name : undefined) ?? '',
    revision: manifest.revision,
    file: path.basename(file),
    checkCode: bundle.value.checkCode,
    issuedAt: manifest.issuedAt,
  };
  const done = await commitDraft(context, manifest.exerciseId, plan.value, draft.value, 'import', writes, origin);
  if (!done.ok) return done;
  const taken = draft.value.ops.length;
  return ok({ lines: [sums, `${taken} records taken into ${manifest.exerciseId}`], data: { ...data, taken } });
};

const importFile: Command = async (context) => {
  const [file] = context.positionals;
  const word = textOf(context.options, 'accept');
  const accept = wordOf(word);
  if (file === undefined || (word !== undefined && accept === undefined)) return usage();
  const bytes = await readForeignFile(file);
  if (!bytes.ok) return bytes;
  const form = recognise(bytes.value);
  if (form === 'bundle') {
    const done = await importBundle(context, bytes.value, file, accept);
    if (!done.ok) await noteRefusal(context, file, done.error);
    return done;
  }
  if (form === 'receipt') {
    const taken = await takeReceipt(bytes.value, context);
    if (!taken.ok) return taken;
    const { receipt, from } = taken.value;
    const line = `${from.card.nation} ${from.card.name} took in revision ${receipt.revision} at ${receipt.receivedAt}`;
    return ok({ lines: [line], data: receipt });
  }
  if (form === 'orbat-mapper' || form === 'msdl') return importForces(context, form, bytes.value, accept);
  if (form === 'ics') return importCalendar(context, bytes.value, accept);
  return fail('FILE_UNKNOWN_FORM', { file });
};

export const importCommands = { import: importFile } as const;
