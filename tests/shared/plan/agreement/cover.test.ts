import { coversOf, inForce, isInForceFor } from '#shared/plan/agreement/cover.ts';
import { presencesIn } from '#shared/plan/agreement/presence.ts';
import type { Agreement } from '#shared/plan/agreement/schema.ts';
import { indexing } from '#shared/plan/checks/checkIndex.ts';
import { runChecks } from '#shared/plan/checks/run.ts';
import { finish } from '#shared/work.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { planOf } from '#shared/plan/state.ts';
import { exerciseRecord, locationRecord, stampAt, uuidOf } from '#tests/support/plans.ts';
import { activityRecord, movementRecord, participantRecord, unitRecord } from '#tests/support/records.ts';

const nor = participantRecord(10, 'NOR', 'Norway', { flag: 'NO' });
const swe = participantRecord(11, 'SWE', 'Sweden', { flag: 'SE' });
const border = participantRecord(12, 'SWEBG', 'Border police', { type: 'border-guard', flag: 'SE' });
const guard = participantRecord(13, 'NORCG', 'Coast guard', { type: 'coast-guard', flag: 'NO' });
const aid = participantRecord(14, 'AID', 'Aid', { type: 'ngo' });
const bergen = { ...locationRecord(30, 'Bergen'), country: 'NOR' } as PlanRecord;
const kiel = { ...locationRecord(31, 'Kiel'), country: 'DEU' } as PlanRecord;
const everybody = [nor, swe, border, guard, aid].map(({ id }) => id);

const agreement = (more: Partial<Agreement> = {}): Agreement => ({
  id: uuidOf(90),
  kind: 'agreement',
  owner: 'NOR',
  stamp: stampAt(90),
  title: 'Visiting forces',
  type: 'TA',
  host: nor.id,
  parties: [swe.id],
  nations: [],
  covers: [],
  signedOn: { at: '2027-06-01T00:00:00Z' },
  ...more,
});

const worldOf = (...more: PlanRecord[]) =>
  planOf([exerciseRecord(), nor, swe, border, guard, aid, bergen, kiel, ...more]);

const presencesOf = (...more: PlanRecord[]) => {
  const plan = worldOf(...more);
  const { activities, movements } = finish(indexing(plan));
  const spans = movements.map((movement) => ({ movement, span: { start: 0, end: 0 } }));
  return finish(presencesIn(plan, activities, spans)).map(
    ({ host, sender, task }) => `${sender.code} in ${host.code}: ${task}`,
  );
};

test('who is on whose territory: states and their services, not the host’s own and no civil organisation', () => {
  expect(presencesOf(activityRecord(50, 'Patrol', { participants: everybody, location: bergen.id }))).toEqual([
    'SWE in NOR: serial',
    'SWEBG in NOR: serial',
  ]);
});

test('the nation of a unit counts although it is not named, and a country without a participant hosts nobody', () => {
  const coy = unitRecord(20, 'Coy', swe.id);
  expect(presencesOf(coy, activityRecord(50, 'Patrol', { units: [coy.id], location: bergen.id }))).toEqual([
    'SWE in NOR: serial',
  ]);
  expect(presencesOf(coy, activityRecord(50, 'Patrol', { units: [coy.id], location: kiel.id }))).toEqual([]);
});

test('meetings bring no forces, and what is cancelled neither', () => {
  const at = { participants: [swe.id], location: bergen.id };
  expect(presencesOf(activityRecord(50, 'IPC', { ...at, type: 'conference' }))).toEqual([]);
  expect(presencesOf(activityRecord(50, 'Patrol', { ...at, state: 'cancelled' }))).toEqual([]);
});

test('a movement counts where it arrives, and on the way home where it leaves', () => {
  const way = { origin: kiel.id, destination: bergen.id };
  expect(presencesOf(movementRecord(40, 'A', swe.id, way))).toEqual(['SWE in NOR: movement']);
  const home = { origin: bergen.id, destination: kiel.id, direction: 'redeployment' as const };
  expect(presencesOf(movementRecord(40, 'A', swe.id, home))).toEqual(['SWE in NOR: movement']);
  expect(presencesOf(movementRecord(40, 'A', swe.id, { ...way, direction: 'redeployment' }))).toEqual([]);
});

test('an agreement covers a nation’s services too, and only the kinds it names', () => {
  const [covers] = coversOf(worldOf(agreement({ covers: ['movement'] })));
  const span = { start: 0, end: 0 };
  const record = movementRecord(40, 'A', swe.id);
  expect(covers?.concerns({ host: nor, sender: border, record, task: 'movement', span })).toBe(true);
  expect(covers?.concerns({ host: nor, sender: border, record, task: 'serial', span })).toBe(false);
  expect(covers?.concerns({ host: swe, sender: border, record, task: 'movement', span })).toBe(false);
});

test('nothing is in force before it is signed, whatever it says', () => {
  const resolve = (when: unknown) => (when === undefined ? undefined : Date.parse((when as { at: string }).at));
  const { signedOn: _unsigned, ...draft } = agreement({ inForceFrom: { at: '2027-01-01T00:00:00Z' } });
  expect(inForce(draft, resolve)).toBeUndefined();
  expect(inForce(agreement({ inForceFrom: { at: '2027-01-01T00:00:00Z' } }), resolve)).toEqual({
    from: Date.UTC(2027, 5, 1),
    until: Number.POSITIVE_INFINITY,
  });
  const covers = { agreement: draft, force: undefined, concerns: () => true };
  const record = movementRecord(40, 'A', swe.id);
  const presence = { host: nor, sender: swe, record, task: 'movement', span: { start: 0, end: 1 } };
  expect(isInForceFor(covers, presence)).toBe(false);
});

test('forty serials under one missing paper are one finding that names them all', () => {
  const serials = Array.from({ length: 40 }, (_, n) =>
    activityRecord(50 + n, `Serial ${n}`, { participants: [swe.id], location: bergen.id }),
  );
  const found = runChecks(worldOf(...serials, agreement({ nations: [nor.id] }))).filter(
    ({ code }) => code === 'AGR-001',
  );
  expect(found).toHaveLength(1);
  expect(found[0]?.subjects).toHaveLength(40);
  expect(found[0]?.params).toMatchObject({ nation: 'Sweden', host: 'Norway', more: 39 });
});
