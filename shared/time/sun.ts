/**
 * When the sun rises and sets at a place, by the equations of the NOAA solar calculator (after Meeus): good to about a
 * minute below 72 degrees of latitude. The upper edge of the disc on a level horizon, with the mean refraction.
 */
import { DAY, type EpochMs, MINUTE } from './instant.ts';

export interface Place {
  /** Degrees, north and east positive. */
  readonly latitude: number;
  readonly longitude: number;
}

/** A day of the sun at a place: it rises and sets, or does neither. */
export type SunDay =
  | { readonly kind: 'rises'; readonly rise: EpochMs; readonly set: EpochMs }
  | { readonly kind: 'polar-day' }
  | { readonly kind: 'polar-night' };

const RAD = Math.PI / 180;
const sin = (degrees: number): number => Math.sin(degrees * RAD);
const cos = (degrees: number): number => Math.cos(degrees * RAD);
const tan = (degrees: number): number => Math.tan(degrees * RAD);

/** Zenith distance of the sun's middle when its edge is on the horizon, in degrees. */
const HORIZON = 90.833;
/** 2000-01-01T12:00Z, from which centuries are counted. */
const J2000: EpochMs = Date.UTC(2000, 0, 1, 12);
const CENTURY = 36_525 * DAY;

/** Where the sun is seen from the earth's middle: declination in degrees, equation of time in minutes. */
const sunAt = (at: EpochMs): { readonly declination: number; readonly equation: number } => {
  const t = (at - J2000) / CENTURY;
  const longitude = 280.46646 + t * (36_000.76983 + t * 0.0003032);
  const anomaly = 357.52911 + t * (35_999.05029 - 0.0001537 * t);
  const eccentricity = 0.016708634 - t * (0.000042037 + 0.0000001267 * t);
  const centre =
    sin(anomaly) * (1.914602 - t * (0.004817 + 0.000014 * t)) +
    sin(2 * anomaly) * (0.019993 - 0.000101 * t) +
    sin(3 * anomaly) * 0.000289;
  const node = 125.04 - 1934.136 * t;
  const apparent = longitude + centre - 0.00569 - 0.00478 * sin(node);
  const meanTilt = 23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60;
  const tilt = meanTilt + 0.00256 * cos(node);
  const y = tan(tilt / 2) ** 2;
  const equation =
    (4 / RAD) *
    (y * sin(2 * longitude) -
      2 * eccentricity * sin(anomaly) +
      4 * eccentricity * y * sin(anomaly) * cos(2 * longitude) -
      0.5 * y * y * sin(4 * longitude) -
      1.25 * eccentricity * eccentricity * sin(2 * anomaly));
  return { declination: Math.asin(sin(tilt) * sin(apparent)) / RAD, equation };
};

/** Half the arc of the day in degrees; beyond 180 or below 0 the sun does not cross the horizon. */
const halfDay = (latitude: number, declination: number): number => {
  const cosine = cos(HORIZON) / (cos(latitude) * cos(declination)) - tan(latitude) * tan(declination);
  if (cosine > 1) return -1;
  return cosine < -1 ? 181 : Math.acos(cosine) / RAD;
};

/** The sun's noon at a place, on the day counted from midnight UTC, taking its wandering into account. */
const noonOf = (midnight: EpochMs, longitude: number): EpochMs => {
  let noon = midnight + (720 - 4 * longitude) * MINUTE;
  noon = midnight + (720 - 4 * longitude - sunAt(noon).equation) * MINUTE;
  return noon;
};

/** The moment at which the sun crosses the horizon before or after its noon; settled in a few rounds. */
const crossing = (midnight: EpochMs, { latitude, longitude }: Place, side: -1 | 1): EpochMs | undefined => {
  let at = noonOf(midnight, longitude);
  for (let round = 0; round < 4; round += 1) {
    const { declination, equation } = sunAt(at);
    const half = halfDay(latitude, declination);
    if (half < 0 || half > 180) return undefined;
    at = midnight + (720 - 4 * longitude - equation + side * 4 * half) * MINUTE;
  }
  return at;
};

/**
 * The sun of one day. Both moments belong to the noon of that day, so that they may lie on the calendar days beside it.
 * @param day any instant of the UTC day meant.
 */
export const sunOn = (day: EpochMs, place: Place): SunDay => {
  const midnight = Math.floor(day / DAY) * DAY;
  // At the poles themselves the day has no length; a hair beside them it has.
  const latitude = Math.max(-89.99, Math.min(89.99, place.latitude));
  const at = { latitude, longitude: place.longitude };
  const [rise, set] = [crossing(midnight, at, -1), crossing(midnight, at, 1)];
  if (rise !== undefined && set !== undefined) return { kind: 'rises', rise, set };
  const { declination } = sunAt(noonOf(midnight, place.longitude));
  return { kind: latitude * declination > 0 ? 'polar-day' : 'polar-night' };
};

/** A stretch without sun. */
export interface Night {
  readonly start: EpochMs;
  readonly end: EpochMs;
}

/**
 * Nights that touch a span, in order; a polar night is one stretch.
 * @param start and end of the span.
 */
export const nightsBetween = (start: EpochMs, end: EpochMs, place: Place): readonly Night[] => {
  const nights: Night[] = [];
  const last = (Math.floor(end / DAY) + 1) * DAY;
  let since: EpochMs | undefined = (Math.floor(start / DAY) - 1) * DAY;
  for (let day = since; day <= last; day += DAY) {
    const sun = sunOn(day, place);
    if (sun.kind === 'polar-night') continue;
    const [rise, set] =
      sun.kind === 'rises' ? [sun.rise, sun.set] : [noonOf(day, place.longitude) - DAY / 2, undefined];
    if (since !== undefined && rise > since) nights.push({ start: since, end: rise });
    since = set;
  }
  if (since !== undefined) nights.push({ start: since, end: last + DAY });
  return nights.filter((night) => night.end > start && night.start < end);
};
