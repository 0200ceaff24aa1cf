/**
 * The order of work on a bundle (BUNDLE.md): size, form, container, signature, manifest, audience, dates, revision,
 * digests, records. Each stage fails with its own code and sees only what the stage before it let through.
 */
import type { PlanRecord } from '../plan/records.ts';
import { type Result, fail, ok } from '../result.ts';
import { type AgeHeader, isAge, scanAge } from './age.ts';
import { parseCanonical } from './canonical.ts';
import { checkCode } from './card.ts';
import type { CryptoPort, InflatePort } from './crypto.ts';
import { checkDates, type Moment, type Seen, type Standing, standingOf } from './freshness.ts';
import { type KeyOf, MANIFEST_KIND, verifyJws } from './jws.ts';
import { LIMITS } from './limits.ts';
import { type Manifest, manifestSchema, originatorOf, SUITE, VERSION } from './manifest.ts';
import { MANIFEST_NAME } from './names.ts';
import { checkScope, type Scope } from './scope.ts';
import { attachmentsOf, checkSections, readSections } from './sections.ts';
import { type Entry, type RawEntry, readZip } from './zip.ts';

/** What the reader needs of the place it works in. */
export interface ReaderPorts extends InflatePort {
  readonly crypto: CryptoPort;
  readonly keyOf: KeyOf;
  /** Our own key id; undefined for somebody without an identity, for whom no bundle is bound. */
  readonly self: string | undefined;
  /** Key ids that were ours before: a bundle for one of them is still for us. */
  readonly formerly?: readonly string[];
  /** What each signer's key is accepted for here. */
  readonly scopeOf: (kid: string) => Scope;
  /** Opens the encrypted form with our own key, its header scanned before. */
  readonly decrypt: (bytes: Uint8Array, header: AgeHeader) => Promise<Result<Uint8Array>>;
  readonly seen: (exerciseId: string, originator: string) => Seen | undefined;
  readonly moment: Moment;
}

/** A bundle whose every check was passed. */
export interface VerifiedBundle {
  readonly manifest: Manifest;
  /** SHA-256 of the signed payload. */
  readonly manifestHash: string;
  readonly checkCode: string;
  /** Key id of the originator. */
  readonly originator: string;
  readonly encrypted: boolean;
  readonly standing: Standing;
  readonly records: readonly PlanRecord[];
  /** Bundles of others that it carries whole; nothing of them is verified here. */
  readonly attachments: readonly Entry[];
}

interface Opened {
  readonly bytes: Uint8Array;
  /** Number of age recipients; 0 for the plain form. */
  readonly recipients: number;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

const openForm = async (bytes: Uint8Array, ports: ReaderPorts): Promise<Result<Opened>> => {
  if (bytes.length > LIMITS.file) return fail('BUNDLE_TOO_LARGE', { bytes: bytes.length });
  if (isZip(bytes)) return ok({ bytes, recipients: 0 });
  if (!isAge(bytes)) return fail('BUNDLE_FORM');
  const header = scanAge(bytes);
  if (!header.ok) return header;
  const plain = await ports.decrypt(bytes, header.value);
  if (!plain.ok) return plain;
  if (plain.value.length > LIMITS.file) return fail('BUNDLE_TOO_LARGE', { bytes: plain.value.length });
  return isZip(plain.value) ? ok({ bytes: plain.value, recipients: header.value.recipients }) : fail('BUNDLE_FORM');
};

/** The manifest of a payload that was verified: canonical, of our version, and complete. */
const readManifest = (payload: Uint8Array): Result<Manifest> => {
  const value = parseCanonical(payload);
  if (!value.ok) return value;
  const head =
    typeof value.value === 'object' && value.value !== null ? (value.value as Readonly<Record<string, unknown>>) : {};
  if (typeof head['version'] === 'number' && head['version'] > VERSION)
    return fail('VERSION_NEWER', { version: head['version'] });
  if (typeof head['suite'] === 'string' && head['suite'] !== SUITE)
    return fail('SUITE_UNKNOWN', { suite: head['suite'].slice(0, 60) });
  const parsed = manifestSchema.safeParse(value.value);
  return parsed.success
    ? ok(parsed.data)
    : fail('MANIFEST_INVALID', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
};

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && new Set(a).size === a.length && a.every((item) => b.includes(item));

/** Whether every signer has signed; the originator's signature alone makes it a request to the others. */
const checkSigners = (manifest: Manifest, kids: readonly string[], partial: boolean): Result<string> => {
  const originator = originatorOf(manifest);
  const signers = manifest.signers.map(({ kid }) => kid);
  if (originator === undefined || new Set(signers).size !== signers.length) return fail('SIGNERS_DIFFER');
  if (sameSet(signers, kids)) return ok(originator);
  const some = kids.includes(originator) && kids.every((kid) => signers.includes(kid));
  if (!some) return fail('SIGNERS_DIFFER');
  return partial ? ok(originator) : fail('SIGNATURES_MISSING', { count: signers.length - kids.length });
};

/** Who signed, for whom, and whether it came in the form it says (M8, M16). */
const checkParties = (
  manifest: Manifest,
  kids: readonly string[],
  recipients: number,
  { self, formerly = [] }: Pick<ReaderPorts, 'self' | 'formerly'>,
  partial: boolean,
): Result<string> => {
  const originator = checkSigners(manifest, kids, partial);
  if (!originator.ok) return originator;
  const encrypted = recipients > 0;
  if (encrypted !== (manifest.confidentiality === 'encrypted')) return fail('CONFIDENTIALITY_DIFFERS');
  // A request is encrypted to those who are to sign it: its audience gets it afterwards.
  if (encrypted && !partial && recipients !== manifest.audience.length) return fail('AUDIENCE_DIFFERS');
  if (new Set(manifest.audience).size !== manifest.audience.length) return fail('AUDIENCE_DIFFERS');
  const open = manifest.audience.length === 0;
  // Who made a bundle may read it, whoever it was for.
  const selves = self === undefined ? formerly : [self, ...formerly];
  const ours = selves.some((kid) => manifest.audience.includes(kid) || kid === originator.value);
  return open || ours || partial ? originator : fail('NOT_IN_AUDIENCE');
};

interface Signed {
  readonly manifest: Manifest;
  readonly manifestHash: string;
  readonly originator: string;
  readonly sections: readonly RawEntry[];
  /** Whose signatures are there. */
  readonly kids: readonly string[];
}

const readSigned = ({ bytes, recipients }: Opened, ports: ReaderPorts, partial = false): Result<Signed> => {
  const entries = readZip(bytes);
  if (!entries.ok) return entries;
  const [first, ...sections] = entries.value;
  if (first?.name !== MANIFEST_NAME) return fail('MANIFEST_MISSING');
  // Nothing that is not verified is ever inflated.
  if (first.deflated) return fail('ZIP_FEATURE');
  const verified = verifyJws(first.bytes, MANIFEST_KIND, ports.keyOf, ports.crypto);
  if (!verified.ok) return verified;
  const manifest = readManifest(verified.value.payload);
  if (!manifest.ok) return manifest;
  const originator = checkParties(manifest.value, verified.value.kids, recipients, ports, partial);
  if (!originator.ok) return originator;
  const { kids } = verified.value;
  const signers = manifest.value.signers.filter(({ kid }) => kids.includes(kid));
  const scope = checkScope({ ...manifest.value, signers }, ports.scopeOf);
  if (!scope.ok) return scope;
  const manifestHash = ports.crypto.sha256(verified.value.payload);
  return ok({ manifest: manifest.value, manifestHash, originator: originator.value, sections, kids });
};

/** What a bundle says of its maker's audit log, signed by that maker. */
export interface Witness {
  readonly originator: string;
  readonly issuedAt: string;
  readonly audit: Manifest['audit'];
}

/**
 * Reads of a bundle only what its signatures cover at once: it may have expired or been followed by newer ones, and is
 * a witness of its maker's log all the same. Nothing of its content may be used.
 */
export const readWitness = async (bytes: Uint8Array, ports: ReaderPorts): Promise<Result<Witness>> => {
  const opened = await openForm(bytes, ports);
  if (!opened.ok) return opened;
  const signed = readSigned(opened.value, ports);
  if (!signed.ok) return signed;
  const { manifest, originator } = signed.value;
  return ok({ originator, issuedAt: manifest.issuedAt, audit: manifest.audit });
};

/** A bundle of which everything was checked but its records, which are bytes still. */
interface Checked extends Omit<VerifiedBundle, 'records'> {
  readonly contents: readonly Entry[];
}

/** Dates, standing, lengths and digests of what was verified. */
const checkContent = (signed: Signed, opened: Opened, ports: ReaderPorts): Result<Checked> => {
  const { manifest, manifestHash, originator, sections } = signed;
  const dates = checkDates(manifest, ports.moment);
  if (!dates.ok) return dates;
  const standing = standingOf(manifest, manifestHash, ports.seen(manifest.exerciseId, originator));
  if (!standing.ok) return standing;
  const contents = checkSections(sections, manifest, ports.crypto, ports);
  if (!contents.ok) return contents;
  return ok({
    manifest,
    manifestHash,
    checkCode: checkCode(manifestHash),
    originator,
    encrypted: opened.recipients > 0,
    standing: standing.value,
    attachments: attachmentsOf(contents.value),
    contents: contents.value,
  });
};

/** The last stage: canonical lines, parsed and held against their schemas. */
export const readRecords = ({ contents, ...checked }: Checked): Result<VerifiedBundle> => {
  const records = readSections(contents);
  return records.ok ? ok({ ...checked, records: records.value }) : records;
};

/** All stages but the last: what a bundle is, who made it and that it is whole, before its records are looked at. */
export const verifyBundle = async (bytes: Uint8Array, ports: ReaderPorts): Promise<Result<Checked>> => {
  const opened = await openForm(bytes, ports);
  if (!opened.ok) return opened;
  const signed = readSigned(opened.value, ports);
  return signed.ok ? checkContent(signed.value, opened.value, ports) : signed;
};

/**
 * Reads a bundle, trusting nothing of it before it is verified; the given bytes are all it ever looks at.
 * @returns the verified bundle, or the first reason of `BUNDLE_REASONS` against it. Nothing is stored here.
 */
export const readBundle = async (bytes: Uint8Array, ports: ReaderPorts): Promise<Result<VerifiedBundle>> => {
  const checked = await verifyBundle(bytes, ports);
  return checked.ok ? readRecords(checked.value) : checked;
};

/** A signing request, verified as far as it is signed. */
export interface VerifiedRequest extends VerifiedBundle {
  /** The plain form, to which the next signature is added. */
  readonly plain: Uint8Array;
  /** Key ids of those who have not signed yet. */
  readonly missing: readonly string[];
}

/**
 * Reads a signing request by the same order of work: only who has not signed yet is left open, and who may see it.
 * @returns the reasons of a bundle, and SIGNERS_DIFFER for one that lacks the originator's signature.
 */
export const readRequest = async (bytes: Uint8Array, ports: ReaderPorts): Promise<Result<VerifiedRequest>> => {
  const opened = await openForm(bytes, ports);
  if (!opened.ok) return opened;
  const signed = readSigned(opened.value, ports, true);
  if (!signed.ok) return signed;
  const checked = checkContent(signed.value, opened.value, ports);
  if (!checked.ok) return checked;
  const content = readRecords(checked.value);
  if (!content.ok) return content;
  const { manifest, kids } = signed.value;
  const missing = manifest.signers.map(({ kid }) => kid).filter((kid) => !kids.includes(kid));
  return ok({ ...content.value, plain: opened.value.bytes, missing });
};
