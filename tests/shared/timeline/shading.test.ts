import type { PlanRecord } from '#shared/plan/records.ts';
import { planOf } from '#shared/plan/state.ts';
import { DAY } from '#shared/time/instant.ts';
import { exerciseArea, holidaysOf, shadingOf } from '#shared/timeline/shading.ts';
import { exerciseRecord, locationRecord, uuidOf } from '#tests/support/plans.ts';
import { participantRecord } from '#tests/support/records.ts';

const START = Date.parse('2027-06-07T00:00:00Z');
const WEEK = { start: START, end: START + 7 * DAY };
const at = (n: number, latitude: number, longitude: number, more: object = {}): PlanRecord =>
  ({ ...locationRecord(n, `Place ${n}`), latitude, longitude, ...more }) as PlanRecord;
const bergen = at(2, 60.4, 5.3);
const east = at(3, 60.4, 7.3);
const range = at(4, 68, 15, { type: 'training-area' });

test('the exercise’s own area counts, then its training areas, then all its locations', () => {
  const exercise = exerciseRecord(uuidOf(1), 'Exercise');
  const area = { latitude: 70, longitude: 20 };
  expect(exerciseArea(planOf([exercise]))).toBeUndefined();
  expect(exerciseArea(planOf([exercise, bergen, east]))?.longitude).toBeCloseTo(6.3);
  expect(exerciseArea(planOf([exercise, bergen, east, range]))?.latitude).toBeCloseTo(68);
  expect(exerciseArea(planOf([{ ...exercise, area } as PlanRecord, bergen, range]))).toEqual(area);
});

test('places on both sides of the date line have their middle between them', () => {
  const plan = planOf([at(2, 0, 179), at(3, 0, -177)]);
  expect(Math.abs(exerciseArea(plan)?.longitude ?? 0)).toBeCloseTo(179);
});

test('holidays are days of the exercise’s zone', () => {
  const exercise = { ...exerciseRecord(uuidOf(1), 'Exercise'), zone: 'Europe/Oslo' } as PlanRecord;
  const nor = participantRecord(5, 'NOR', 'Norway', {
    holidays: [{ id: uuidOf(6), date: '2027-06-09', name: 'Free day' }],
  });
  const [holiday] = holidaysOf(planOf([exercise, nor, participantRecord(7, 'SWE', 'Sweden')]));
  expect(holiday).toMatchObject({ code: 'NOR', start: Date.parse('2027-06-08T22:00:00Z') });
  expect((holiday?.end ?? 0) - (holiday?.start ?? 0)).toBe(DAY);
});

test('nights are shaded where a day is wide enough to show them, holidays where they are in sight', () => {
  const holidays = [{ participant: uuidOf(5), code: 'NOR', name: 'x', start: START + DAY, end: START + 2 * DAY }];
  const source = { area: { latitude: 60, longitude: 10 }, holidays };
  expect(shadingOf(source, WEEK, DAY / 100, 'UTC').nights).toHaveLength(8);
  expect(shadingOf(source, WEEK, DAY / 10, 'UTC').nights).toEqual([]);
  expect(shadingOf({ ...source, area: undefined }, WEEK, DAY / 100, 'UTC').nights).toEqual([]);
  expect(shadingOf(source, WEEK, DAY / 100, 'UTC').holidays).toHaveLength(1);
  expect(shadingOf(source, { start: START + 3 * DAY, end: WEEK.end }, DAY / 100, 'UTC').holidays).toEqual([]);
  expect(shadingOf(source, WEEK, DAY, 'UTC').holidays).toEqual([]);
});
