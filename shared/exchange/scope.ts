/** What a key is accepted for here: a partner's signature counts only in the roles that it was given. */
import { z } from 'zod';
import { idSchema } from '../plan/base.ts';
import { type Result, fail, ok } from '../result.ts';
import type { Manifest } from './manifest.ts';

export const scopeSchema = z.strictObject({
  /** It may originate bundles. */
  plans: z.boolean(),
  /** It may countersign. */
  countersign: z.boolean(),
  /** It may act as a release officer. */
  release: z.boolean(),
  /** In these exercises only; absent: in all. */
  exercises: z.array(idSchema).max(200).optional(),
});
export type Scope = z.infer<typeof scopeSchema>;

/** What a new card may do before anybody has said more: send its plans. */
export const DEFAULT_SCOPE: Scope = { plans: true, countersign: false, release: false };

/** Our own key may do whatever this data folder does. */
export const FULL_SCOPE: Scope = { plans: true, countersign: true, release: true };

const NEEDED = { originator: 'plans', countersigner: 'countersign', 'release-officer': 'release' } as const;

/** Fails with SIGNER_SCOPE {kid, role} for the first signer that signs what it may not sign here. */
export const checkScope = (
  { signers, exerciseId }: Pick<Manifest, 'signers' | 'exerciseId'>,
  scopeOf: (kid: string) => Scope,
): Result<null> => {
  for (const { kid, role } of signers) {
    const scope = scopeOf(kid);
    const here = scope.exercises === undefined || scope.exercises.includes(exerciseId);
    if (!scope[NEEDED[role]] || !here) return fail('SIGNER_SCOPE', { kid: kid.slice(0, 12), role });
  }
  return ok(null);
};
