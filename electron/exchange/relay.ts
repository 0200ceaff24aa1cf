/**
 * Bundles of others that go along with one of ours, whole: whom they are for is their maker's word, and the signature
 * of who carries them lends them nothing.
 */
import path from 'node:path';
import type { VerifiedBundle } from '#shared/exchange/read.ts';
import type { Entry } from '#shared/exchange/zip.ts';
import type { Label } from '#shared/label/label.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { readForeignFile } from './readFile.ts';

/** What is carried, as the format's writer wants it. */
export interface Carried {
  readonly entry: Entry;
  readonly label: Label;
  readonly manifestHash: string;
}

export interface RelayOrder {
  readonly exerciseId: string;
  /** Key ids of those it goes to; empty for whoever holds it. */
  readonly to: readonly string[];
  readonly own: string;
}

/** Fails where a bundle may not go along: RELAY_OWN, RELAY_EXERCISE, RELAY_AUDIENCE, each with its {file}. */
const mayGo = ({ manifest, originator }: VerifiedBundle, { exerciseId, to, own }: RelayOrder, file: string) => {
  if (originator === own) return fail('RELAY_OWN', { file });
  if (manifest.exerciseId !== exerciseId) return fail('RELAY_EXERCISE', { file });
  const { audience } = manifest;
  const isForAll =
    audience.length === 0 || (to.length > 0 && to.every((kid) => kid === originator || audience.includes(kid)));
  return isForAll ? ok(null) : fail('RELAY_AUDIENCE', { file });
};

/**
 * Reads the bundles that are to go along, each verified as if it were to be taken in here.
 * Fails as reading and verifying do, and where one may not go to everybody that the order names.
 */
export const carriedFor = async (
  files: readonly string[],
  order: RelayOrder,
  open: (bytes: Uint8Array) => Promise<Result<VerifiedBundle>>,
): Promise<Result<readonly Carried[]>> => {
  const carried = new Map<string, Carried>();
  for (const file of files) {
    const bytes = await readForeignFile(file);
    if (!bytes.ok) return bytes;
    const bundle = await open(bytes.value);
    if (!bundle.ok) return bundle;
    const may = mayGo(bundle.value, order, path.basename(file));
    if (!may.ok) return may;
    const { manifest, manifestHash } = bundle.value;
    const name = `revision-${manifest.revision}-${manifestHash.slice(0, 16)}`;
    carried.set(manifestHash, { entry: { name, bytes: bytes.value }, label: manifest.label, manifestHash });
  }
  return ok([...carried.values()].sort((a, b) => (a.entry.name < b.entry.name ? -1 : 1)));
};
