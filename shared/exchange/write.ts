/** Writes the plain form of a bundle: the same records, manifest and keys give the same bytes. */
import { canonicalBytes } from './canonical.ts';
import type { CryptoPort, Signer } from './crypto.ts';
import { MANIFEST_KIND, signJws } from './jws.ts';
import { FORMAT, type Manifest, SUITE, VERSION } from './manifest.ts';
import { MANIFEST_NAME } from './names.ts';
import { type Content, describe, writeSections } from './sections.ts';
import { writeZip } from './zip.ts';

/** What the manifest says besides its fixed members and its sections. */
export type ManifestInput = Omit<Manifest, 'format' | 'version' | 'suite' | 'sections'>;

/** A plain bundle as it was signed. */
export interface SealedBundle {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly manifest: Manifest;
  readonly manifestHash: string;
}

/**
 * Signs content into the plain form.
 * @param signers one for each of the manifest's signers, in their order.
 */
export const sealBundle = (
  content: Content,
  input: ManifestInput,
  signers: readonly Signer[],
  crypto: CryptoPort,
): SealedBundle => {
  const entries = writeSections(content);
  const manifest: Manifest = {
    ...input,
    format: FORMAT,
    version: VERSION,
    suite: SUITE,
    sections: describe(entries, crypto),
  };
  const signed = { name: MANIFEST_NAME, bytes: signJws(manifest, MANIFEST_KIND, signers) };
  return { bytes: writeZip([signed, ...entries]), manifest, manifestHash: crypto.sha256(canonicalBytes(manifest)) };
};
