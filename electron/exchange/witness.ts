/** What partners' bundles said of their audit logs, kept in our own log with each import. */
import { z } from 'zod';
import { judgeSeen, type Seen, type WitnessFault } from '#shared/audit/witness.ts';
import type { VerifiedBundle } from '#shared/exchange/read.ts';
import { type Result, ok } from '#shared/result.ts';
import type { VaultPort } from '../vault/port.ts';

/** The newest imports that are looked at. */
const MOST = 5000;

const importSchema = z.object({
  originator: z.string(),
  exerciseId: z.string(),
  revision: z.number(),
  theirSequence: z.number(),
  theirHead: z.string(),
});

export interface StoredWitness extends Seen {
  readonly originator: string;
}

/** Every checkpoint of partners' logs that we have taken in, the newest first. */
export const storedWitnesses = async (vault: VaultPort): Promise<Result<readonly StoredWitness[]>> => {
  const entries = await vault.auditPage({ codes: ['IMPORTED'], limit: MOST });
  if (!entries.ok) return entries;
  return ok(
    entries.value.flatMap(({ data }) => {
      const parsed = importSchema.safeParse(data);
      if (!parsed.success) return [];
      const { originator, exerciseId, revision, theirSequence, theirHead } = parsed.data;
      return [{ originator, exerciseId, revision, sequence: theirSequence, head: theirHead }];
    }),
  );
};

/** Whether the log of a bundle's maker still is what its earlier bundles said; null where nothing speaks against it. */
export const judgeMaker = async (
  vault: VaultPort,
  { manifest, originator }: VerifiedBundle,
): Promise<Result<WitnessFault | null>> => {
  const stored = await storedWitnesses(vault);
  if (!stored.ok) return stored;
  const { exerciseId, revision, audit } = manifest;
  const own = stored.value.filter((seen) => seen.originator === originator);
  return ok(judgeSeen(own, { exerciseId, revision, ...audit }) ?? null);
};
