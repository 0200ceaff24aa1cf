/** Whether a verified manifest is the newest word of its originator (M13) and within its time (M14). */
import { type Result, fail, ok } from '../result.ts';
import { parseInstant } from '../time/instant.ts';
import { LIMITS } from './limits.ts';
import type { Manifest } from './manifest.ts';

/** The newest bundle seen of an originator about an exercise. */
export interface Seen {
  readonly revision: number;
  readonly manifestHash: string;
}

/** When a bundle is read, as far as that can be known. */
export interface Moment {
  /** Epoch milliseconds of this machine's clock. */
  readonly now: number;
  /** The newest `issuedAt` of any bundle seen, and when this program was built: no clock may stand before them. */
  readonly floor: number;
}

const ms = (instant: string): number => {
  const parsed = parseInstant(instant);
  return parsed.ok ? parsed.value : 0;
};

/** Fails with EXPIRED {until} or NOT_YET_VALID {from}; a clock that was set back does not make an old plan young. */
export const checkDates = ({ issuedAt, expiresAt }: Manifest, { now, floor }: Moment): Result<null> => {
  const today = Math.max(now, floor);
  if (ms(expiresAt) <= today) return fail('EXPIRED', { until: expiresAt });
  if (ms(issuedAt) > now + LIMITS.ahead) return fail('NOT_YET_VALID', { from: issuedAt });
  return ms(expiresAt) <= ms(issuedAt) || ms(expiresAt) - ms(issuedAt) > LIMITS.life
    ? fail('MANIFEST_INVALID', { field: 'expiresAt' })
    : ok(null);
};

/** How a bundle stands to the newest one seen before it. */
export type Standing = 'first' | 'same' | 'next' | 'gap';

/**
 * Fails with REVISION_ROLLBACK {revision, seen} for an older bundle, and REVISION_EQUIVOCATION {revision} when the
 * originator signed two different ones under one number. A gap is for a person to decide.
 */
export const standingOf = (
  { revision, previous }: Manifest,
  manifestHash: string,
  seen: Seen | undefined,
): Result<Standing> => {
  if (seen === undefined) return ok('first');
  if (revision < seen.revision) return fail('REVISION_ROLLBACK', { revision, seen: seen.revision });
  if (revision === seen.revision) {
    return seen.manifestHash === manifestHash ? ok('same') : fail('REVISION_EQUIVOCATION', { revision });
  }
  // Bundles between may have gone to others, so only the next one must name the one we have, and a later one must not.
  const isNext = revision === seen.revision + 1;
  const fits = isNext === (previous === seen.manifestHash);
  return ok(fits && revision - seen.revision <= LIMITS.gap ? 'next' : 'gap');
};

/** A gap needs somebody's word: the window asks, the command line wants `--allow-gap`. Fails with REVISION_GAP. */
export const allowGap = (standing: Standing, allowed: boolean): Result<null> =>
  standing === 'gap' && !allowed ? fail('REVISION_GAP') : ok(null);
