/** Signing what others release, and confirming what was taken in. */
import { titleOf } from '#shared/plan/title.ts';
import { type Result, ok } from '#shared/result.ts';
import { openBundle } from '../../exchange/bundles.ts';
import { declineRequest, openRequest, signRequest } from '../../exchange/cosign.ts';
import { sentBundles, writeReceiptFor } from '../../exchange/receipts.ts';
import { noteRefusal } from '../../exchange/notes.ts';
import { readForeignFile } from '../../exchange/readFile.ts';
import { type Answer, type CliContext, type Command, textOf, usage } from '../context.ts';
import { kindColumn, type Line, row, say } from '../words.ts';
import { manifestRows } from '../manifestRows.ts';

/** Without `--out` it shows what is asked, and signs nothing. */
const sign: Command = async (context) => {
  const [file] = context.positionals;
  const out = textOf(context.options, 'out');
  if (file === undefined || (out !== undefined && context.options['decline'] === true)) return usage();
  const bytes = await readForeignFile(file);
  if (!bytes.ok) return bytes;
  const answer = await answerRequest(context, bytes.value, out);
  if (!answer.ok) await noteRefusal(context, file, answer.error);
  return answer;
};

const answerRequest = async (
  context: CliContext,
  bytes: Uint8Array,
  out: string | undefined,
): Promise<Result<Answer>> => {
  if (context.options['decline'] === true) {
    const declined = await declineRequest(bytes, context);
    return declined.ok ? ok({ lines: [say('cli.declined')], data: { declined: true } }) : declined;
  }
  if (out !== undefined) {
    const signed = await signRequest(bytes, out, context);
    if (!signed.ok) return signed;
    const { complete, checkCode } = signed.value;
    const what = complete ? say('cli.signedByAll', { file: out }) : say('cli.signedOthers', { file: out });
    return ok({ lines: [what, row('checkCode', checkCode)], data: signed.value });
  }
  const opened = await openRequest(bytes, context);
  if (!opened.ok) return opened;
  const { request, role, from } = opened.value;
  const { manifest, records, missing, checkCode } = request;
  return ok({
    lines: [
      row(
        'request',
        say('cli.asks', { from: `${from.card.nation} ${from.card.name}`, role: say(`cosign.role.${role}`) }),
      ),
      ...manifestRows(request),
      ...records.map((record): Line => [kindColumn(record.kind), ` ${titleOf(record)}`]),
    ],
    data: { role, from: from.card.kid, missing, checkCode, manifest, content: records },
  });
};

const receipt: Command = async (context) => {
  const [file] = context.positionals;
  const out = textOf(context.options, 'out');
  if (file === undefined || out === undefined) return usage();
  const bytes = await readForeignFile(file);
  if (!bytes.ok) return bytes;
  const bundle = await openBundle(bytes.value, context);
  if (!bundle.ok) return bundle;
  const written = await writeReceiptFor(bundle.value.manifestHash, out, context);
  return written.ok ? ok({ lines: [out], data: { file: out } }) : written;
};

const sent: Command = async (context) => {
  const exercise = textOf(context.options, 'exercise');
  if (exercise === undefined) return usage();
  const found = await sentBundles(exercise, context);
  if (!found.ok) return found;
  return ok({
    lines: found.value.flatMap(({ at, revision, to, receipts }) => [
      say('cli.sent', { revision, at: new Date(at).toISOString(), to: to.join('; ') }),
      ...receipts.map(({ from, receivedAt, taken }) => say('cli.received', { from, at: receivedAt, count: taken })),
    ]),
    data: found.value,
  });
};

export const cosignCommands = { sign, receipt, sent } as const;
