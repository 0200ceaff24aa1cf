/** Takes files in: a review first, and only on demand the step that follows from it. */
import path from 'node:path';
import { type AcceptWord, acceptReview, decideAll } from '#shared/plan/merge/accept.ts';
import type { Review, ReviewEntry } from '#shared/plan/merge/review.ts';
import { authorsIn } from '#shared/exchange/authors.ts';
import type { StepOrigin } from '#shared/plan/step.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { type OpenBundle, openBundle, writesFor } from '../../exchange/bundles.ts';
import { noteRefusal, witnessOf } from '../../exchange/notes.ts';
import { readForeignFile } from '../../exchange/readFile.ts';
import { takeReceipt } from '../../exchange/receipts.ts';
import { recognise } from '../../exchange/recognise.ts';
import { sentWith } from '../../exchange/sent.ts';
import { commitDraft } from '../commit.ts';
import { type Answer, type CliContext, type Command, USAGE, usage } from '../context.ts';
import { importCalendar } from '../calendar.ts';
import { importForces } from '../forces.ts';
import { acceptOf, type Speaker, underReview } from '../review.ts';
import { column, errorWords, kindColumn, type Line, row, say } from '../words.ts';

/** Fields by their names; an exclamation mark where two hands changed one. */
const fieldsOf = ({ whole, fields }: ReviewEntry): Line =>
  whole
    ? ''
    : [
        '  ',
        ...fields.map(
          ({ field, verdict }, at): Line => [
            at === 0 ? '' : ', ',
            say(`plan.fields.${field}`),
            verdict === 'concurrent' ? '!' : '',
          ],
        ),
      ];

const linesOf = ({ entries, counts, lowered }: Review): readonly Line[] => [
  Object.entries(counts).map(
    ([name, count], at): Line => [at === 0 ? '' : ', ', say(`exchange.class.${name}`), ` ${count}`],
  ),
  ...(lowered === undefined
    ? []
    : [row('ceiling', say('cli.lowered', { ceiling: lowered.ceiling, count: lowered.count, what: lowered.what }))]),
  ...entries.map(
    (entry): Line => [
      column(12, say(`exchange.class.${entry.class}`)),
      ' ',
      kindColumn(entry.kind),
      ` ${entry.owner.padEnd(6)} ${entry.title}`,
      fieldsOf(entry),
    ],
  ),
];

/** All who signed, each with the role. */
const signersLine = (signed: Speaker['signed']): Line =>
  row(
    'signedBy',
    ...signed.map(
      ({ role, nation, name }, at): Line => [
        at === 0 ? '' : ', ',
        role === 'originator' ? say('cli.originator') : say(`cosign.role.${role}`),
        ` ${nation} ${name}`,
      ],
    ),
  );

const takeIn = async (
  context: CliContext,
  bundle: OpenBundle,
  file: string,
  accept: AcceptWord | undefined,
): Promise<Result<Answer>> => {
  const { manifest, standing, theirLog } = bundle;
  const opened = await underReview(context, bundle);
  if (!opened.ok) return opened;
  const { speaker, plan, review } = opened.value;
  const { nation: from, name, signed } = speaker;
  const noticed = theirLog === null ? [] : [row('theirLog', say(`relay.log.${theirLog}`))];
  const [sums = '', ...rest] = linesOf(review);
  const lines = [...noticed, sums, signersLine(signed), ...rest];
  const { plan: _plan, ...reviewed } = review;
  const data = {
    exerciseId: manifest.exerciseId,
    from,
    revision: manifest.revision,
    checkCode: bundle.checkCode,
    theirLog,
    signed,
    authors: authorsIn(manifest),
    ...reviewed,
  };
  if (accept === undefined || accept === 'none') return ok({ lines, data: { ...data, taken: 0 } });
  const draft = acceptReview(review, decideAll(review, accept));
  if (!draft.ok) return draft;
  const sent = await sentWith(context.vault, bundle);
  if (!sent.ok) return sent;
  const more = { ...witnessOf(bundle), taken: draft.value.ops.length };
  const writes = { ...writesFor(bundle, 'IMPORTED', context.clock(), more), sent: [sent.value] };
  if (draft.value.ops.length === 0) {
    // A newer bundle without news is remembered all the same: none before it may come after it.
    const noted = standing === 'same' ? ok(null) : await context.vault.write(writes);
    return noted.ok ? ok({ lines: [sums, say('cli.nothingToTake')], data: { ...data, taken: 0 } }) : noted;
  }
  const origin: StepOrigin = {
    nation: from,
    name,
    revision: manifest.revision,
    file: path.basename(file),
    checkCode: bundle.checkCode,
    issuedAt: manifest.issuedAt,
  };
  const done = await commitDraft(context, manifest.exerciseId, plan, draft.value, 'import', writes, origin);
  if (!done.ok) return done;
  const taken = draft.value.ops.length;
  return ok({
    lines: [sums, say('cli.taken', { count: taken, exercise: manifest.exerciseId })],
    data: { ...data, taken },
  });
};

/** A carried bundle may carry others; nobody relays a relay of a relay. */
const MOST_CARRIERS = 4;

interface Incoming {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** By how many others it was carried. */
  readonly depth: number;
}

/** A bundle, and after it those that it carries: each is a file of its own, and one that is refused holds back no other. */
const importBundle = async (
  context: CliContext,
  { bytes, name, depth }: Incoming,
  accept: AcceptWord | undefined,
): Promise<Result<Answer>> => {
  const bundle = await openBundle(bytes, context);
  const done = bundle.ok ? await takeIn(context, bundle.value, name, accept) : bundle;
  if (!bundle.ok || !done.ok) return done;
  const lines = [...done.value.lines];
  const carried: object[] = [];
  for (const { name: part, bytes: inner } of depth < MOST_CARRIERS ? bundle.value.attachments : []) {
    const incoming = { bytes: inner, name: `${name}/${part}`, depth: depth + 1 };
    const each = await importBundle(context, incoming, accept);
    if (!each.ok) await noteRefusal(context, incoming.name, each.error);
    lines.push(
      '',
      row(
        'carried',
        each.ok ? part : say('cli.refused', { name: part, code: each.error.code, why: errorWords(each.error) }),
      ),
    );
    lines.push(...(each.ok ? each.value.lines : []));
    carried.push(each.ok ? { name: part, ...(each.value.data as object) } : { name: part, refused: each.error.code });
  }
  return ok({ lines, data: { ...(done.value.data as object), carried } });
};

const importByForm = async (
  context: CliContext,
  file: string,
  accept: AcceptWord | undefined,
): Promise<Result<Answer>> => {
  const bytes = await readForeignFile(file);
  if (!bytes.ok) return bytes;
  const form = recognise(bytes.value);
  if (form === 'bundle') return importBundle(context, { bytes: bytes.value, name: file, depth: 0 }, accept);
  if (form === 'receipt') {
    const taken = await takeReceipt(bytes.value, context);
    if (!taken.ok) return taken;
    const { receipt, from } = taken.value;
    const { revision, receivedAt: at } = receipt;
    const line = say('cli.tookIn', { from: `${from.card.nation} ${from.card.name}`, revision, at });
    return ok({ lines: [line], data: receipt });
  }
  if (form === 'orbat-mapper' || form === 'msdl') return importForces(context, form, bytes.value, accept);
  if (form === 'ics') return importCalendar(context, bytes.value, accept);
  return fail(form === 'card' || form === 'statement' ? 'FILE_OF_PARTNER' : 'FILE_UNKNOWN_FORM', { file });
};

const importFile: Command = async (context) => {
  const [file] = context.positionals;
  const accept = acceptOf(context);
  if (file === undefined || !accept.ok) return usage();
  const done = await importByForm(context, file, accept.value);
  // Refused means: nothing changed anywhere but the log.
  if (!done.ok && done.error.code !== USAGE) await noteRefusal(context, file, done.error);
  return done;
};

export const importCommands = { import: importFile } as const;
