/** Bundles in and out, for the window and the command line alike: keys, vault and format brought together. */
import path from 'node:path';
import { Decrypter, Encrypter } from 'age-encryption';
import type { ExportedBundle } from '#shared/contract/exchange.ts';
import { checkCode } from '#shared/exchange/card.ts';
import type { Manifest } from '#shared/exchange/manifest.ts';
import { type ReaderPorts, readBundle, type VerifiedBundle } from '#shared/exchange/read.ts';
import { sealBundle, type SealedBundle } from '#shared/exchange/write.ts';
import { markingText } from '#shared/label/label.ts';
import { knowledgeOf } from '#shared/plan/merge/knowledge.ts';
import { exerciseOf, type PlanState } from '#shared/plan/state.ts';
import { type Selection, selectForRelease } from '#shared/plan/release/select.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { DAY, formatInstant, parseInstant, SECOND } from '#shared/time/instant.ts';
import type { Identity, Keys } from '../keys/identity.ts';
import { keysOf, type Known, type Partners } from '../keys/partners.ts';
import { planFromVault } from '../vault/plan.ts';
import type { Freshness, VaultPort, Writes } from '../vault/port.ts';
import { writeFileWhole } from './atomicFile.ts';
import { nodeCrypto } from './crypto.ts';

export interface BundlePorts {
  readonly vault: VaultPort;
  readonly keys: Keys;
  readonly partners: Partners;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** No clock may stand before the day this program was written (M14). */
const BUILD_DATE = Date.UTC(2026, 10, 24);
const NO_LOG = '0'.repeat(64);

const decryptWith =
  (identity: Identity | null) =>
  async (bytes: Uint8Array): Promise<Result<Uint8Array>> => {
    if (identity === null) return fail('IDENTITY_MISSING');
    try {
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity.ageIdentity);
      return ok(await decrypter.decrypt(bytes));
    } catch {
      return fail('NOT_DECRYPTABLE');
    }
  };

interface Standing {
  readonly identity: Identity | null;
  readonly known: readonly Known[];
  readonly seen: readonly Freshness[];
}

const standingOf = async ({ keys, partners, vault }: BundlePorts): Promise<Result<Standing>> => {
  const identity = await keys.show();
  if (!identity.ok) return identity;
  const known = await partners.list();
  if (!known.ok) return known;
  const seen = await vault.freshness();
  return seen.ok ? ok({ identity: identity.value, known: known.value, seen: seen.value }) : seen;
};

const readerPorts = ({ identity, known, seen }: Standing, now: number): ReaderPorts => ({
  crypto: nodeCrypto,
  keyOf: keysOf(known, identity?.card),
  self: identity?.card.kid,
  decrypt: decryptWith(identity),
  seen: (exerciseId, originator) => seen.find((one) => one.exerciseId === exerciseId && one.originator === originator),
  moment: { now, floor: Math.max(BUILD_DATE, ...seen.map(({ issuedAt }) => Math.min(issuedAt, now))) },
});

/** Verifies a bundle against this data folder's trust and memory; changes nothing. */
export const openBundle = async (bytes: Uint8Array, ports: BundlePorts): Promise<Result<VerifiedBundle>> => {
  const standing = await standingOf(ports);
  return standing.ok ? readBundle(bytes, readerPorts(standing.value, ports.clock())) : standing;
};

const issuedMs = ({ issuedAt }: Manifest): number => {
  const parsed = parseInstant(issuedAt);
  return parsed.ok ? parsed.value : 0;
};

/** What the vault remembers of a bundle, in the transaction of the step that takes it in (M15). */
export const writesFor = (
  { manifest, manifestHash, originator }: VerifiedBundle | (SealedBundle & { originator: string }),
  code: string,
  at: number,
): Writes => ({
  freshness: [
    {
      exerciseId: manifest.exerciseId,
      originator,
      revision: manifest.revision,
      manifestHash,
      issuedAt: issuedMs(manifest),
    },
  ],
  log: [{ at, code, data: { exerciseId: manifest.exerciseId, originator, revision: manifest.revision, manifestHash } }],
});

export interface ExportOrder {
  readonly exerciseId: string;
  readonly to: readonly string[];
  readonly encrypt: boolean;
  readonly expiresInDays: number;
}

interface Prepared {
  readonly identity: Identity;
  readonly recipients: readonly Known[];
  readonly plan: PlanState;
  readonly selection: Selection;
  readonly last: Freshness | undefined;
}

const recipientsOf = (known: readonly Known[], order: ExportOrder): Result<readonly Known[]> => {
  const chosen: Known[] = [];
  for (const kid of new Set(order.to)) {
    const partner = known.find(({ card }) => card.kid === kid);
    if (partner === undefined) return fail('PARTNER_UNKNOWN', { kid: kid.slice(0, 12) });
    if (partner.state === 'revoked') return fail('PARTNER_REVOKED', { name: partner.card.name });
    chosen.push(partner);
  }
  return order.encrypt && chosen.length === 0 ? fail('ENCRYPT_NEEDS_AUDIENCE') : ok(chosen);
};

const prepare = async (order: ExportOrder, ports: BundlePorts): Promise<Result<Prepared>> => {
  const standing = await standingOf(ports);
  if (!standing.ok) return standing;
  const { identity, known, seen } = standing.value;
  if (identity === null) return fail('IDENTITY_MISSING');
  const recipients = recipientsOf(known, order);
  if (!recipients.ok) return recipients;
  const opened = await planFromVault(ports.vault, order.exerciseId);
  if (!opened.ok) return opened;
  const author = await ports.vault.author();
  if (!author.ok) return author;
  const { plan } = opened.value;
  const selection = selectForRelease(plan, {
    originator: identity.card.nation,
    authors: [author.value],
    audienceCodes: recipients.value.map(({ card }) => card.nation),
  });
  if (selection.sections.length === 0) return fail('NOTHING_TO_EXPORT', { nation: identity.card.nation });
  const last = seen.find((one) => one.exerciseId === order.exerciseId && one.originator === identity.card.kid);
  return ok({ identity, recipients: recipients.value, plan, selection, last });
};

/** A page for people who open the file with an unzip tool. */
const readmeOf = ({ identity, recipients, plan, selection }: Prepared, issuedAt: string): string =>
  [
    `ENTENTE PLAN BUNDLE - ${markingText(selection.label)}`,
    '',
    `Exercise:  ${exerciseOf(plan)?.name ?? ''}`,
    `From:      ${identity.card.nation} ${identity.card.name}`,
    `For:       ${recipients.map(({ card }) => `${card.nation} ${card.name}`).join('; ') || 'whoever holds it'}`,
    `As of:     ${issuedAt}`,
    '',
    ...selection.sections.map(({ kind, records }) => `${kind}: ${records.length} records in records/${kind}.ndjson`),
    '',
    'Each line of a section is one record as JSON. manifest.jws.json holds the signature over lengths and digests of',
    'all sections; a reader that does not check it cannot know who made this file or whether it was changed.',
    '',
  ].join('\n');

const sealPrepared = (prepared: Prepared, order: ExportOrder, now: number): SealedBundle => {
  const { identity, recipients, plan, selection, last } = prepared;
  const today = Math.floor(now / SECOND) * SECOND;
  const issuedAt = formatInstant(today);
  return sealBundle(
    selection.sections.flatMap(({ records }) => records),
    readmeOf(prepared, issuedAt),
    {
      exerciseId: order.exerciseId,
      revision: (last?.revision ?? 0) + 1,
      previous: last?.manifestHash ?? null,
      issuedAt,
      expiresAt: formatInstant(today + order.expiresInDays * DAY),
      label: selection.label,
      confidentiality: order.encrypt ? 'encrypted' : 'clear',
      signers: [{ kid: identity.card.kid, role: 'originator' }],
      audience: recipients.map(({ card }) => card.kid).toSorted(),
      knowledge: knowledgeOf(plan),
      audit: { sequence: 0, head: NO_LOG },
      ext: {},
    },
    [identity.signer],
    nodeCrypto,
  );
};

const encrypt = async (bytes: Uint8Array, recipients: readonly Known[]): Promise<Uint8Array> => {
  const encrypter = new Encrypter();
  for (const { card } of recipients) encrypter.addRecipient(card.recipient);
  return encrypter.encrypt(bytes);
};

/**
 * Seals what may go to the partners, writes the file whole and reads it back before it says "exported". The plain
 * content of an encrypted bundle is verified before it is encrypted: we hold no key to it afterwards.
 */
export const exportBundle = async (
  order: ExportOrder,
  file: string,
  ports: BundlePorts,
): Promise<Result<ExportedBundle>> => {
  const prepared = await prepare(order, ports);
  if (!prepared.ok) return prepared;
  const now = ports.clock();
  const sealed = sealPrepared(prepared.value, order, now);
  const { identity, recipients, selection } = prepared.value;
  const check = await readBundle(sealed.bytes, {
    ...readerPorts({ identity, known: [], seen: [] }, now),
    // The plain content of an encrypted bundle contradicts its own label, as it must.
    seen: () => undefined,
  });
  if (!check.ok && !(order.encrypt && check.error.code === 'CONFIDENTIALITY_DIFFERS')) return check;
  const bytes = order.encrypt ? await encrypt(sealed.bytes, recipients) : sealed.bytes;
  const written = await writeFileWhole(file, bytes);
  if (!written.ok) return written;
  const remembered = await ports.vault.write(writesFor({ ...sealed, originator: identity.card.kid }, 'EXPORTED', now));
  if (!remembered.ok) return remembered;
  const records = selection.sections.reduce((sum, section) => sum + section.records.length, 0);
  return ok({
    file: path.basename(file),
    bytes: bytes.length,
    revision: sealed.manifest.revision,
    checkCode: checkCode(sealed.manifestHash),
    records,
    held: selection.held,
  });
};
