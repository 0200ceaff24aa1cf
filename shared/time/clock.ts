import { z } from 'zod';
import { fail, ok, type Result } from '../result.ts';
import { HOUR, type EpochMs } from './instant.ts';

/**
 * A hybrid logical clock's stamp: `<milliseconds>.<counter>.<author>`, the numbers in base 36 and padded, so that
 * comparing the text compares time, then counter, then author. A stamp is later than every stamp its author knew.
 * After Kulkarni et al., "Logical Physical Clocks", 2014.
 */
export type Stamp = string;

/** How far ahead of the own clock another's may be. More is a wrong clock, and would make its author win for ever. */
export const MAX_AHEAD = 48 * HOUR;

const MS_DIGITS = 9;
const COUNTER_DIGITS = 4;
const MAX_COUNTER = 36 ** COUNTER_DIGITS - 1;
const MAX_MS = 36 ** MS_DIGITS - 1;
/**
 * Three authors there can be none of: what was seen of each author is a member of every signed manifest, where these
 * names are refused. One stamp of theirs would make all later bundles of whoever took it in unreadable.
 */
const FORM = /^[0-9a-z]{9}\.[0-9a-z]{4}\.(?!(?:__proto__|constructor|prototype)$)[A-Za-z0-9_-]{1,64}$/;

const AUTHOR_START = MS_DIGITS + 1 + COUNTER_DIGITS + 1;

export const stampSchema = z
  .string()
  .max(AUTHOR_START + 64)
  .regex(FORM);

/** The clock of one author, as it is kept between stamps. */
export interface ClockState {
  readonly author: string;
  readonly ms: EpochMs;
  readonly counter: number;
}

const digits = (n: number, width: number): string => n.toString(36).padStart(width, '0');

/** A clock that has given no stamp yet. `author` is 1 to 64 letters, digits, `-` and `_`. */
export const newClock = (author: string): ClockState => ({ author, ms: 0, counter: 0 });

export const stampOf = ({ ms, counter, author }: ClockState): Stamp =>
  `${digits(ms, MS_DIGITS)}.${digits(counter, COUNTER_DIGITS)}.${author}`;

export const stampMs = (stamp: Stamp): EpochMs => Number.parseInt(stamp.slice(0, MS_DIGITS), 36);
export const stampCounter = (stamp: Stamp): number => Number.parseInt(stamp.slice(MS_DIGITS + 1, AUTHOR_START - 1), 36);
export const stampAuthor = (stamp: Stamp): string => stamp.slice(AUTHOR_START);

/** Negative when `a` is earlier. Compares code units, never by the rules of a language. */
export const compareStamps = (a: Stamp, b: Stamp): number => (a < b ? -1 : a > b ? 1 : 0);

/** A counter that is used up moves the clock on by a millisecond, so that order never breaks. */
function step(author: string, ms: EpochMs, counter: number): ClockState {
  return counter > MAX_COUNTER ? { author, ms: ms + 1, counter: 0 } : { author, ms, counter };
}

/**
 * The clock after one more event of its author; its stamp is `stampOf` of what returns.
 * A computer's clock that was set back does not turn stamps back: the counter goes on instead.
 */
export function tick(clock: ClockState, now: EpochMs): ClockState {
  const wall = Math.min(Math.max(0, Math.floor(now)), MAX_MS);
  return wall > clock.ms
    ? { author: clock.author, ms: wall, counter: 0 }
    : step(clock.author, clock.ms, clock.counter + 1);
}

/**
 * The clock after it has seen another author's stamp: its next stamp is later than that one.
 * Fails with STAMP_INVALID {stamp}, or STAMP_AHEAD {author, hours} when the stamp is more than 48 hours ahead of `now`.
 */
export function receive(clock: ClockState, remote: Stamp, now: EpochMs): Result<ClockState> {
  if (!FORM.test(remote)) return fail('STAMP_INVALID', { stamp: remote.slice(0, 100) });
  const ms = stampMs(remote);
  if (ms - now > MAX_AHEAD) {
    return fail('STAMP_AHEAD', { author: stampAuthor(remote), hours: Math.floor((ms - now) / HOUR) });
  }
  const counter = stampCounter(remote);
  const newer = ms > clock.ms || (ms === clock.ms && counter > clock.counter);
  return ok(newer ? { author: clock.author, ms, counter } : clock);
}
