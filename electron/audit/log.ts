/** The data folder's own audit log: verified, and written to a file. */
import { auditVerifier, type AuditVerifier, type HashedEntry } from '#shared/audit/chain.ts';
import { writeAuditFile } from '#shared/audit/file.ts';
import { type Result, ok } from '#shared/result.ts';
import { formatInstant, SECOND } from '#shared/time/instant.ts';
import { writeFileWhole } from '../exchange/atomicFile.ts';
import type { Keys } from '../keys/identity.ts';
import type { VaultPort } from '../vault/port.ts';

const PAGE = 5000;

/** Calls `visit` for every entry, the oldest first. */
const eachEntry = async (vault: VaultPort, visit: (entry: HashedEntry) => void): Promise<Result<null>> => {
  for (let after = 0; ; ) {
    const page = await vault.log(after, PAGE);
    if (!page.ok) return page;
    for (const entry of page.value) visit(entry);
    const last = page.value.at(-1);
    if (last === undefined || page.value.length < PAGE) return ok(null);
    after = last.seq;
  }
};

/** Holds every entry against its hash. @param wanted sequence numbers that will be held against witnesses. */
export const verifyLog = async (
  vault: VaultPort,
  wanted: ReadonlySet<number> = new Set(),
): Promise<Result<AuditVerifier>> => {
  const verifier = auditVerifier(wanted);
  // Asked first: what is written while the log is read comes after it.
  const end = await vault.auditEnd();
  if (!end.ok) return end;
  const read = await eachEntry(vault, verifier.push);
  if (!read.ok) return read;
  verifier.endAt(end.value);
  return ok(verifier);
};

export interface LogPorts {
  readonly vault: VaultPort;
  readonly keys: Keys;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** Writes the log as it is, faults and all: who reads it is told of them. That it left is its own next entry. */
export const exportLog = async ({ vault, keys, clock }: LogPorts, file: string): Promise<Result<null>> => {
  const own = await keys.show();
  if (!own.ok) return own;
  const author = await vault.author();
  if (!author.ok) return author;
  const head = await vault.auditHead();
  if (!head.ok) return head;
  const entries: HashedEntry[] = [];
  const read = await eachEntry(vault, (entry) => void entries.push(entry));
  if (!read.ok) return read;
  const header = {
    format: 'entente-audit' as const,
    version: 1 as const,
    author: author.value,
    nation: own.value?.card.nation ?? null,
    name: own.value?.card.name ?? null,
    exportedAt: formatInstant(Math.floor(clock() / SECOND) * SECOND),
  };
  const written = await writeFileWhole(file, writeAuditFile(header, entries, head.value, own.value?.signer));
  if (!written.ok) return written;
  return vault.write({ log: [{ at: clock(), code: 'AUDIT_EXPORTED', data: { entries: entries.length } }] });
};
