/** Each rule with a plan that breaks it and one, as like it as can be, that does not. */
import { DEFAULT_LABELLING } from '#shared/label/policies.ts';
import type { Caveat } from '#shared/plan/caveat/schema.ts';
import { runChecks } from '#shared/plan/checks/run.ts';
import type { PlanRecord, RecordOf } from '#shared/plan/records.ts';
import { planOf } from '#shared/plan/state.ts';
import { checks } from '#shared/messages/en/checks.ts';
import { exerciseRecord, locationRecord, stampAt, uuidOf } from '#tests/support/plans.ts';
import { activityRecord, anchorRecord, movementRecord, participantRecord, unitRecord } from '#tests/support/records.ts';

const at = (time: string) => ({ at: `2027-06-${time}:00Z` });
const contact = { id: uuidOf(900), name: 'Lt Holm' };
const nor = participantRecord(10, 'NOR', 'Norway', { contacts: [contact] });
const coy = unitRecord(20, 'Coy', nor.id);
const bergen = { ...locationRecord(30, 'Bergen'), latitude: 60.4, longitude: 5.3, paxPerDay: 100, tonnesPerDay: 50 };
const kiel = { ...locationRecord(31, 'Kiel'), latitude: 54.3, longitude: 10.1 };
const frame: PlanRecord = {
  ...(exerciseRecord() as RecordOf<'exercise'>),
  hostNation: 'NOR',
  start: '2027-06-01T00:00:00Z',
  end: '2027-06-30T00:00:00Z',
};

const leg = (depart: string, arrive: string, n = 1, to = bergen.id): RecordOf<'movement'>['legs'][number] => ({
  id: uuidOf(800 + n),
  mode: 'SEA',
  from: to === bergen.id ? kiel.id : bergen.id,
  to,
  depart: at(depart),
  arrive: at(arrive),
});

const movement = (more: Partial<RecordOf<'movement'>>, n = 40, uln = `NOR-${n}`): PlanRecord =>
  movementRecord(n, uln, nor.id, more);
const serial = (n: number, start: string, more: Partial<RecordOf<'activity'>> = {}): PlanRecord =>
  activityRecord(n, `Serial ${n}`, { start: at(start), minutes: 120, units: [coy.id], ...more });
const link = (from: number, to: number, lagMinutes = 0): PlanRecord => ({
  id: uuidOf(70),
  kind: 'dependency',
  owner: 'NOR',
  stamp: stampAt(70),
  from: uuidOf(from),
  to: uuidOf(to),
  type: 'FS',
  lagMinutes,
});

const marked = <R extends PlanRecord>(record: R, classification: string): R => ({
  ...record,
  label: { policy: 'NATO', classification, releasableTo: [] },
});
const capped = {
  ...frame,
  labelling: { ...DEFAULT_LABELLING, ceiling: { policy: 'NATO', classification: 'NATO SECRET' } },
} as PlanRecord;

const codesOf = (records: readonly PlanRecord[]): readonly string[] =>
  runChecks(planOf([frame, nor, coy, bergen, kiel, ...records])).map(({ code }) => code);

const range: PlanRecord = { ...bergen, exclusive: true } as PlanRecord;
const bergenIn = (country: string): PlanRecord => ({ ...bergen, country }) as PlanRecord;
const pol = participantRecord(11, 'POL', 'Poland', { contacts: [contact] });
/** A Polish serial in Norway. */
const visit: readonly PlanRecord[] = [
  bergenIn('NOR'),
  pol,
  serial(50, '08T08:00', { units: [], participants: [pol.id], location: bergen.id }),
];
const arrangement = (more: Partial<RecordOf<'agreement'>>): PlanRecord => ({
  id: uuidOf(90),
  kind: 'agreement',
  owner: 'NOR',
  stamp: stampAt(90),
  title: 'Visiting forces',
  type: 'TA',
  host: nor.id,
  parties: [nor.id, pol.id],
  nations: [],
  covers: [],
  signedOn: at('01T08:00'),
  ...more,
});
const caveated = (more: Partial<Caveat>): PlanRecord => ({
  ...coy,
  caveats: [
    { id: uuidOf(95), text: 'No serials.', areas: [], countries: [], tasks: ['serial'], needsApproval: false, ...more },
  ],
});

/** Rule, what breaks it, what keeps it. Records of the same id take the place of those that are always there. */
const RULES: readonly (readonly [code: string, broken: readonly PlanRecord[], kept: readonly PlanRecord[]])[] = [
  [
    'MOV-001',
    [movement({ ald: at('03T08:00'), rld: at('04T08:00') })],
    [movement({ rld: at('03T08:00'), lad: at('03T08:00') })],
  ],
  [
    'MOV-002',
    [movement({ rdd: at('09T08:00'), crd: at('08T08:00') })],
    [movement({ rdd: at('08T08:00'), crd: at('08T08:00') })],
  ],
  ['MOV-003', [movement({ legs: [leg('05T08:00', '05T07:00')] })], [movement({ legs: [leg('05T08:00', '08T08:00')] })]],
  [
    'MOV-004',
    [movement({ legs: [leg('05T08:00', '08T08:00'), leg('08T07:00', '11T08:00', 2, kiel.id)] })],
    [movement({ legs: [leg('05T08:00', '08T08:00'), leg('08T08:00', '11T08:00', 2, kiel.id)] })],
  ],
  [
    'MOV-005',
    [movement({}, 40, 'A'), movement({}, 41, 'A')],
    [movement({}, 40, 'A'), movement({ state: 'cancelled' }, 41, 'A')],
  ],
  ['MOV-006', [movement({ legs: [leg('05T08:00', '05T12:00')] })], [movement({ legs: [leg('05T08:00', '05T23:00')] })]],
  [
    'MOV-007',
    [movement({ units: [coy.id], legs: [leg('05T08:00', '08T08:00')] }), serial(50, '08T07:00')],
    [movement({ units: [coy.id], legs: [leg('05T08:00', '08T08:00')] }), serial(50, '08T08:00')],
  ],
  [
    'MOV-008',
    [serial(50, '04T08:00'), movement({ legs: [leg('04T10:00', '06T08:00')] }), link(50, 40, 1)],
    [serial(50, '04T08:00'), movement({ legs: [leg('04T10:00', '06T08:00')] }), link(50, 40)],
  ],
  [
    'LOC-001',
    [movement({ pax: 101, legs: [leg('05T08:00', '08T08:00')] })],
    [movement({ pax: 100, legs: [leg('05T08:00', '08T08:00')] })],
  ],
  [
    'LOC-002',
    [
      movement({ tonnes: 30, legs: [leg('05T08:00', '08T08:00')] }),
      movement({ tonnes: 21, legs: [leg('05T08:00', '08T20:00')] }, 41),
    ],
    [
      movement({ tonnes: 30, legs: [leg('05T08:00', '08T08:00')] }),
      movement({ tonnes: 21, legs: [leg('05T08:00', '09T08:00')] }, 41),
    ],
  ],
  [
    'ACT-001',
    [serial(50, '08T08:00', { location: bergen.id }), serial(51, '08T09:59', { location: kiel.id })],
    [serial(50, '08T08:00', { location: bergen.id }), serial(51, '08T10:00', { location: kiel.id })],
  ],
  [
    'ACT-002',
    [serial(50, '08T08:00'), serial(51, '08T10:00'), link(50, 51, 1)],
    [serial(50, '08T08:00'), serial(51, '08T10:00'), link(50, 51)],
  ],
  [
    'TIME-001',
    [anchorRecord(60, 'D', { anchor: uuidOf(99), offset: { unit: 'day', n: 1, time: '0600' } })],
    [anchorRecord(60, 'D', at('08T08:00'))],
  ],
  [
    'LOC-003',
    [
      range,
      serial(50, '08T08:00', { location: bergen.id, units: [] }),
      serial(51, '08T09:59', { location: bergen.id }),
    ],
    [
      range,
      serial(50, '08T08:00', { location: bergen.id, units: [] }),
      serial(51, '08T10:00', { location: bergen.id }),
    ],
  ],
  // Another agreement of the plan, so that it is held against them; the host's own units need none.
  ['AGR-001', [...visit, arrangement({ nations: [nor.id] })], [...visit, arrangement({})]],
  ['AGR-002', [...visit, arrangement({ type: 'MOU' })], [...visit, arrangement({ type: 'JIA' })]],
  ['AGR-003', visit, [bergenIn('NOR'), serial(50, '08T08:00', { location: bergen.id })]],
  [
    'AGR-004',
    [...visit, arrangement({ inForceUntil: at('08T09:00') })],
    [...visit, arrangement({ inForceUntil: at('08T10:00') })],
  ],
  ['CAV-001', [caveated({}), serial(50, '08T08:00')], [caveated({ tasks: ['training'] }), serial(50, '08T08:00')]],
  [
    'CAV-002',
    [caveated({ needsApproval: true }), serial(50, '08T08:00')],
    [caveated({ needsApproval: true, approved: true }), serial(50, '08T08:00')],
  ],
  ['REF-001', [serial(50, '08T08:00', { units: [uuidOf(99)] })], [serial(50, '08T08:00')]],
  [
    'LBL-001',
    [marked(nor, 'NATO SECRET'), marked(coy, 'NATO RESTRICTED')],
    [marked(nor, 'NATO SECRET'), marked(coy, 'NATO SECRET')],
  ],
  ['LBL-002', [capped, marked(coy, 'COSMIC TOP SECRET')], [capped, marked(coy, 'NATO SECRET')]],
  ['PAR-001', [{ ...nor, contacts: [] }], [nor]],
  ['EX-001', [exerciseRecord()], [frame]],
];

test.each(RULES)('%s finds what breaks it and lets the rest be', (code, broken, kept) => {
  expect(codesOf(broken)).toContain(code);
  expect(codesOf(kept)).not.toContain(code);
});

test('an activity that begins before what it waits for has arrived is found, and told as an activity', () => {
  const lift = movement({ legs: [leg('05T08:00', '08T08:00')] });
  const found = (start: string) =>
    runChecks(planOf([frame, nor, coy, bergen, kiel, lift, serial(50, start, { units: [] }), link(40, 50)]));
  expect(found('08T07:59')).toMatchObject([
    {
      code: 'ACT-002',
      subjects: [{ kind: 'activity', id: uuidOf(50) }, { kind: 'dependency' }],
      params: { activity: 'Serial 50', before: 'NOR-40' },
    },
  ]);
  expect(found('08T08:00')).toEqual([]);
});

test('a link whose end is no activity or movement is found, and told by what it joins', () => {
  const records = [frame, nor, bergen, serial(50, '08T08:00', { units: [] }), link(50, 30)];
  expect(runChecks(planOf(records))).toMatchObject([
    { code: 'REF-001', params: { record: 'Serial 50 → ? (FS)', kind: 'end' } },
  ]);
});

test('a plan without faults has no findings', () => {
  expect(codesOf([])).toEqual([]);
});

test('every rule that has a sentence is broken here', () => {
  const written = Object.keys(checks).map((key) => key.replace('_', '-'));
  expect(new Set(RULES.map(([code]) => code))).toEqual(new Set(written));
});

test('errors come first, and a day is told as in a date-time group', () => {
  const findings = runChecks(
    planOf([
      frame,
      { ...nor, contacts: [] },
      bergen,
      kiel,
      movement({ pax: 101, legs: [leg('05T08:00', '08T08:00'), leg('07T08:00', '09T08:00', 2, kiel.id)] }),
    ]),
  );
  expect(findings.map(({ severity }) => severity)).toEqual(['error', 'warning', 'info']);
  expect(findings[1]?.params).toMatchObject({ location: 'Bergen', day: '08JUN27', pax: 101, limit: 100 });
});
