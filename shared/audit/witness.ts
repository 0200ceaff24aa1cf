/**
 * A partner's audit log as its bundles witness it. Each bundle says where its maker's log stood, under that maker's
 * signature; what an earlier one said must still be so later.
 */
import type { Checkpoint } from './chain.ts';

/** What a bundle said when it was taken in. */
export interface Seen extends Checkpoint {
  readonly exerciseId: string;
  readonly revision: number;
}

/** `AUDIT_CUT`: the log is shorter than it was. `AUDIT_REWRITTEN`: it says something else at the same entry. */
export type WitnessFault = 'AUDIT_CUT' | 'AUDIT_REWRITTEN';

/**
 * Holds what a bundle says of its maker's log against what that maker's earlier bundles said. Bundles of two exercises
 * may be taken in in another order than they were made, so a shorter log counts within one exercise alone.
 */
export const judgeSeen = (seen: readonly Seen[], now: Seen): WitnessFault | undefined => {
  if (seen.some(({ sequence, head }) => sequence === now.sequence && head !== now.head)) return 'AUDIT_REWRITTEN';
  return seen.some(
    ({ exerciseId, revision, sequence }) =>
      exerciseId === now.exerciseId && revision < now.revision && sequence > now.sequence,
  )
    ? 'AUDIT_CUT'
    : undefined;
};
