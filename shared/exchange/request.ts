/**
 * A signing request: a bundle that its originator has signed and others still have to. It is the very container that it
 * will be, so that they see exactly what will leave; until all have signed, no reader takes it for a bundle.
 */
import { type Result, fail, ok } from '../result.ts';
import type { Signer } from './crypto.ts';
import { addSignature } from './jws.ts';
import type { Manifest } from './manifest.ts';
import { MANIFEST_NAME } from './names.ts';
import { readZip, writeZip } from './zip.ts';

/** Who may sign beside the originator. */
export type CosignerRole = Exclude<Manifest['signers'][number]['role'], 'originator'>;

/**
 * The same container with one signature more, in the order of the manifest's signers: whoever signs last, the bytes are
 * the same. The payload is not touched.
 * @param bytes a plain form that was verified. Fails with MANIFEST_MISSING or ZIP_FEATURE for what is none of ours.
 */
export const withSignature = (
  bytes: Uint8Array,
  { signers }: Pick<Manifest, 'signers'>,
  signer: Signer,
): Result<Uint8Array<ArrayBuffer>> => {
  const entries = readZip(bytes);
  if (!entries.ok) return entries;
  const [first, ...sections] = entries.value;
  if (first?.name !== MANIFEST_NAME) return fail('MANIFEST_MISSING');
  if (entries.value.some(({ deflated }) => deflated)) return fail('ZIP_FEATURE');
  const signed = addSignature(
    first.bytes,
    signer,
    signers.map(({ kid }) => kid),
  );
  return signed.ok ? ok(writeZip([{ name: MANIFEST_NAME, bytes: signed.value }, ...sections])) : signed;
};
