import { bites, caveatsBinding } from '#shared/plan/caveat/bites.ts';
import type { Caveat } from '#shared/plan/caveat/schema.ts';
import type { Location } from '#shared/plan/location/schema.ts';
import { planOf } from '#shared/plan/state.ts';
import { locationRecord, uuidOf } from '#tests/support/plans.ts';
import { participantRecord, unitRecord } from '#tests/support/records.ts';

const caveat = (more: Partial<Caveat> = {}, n = 95): Caveat => ({
  id: uuidOf(n),
  text: 'Not that.',
  areas: [],
  countries: [],
  tasks: [],
  needsApproval: false,
  ...more,
});
const bergen = { ...locationRecord(30, 'Bergen'), country: 'NOR' } as Location;
const during = (from: string, until: string, location: Location | undefined = bergen) => ({
  task: 'serial',
  location,
  zone: 'Europe/Oslo',
  span: { start: Date.parse(`2027-06-${from}:00Z`), end: Date.parse(`2027-06-${until}:00Z`) },
});
const morning = during('08T06:00', '08T08:00');

test('words alone bite nowhere', () => {
  expect(bites(caveat(), morning)).toBe(false);
});

test('every limit that is given has to fit', () => {
  expect(bites(caveat({ tasks: ['serial'] }), morning)).toBe(true);
  expect(bites(caveat({ tasks: ['movement'] }), morning)).toBe(false);
  expect(bites(caveat({ tasks: ['serial'], areas: [uuidOf(31)] }), morning)).toBe(false);
  expect(bites(caveat({ areas: [bergen.id] }), morning)).toBe(true);
  expect(bites(caveat({ countries: ['NOR'] }), morning)).toBe(true);
  expect(bites(caveat({ countries: ['SWE'] }), morning)).toBe(false);
  expect(bites(caveat({ countries: ['NOR'] }), { ...morning, location: undefined })).toBe(false);
});

test('hours are read on the clock of the place and reach over midnight', () => {
  const night = caveat({ from: '2200', until: '0600' });
  // 0400Z is 0600 in Oslo in June: the night is over.
  expect(bites(night, during('08T04:00', '08T12:00'))).toBe(false);
  expect(bites(night, during('08T03:59', '08T12:00'))).toBe(true);
  expect(bites(night, during('08T12:00', '08T20:00'))).toBe(false);
  expect(bites(night, during('08T12:00', '08T20:01'))).toBe(true);
  expect(bites(night, during('08T12:00', '10T12:00'))).toBe(true);
  expect(bites(night, during('08T04:00', '08T06:30', { ...bergen, zone: 'Atlantic/Azores' }))).toBe(true);
});

test('a point in time is caught too, and equal hours stand for the whole day', () => {
  expect(bites(caveat({ from: '0800', until: '0801' }), during('08T06:00', '08T06:00'))).toBe(true);
  expect(bites(caveat({ from: '0000', until: '0000' }), morning)).toBe(true);
});

test('a unit is bound by its own caveats, its superiors’ and its nation’s, rings or not', () => {
  const nor = participantRecord(10, 'NOR', 'Norway', { caveats: [caveat({}, 1)] });
  const bn = unitRecord(20, 'Bn', nor.id, { caveats: [caveat({}, 2)] });
  const coy = unitRecord(21, 'Coy', nor.id, { parent: bn.id, caveats: [caveat({}, 3)] });
  const other = unitRecord(22, 'Other', nor.id);
  const texts = (unit: typeof bn, plan = planOf([nor, bn, coy, other])) =>
    caveatsBinding(plan)(unit).map(({ id }) => id);
  expect(texts(coy)).toEqual([uuidOf(3), uuidOf(2), uuidOf(1)]);
  expect(texts(other)).toEqual([uuidOf(1)]);
  const ring = { ...bn, parent: coy.id };
  expect(texts(ring, planOf([nor, ring, coy]))).toContain(uuidOf(1));
});
