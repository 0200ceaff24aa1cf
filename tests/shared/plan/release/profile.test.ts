import { TRAINING_LABEL } from '#shared/label/label.ts';
import type { Profile } from '#shared/plan/profile/schema.ts';
import { RELEASABLE_KINDS } from '#shared/plan/profile/schema.ts';
import { KINDS, type PlanRecord } from '#shared/plan/records.ts';
import { placeholderOf } from '#shared/plan/release/placeholder.ts';
import { type Selection, selectForRelease } from '#shared/plan/release/select.ts';
import { planOf } from '#shared/plan/state.ts';
import { exerciseRecord, locationRecord, stampAt, uuidOf } from '#tests/support/plans.ts';
import { activityRecord, movementRecord, participantRecord, unitRecord } from '#tests/support/records.ts';

const nor = participantRecord(10, 'NOR');
const fin = participantRecord(11, 'FIN');
const coy = unitRecord(20, 'Company', nor.id, {
  personnel: 120,
  readiness: 'ready',
  stamps: { personnel: stampAt(90) },
});
const sqn = unitRecord(21, 'Squadron', fin.id, { personnel: 80 });
const joint = activityRecord(30, 'Joint', { participants: [nor.id, fin.id], units: [coy.id, sqn.id] });
const solo = activityRecord(31, 'Solo', { participants: [fin.id] });
const link: PlanRecord = {
  id: uuidOf(40),
  kind: 'dependency',
  owner: 'NOR',
  stamp: stampAt(40),
  from: joint.id,
  to: solo.id,
  type: 'FS',
  lagMinutes: 0,
};
const movement = movementRecord(50, 'NOR-001', nor.id, { units: [coy.id] });
const records: readonly PlanRecord[] = [
  exerciseRecord(),
  nor,
  fin,
  coy,
  sqn,
  joint,
  solo,
  link,
  movement,
  locationRecord(60),
];

const profile = (nation: string, more: Partial<Profile> = {}): PlanRecord => ({
  id: uuidOf(70 + nation.charCodeAt(0)),
  kind: 'profile',
  owner: 'NOR',
  stamp: stampAt(70),
  nation,
  kinds: [...RELEASABLE_KINDS],
  withheldFields: [],
  ...more,
});

const released = (profiles: readonly PlanRecord[], ...audienceCodes: string[]): Selection =>
  selectForRelease(planOf([...records, ...profiles]), { originator: 'NOR', authors: ['tester'], audienceCodes });
const reasons = ({ held }: Selection) => Object.fromEntries(held.map(({ id, reason }) => [id, reason]));
const find = ({ sections }: Selection, id: string): PlanRecord | undefined =>
  sections.flatMap((section) => section.records).find((record) => record.id === id);

test('every kind but the profile itself can be released', () => {
  expect(KINDS.filter((kind) => kind !== 'profile')).toEqual([...RELEASABLE_KINDS]);
});

test('a profile goes to the own nation and to nobody else', () => {
  const polish = profile('POL');
  expect(reasons(released([polish], 'POL'))).toEqual({ [polish.id]: 'OWN_NATION_ONLY' });
  expect(reasons(released([polish]))).toEqual({ [polish.id]: 'OWN_NATION_ONLY' });
  expect(reasons(released([polish], 'NOR', 'POL'))).toEqual({ [polish.id]: 'OWN_NATION_ONLY' });
  expect(find(released([polish], 'NOR'), polish.id)).toEqual(polish);
});

test('kinds that the profile leaves out stay, and links to them with them', () => {
  const without = released([profile('POL', { kinds: RELEASABLE_KINDS.filter((kind) => kind !== 'activity') })], 'POL');
  expect(reasons(without)).toMatchObject({
    [joint.id]: 'PROFILE_KIND',
    [solo.id]: 'PROFILE_KIND',
    [link.id]: 'REFERS_TO_HELD',
  });
  expect(find(without, coy.id)).toBeDefined();
});

test('a link to or from a movement stays where the profile or its label keeps the movement, and goes where it goes', () => {
  const brings = { ...link, id: uuidOf(41), from: movement.id, to: joint.id } as PlanRecord;
  const takes = { ...link, id: uuidOf(42), from: joint.id, to: movement.id } as PlanRecord;
  const kinds = RELEASABLE_KINDS.filter((kind) => kind !== 'movement');
  const without = released([brings, takes, profile('POL', { kinds })], 'POL');
  expect(reasons(without)).toMatchObject({ [brings.id]: 'REFERS_TO_HELD', [takes.id]: 'REFERS_TO_HELD' });
  expect(JSON.stringify(without.sections)).not.toContain(movement.id);
  const finnish = { ...movement, label: { ...TRAINING_LABEL, releasableTo: ['FIN'] } } as PlanRecord;
  expect(reasons(released([finnish, brings, takes], 'POL'))).toEqual({
    [movement.id]: 'NOT_RELEASABLE',
    // What comes first gives a link its marking.
    [brings.id]: 'NOT_RELEASABLE',
    [takes.id]: 'REFERS_TO_HELD',
  });
  const goes = released([brings, takes], 'POL');
  expect(reasons(goes)).toEqual({});
  expect(find(goes, takes.id)).toEqual(takes);
});

test('fields that the profile leaves out go without value and stamp, and the record says which', () => {
  const withheldFields = [
    { kind: 'unit', field: 'personnel' },
    { kind: 'unit', field: 'readiness' },
    { kind: 'unit', field: 'name' },
    { kind: 'movement', field: 'noSuchField' },
  ] as const;
  const selection = released([profile('POL', { withheldFields: [...withheldFields] })], 'POL');
  const { personnel: _p, readiness: _r, stamps: _s, ...rest } = coy;
  expect(find(selection, coy.id)).toEqual({ ...rest, withheld: ['personnel', 'readiness'] });
  expect(selection.withheld).toContainEqual({ kind: 'unit', id: coy.id, field: 'personnel' });
  expect(find(selection, movement.id)).toEqual(movement);
  expect(find(released([profile('POL', { withheldFields: [...withheldFields] })], 'SWE'), coy.id)).toEqual(coy);
});

test('records of other participants stay; what several take part in goes with placeholders for the others', () => {
  const selection = released([profile('POL', { participants: [nor.id] })], 'POL');
  expect(reasons(selection)).toMatchObject({
    [fin.id]: 'PROFILE_PARTICIPANT',
    [sqn.id]: 'PROFILE_PARTICIPANT',
    [solo.id]: 'PROFILE_PARTICIPANT',
    [link.id]: 'REFERS_TO_HELD',
  });
  expect(find(selection, joint.id)).toMatchObject({
    participants: [nor.id, placeholderOf(fin.id)],
    units: [coy.id, placeholderOf(sqn.id)],
  });
});

test('with several recipients the strictest of their profiles holds', () => {
  const profiles = [
    profile('POL', {
      kinds: ['exercise', 'participant', 'unit'],
      withheldFields: [{ kind: 'unit', field: 'personnel' }],
    }),
    profile('SWE', { kinds: ['exercise', 'unit', 'movement'], withheldFields: [{ kind: 'unit', field: 'readiness' }] }),
  ];
  const both = released(profiles, 'POL', 'SWE');
  expect(both.sections.map(({ kind }) => kind)).toEqual(['exercise', 'unit']);
  expect(find(both, coy.id)?.withheld).toEqual(['personnel', 'readiness']);
});

test('a partner’s own profile is not ours to follow, and a deleted one counts no more', () => {
  const foreign = { ...profile('POL', { kinds: [] }), owner: 'POL', stamp: '0mywpiww2.0000.poland' } as PlanRecord;
  expect(released([foreign], 'POL').held).toEqual([]);
  expect(find(released([{ ...profile('POL', { kinds: [] }), deleted: true } as PlanRecord], 'POL'), coy.id)).toEqual(
    coy,
  );
});

test('a label that the recipient could not inherit is written out', () => {
  const label = { ...TRAINING_LABEL, classification: 'RESTRICTED' };
  const marked = planOf([...records, { ...fin, label }]);
  const selection = selectForRelease(marked, { originator: 'NOR', authors: ['tester'], audienceCodes: ['POL'] });
  expect(find(selection, sqn.id)).toEqual({ ...sqn, label });
  expect(find(selection, coy.id)).toEqual(coy);
});

test('nothing above the exercise’s ceiling leaves', () => {
  const ceiling = { policy: 'NATO', classification: 'NATO UNCLASSIFIED' };
  const capped = { ...exerciseRecord(), labelling: { policies: [], equivalences: [], ceiling } } as PlanRecord;
  const high = { ...coy, label: { policy: 'NATO', classification: 'NATO SECRET', releasableTo: [] } };
  const selection = selectForRelease(planOf([...records, capped, high]), {
    originator: 'NOR',
    authors: ['tester'],
    audienceCodes: ['POL'],
  });
  expect(reasons(selection)).toEqual({ [coy.id]: 'ABOVE_CEILING' });
});
