/** Receipts: written for what was taken in, and held against what was sent. */
import path from 'node:path';
import type { SentBundle } from '#shared/contract/cosign.ts';
import { type Receipt, readReceipt, writeReceipt } from '#shared/exchange/receipt.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { formatInstant, SECOND } from '#shared/time/instant.ts';
import { keysOf, type Known } from '../keys/partners.ts';
import type { LogEntry } from '../vault/port.ts';
import { writeFileWhole } from './atomicFile.ts';
import type { BundlePorts } from './bundles.ts';
import { nodeCrypto } from './crypto.ts';

const MOST = 500;

/**
 * Entries of the log whose members are these. A hash may stand in an entry about another bundle too: as one that went
 * along, or as the head of a partner's log.
 */
const entriesAbout = async (
  { vault }: Pick<BundlePorts, 'vault'>,
  codes: readonly string[],
  named: Readonly<Record<string, string | number>>,
): Promise<Result<readonly LogEntry[]>> => {
  const found = await vault.auditPage({ codes, text: String(Object.values(named)[0] ?? ''), limit: MOST });
  if (!found.ok) return found;
  return ok(found.value.filter(({ data }) => Object.entries(named).every(([name, value]) => data[name] === value)));
};

/**
 * Writes the receipt of a bundle that was taken in here.
 * Fails with IDENTITY_MISSING, RECEIPT_NOT_TAKEN (nothing of it was taken in), or as writing does.
 */
export const writeReceiptFor = async (
  manifestHash: string,
  file: string,
  ports: BundlePorts,
): Promise<Result<{ readonly file: string }>> => {
  const own = await ports.keys.show();
  if (!own.ok) return own;
  if (own.value === null) return fail('IDENTITY_MISSING');
  const entries = await entriesAbout(ports, ['IMPORTED'], { manifestHash });
  if (!entries.ok) return entries;
  const [entry] = entries.value;
  if (entry === undefined) return fail('RECEIPT_NOT_TAKEN');
  const { exerciseId, originator, revision, taken } = entry.data;
  const receipt = {
    exerciseId: String(exerciseId),
    originator: String(originator),
    revision: Number(revision),
    manifestHash,
    receivedAt: formatInstant(Math.floor(entry.at / SECOND) * SECOND),
    taken: Number(taken ?? 0),
  };
  const log: readonly LogEntry[] = [{ at: ports.clock(), code: 'RECEIPT_WRITTEN', data: receipt }];
  const written = await writeFileWhole(file, writeReceipt(receipt, own.value.signer), () => ports.vault.write({ log }));
  return written.ok ? ok({ file: path.basename(file) }) : written;
};

export interface TakenReceipt {
  readonly receipt: Receipt;
  readonly from: Known;
}

/**
 * Takes a partner's receipt in; the same one again changes nothing.
 * Fails with RECEIPT_INVALID, RECEIPT_UNMATCHED (no bundle of ours is the one it names), or what is wrong with the signer.
 */
export const takeReceipt = async (bytes: Uint8Array, ports: BundlePorts): Promise<Result<TakenReceipt>> => {
  const known = await ports.partners.list();
  if (!known.ok) return known;
  const receipt = readReceipt(bytes, keysOf(known.value, undefined, ports.clock()), nodeCrypto);
  if (!receipt.ok) return receipt;
  const { manifestHash, recipient, originator, revision, receivedAt, taken, exerciseId } = receipt.value;
  const from = known.value.find(({ card }) => card.kid === recipient);
  if (from === undefined) return fail('SIGNER_UNKNOWN', { kid: recipient.slice(0, 12) });
  // All that it says of the bundle has to be so: what is shown afterwards is the receipt's word.
  const named = { manifestHash, originator, exerciseId, revision };
  const sent = await entriesAbout(ports, ['EXPORTED', 'RELEASE_REQUESTED'], named);
  if (!sent.ok) return sent;
  if (sent.value.length === 0) return fail('RECEIPT_UNMATCHED', { revision });
  const before = await entriesAbout(ports, ['RECEIPT_TAKEN'], { manifestHash, recipient });
  if (!before.ok) return before;
  if (before.value.length > 0) return ok({ receipt: receipt.value, from });
  const { nation, name } = from.card;
  const data = { exerciseId, revision, manifestHash, recipient, nation, name, receivedAt, taken };
  const written = await ports.vault.write({ log: [{ at: ports.clock(), code: 'RECEIPT_TAKEN', data }] });
  return written.ok ? ok({ receipt: receipt.value, from }) : written;
};

/** What was sent of an exercise, the newest first, and who confirmed it. */
export const sentBundles = async (
  exerciseId: string,
  ports: Pick<BundlePorts, 'vault' | 'partners'>,
): Promise<Result<readonly SentBundle[]>> => {
  const entries = await entriesAbout(ports, ['EXPORTED', 'RELEASE_REQUESTED', 'RECEIPT_TAKEN'], { exerciseId });
  if (!entries.ok) return entries;
  const known = await ports.partners.list();
  if (!known.ok) return known;
  const nameOf = (kid: unknown): string => {
    const card = known.value.find((partner) => partner.card.kid === kid)?.card;
    return card === undefined ? String(kid).slice(0, 12) : `${card.nation} ${card.name}`;
  };
  const receipts = entries.value.filter(({ code }) => code === 'RECEIPT_TAKEN');
  const sent = entries.value.filter(({ code }) => code !== 'RECEIPT_TAKEN');
  return ok(
    sent.map(({ at, code, data }) => ({
      at,
      requested: code === 'RELEASE_REQUESTED',
      revision: Number(data['revision']),
      file: typeof data['file'] === 'string' ? data['file'] : '',
      to: (Array.isArray(data['audience']) ? data['audience'] : []).map(nameOf),
      receipts: receipts
        .filter((receipt) => receipt.data['manifestHash'] === data['manifestHash'])
        .map((receipt) => ({
          from: `${String(receipt.data['nation'])} ${String(receipt.data['name'])}`,
          receivedAt: String(receipt.data['receivedAt']),
          taken: Number(receipt.data['taken']),
        })),
    })),
  );
};
