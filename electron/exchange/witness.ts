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

const rotatedSchema = z.object({ from: z.string(), kid: z.string() });

/** The keys that have handed over to a key, itself among them: a log stays the same when its maker's keys are renewed. */
export const lineageIn = async (vault: VaultPort): Promise<Result<(kid: string) => ReadonlySet<string>>> => {
  const entries = await vault.auditPage({ codes: ['PARTNER_ROTATED', 'IDENTITY_ROTATED'], limit: MOST });
  if (!entries.ok) return entries;
  const before = new Map(
    entries.value.flatMap(({ data }) => {
      const { success, data: rotated } = rotatedSchema.safeParse(data);
      return success ? [[rotated.kid, rotated.from] as const] : [];
    }),
  );
  return ok((kid) => {
    const line = new Set<string>();
    for (let key: string | undefined = kid; key !== undefined && !line.has(key); key = before.get(key)) line.add(key);
    return line;
  });
};

/** Whether the log of a bundle's maker still is what its earlier bundles said; null where nothing speaks against it. */
export const judgeMaker = async (
  vault: VaultPort,
  { manifest, originator }: VerifiedBundle,
): Promise<Result<WitnessFault | null>> => {
  const stored = await storedWitnesses(vault);
  if (!stored.ok) return stored;
  const lineage = await lineageIn(vault);
  if (!lineage.ok) return lineage;
  const { exerciseId, revision, audit } = manifest;
  const keys = lineage.value(originator);
  // Each key counts its revisions from one; all of a former key came before.
  const own = stored.value.flatMap((seen) =>
    keys.has(seen.originator) ? [seen.originator === originator ? seen : { ...seen, revision: 0 }] : [],
  );
  return ok(judgeSeen(own, { exerciseId, revision, ...audit }) ?? null);
};
