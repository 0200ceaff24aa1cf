/** Coordinates as planners write them: decimal degrees, degrees and minutes, MGRS; WGS 84 throughout. */
import { forward, toPoint } from 'mgrs';
import { type Result, fail, ok } from '../../result.ts';

export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

const NUMBER = String.raw`(\d{1,3}(?:[.,]\d+)?)`;
const PART = new RegExp(
  String.raw`^\s*([NSEW])?\s*(-?)${NUMBER}\s*°?\s*(?:${NUMBER}\s*['′]?\s*)?(?:${NUMBER}\s*["″]?\s*)?([NSEW])?\s*$`,
  'i',
);

const read = (text: string | undefined): number => (text === undefined ? 0 : Number(text.replace(',', '.')));

/** Degrees of one half (`60° 17.6' N`, `-5.2181`); undefined when it is none. */
const degrees = (text: string, positive: string, negative: string): number | undefined => {
  const [, before, sign, whole, minutes, seconds, behind] = PART.exec(text) ?? [];
  if (whole === undefined || read(minutes) >= 60 || read(seconds) >= 60) return undefined;
  const letter = (before ?? behind ?? '').toUpperCase();
  if (letter !== '' && letter !== positive && letter !== negative) return undefined;
  const value = read(whole) + read(minutes) / 60 + read(seconds) / 3600;
  return sign === '-' || letter === negative ? -value : value;
};

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

const bounded = (latitude: number, longitude: number): Result<Coordinates> =>
  Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
    ? ok({ latitude: round(latitude), longitude: round(longitude) })
    : fail('COORDINATES_RANGE');

/**
 * Reads `60.2934, 5.2181`, `60°17.6'N 5°13.1'E` or `32V KN 9014 0123`.
 * Fails with COORDINATES_UNREADABLE {text} or COORDINATES_RANGE.
 */
export const parseCoordinates = (text: string): Result<Coordinates> => {
  const trimmed = text.trim();
  if (/^\d{1,2}\s*[C-HJ-NP-X]\s*[A-HJ-NP-Z]{2}[\s\d]*$/i.test(trimmed)) {
    try {
      const [longitude, latitude] = toPoint(trimmed.replaceAll(/\s/g, '').toUpperCase());
      return bounded(latitude, longitude);
    } catch {
      return fail('COORDINATES_UNREADABLE', { text: trimmed.slice(0, 60) });
    }
  }
  const halves = /[,;]\s+|;/.test(trimmed)
    ? trimmed.split(/[,;]\s+|;/)
    : (/^([NS][^EW]*)([EW].*)$/i.exec(trimmed)?.slice(1) ??
      /^([^NS]+[NS])\s*(.*)$/i.exec(trimmed)?.slice(1) ??
      trimmed.split(/\s*,\s*|\s+/));
  const [first, second, ...more] = halves;
  const latitude = degrees(first ?? '', 'N', 'S');
  const longitude = degrees(second ?? '', 'E', 'W');
  if (latitude === undefined || longitude === undefined || more.length > 0)
    return fail('COORDINATES_UNREADABLE', { text: trimmed.slice(0, 60) });
  return bounded(latitude, longitude);
};

const half = (value: number, positive: string, negative: string): string => {
  const whole = Math.floor(Math.abs(value));
  const minutes = ((Math.abs(value) - whole) * 60).toFixed(2).padStart(5, '0');
  return `${whole}°${minutes}'${value < 0 ? negative : positive}`;
};

/** `60°17.60'N 5°13.09'E` */
export const formatLatLon = ({ latitude, longitude }: Coordinates): string =>
  `${half(latitude, 'N', 'S')} ${half(longitude, 'E', 'W')}`;

/** The 10 m square in MGRS; empty beyond 84° N and 80° S, where MGRS has another grid. */
export const formatMgrs = ({ latitude, longitude }: Coordinates): string => {
  if (latitude > 84 || latitude < -80) return '';
  const text = forward([longitude, latitude], 4);
  return text.replace(/^(\d+[A-Z])([A-Z]{2})(\d{4})(\d{4})$/, '$1 $2 $3 $4');
};
