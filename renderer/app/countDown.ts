import { DAY, type EpochMs } from '#shared/time/instant.ts';
import { toWall, type Zone } from '#shared/time/zone.ts';

export type CountDownState =
  | { readonly phase: 'before'; readonly days: number }
  | { readonly phase: 'during'; readonly day: number }
  | { readonly phase: 'after'; readonly days: number };

const dayOf = (zone: Zone, ms: EpochMs): number => Math.floor(toWall(zone, ms) / DAY);

/**
 * Where an exercise stands, in calendar days of its zone.
 * @param end when it ends; without it, an exercise that has begun goes on.
 */
export const countDown = (zone: Zone, now: EpochMs, start: EpochMs, end: EpochMs | undefined): CountDownState => {
  const today = dayOf(zone, now);
  const first = dayOf(zone, start);
  if (today < first) return { phase: 'before', days: first - today };
  const last = end === undefined ? today : dayOf(zone, end);
  return today > last ? { phase: 'after', days: today - last } : { phase: 'during', day: today - first + 1 };
};
