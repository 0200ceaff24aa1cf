/** One test vector: a file, the reason against it, and what its reader knows. */
import type { BundleReason } from '#shared/exchange/reasons.ts';

/** What the reader knows before it reads. */
export interface Context {
  /** Bravo has no identity yet. */
  readonly noIdentity?: true;
  /** The newest bundle of Alpha's that Bravo has seen. */
  readonly seen?: { readonly revision: number; readonly manifestHash: string };
  /** Bravo's clock and the newest time it knows of, when not `NOW`; ISO 8601. */
  readonly now?: string;
  readonly floor?: string;
}

export interface Case {
  readonly file: string;
  readonly reason: BundleReason;
  readonly bytes: Uint8Array | Promise<Uint8Array>;
  readonly context?: Context;
}

const ENDINGS = [
  ['card-', '.entente-card'],
  ['statement-', '.entente-statement'],
  ['receipt-', '.entente-receipt'],
] as const;

/** How the file of a case ends, by what the case is about. */
export const endingOf = (file: string): string => ENDINGS.find(([start]) => file.startsWith(start))?.[1] ?? '.entente';
