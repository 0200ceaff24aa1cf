/** The audit log on the command line: shown, exported, and verified, our own or a partner's, alone or by witnesses. */
import { type AuditFault, type AuditVerifier, type HashedEntry, judgeWitness } from '#shared/audit/chain.ts';
import { AUDIT_CODES, AUDIT_GROUPS, codesOf } from '#shared/audit/codes.ts';
import { type AuditFile, readAuditFile } from '#shared/audit/file.ts';
import { auditTerms } from '#shared/audit/search.ts';
import { auditSentence } from '#shared/audit/sentence.ts';
import type { Witness } from '#shared/exchange/read.ts';
import type { Word } from '#shared/messages/word.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { startOfMinute } from '#shared/time/instant.ts';
import { exportLog, verifyLog } from '../../audit/log.ts';
import { openWitness } from '../../exchange/bundles.ts';
import { nodeCrypto } from '../../exchange/crypto.ts';
import { lineageIn, type StoredWitness, storedWitnesses } from '../../exchange/witness.ts';
import { readForeignFile } from '../../exchange/readFile.ts';
import { keysOf } from '../../keys/partners.ts';
import { type Answer, type CliContext, type Command, filesOf, textOf, usage } from '../context.ts';
import { row, say } from '../words.ts';

/** Its code stands beside the sentence: it is what `--json`, the exported log and `--text` know an entry by. */
const lineOf =
  (word: Word) =>
  (entry: HashedEntry): string =>
    `${String(entry.seq).padStart(6)}  ${formatDtg(startOfMinute(entry.at))}  ${entry.code.padEnd(22)}  ${auditSentence(entry, word)}`;

/** The entries that the options ask for. */
export const entriesFor = async ({ vault, options, word }: CliContext): Promise<Result<readonly HashedEntry[]>> => {
  const name = textOf(options, 'group');
  const group = AUDIT_GROUPS.find((known) => known === name);
  const limit = Number(textOf(options, 'limit') ?? '50');
  if ((name !== undefined && group === undefined) || !Number.isInteger(limit) || limit < 1 || limit > 100_000)
    return usage();
  const text = textOf(options, 'text');
  return vault.auditPage({
    limit,
    ...(group === undefined
      ? {}
      : group === 'other'
        ? { notCodes: Object.keys(AUDIT_CODES) }
        : { codes: codesOf(group) }),
    ...(text === undefined ? {} : { terms: auditTerms(text, word) }),
  });
};

const show: Command = async (context) => {
  const page = await entriesFor(context);
  return page.ok ? ok({ lines: page.value.map(lineOf(context.word)), data: page.value }) : page;
};

const exportAudit: Command = async (context) => {
  const [file] = context.positionals;
  if (file === undefined) return usage();
  const written = await exportLog(context, file);
  return written.ok ? ok({ lines: [file], data: { file } }) : written;
};

interface Witnessed extends Witness {
  readonly file: string;
}

const witnesses = async (context: CliContext): Promise<Result<readonly Witnessed[]>> => {
  const found: Witnessed[] = [];
  for (const file of filesOf(context.options, 'witness')) {
    const bytes = await readForeignFile(file);
    if (!bytes.ok) return bytes;
    const witness = await openWitness(bytes.value, context);
    if (!witness.ok) return witness;
    found.push({ ...witness.value, file });
  }
  return ok(found);
};

interface Judged {
  readonly verifier: AuditVerifier;
  /** Key id of whose log it is; undefined where nobody signed it. */
  readonly owner: string | undefined;
  /** That key and those before it. */
  readonly keys: ReadonlySet<string>;
  readonly fault: AuditFault | undefined;
}

const readLog = async (context: CliContext, wanted: ReadonlySet<number>): Promise<Result<Omit<Judged, 'keys'>>> => {
  const [file] = context.positionals;
  const own = await context.keys.show();
  if (!own.ok) return own;
  const card = own.value?.card;
  if (file === undefined) {
    const verifier = await verifyLog(context.vault, wanted);
    return verifier.ok ? ok({ verifier: verifier.value, owner: card?.kid, fault: verifier.value.fault() }) : verifier;
  }
  const bytes = await readForeignFile(file);
  if (!bytes.ok) return bytes;
  const known = await context.partners.list();
  if (!known.ok) return known;
  const read: Result<AuditFile> = readAuditFile(
    bytes.value,
    wanted,
    keysOf(known.value, card, context.clock()),
    nodeCrypto,
  );
  return read.ok ? ok({ verifier: read.value.verifier, owner: read.value.signer, fault: read.value.fault }) : read;
};

/** The bundles of a log's maker that we have taken in: of somebody else's log they are witnesses without being named. */
const judgeStored = ({ verifier, keys }: Pick<Judged, 'verifier' | 'keys'>, stored: readonly StoredWitness[]) =>
  stored
    .filter(({ originator }) => keys.has(originator))
    .map((seen) => ({
      file: `taken in as revision ${seen.revision} of ${seen.exerciseId}`,
      said: say('cli.takenInAs', { revision: seen.revision, exercise: seen.exerciseId }),
      sequence: seen.sequence,
      verdict: judgeWitness(verifier, seen) ?? ('agrees' as const),
    }));

const verdictOf = (
  { verifier, owner, keys, fault }: Judged,
  found: readonly Witnessed[],
  stored: readonly StoredWitness[],
): Answer => {
  const { sequence, head } = verifier.head();
  const named = found.map((witness) => ({
    file: witness.file,
    said: undefined,
    sequence: witness.audit.sequence,
    verdict:
      owner !== undefined && !keys.has(witness.originator)
        ? 'AUDIT_OTHER_LOG'
        : (judgeWitness(verifier, witness.audit) ?? 'agrees'),
  }));
  const judged = [...named, ...judgeStored({ verifier, keys }, stored)];
  const good = fault === undefined && judged.every(({ verdict }) => verdict === 'agrees');
  return {
    lines: [
      row('entries', say('cli.verified', { count: sequence, head })),
      row('signedBy', owner ?? say('cli.nobody')),
      row(
        'chain',
        fault === undefined
          ? say('cli.whole')
          : say('cli.faultAt', { fault: say(`audit.fault.${fault.code}`), code: fault.code, seq: fault.seq }),
      ),
      ...judged.map(({ file, said, sequence: seq, verdict }) =>
        row('witness', say('cli.witnessAt', { verdict: say(`cli.verdict.${verdict}`), seq, file: said ?? file })),
      ),
    ],
    data: {
      entries: sequence,
      head,
      owner: owner ?? null,
      fault: fault ?? null,
      witnesses: judged.map(({ said: _said, ...witness }) => witness),
    },
    good,
  };
};

const verify: Command = async (context) => {
  const found = await witnesses(context);
  if (!found.ok) return found;
  const stored = await storedWitnesses(context.vault);
  if (!stored.ok) return stored;
  const wanted = [...found.value.map(({ audit }) => audit.sequence), ...stored.value.map(({ sequence }) => sequence)];
  const judged = await readLog(context, new Set(wanted));
  if (!judged.ok) return judged;
  const lineage = await lineageIn(context.vault);
  if (!lineage.ok) return lineage;
  const { owner } = judged.value;
  const keys = owner === undefined ? new Set<string>() : lineage.value(owner);
  const unsigned = judged.value.owner === undefined && judged.value.fault === undefined;
  if (found.value.length > 0 && unsigned) return fail('AUDIT_UNSIGNED');
  return ok(verdictOf({ ...judged.value, keys }, found.value, stored.value));
};

export const auditCommands = { 'audit show': show, 'audit export': exportAudit, 'audit verify': verify } as const;
