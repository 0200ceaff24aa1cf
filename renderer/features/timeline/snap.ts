import { DAY, type EpochMs, HOUR, MINUTE } from '#shared/time/instant.ts';
import { type Zone, fromWall, toWall } from '#shared/time/zone.ts';

const STEPS = [5 * MINUTE, 15 * MINUTE, HOUR, 6 * HOUR, DAY, 7 * DAY] as const;

/** The step that a drag snaps to at a zoom: about six pixels, from five minutes to a week. */
export const snapStep = (msPerPixel: number): number => STEPS.find((step) => step / msPerPixel >= 6) ?? 7 * DAY;

/** The nearest snapping point, on the wall clock of the zone; an anchor within reach draws stronger than the grid. */
export const snap = (at: EpochMs, msPerPixel: number, zone: Zone, anchors: readonly EpochMs[] = []): EpochMs => {
  const reach = 6 * msPerPixel;
  const anchor = anchors.find((candidate) => Math.abs(candidate - at) <= reach);
  if (anchor !== undefined) return anchor;
  const step = snapStep(msPerPixel);
  return fromWall(zone, Math.round(toWall(zone, at) / step) * step);
};
