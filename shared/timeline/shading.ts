/** Times of rest and of darkness behind the bars: weekends, the participants' holidays, nights at the exercise area. */
import { type PlanState, exerciseOf, live } from '../plan/state.ts';
import type { Span } from '../plan/times.ts';
import { DAY } from '../time/instant.ts';
import { type Place, nightsBetween } from '../time/sun.ts';
import { type Zone, fromWall } from '../time/zone.ts';
import { weekendsOf } from './axis.ts';
import type { HolidayMark, Shading } from './scene.ts';

/** Pixels of a day from which its night is told apart, and its holidays. */
const NIGHT_FROM = 22;
const HOLIDAY_FROM = 3;

/** The middle of places, as unit vectors: right across the date line and near the poles too. */
const middleOf = (places: readonly Place[]): Place | undefined => {
  let [x, y, z] = [0, 0, 0];
  for (const { latitude, longitude } of places) {
    const [phi, lambda] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
    x += Math.cos(phi) * Math.cos(lambda);
    y += Math.cos(phi) * Math.sin(lambda);
    z += Math.sin(phi);
  }
  if (Math.hypot(x, y, z) < 1e-9) return undefined;
  return {
    latitude: (Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI,
    longitude: (Math.atan2(y, x) * 180) / Math.PI,
  };
};

/** Where the exercise is: its area, else the middle of its training areas, else that of all its locations. */
export const exerciseArea = (plan: PlanState): Place | undefined => {
  const area = exerciseOf(plan)?.area;
  if (area !== undefined) return area;
  const located = live(plan, 'location').flatMap(({ type, latitude, longitude }) =>
    latitude === undefined || longitude === undefined ? [] : [{ type, latitude, longitude }],
  );
  const training = located.filter(({ type }) => type === 'training-area');
  return middleOf(training.length > 0 ? training : located);
};

/** Every holiday of the participants, as days of the exercise's zone, in order. */
export const holidaysOf = (plan: PlanState): readonly HolidayMark[] => {
  const zone = exerciseOf(plan)?.zone ?? 'UTC';
  return live(plan, 'participant')
    .flatMap(({ id, code, holidays = [] }) =>
      holidays.map(({ date, name }): HolidayMark => {
        const wall = Date.parse(`${date}T00:00:00Z`);
        return { participant: id, code, name, start: fromWall(zone, wall), end: fromWall(zone, wall + DAY) };
      }),
    )
    .sort((a, b) => a.start - b.start || (a.code < b.code ? -1 : 1));
};

export interface ShadingSource {
  readonly area: Place | undefined;
  readonly holidays: readonly HolidayMark[];
  /** Days of the week; Saturday and Sunday without it. */
  readonly weekend?: readonly number[] | undefined;
}

/** What shades a stretch of time at a zoom; what would be too narrow to tell is left out. */
export const shadingOf = (
  { area, holidays, weekend }: ShadingSource,
  span: Span,
  msPerPixel: number,
  zone: Zone,
): Shading => ({
  weekends: weekendsOf(span, msPerPixel, zone, weekend),
  nights: area === undefined || DAY / msPerPixel < NIGHT_FROM ? [] : nightsBetween(span.start, span.end, area),
  holidays:
    DAY / msPerPixel < HOLIDAY_FROM ? [] : holidays.filter(({ start, end }) => end > span.start && start < span.end),
});
