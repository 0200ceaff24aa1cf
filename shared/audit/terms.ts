/** One word of a search: an entry has it that has one of these codes, or in whose code or data one of these texts occurs. */
export interface AuditTerm {
  readonly codes: readonly string[];
  readonly texts: readonly string[];
}

/** More words than this only repeat themselves. */
export const MAX_TERMS = 12;
/** Characters of one text. */
export const MAX_TERM = 200;
