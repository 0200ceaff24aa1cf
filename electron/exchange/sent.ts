/** What an originator last sent, kept in the vault from bundle to bundle: the third side of a review. */
import type { VerifiedBundle } from '#shared/exchange/read.ts';
import { type LastSents, lastSents, type Sent, sentKey, type SentRecord, withSent } from '#shared/plan/merge/sent.ts';
import { type Result, ok } from '#shared/result.ts';
import { finish } from '#shared/work.ts';
import { packText, unpackText } from '../vault/payload.ts';
import type { SentUpTo, VaultPort } from '../vault/port.ts';

const NOTHING: Sent = new Map();

/** Records that cannot be read again are as good as never sent: the review then has two sides. */
const sentOf = ({ records }: SentUpTo): Sent => {
  const text = unpackText(records);
  if (text === undefined) return NOTHING;
  return new Map((JSON.parse(text) as readonly SentRecord[]).map((sent) => [sentKey(sent.record), sent]));
};

const sentBefore = async (vault: VaultPort, { manifest, originator }: VerifiedBundle): Promise<Result<Sent>> => {
  const found = await vault.sent(manifest.exerciseId, originator, manifest.revision);
  if (!found.ok) return found;
  return ok(found.value === null ? NOTHING : sentOf(found.value));
};

/** What the originator of a bundle had sent of the bundle's records before it. */
export const lastSentOf = async (vault: VaultPort, bundle: VerifiedBundle): Promise<Result<LastSents>> => {
  const before = await sentBefore(vault, bundle);
  return before.ok ? ok(finish(lastSents(before.value, bundle.records))) : before;
};

/** All that it has sent with this bundle, for the transaction that takes it in. */
export const sentWith = async (vault: VaultPort, bundle: VerifiedBundle): Promise<Result<SentUpTo>> => {
  const before = await sentBefore(vault, bundle);
  if (!before.ok) return before;
  const { manifest, originator, records } = bundle;
  const all = withSent(before.value, records, manifest.revision);
  return ok({
    exerciseId: manifest.exerciseId,
    originator,
    revision: manifest.revision,
    records: packText(JSON.stringify([...all.values()])),
  });
};
