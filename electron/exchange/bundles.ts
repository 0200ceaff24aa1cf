/** Bundles in and out, for the window and the command line alike: keys, vault and format brought together. */
import path from 'node:path';
import type { ExchangeStage, ExportedBundle } from '#shared/contract/exchange.ts';
import { authorsIn } from '#shared/exchange/authors.ts';
import { checkCode } from '#shared/exchange/card.ts';
import { LIMITS } from '#shared/exchange/limits.ts';
import type { Manifest } from '#shared/exchange/manifest.ts';
import {
  type ReaderPorts,
  readBundle,
  readRequest,
  readWitness,
  type VerifiedBundle,
  type Witness,
} from '#shared/exchange/read.ts';
import { sealBundle, type SealedBundle } from '#shared/exchange/write.ts';
import { type Label, stricter } from '#shared/label/label.ts';
import type { Labelling } from '#shared/label/policies.ts';
import { labellingOf } from '#shared/plan/label/effective.ts';
import { type Knowledge, newestOf } from '#shared/plan/merge/knowledge.ts';
import { type Selection, selectForRelease } from '#shared/plan/release/select.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { DAY, formatInstant, parseInstant, SECOND } from '#shared/time/instant.ts';
import type { Identity, Keys } from '../keys/identity.ts';
import { keysOf, type Known, type Partners, scopesOf } from '../keys/partners.ts';
import { knowledgeFromVault } from '../vault/knowledge.ts';
import { planFromVault } from '../vault/plan.ts';
import type { Freshness, LogEntry, VaultPort, Writes } from '../vault/port.ts';
import { decryptWith, encryptFor } from './ageFile.ts';
import { writeFileWhole } from './atomicFile.ts';
import type { Checkpoint } from '#shared/audit/chain.ts';
import type { WitnessFault } from '#shared/audit/witness.ts';
import { nodeCrypto, nodeInflate } from './crypto.ts';
import { checkTwoPersons, type Cosigner, cosignersOf, type ExportOrder, recipientsOf } from './parties.ts';
import { readmeOf } from './readme.ts';
import { type Carried, carriedFor } from './relay.ts';
import { judgeMaker } from './witness.ts';

export interface BundlePorts {
  readonly vault: VaultPort;
  readonly keys: Keys;
  readonly partners: Partners;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Whether the person has stopped the export: asked between its stages. */
  readonly isCancelled?: () => boolean;
  readonly onStage?: (stage: ExchangeStage) => void;
}

/** No clock may stand before the day this program was written (M14). */
const BUILD_DATE = Date.UTC(2026, 10, 24);

export interface Standing {
  readonly identity: Identity | null;
  readonly known: readonly Known[];
  readonly seen: readonly Freshness[];
}

export const standingOf = async ({ keys, partners, vault }: BundlePorts): Promise<Result<Standing>> => {
  const identity = await keys.show();
  if (!identity.ok) return identity;
  const known = await partners.list();
  if (!known.ok) return known;
  const seen = await vault.freshness();
  return seen.ok ? ok({ identity: identity.value, known: known.value, seen: seen.value }) : seen;
};

export const readerPorts = ({ identity, known, seen }: Standing, now: number): ReaderPorts => ({
  crypto: nodeCrypto,
  ...nodeInflate,
  keyOf: keysOf(known, identity?.card, now),
  self: identity?.card.kid,
  formerly: identity?.former.map(({ kid }) => kid) ?? [],
  scopeOf: scopesOf(known, identity?.card.kid),
  decrypt: (bytes, header) =>
    identity === null
      ? Promise.resolve(fail('IDENTITY_MISSING'))
      : decryptWith(bytes, header, [identity.ageIdentity, ...identity.former.map(({ ageIdentity }) => ageIdentity)]),
  seen: (exerciseId, originator) => seen.find((one) => one.exerciseId === exerciseId && one.originator === originator),
  moment: { now, floor: Math.max(BUILD_DATE, ...seen.map(({ issuedAt }) => issuedAt)) },
});

/** Where our copy of the exercise requires two persons, so must every bundle of it: RELEASE_OFFICER_MISSING. */
const checkOfficer = async (
  bundle: VerifiedBundle,
  { identity, known }: Standing,
  { vault }: BundlePorts,
): Promise<Result<VerifiedBundle>> => {
  const exercises = await vault.exercises();
  if (!exercises.ok) return exercises;
  const { manifest, originator } = bundle;
  const here = exercises.value.find(({ id }) => id === manifest.exerciseId);
  if (here?.twoPersonRelease !== true) return ok(bundle);
  const nationOf = (kid: string): string | undefined =>
    kid === identity?.card.kid ? identity.card.nation : known.find(({ card }) => card.kid === kid)?.card.nation;
  const officer = manifest.signers.some(
    ({ kid, role }) =>
      role === 'release-officer' && nationOf(kid) !== undefined && nationOf(kid) === nationOf(originator),
  );
  return officer ? ok(bundle) : fail('RELEASE_OFFICER_MISSING');
};

/** A bundle that may be taken in. */
export interface OpenBundle extends VerifiedBundle {
  /** What is wrong with its maker's audit log, as far as earlier bundles witness it; the plan in it is genuine. */
  readonly theirLog: WitnessFault | null;
}

/** Verifies a bundle against this data folder's trust and memory; changes nothing. */
export const openBundle = async (bytes: Uint8Array, ports: BundlePorts): Promise<Result<OpenBundle>> => {
  const standing = await standingOf(ports);
  if (!standing.ok) return standing;
  const read = await readBundle(bytes, readerPorts(standing.value, ports.clock()));
  if (!read.ok) return read;
  const bundle = await checkOfficer(read.value, standing.value, ports);
  if (!bundle.ok) return bundle;
  const theirLog = await judgeMaker(ports.vault, bundle.value);
  return theirLog.ok ? ok({ ...bundle.value, theirLog: theirLog.value }) : theirLog;
};

/** What was signed before a key was renewed stays said, as far as a log is concerned. */
const beforeRenewal = (known: readonly Known[]): readonly Known[] =>
  known.map((partner) => (partner.state === 'superseded' ? { ...partner, state: 'unverified' } : partner));

/** What a bundle witnesses of its maker's audit log, whether or not it or its key is still current. */
export const openWitness = async (bytes: Uint8Array, ports: BundlePorts): Promise<Result<Witness>> => {
  const standing = await standingOf(ports);
  if (!standing.ok) return standing;
  const known = beforeRenewal(standing.value.known);
  return readWitness(bytes, readerPorts({ ...standing.value, known }, ports.clock()));
};

const issuedMs = ({ issuedAt }: Manifest): number => {
  const parsed = parseInstant(issuedAt);
  return parsed.ok ? parsed.value : 0;
};

/** What the vault remembers of a bundle, in the transaction of the step that takes it in (M15). */
export const writesFor = (
  bundle: (VerifiedBundle & { readonly theirLog?: WitnessFault | null }) | (SealedBundle & { originator: string }),
  code: string,
  at: number,
  more: LogEntry['data'] = {},
): Writes => {
  const { manifest, manifestHash, originator } = bundle;
  const { exerciseId, revision } = manifest;
  const named = { exerciseId, originator, revision, manifestHash };
  const exercise = 'records' in bundle ? bundle.records.find(({ kind }) => kind === 'exercise') : undefined;
  const fault = 'theirLog' in bundle ? bundle.theirLog : null;
  const witnessed: readonly LogEntry[] =
    fault === null || fault === undefined
      ? []
      : [{ at, code: 'WITNESS_DIFFERS', data: { ...named, verdict: fault, theirSequence: manifest.audit.sequence } }];
  return {
    freshness: [{ ...named, issuedAt: issuedMs(manifest) }],
    log: [{ at, code, data: { ...named, ...more } }, ...witnessed],
    ...('records' in bundle ? { authors: authorsIn(manifest).map((author) => ({ author, kid: originator })) } : {}),
    ...(exercise?.kind === 'exercise' && exercise.labelling !== undefined ? { labelling: exercise.labelling } : {}),
  };
};

interface Prepared {
  readonly identity: Identity;
  /** The name under which this data folder writes. */
  readonly author: string;
  readonly recipients: readonly Known[];
  readonly cosigners: readonly Cosigner[];
  readonly knowledge: Knowledge;
  readonly selection: Selection;
  readonly carried: readonly Carried[];
  /** Of all that leaves, what is carried included. */
  readonly label: Label;
  readonly labelling: Labelling;
  readonly last: Freshness | undefined;
  readonly audit: Checkpoint;
}

const prepare = async (order: ExportOrder, ports: BundlePorts): Promise<Result<Prepared>> => {
  const standing = await standingOf(ports);
  if (!standing.ok) return standing;
  const { identity, known, seen } = standing.value;
  if (identity === null) return fail('IDENTITY_MISSING');
  const recipients = recipientsOf(known, order, ports.clock());
  if (!recipients.ok) return recipients;
  const cosigners = cosignersOf(known, order, ports.clock());
  if (!cosigners.ok) return cosigners;
  const opened = await planFromVault(ports.vault, order.exerciseId);
  if (!opened.ok) return opened;
  const two = checkTwoPersons(opened.value.plan, identity, cosigners.value);
  if (!two.ok) return two;
  const knowledge = await knowledgeFromVault(ports.vault, order.exerciseId);
  if (!knowledge.ok) return knowledge;
  const author = await ports.vault.author();
  if (!author.ok) return author;
  const { plan } = opened.value;
  const labelling = labellingOf(plan);
  const selection = selectForRelease(plan, {
    originator: identity.card.nation,
    authors: [author.value],
    audienceCodes: recipients.value.map(({ card }) => card.nation),
  });
  const carried = await carriedFor(
    order.carry ?? [],
    { exerciseId: order.exerciseId, to: recipients.value.map(({ card }) => card.kid), own: identity.card.kid },
    (bytes) => openBundle(bytes, ports),
  );
  if (!carried.ok) return carried;
  if (selection.sections.length + carried.value.length === 0)
    return fail('NOTHING_TO_EXPORT', { nation: identity.card.nation });
  const last = seen.find((one) => one.exerciseId === order.exerciseId && one.originator === identity.card.kid);
  const audit = await ports.vault.auditHead();
  if (!audit.ok) return audit;
  return ok({
    identity,
    author: author.value,
    recipients: recipients.value,
    cosigners: cosigners.value,
    knowledge: newestOf(knowledge.value, LIMITS.authors),
    selection,
    carried: carried.value,
    label: carried.value.reduce((sum, { label }) => stricter(sum, label, labelling), selection.label),
    labelling,
    last,
    audit: audit.value,
  });
};

const sealPrepared = (prepared: Prepared, order: ExportOrder, now: number): SealedBundle => {
  const { identity, author, recipients, cosigners, knowledge, selection, carried, label, labelling, last, audit } =
    prepared;
  const today = Math.floor(now / SECOND) * SECOND;
  const issuedAt = formatInstant(today);
  return sealBundle(
    {
      records: selection.sections.flatMap(({ records }) => records),
      readme: readmeOf({
        from: identity.card,
        recipients: recipients.map(({ card }) => card),
        selection,
        label,
        labelling,
        carried: carried.length,
        issuedAt,
      }),
      attachments: carried.map(({ entry }) => entry),
    },
    {
      exerciseId: order.exerciseId,
      revision: (last?.revision ?? 0) + 1,
      previous: last?.manifestHash ?? null,
      issuedAt,
      expiresAt: formatInstant(today + order.expiresInDays * DAY),
      label,
      confidentiality: order.encrypt ? 'encrypted' : 'clear',
      signers: [
        { kid: identity.card.kid, role: 'originator' },
        ...cosigners.map(({ known, role }) => ({ kid: known.card.kid, role })),
      ],
      audience: recipients.map(({ card }) => card.kid).toSorted(),
      knowledge,
      audit,
      ext: { authors: [author] },
    },
    [identity.signer],
    nodeCrypto,
  );
};

/**
 * Reads the written file as a recipient will. We hold no key to an encrypted one: its header is scanned as it lies on
 * the disk, and behind it stands the plain form that was encrypted.
 */
const readBack = (written: Uint8Array, { identity, cosigners }: Prepared, sealed: SealedBundle, now: number) =>
  (cosigners.length === 0 ? readBundle : readRequest)(written, {
    ...readerPorts({ identity, known: [], seen: [] }, now),
    decrypt: () => Promise.resolve(ok(sealed.bytes)),
  });

/** Held records named in the log, the rest counted: the list of a large plan would be larger than the plan. */
const HELD_NAMED = 1000;

/** The release decision, for the log: for whom, what went, what was held back and why. */
const releaseNote = (
  file: string,
  { to, encrypt }: ExportOrder,
  { selection: { sections, held, withheld, replaced }, label, carried }: Prepared,
) => ({
  file: path.basename(file),
  audience: to,
  encrypted: encrypt,
  label,
  records: sections.reduce((sum, { records }) => sum + records.length, 0),
  held: held.slice(0, HELD_NAMED),
  heldCount: held.length,
  fieldsLeftOut: withheld.length,
  placeholders: replaced.length,
  carried: carried.map(({ manifestHash }) => manifestHash),
});

/** Goes on to the next stage, unless the person has stopped the export: CANCELLED. */
const enter = ({ isCancelled, onStage }: BundlePorts, stage: ExchangeStage): Result<null> => {
  if (isCancelled?.() === true) return fail('CANCELLED');
  onStage?.(stage);
  return ok(null);
};

const exportNow = async (order: ExportOrder, file: string, ports: BundlePorts): Promise<Result<ExportedBundle>> => {
  ports.onStage?.('choosing');
  const prepared = await prepare(order, ports);
  if (!prepared.ok) return prepared;
  const sealing = enter(ports, 'sealing');
  if (!sealing.ok) return sealing;
  const now = ports.clock();
  const sealed = sealPrepared(prepared.value, order, now);
  const { identity, recipients, cosigners, selection } = prepared.value;
  // Until all have signed, only they can open it.
  const readers = cosigners.length === 0 ? recipients : cosigners.map(({ known }) => known);
  const keys = readers.map(({ card }) => card.recipient);
  const code = cosigners.length === 0 ? 'EXPORTED' : 'RELEASE_REQUESTED';
  const encrypting = enter(ports, order.encrypt ? 'encrypting' : 'writing');
  if (!encrypting.ok) return encrypting;
  const bytes = order.encrypt ? await encryptFor(sealed.bytes, keys) : sealed.bytes;
  // The revision is taken before the file gets its name: a number without a file is a gap that nobody sees, but a
  // file whose number is given away again would make us say two things under one.
  const written = await writeFileWhole(file, bytes, async (onDisk) => {
    const check = await readBack(onDisk, prepared.value, sealed, now);
    const last = enter(ports, 'writing');
    if (!last.ok) return last;
    return check.ok
      ? ports.vault.write(
          writesFor({ ...sealed, originator: identity.card.kid }, code, now, releaseNote(file, order, prepared.value)),
        )
      : check;
  });
  if (!written.ok) return written;
  return ok({
    file: path.basename(file),
    bytes: bytes.length,
    revision: sealed.manifest.revision,
    checkCode: checkCode(sealed.manifestHash),
    records: selection.sections.reduce((sum, section) => sum + section.records.length, 0),
    held: selection.held,
    requested: cosigners.length > 0,
  });
};

const running = new WeakMap<VaultPort, Promise<unknown>>();

/**
 * Seals what may go to the partners and writes the file whole, read back and verified before it gets its name. One
 * after the other: two exports at once would sign two bundles under one revision.
 */
export const exportBundle = (order: ExportOrder, file: string, ports: BundlePorts): Promise<Result<ExportedBundle>> => {
  const before = running.get(ports.vault) ?? Promise.resolve();
  const turn = before.then(() => exportNow(order, file, ports));
  running.set(
    ports.vault,
    turn.catch(() => undefined),
  );
  return turn;
};
