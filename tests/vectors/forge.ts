/** Makes bundles by hand, right or wrong in any single place; the product's own writer makes only right ones. */
import { deflateRawSync } from 'node:zlib';
import { encryptFor } from '#electron/exchange/ageFile.ts';
import { nodeCrypto } from '#electron/exchange/crypto.ts';
import { toBase64Url, toUtf8 } from '#shared/exchange/bytes.ts';
import { canonicalText } from '#shared/exchange/canonical.ts';
import { identityToRecipient } from 'age-encryption';
import { FORMAT, type Manifest, SUITE, VERSION } from '#shared/exchange/manifest.ts';
import { MANIFEST_NAME } from '#shared/exchange/names.ts';
import { describe as describeEntries, writeSections } from '#shared/exchange/sections.ts';
import { crc32, type Entry } from '#shared/exchange/zip.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { exerciseRecord, EXERCISE_ID, locationRecord } from '#tests/support/plans.ts';
import { ALPHA, type Player } from './players.ts';

export const HEADER = {
  alg: 'EdDSA',
  cty: 'application/vnd.entente.manifest.v1+json',
  typ: 'entente-manifest+jws',
} as const;

export type Json = Readonly<Record<string, unknown>>;

export const RECORDS: readonly PlanRecord[] = [exerciseRecord(), locationRecord(2), locationRecord(3)];
export const README_TEXT = 'A test vector of the plan bundle.\n';

export const goodEntries = (): readonly Entry[] => writeSections({ records: RECORDS, readme: README_TEXT });

/** A manifest that fits the entries, with members of a test's choice. */
export const manifestOf = (entries: readonly Entry[], more: Json = {}): Json => {
  const manifest: Manifest = {
    format: FORMAT,
    version: VERSION,
    suite: SUITE,
    exerciseId: EXERCISE_ID,
    revision: 1,
    previous: null,
    issuedAt: '2027-01-10T11:00:00Z',
    expiresAt: '2027-04-10T11:00:00Z',
    label: { policy: 'EXERCISE', classification: 'UNCLASSIFIED', releasableTo: [] },
    confidentiality: 'clear',
    signers: [{ kid: ALPHA.kid, role: 'originator' }],
    audience: [],
    knowledge: {},
    sections: describeEntries(entries, nodeCrypto),
    audit: { sequence: 0, head: '0'.repeat(64) },
    ext: {},
  };
  return { ...manifest, ...more };
};

export interface Signature {
  readonly protected: string;
  readonly signature: string;
}

/** One signature over a payload, under a header of a test's choice. */
export const signatureBy = ({ kid, signer }: Player, payload: string, header: Json = {}): Signature => {
  const encoded = toBase64Url(toUtf8(canonicalText({ ...HEADER, kid, ...header })));
  return { protected: encoded, signature: toBase64Url(signer.sign(toUtf8(`${encoded}.${payload}`))) };
};

/** A signed document around any text, which need not be a manifest. */
export const jwsOf = (text: string, signers: readonly Player[] = [ALPHA], header: Json = {}): Json => {
  const payload = toBase64Url(toUtf8(text));
  return { payload, signatures: signers.map((signer) => signatureBy(signer, payload, header)) };
};

export const manifestEntry = (jws: unknown): Entry => ({
  name: MANIFEST_NAME,
  bytes: toUtf8(typeof jws === 'string' ? jws : JSON.stringify(jws)),
});

/** What one entry of a forged container says, where it is not the plain truth. */
export interface Forged {
  readonly name: string;
  readonly data: Uint8Array;
  readonly method?: number;
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly attributes?: number;
  /** Bytes before the local header, which nothing accounts for. */
  readonly gap?: string;
  readonly extra?: Uint8Array;
  /** Set in the local header alone. */
  readonly local?: { readonly name?: string; readonly crc?: number };
}

const NOTHING = new Uint8Array();

const shared = (entry: Forged, name: Uint8Array, crc: number): Buffer => {
  const { data, method = 0, size = data.length, flags = 0x0800, extra = NOTHING } = entry;
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(flags, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(0x0021, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(name.length, 22);
  fields.writeUInt16LE(extra.length, 24);
  return fields;
};

/** A container with whatever its entries claim. `count` is what the end record says. */
export const forgeZip = (entries: readonly Forged[], count: number = entries.length, comment = ''): Uint8Array => {
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const entry of entries) {
    const { data, attributes = 0, gap = '', extra = NOTHING } = entry;
    const crc = entry.crc ?? crc32(data);
    const name = Buffer.from(entry.name);
    const localName = Buffer.from(entry.local?.name ?? entry.name);
    const local = Buffer.concat([
      Buffer.from(gap),
      Buffer.from('504b0304', 'hex'),
      shared(entry, localName, entry.local?.crc ?? crc),
      localName,
      extra,
      data,
    ]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(attributes, 6);
    tail.writeUInt32LE(at + gap.length, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), shared(entry, name, crc), tail, name, extra);
    body.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...body, central, end, Buffer.from(comment)]);
};

export const stored = ({ name, bytes }: Entry): Forged => ({ name, data: bytes });

export const deflated = ({ name, bytes }: Entry): Forged => ({
  name,
  data: deflateRawSync(bytes),
  method: 8,
  size: bytes.length,
  crc: crc32(bytes),
});

/** A container whose manifest was signed as it should be, and says what a test wants. */
export const bundleOf = (more: Json = {}, entries: readonly Entry[] = goodEntries()): Uint8Array =>
  forgeZip([manifestEntry(jwsOf(canonicalText(manifestOf(entries, more)))), ...entries].map(stored));

/** A bundle with one records section of a test's choice, rightly signed. */
export const bundleWithLines = (name: string, text: string): Uint8Array =>
  bundleOf({}, [{ name, bytes: toUtf8(text) }]);

export const encryptedFor = async (bytes: Uint8Array, ...players: readonly Player[]): Promise<Uint8Array> =>
  encryptFor(bytes, await Promise.all(players.map(({ ageIdentity }) => identityToRecipient(ageIdentity))));

/** A header of an age file alone: enough for the scan, which comes before any key is tried. */
export const ageHeader = (...stanzas: readonly string[]): Uint8Array =>
  toUtf8(['age-encryption.org/v1', ...stanzas, `--- ${'A'.repeat(43)}`, ''].join('\n'));

export const X25519_STANZA = `-> X25519 ${'B'.repeat(43)}\n${'C'.repeat(43)}`;
