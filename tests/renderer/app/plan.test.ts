import { stepsOf } from '#renderer/app/InspectorHistory.tsx';
import { relationsOf } from '#renderer/app/relations.ts';
import { selectionSums } from '#renderer/app/sums.ts';
import { searchRecords } from '#renderer/state/search.ts';
import { EMPTY_HISTORY } from '#shared/plan/history.ts';
import { planOf } from '#shared/plan/state.ts';
import { activityRecord, movementRecord, participantRecord, unitRecord } from '#tests/support/records.ts';
import { linkRecord } from '#tests/support/schedule.ts';
import { change, locationRecord, stepOf, uuidOf } from '#tests/support/plans.ts';

const nation = participantRecord(10, 'FIN', 'Finland');
const brigade = unitRecord(20, '2 Mech Bde', nation.id, { personnel: 40 });
const battalion = unitRecord(21, '21 Mech Bn', nation.id, { personnel: 600, parent: brigade.id });
const gone = { ...unitRecord(22, '22 Mech Bn', nation.id), deleted: true as const };
const lift = movementRecord(30, 'FIN-001', nation.id, { units: [battalion.id], tonnes: 12.5, pax: 90 });
const lunch = activityRecord(40, 'Main planning conference', { minutes: 90, units: [battalion.id] });
const plan = planOf([nation, brigade, battalion, gone, lift, lunch, locationRecord(50, 'Turku')]);

test('sums add up what the selected kind has', () => {
  expect(selectionSums(plan, { kind: 'unit', ids: [brigade.id, battalion.id] })).toEqual([
    { name: 'strength', value: 640 },
    { name: 'vehicles', value: 0 },
  ]);
  expect(selectionSums(plan, { kind: 'movement', ids: [lift.id] })).toEqual([
    { name: 'pax', value: 90 },
    { name: 'tonnes', value: 12.5 },
  ]);
  expect(selectionSums(plan, { kind: 'activity', ids: [lunch.id] })).toEqual([{ name: 'hours', value: 1.5 }]);
  expect(selectionSums(plan, { kind: 'location', ids: [uuidOf(50)] })).toEqual([]);
});

test('relations run both ways and leave deleted records out', () => {
  const { to, from } = relationsOf(plan, [{ kind: 'unit', id: battalion.id }]);
  expect(to.map(({ record }) => record.id).toSorted()).toEqual([nation.id, brigade.id].toSorted());
  expect(from.map(({ record }) => record.id).toSorted()).toEqual([lift.id, lunch.id].toSorted());
  expect(
    relationsOf(plan, [{ kind: 'participant', id: nation.id }]).from.some(({ record }) => record.id === gone.id),
  ).toBe(false);
});

test('a dependency leads on to its other end: what comes first is named, what waits names', () => {
  const link = linkRecord(60, lift.id, lunch.id, 'SS');
  const linked = planOf([nation, lift, lunch, link, linkRecord(61, lift.id, uuidOf(99))]);
  const movement = relationsOf(linked, [{ kind: 'movement', id: lift.id }]);
  expect(movement.to.map(({ record }) => record.id)).toEqual([nation.id]);
  expect(movement.from).toEqual([{ record: lunch, field: 'to', link }]);
  expect(relationsOf(linked, [{ kind: 'activity', id: lunch.id }]).to).toEqual([{ record: lift, field: 'from', link }]);
});

test('the history of a record holds the steps that touched it, newest first', () => {
  const first = stepOf([change('unit', brigade.id, { name: 'a' }, { name: 'b' })]);
  const other = stepOf([change('unit', battalion.id, { name: 'a' }, { name: 'b' })]);
  const last = stepOf([change('unit', brigade.id, { name: 'b' }, { name: 'c' })]);
  const history = { ...EMPTY_HISTORY, done: [first, other, last] };
  expect(stepsOf(history, [brigade.id]).map(({ id }) => id)).toEqual([last.id, first.id]);
  expect(stepsOf(history, [uuidOf(99)])).toEqual([]);
});

test('search wants every word and puts titles that begin with it first', () => {
  expect(searchRecords(plan, 'mech', 10).map(({ title }) => title)).toEqual(['2 Mech Bde', '21 Mech Bn']);
  expect(searchRecords(plan, '21 mech', 10).map(({ title }) => title)).toEqual(['21 Mech Bn']);
  expect(searchRecords(plan, 'mech turku', 10)).toEqual([]);
  expect(searchRecords(plan, ' ', 10)).toEqual([]);
  expect(searchRecords(plan, 'mech', 1)).toHaveLength(1);
});
