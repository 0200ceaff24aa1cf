import type { Label } from '#shared/label/label.ts';
import { effectiveLabel, effectiveLabels, inheritedLabel } from '#shared/plan/label/effective.ts';
import { runChecks } from '#shared/plan/checks/run.ts';
import { updateRecords } from '#shared/plan/commands.ts';
import { DEFAULT_LABELLING } from '#shared/label/policies.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { allRecords, planOf } from '#shared/plan/state.ts';
import { EXERCISE_ID, exerciseRecord, stampAt, uuidOf } from '#tests/support/plans.ts';
import { linkRecord } from '#tests/support/schedule.ts';
import { activityRecord, movementRecord, participantRecord, unitRecord } from '#tests/support/records.ts';

const level = (classification: string, ...releasableTo: string[]): Label => ({
  policy: 'NATO',
  classification,
  releasableTo,
});
const restricted = level('NATO RESTRICTED', 'FIN');
const secret = level('NATO SECRET', 'FIN');
const fin = participantRecord(10, 'FIN', 'Finland', { label: restricted });
const brigade = unitRecord(20, 'Brigade', fin.id, { label: secret });
const company = unitRecord(21, 'Company', fin.id, { parent: brigade.id });
const other = unitRecord(22, 'Other', fin.id);
const phase = activityRecord(30, 'Phase', { type: 'phase', label: secret });
const serial = activityRecord(31, 'Serial', { phase: phase.id });
const movement = movementRecord(40, 'FIN-001', fin.id);
const ofSerial = linkRecord(50, serial.id, movement.id);
const ofMovement = linkRecord(51, movement.id, serial.id);
const records: readonly PlanRecord[] = [
  exerciseRecord(),
  fin,
  brigade,
  company,
  other,
  phase,
  serial,
  movement,
  ofSerial,
  ofMovement,
];
const plan = planOf(records);
const context = { plan, actor: 'NOR', newId: () => uuidOf(999) };

test.each([
  ['its own', brigade, secret, 'Brigade'],
  ['a unit its superior’s', company, secret, 'Brigade'],
  ['a unit without superior its participant’s', other, restricted, 'FIN'],
  ['an activity its phase’s', serial, secret, 'Phase'],
  ['a movement its participant’s', movement, restricted, 'FIN'],
  ['a link that of what comes first, an activity', ofSerial, secret, 'Phase'],
  ['a link that of what comes first, a movement', ofMovement, restricted, 'FIN'],
])('%s', (_, record, label, from) => {
  const found = effectiveLabel(plan, record);
  expect(found.label).toEqual(label);
  expect(JSON.stringify(found.origin)).toContain(from);
  expect(effectiveLabels(plan)(record)).toEqual(found);
});

test('what belongs to nothing has the exercise’s; what would be inherited is known beside the own', () => {
  const free = activityRecord(32, 'Free');
  expect(effectiveLabel(plan, free).origin?.id).toBe(EXERCISE_ID);
  expect(inheritedLabel(plan, brigade).label).toEqual(restricted);
});

test('a ring of units, as a bundle could bring it, ends at the exercise', () => {
  const a = unitRecord(50, 'A', uuidOf(99), { parent: uuidOf(51) });
  const b = unitRecord(51, 'B', uuidOf(99), { parent: uuidOf(50) });
  const ring = planOf([exerciseRecord(), a, b]);
  for (const record of allRecords(ring)) expect(effectiveLabel(ring, record).origin?.id).toBe(EXERCISE_ID);
});

test('in a ring each has what is retained on any of them, and so has what belongs to it, in whatever order they are asked', () => {
  const kept = (label: Label) => ({ label: { label, from: [{ nation: 'POL', title: 'T' }], since: stampAt(9) } });
  const a = unitRecord(50, 'A', uuidOf(99), { parent: uuidOf(51) });
  const b = unitRecord(51, 'B', uuidOf(99), {
    parent: uuidOf(52),
    retained: kept(level('NATO RESTRICTED', 'FIN', 'SWE')),
  });
  const c = unitRecord(52, 'C', uuidOf(99), { parent: uuidOf(50), retained: kept(level('NATO SECRET')) });
  const below = unitRecord(53, 'D', uuidOf(99), { parent: a.id });
  const ring = planOf([exerciseRecord(), a, b, c, below]);
  const expected = level('NATO SECRET', 'FIN', 'SWE');
  for (const order of [
    [a, b, c, below],
    [below, c, b, a],
    [b, below, a, c],
    [c, a, below, b],
  ]) {
    const labelOf = effectiveLabels(ring);
    for (const record of order) expect([record.name, labelOf(record).label]).toEqual([record.name, expected]);
    for (const record of order) expect(labelOf(record)).toEqual(effectiveLabel(ring, record));
  }
  expect(inheritedLabel(ring, c).label).toEqual(level('NATO RESTRICTED', 'FIN', 'SWE'));
});

test('units that stand one under another by the ten thousand have the label of the highest', () => {
  const label = level('NATO SECRET', 'FIN');
  const tower = Array.from({ length: 30_000 }, (_, n) =>
    unitRecord(1000 + n, 'U', uuidOf(99), n === 0 ? { label } : { parent: uuidOf(999 + n) }),
  );
  const labelOf = effectiveLabels(planOf([exerciseRecord(), ...tower]));
  expect(tower.toReversed().every((unit) => labelOf(unit).label === label)).toBe(true);
});

test('a record marked lower, or for more nations, than what it belongs to is found; higher is fine', () => {
  const codes = (label: Label): readonly string[] =>
    runChecks(planOf([...records, { ...company, label }]))
      .map(({ code }) => code)
      .filter((code) => code.startsWith('LBL'));
  expect(codes(level('NATO UNCLASSIFIED', 'FIN'))).toEqual(['LBL-001']);
  expect(codes(level('NATO SECRET', 'FIN', 'SWE'))).toEqual(['LBL-001']);
  expect(codes(level('NATO SECRET'))).toEqual(['LBL-001']);
  expect(codes(level('COSMIC TOP SECRET', 'FIN'))).toEqual([]);
});

describe('the ceiling', () => {
  const ceiling = (classification: string) => ({
    labelling: { ...DEFAULT_LABELLING, ceiling: { policy: 'NATO', classification } },
  });
  const capped = planOf(
    records.map((record) => (record.kind === 'exercise' ? { ...record, ...ceiling('NATO SECRET') } : record)),
  );

  test('holds for every marking that a command sets, in whatever policy', () => {
    const set = (label: Label) => updateRecords({ ...context, plan: capped }, 'unit', [other.id], { label });
    expect(set(level('COSMIC TOP SECRET'))).toMatchObject({ ok: false, error: { code: 'LABEL_ABOVE_CEILING' } });
    expect(set({ policy: 'EU', classification: 'TRÈS SECRET UE/EU TOP SECRET', releasableTo: [] })).toMatchObject({
      ok: false,
      error: { code: 'LABEL_ABOVE_CEILING' },
    });
    expect(set(level('NATO SECRET', 'SWE'))).toMatchObject({ ok: true });
  });

  test('cannot be set below what is in the plan, nor a table that turns a policy around', () => {
    const set = (changes: object) => updateRecords(context, 'exercise', [EXERCISE_ID], changes);
    expect(set(ceiling('NATO RESTRICTED'))).toMatchObject({
      ok: false,
      error: { code: 'LABEL_CEILING_TOO_LOW', data: { count: 2, what: expect.stringMatching(/^[^,]+, [^,]+$/) } },
    });
    expect(set(ceiling('NATO SECRET'))).toMatchObject({ ok: true });
    const turned = { policies: [], equivalences: DEFAULT_LABELLING.equivalences.toReversed() };
    expect(set({ labelling: turned })).toMatchObject({ ok: false, error: { code: 'LABELLING_ORDER' } });
  });

  test('what lies above it all the same is found', () => {
    const high = { ...other, label: level('COSMIC TOP SECRET', 'FIN') };
    const codes = runChecks(planOf([...allRecords(capped), high])).map(({ code }) => code);
    expect(codes).toContain('LBL-002');
    expect(runChecks(capped).map(({ code }) => code)).not.toContain('LBL-002');
  });
});
