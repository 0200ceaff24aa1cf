/** Signing requests of others: looked at, signed or declined. Signing the last missing signature makes the bundle. */
import path from 'node:path';
import { readBundle, readRequest, type VerifiedRequest } from '#shared/exchange/read.ts';
import { type CosignerRole, withSignature } from '#shared/exchange/request.ts';
import { FULL_SCOPE } from '#shared/exchange/scope.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import type { Identity } from '../keys/identity.ts';
import type { Known } from '../keys/partners.ts';
import { encryptFor } from './ageFile.ts';
import { writeFileWhole } from './atomicFile.ts';
import { usable } from './parties.ts';
import { type BundlePorts, readerPorts, type Standing, standingOf, writesFor } from './bundles.ts';

/** A request that we are asked to sign. */
export interface OpenRequest {
  readonly request: VerifiedRequest;
  readonly role: CosignerRole;
  readonly from: Known;
}

interface Asked extends OpenRequest {
  readonly identity: Identity;
  readonly standing: Standing;
}

const ask = async (bytes: Uint8Array, ports: BundlePorts): Promise<Result<Asked>> => {
  const standing = await standingOf(ports);
  if (!standing.ok) return standing;
  const { identity, known } = standing.value;
  if (identity === null) return fail('IDENTITY_MISSING');
  const request = await readRequest(bytes, readerPorts(standing.value, ports.clock()));
  if (!request.ok) return request;
  const { manifest, missing, originator } = request.value;
  // Two persons mean two: who wrote the plan is not who releases it.
  if (originator === identity.card.kid) return fail('SELF_APPROVAL');
  const signer = manifest.signers.find(({ kid }) => kid === identity.card.kid);
  const from = known.find(({ card }) => card.kid === originator);
  if (signer === undefined || signer.role === 'originator' || from === undefined) return fail('REQUEST_NOT_FOR_US');
  if (!missing.includes(identity.card.kid)) return fail('REQUEST_SIGNED');
  return ok({ request: request.value, role: signer.role, from, identity, standing: standing.value });
};

/** Verifies a request and whether it asks us. Fails with the reader's codes, SELF_APPROVAL, REQUEST_NOT_FOR_US or REQUEST_SIGNED. */
export const openRequest = (bytes: Uint8Array, ports: BundlePorts): Promise<Result<OpenRequest>> => ask(bytes, ports);

/**
 * The keys to encrypt to. AUDIENCE_UNKNOWN {kid} for one whose card we do not have; what is wrong with one that counts
 * no more here, which whoever asked may not have heard of.
 */
const recipientsFor = (
  kids: readonly string[],
  { known, identity }: Standing,
  now: number,
): Result<readonly string[]> => {
  const recipients: string[] = [];
  for (const kid of kids) {
    const partner = usable(known, kid, now);
    if (!partner.ok && partner.error.code !== 'PARTNER_UNKNOWN') return partner;
    const card = partner.ok ? partner.value.card : identity?.card.kid === kid ? identity.card : undefined;
    if (card === undefined) return fail('AUDIENCE_UNKNOWN', { kid: kid.slice(0, 12) });
    recipients.push(card.recipient);
  }
  return ok(recipients);
};

const noteFor = (code: string, { request, role, from }: OpenRequest, at: number, more = {}) => {
  const { manifest, manifestHash, originator } = request;
  const { log } = writesFor({ ...request, manifest, manifestHash, originator }, code, at, {
    role,
    nation: from.card.nation,
    ...more,
  });
  return log ?? [];
};

export interface Signed {
  readonly file: string;
  /** Whether it is a bundle now; otherwise others still have to sign. */
  readonly complete: boolean;
  readonly checkCode: string;
}

/**
 * Signs a request and writes what comes of it: the bundle, encrypted to its audience where it says so, or the request
 * with one signature less missing. It is read back before it gets its name.
 * Fails as `openRequest` does, with what `recipientsFor` says, or as writing does.
 */
export const signRequest = async (bytes: Uint8Array, file: string, ports: BundlePorts): Promise<Result<Signed>> => {
  const asked = await ask(bytes, ports);
  if (!asked.ok) return asked;
  const { request, identity, standing } = asked.value;
  const { manifest, plain, missing, originator, checkCode } = request;
  const signed = withSignature(plain, manifest, identity.signer);
  if (!signed.ok) return signed;
  const still = missing.filter((kid) => kid !== identity.card.kid);
  const now = ports.clock();
  const complete = still.length === 0;
  const recipients = recipientsFor(complete ? manifest.audience : still, standing, now);
  if (manifest.confidentiality === 'encrypted' && !recipients.ok) return recipients;
  const out =
    manifest.confidentiality === 'encrypted' && recipients.ok
      ? await encryptFor(signed.value, recipients.value)
      : signed.value;
  const written = await writeFileWhole(file, out, async (onDisk) => {
    // As those it is for will read it: the signatures there are, the audience it names.
    const as = {
      ...readerPorts(standing, now),
      self: originator,
      scopeOf: () => FULL_SCOPE,
      decrypt: () => Promise.resolve(ok(signed.value)),
    };
    const check = complete ? await readBundle(onDisk, as) : await readRequest(onDisk, as);
    return check.ok ? ports.vault.write({ log: noteFor('RELEASE_SIGNED', asked.value, now, { complete }) }) : check;
  });
  return written.ok ? ok({ file: path.basename(file), complete, checkCode }) : written;
};

/** Says no: nothing is written but the log. */
export const declineRequest = async (bytes: Uint8Array, ports: BundlePorts): Promise<Result<null>> => {
  const asked = await ask(bytes, ports);
  return asked.ok ? ports.vault.write({ log: noteFor('RELEASE_DECLINED', asked.value, ports.clock()) }) : asked;
};
