import type { Work } from '../../work.ts';
import type { Kind } from '../records.ts';
import type { CheckIndex } from './checkIndex.ts';

export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Something a rule found: a stable code, the records it is about, and what fills the rule's sentence. */
export interface Finding {
  /** `MOV-003`; the sentence stands in the catalogue as `checks.MOV_003`. */
  readonly code: string;
  readonly severity: Severity;
  readonly subjects: readonly { readonly kind: Kind; readonly id: string }[];
  readonly params: Readonly<Record<string, string | number>>;
}

/** One rule of the plan, pure, as work that can be laid down between records. */
export type Check = (index: CheckIndex) => Work<readonly Finding[]>;
