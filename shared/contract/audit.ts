/** What the renderer may ask of the audit log. */
import { z } from 'zod';
import { type AuditFault, type Checkpoint, type HashedEntry } from '../audit/chain.ts';
import { AUDIT_GROUPS } from '../audit/codes.ts';
import { MAX_TERM, MAX_TERMS } from '../audit/terms.ts';
import { line } from '../plan/base.ts';
import { request } from './define.ts';

export interface AuditPage {
  /** Newest first. */
  readonly entries: readonly HashedEntry[];
  /** How many entries there are in all, whatever is searched for. */
  readonly total: number;
}

export interface AuditVerdict {
  readonly head: Checkpoint;
  readonly fault: AuditFault | null;
}

const MAX_AUDIT_PAGE = 500;

export const auditRequests = {
  'audit.page': request<AuditPage>()(
    z.strictObject({
      /** Entries before this number; absent: from the newest on. */
      before: z.int().min(1).optional(),
      limit: z.int().min(1).max(MAX_AUDIT_PAGE),
      group: z.enum(AUDIT_GROUPS).optional(),
      /** What is looked for, word by word, as `auditTerms` makes it. */
      terms: z
        .array(
          z.strictObject({
            codes: z.array(line(40)).max(100).readonly(),
            texts: z.array(line(MAX_TERM).min(1)).max(40).readonly(),
          }),
        )
        .max(MAX_TERMS)
        .readonly()
        .optional(),
    }),
  ),
  'audit.verify': request<AuditVerdict>()(z.undefined()),
  /** Null when the dialog was cancelled. */
  'audit.export': request<{ readonly file: string } | null>()(z.undefined()),
} as const;
