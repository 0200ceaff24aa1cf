/** Every vector: a file that is wrong in one place, and the one reason that a reader must give. */
import { toBase64Url, toUtf8 } from '#shared/exchange/bytes.ts';
import { canonicalText } from '#shared/exchange/canonical.ts';
import { SUITE } from '#shared/exchange/manifest.ts';
import { CARDS } from './cardCases.ts';
import { STATEMENTS } from './statementCases.ts';
import type { Case } from './case.ts';
import { withLargeS, withNeutralR } from './ed25519.ts';
import {
  ageHeader,
  bundleOf,
  encryptedFor,
  forgeZip,
  goodEntries,
  jwsOf,
  manifestEntry,
  manifestOf,
  signatureBy,
  stored,
  X25519_STANZA,
} from './forge.ts';
import { ALPHA, BRAVO, CHARLIE, DELTA, ECHO, FOXTROT, GOLF, type Player, STRANGER } from './players.ts';
import { RECEIPTS } from './receiptCases.ts';
import { SECTIONS } from './sectionCases.ts';
import { CONTAINERS } from './zipCases.ts';

const HASH = 'a'.repeat(64);
const encrypted = { confidentiality: 'encrypted' };
const text = canonicalText(manifestOf(goodEntries()));
/** A container around a signed document of a test's choice. */
const around = (jws: unknown): Uint8Array => forgeZip([manifestEntry(jws), ...goodEntries()].map(stored));
const signed = (payload: string): Uint8Array => around(jwsOf(payload));
const headed = (header: Readonly<Record<string, unknown>>): Uint8Array => around(jwsOf(text, [ALPHA], header));
const signaturesOf = (...signatures: readonly unknown[]): Uint8Array =>
  around({ payload: toBase64Url(toUtf8(text)), signatures });

/** A bundle that a player originates. */
const signedBy = (player: Player): Uint8Array =>
  around(
    jwsOf(canonicalText(manifestOf(goodEntries(), { signers: [{ kid: player.kid, role: 'originator' }] })), [player]),
  );

const flipped = async (bytes: Promise<Uint8Array>): Promise<Uint8Array> => {
  const copy = Buffer.from(await bytes);
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1;
  return copy;
};

const forBravo = (): Promise<Uint8Array> => encryptedFor(bundleOf({ ...encrypted, audience: [BRAVO.kid] }), BRAVO);

const FORMS: readonly Case[] = [
  { file: 'bundle-form-text', reason: 'BUNDLE_FORM', bytes: toUtf8('Dear partner, see attached.\n') },
  { file: 'bundle-form-inside', reason: 'BUNDLE_FORM', bytes: encryptedFor(toUtf8('no container'), BRAVO) },
  {
    file: 'age-header-passphrase',
    reason: 'AGE_HEADER',
    bytes: ageHeader(`-> scrypt ${'A'.repeat(22)} 18\n${'B'.repeat(43)}`),
  },
  {
    file: 'age-header-mixed',
    reason: 'AGE_HEADER',
    bytes: ageHeader(X25519_STANZA, `-> scrypt ${'A'.repeat(22)} 18\n${'B'.repeat(43)}`),
  },
  { file: 'age-header-stanza', reason: 'AGE_HEADER', bytes: ageHeader('-> X25519 short\nABCD') },
  { file: 'age-header-no-end', reason: 'AGE_HEADER', bytes: toUtf8(`age-encryption.org/v1\n${X25519_STANZA}\n`) },
  {
    file: 'age-recipients-65',
    reason: 'AGE_RECIPIENTS',
    bytes: ageHeader(...Array.from({ length: 65 }, () => X25519_STANZA)),
  },
  { file: 'age-recipients-none', reason: 'AGE_RECIPIENTS', bytes: ageHeader('-> future 1\nABCD') },
  {
    file: 'not-decryptable',
    reason: 'NOT_DECRYPTABLE',
    bytes: encryptedFor(bundleOf({ ...encrypted, audience: [CHARLIE.kid] }), CHARLIE),
  },
  { file: 'age-damaged', reason: 'AGE_DAMAGED', bytes: flipped(forBravo()) },
  { file: 'identity-missing', reason: 'IDENTITY_MISSING', bytes: forBravo(), context: { noIdentity: true } },
];

const { payload } = jwsOf(text);
const good = signatureBy(ALPHA, String(payload));
const message = toUtf8(`${good.protected}.${String(payload)}`);

const SIGNATURES: readonly Case[] = [
  {
    file: 'jws-shape-compact',
    reason: 'JWS_SHAPE',
    bytes: around(`${good.protected}.${String(payload)}.${good.signature}`),
  },
  { file: 'jws-shape-unprotected', reason: 'JWS_SHAPE', bytes: signaturesOf({ ...good, header: { kid: ALPHA.kid } }) },
  { file: 'jws-shape-none', reason: 'JWS_SHAPE', bytes: signaturesOf() },
  {
    file: 'jws-shape-two-payloads',
    reason: 'JWS_SHAPE',
    bytes: around(`{"payload":"e30",${JSON.stringify(jwsOf(text)).slice(1)}`),
  },
  { file: 'jws-shape-padded', reason: 'JWS_SHAPE', bytes: around({ ...jwsOf(text), payload: `${String(payload)}=` }) },
  { file: 'jws-header-none', reason: 'JWS_HEADER', bytes: headed({ alg: 'none' }) },
  { file: 'jws-header-hs256', reason: 'JWS_HEADER', bytes: headed({ alg: 'HS256' }) },
  { file: 'jws-header-b64', reason: 'JWS_HEADER', bytes: headed({ b64: false, crit: ['b64'] }) },
  {
    file: 'jws-header-jwk',
    reason: 'JWS_HEADER',
    bytes: headed({ jwk: { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(ALPHA.publicKey) } }),
  },
  { file: 'jws-header-typ', reason: 'JWS_HEADER', bytes: headed({ typ: 'entente-card+jws' }) },
  { file: 'jws-header-cty', reason: 'JWS_HEADER', bytes: headed({ cty: 'application/json' }) },
  { file: 'signer-unknown', reason: 'SIGNER_UNKNOWN', bytes: around(jwsOf(text, [STRANGER])) },
  { file: 'signer-superseded', reason: 'SIGNER_SUPERSEDED', bytes: around(jwsOf(text, [FOXTROT])) },
  { file: 'signer-scope', reason: 'SIGNER_SCOPE', bytes: signedBy(GOLF) },
  { file: 'signer-revoked', reason: 'SIGNER_REVOKED', bytes: around(jwsOf(text, [DELTA])) },
  { file: 'signer-card-expired', reason: 'CARD_EXPIRED', bytes: around(jwsOf(text, [ECHO])) },
  {
    file: 'signature-other-key',
    reason: 'SIGNATURE_INVALID',
    bytes: signaturesOf({ ...good, signature: signatureBy(STRANGER, String(payload)).signature }),
  },
  {
    file: 'signature-other-payload',
    reason: 'SIGNATURE_INVALID',
    bytes: around({ ...jwsOf(text), payload: toBase64Url(toUtf8(text.replace('"revision":1', '"revision":2'))) }),
  },
  {
    file: 'signature-short',
    reason: 'SIGNATURE_INVALID',
    bytes: signaturesOf({ ...good, signature: good.signature.slice(0, 80) }),
  },
  {
    file: 'signature-large-s',
    reason: 'SIGNATURE_INVALID',
    bytes: signaturesOf({ ...good, signature: toBase64Url(withLargeS(ALPHA.signer.sign(message))) }),
  },
  {
    file: 'signature-neutral-r',
    reason: 'SIGNATURE_INVALID',
    bytes: signaturesOf({ ...good, signature: toBase64Url(withNeutralR(ALPHA, message)) }),
  },
  { file: 'signers-twice', reason: 'SIGNERS_DIFFER', bytes: signaturesOf(good, good) },
  { file: 'signers-one-more', reason: 'SIGNERS_DIFFER', bytes: around(jwsOf(text, [ALPHA, CHARLIE])) },
  {
    file: 'signers-without-the-originator',
    reason: 'SIGNERS_DIFFER',
    bytes: around(
      jwsOf(
        canonicalText(
          manifestOf(goodEntries(), {
            signers: [
              { kid: ALPHA.kid, role: 'originator' },
              { kid: CHARLIE.kid, role: 'countersigner' },
            ],
          }),
        ),
        [CHARLIE],
      ),
    ),
  },
  {
    file: 'signatures-missing',
    reason: 'SIGNATURES_MISSING',
    bytes: bundleOf({
      signers: [
        { kid: ALPHA.kid, role: 'originator' },
        { kid: CHARLIE.kid, role: 'countersigner' },
      ],
    }),
  },
  {
    file: 'signers-no-originator',
    reason: 'SIGNERS_DIFFER',
    bytes: bundleOf({ signers: [{ kid: ALPHA.kid, role: 'countersigner' }] }),
  },
];

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

const MANIFESTS: readonly Case[] = [
  {
    file: 'manifest-spaces',
    reason: 'MANIFEST_NOT_CANONICAL',
    bytes: signed(text.replace('{"audience"', '{ "audience"')),
  },
  {
    file: 'manifest-order',
    reason: 'MANIFEST_NOT_CANONICAL',
    bytes: signed(JSON.stringify(manifestOf(goodEntries()))),
  },
  {
    file: 'manifest-twice',
    reason: 'MANIFEST_NOT_CANONICAL',
    bytes: signed(text.replace('"revision":1', '"revision":2,"revision":1')),
  },
  {
    file: 'manifest-number',
    reason: 'MANIFEST_NOT_CANONICAL',
    bytes: signed(text.replace('"revision":1', '"revision":1.0')),
  },
  {
    file: 'manifest-prototype',
    reason: 'MANIFEST_NOT_CANONICAL',
    bytes: signed(text.replace('"ext":{}', '"ext":{"__proto__":{"version":1}}')),
  },
  { file: 'manifest-deep', reason: 'MANIFEST_NOT_CANONICAL', bytes: bundleOf({ ext: { deep: nested(64) } }) },
  { file: 'manifest-no-json', reason: 'MANIFEST_NOT_CANONICAL', bytes: signed('revision 1') },
  { file: 'manifest-more', reason: 'MANIFEST_INVALID', bytes: bundleOf({ priority: 'flash' }) },
  { file: 'manifest-revision-0', reason: 'MANIFEST_INVALID', bytes: bundleOf({ revision: 0 }) },
  { file: 'manifest-first-has-previous', reason: 'MANIFEST_INVALID', bytes: bundleOf({ previous: HASH }) },
  { file: 'manifest-life', reason: 'MANIFEST_INVALID', bytes: bundleOf({ expiresAt: '2030-01-01T00:00:00Z' }) },
  { file: 'version-newer', reason: 'VERSION_NEWER', bytes: bundleOf({ version: 2 }) },
  {
    file: 'version-newer-header',
    reason: 'VERSION_NEWER',
    bytes: headed({ cty: 'application/vnd.entente.manifest.v2+json' }),
  },
  { file: 'suite-unknown', reason: 'SUITE_UNKNOWN', bytes: bundleOf({ suite: `${SUITE}-pq` }) },
  { file: 'not-in-audience', reason: 'NOT_IN_AUDIENCE', bytes: bundleOf({ audience: [CHARLIE.kid] }) },
  {
    file: 'not-in-audience-forwarded',
    reason: 'NOT_IN_AUDIENCE',
    bytes: encryptedFor(bundleOf({ ...encrypted, audience: [CHARLIE.kid] }), BRAVO),
  },
  {
    file: 'confidentiality-came-clear',
    reason: 'CONFIDENTIALITY_DIFFERS',
    bytes: bundleOf({ ...encrypted, audience: [BRAVO.kid] }),
  },
  {
    file: 'confidentiality-came-encrypted',
    reason: 'CONFIDENTIALITY_DIFFERS',
    bytes: encryptedFor(bundleOf({ audience: [BRAVO.kid] }), BRAVO),
  },
  {
    file: 'audience-one-key-more',
    reason: 'AUDIENCE_DIFFERS',
    bytes: encryptedFor(bundleOf({ ...encrypted, audience: [BRAVO.kid] }), BRAVO, CHARLIE),
  },
  { file: 'audience-twice', reason: 'AUDIENCE_DIFFERS', bytes: bundleOf({ audience: [BRAVO.kid, BRAVO.kid] }) },
];

const TIMES: readonly Case[] = [
  { file: 'expired', reason: 'EXPIRED', bytes: bundleOf(), context: { now: '2027-04-10T11:00:00Z' } },
  { file: 'expired-clock-set-back', reason: 'EXPIRED', bytes: bundleOf(), context: { floor: '2027-05-01T00:00:00Z' } },
  { file: 'not-yet-valid', reason: 'NOT_YET_VALID', bytes: bundleOf({ issuedAt: '2027-01-12T12:00:01Z' }) },
  {
    file: 'revision-rollback',
    reason: 'REVISION_ROLLBACK',
    bytes: bundleOf({ revision: 4, previous: HASH }),
    context: { seen: { revision: 5, manifestHash: HASH } },
  },
  {
    file: 'revision-equivocation',
    reason: 'REVISION_EQUIVOCATION',
    bytes: bundleOf({ revision: 5, previous: HASH }),
    context: { seen: { revision: 5, manifestHash: HASH } },
  },
  {
    file: 'revision-gap-previous',
    reason: 'REVISION_GAP',
    bytes: bundleOf({ revision: 6, previous: 'b'.repeat(64) }),
    context: { seen: { revision: 5, manifestHash: HASH } },
  },
  {
    file: 'revision-gap-jump',
    reason: 'REVISION_GAP',
    bytes: bundleOf({ revision: 1006, previous: 'b'.repeat(64) }),
    context: { seen: { revision: 5, manifestHash: HASH } },
  },
];

export const CASES: readonly Case[] = [
  ...FORMS,
  ...CONTAINERS,
  ...SIGNATURES,
  ...MANIFESTS,
  ...TIMES,
  ...SECTIONS,
  ...CARDS,
  ...STATEMENTS,
  ...RECEIPTS,
];
