/** The audit log as one number and one hash: whoever has an earlier pair can tell whether entries were taken away. */
import { createHash } from 'node:crypto';
import { canonicalBytes } from '#shared/exchange/canonical.ts';
import { type Result, ok } from '#shared/result.ts';
import type { VaultPort } from '../vault/port.ts';

export interface AuditHead {
  /** Number of the newest entry; 0 for an empty log. */
  readonly sequence: number;
  /** SHA-256 over the head before it and the entry's canonical form, from 64 zeros on; lower-case hex. */
  readonly head: string;
}

const PAGE = 1000;

/** The log's head as it is now, computed over all of it. */
export const auditHead = async (vault: VaultPort): Promise<Result<AuditHead>> => {
  let head = '0'.repeat(64);
  let sequence = 0;
  for (;;) {
    const page = await vault.log(sequence, PAGE);
    if (!page.ok) return page;
    for (const entry of page.value) {
      head = createHash('sha256').update(head).update(canonicalBytes(entry)).digest('hex');
      sequence = entry.seq;
    }
    if (page.value.length < PAGE) return ok({ sequence, head });
  }
};
