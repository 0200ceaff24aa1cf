import { en } from '#shared/messages/en/index.ts';
import { fr } from '#shared/messages/fr/index.ts';
import { SCHEDULE_FIELDS } from '#shared/plan/schedule/fields.ts';
import { barsOf } from '#shared/timeline/bars.ts';
import { colouringOf } from '#shared/timeline/colouring.ts';
import { LANE_FIELDS, fieldReader, isLaneField } from '#shared/timeline/fields.ts';
import { groupsOf } from '#shared/timeline/groups.ts';
import { PARTICIPANT_HUES } from '#shared/timeline/palette.ts';
import { locationRecord, uuidOf } from '#tests/support/plans.ts';
import { activityRecord, movementRecord, participantRecord } from '#tests/support/records.ts';
import { schedule } from '#tests/support/schedule.ts';

const fin = participantRecord(2, 'FIN');
const [turku, oslo] = [locationRecord(6, 'Turku'), locationRecord(7, 'Oslo')];
const at = { at: '2027-06-12T14:00:00Z' };
const leg = (n: number, mode: 'SEA' | 'AIR') => ({ id: uuidOf(n), mode, depart: at, arrive: at });
const secret = { policy: 'NATO', classification: 'NATO RESTRICTED', releasableTo: [] };
const phase = activityRecord(9, 'Live phase', { type: 'phase', label: secret });
const inside = activityRecord(10, 'Inside', { phase: phase.id, serial: 'S10' });
const outside = activityRecord(11, 'Outside', { serial: 'S9' });
const ship = movementRecord(20, 'U1', fin.id, {
  pod: turku.id,
  direction: 'redeployment',
  dangerousGoods: true,
  priority: 10,
  legs: [leg(21, 'SEA'), leg(22, 'AIR'), leg(23, 'SEA')],
});
const plane = movementRecord(30, 'U2', fin.id, {
  pod: oslo.id,
  direction: 'deployment',
  priority: 9,
  legs: [leg(31, 'AIR')],
});
const plan = schedule(fin, turku, oslo, phase, inside, outside, ship, plane);
const bars = barsOf(plan);
const rowsBy = (field: string) =>
  groupsOf(plan, bars, field).map(({ title, members }) => [
    title,
    members.map((index) => bars[index]?.title ?? '').sort(),
  ]);

test.each([
  [
    'pod',
    [
      ['Oslo', ['U2']],
      ['Turku', ['U1']],
      ['', ['Inside', 'Live phase', 'Outside']],
    ],
  ],
  [
    'direction',
    [
      ['deployment', ['U2']],
      ['redeployment', ['U1']],
      ['', ['Inside', 'Live phase', 'Outside']],
    ],
  ],
  [
    'dangerousGoods',
    [
      ['false', ['U2']],
      ['true', ['U1']],
      ['', ['Inside', 'Live phase', 'Outside']],
    ],
  ],
  [
    'priority',
    [
      ['9', ['U2']],
      ['10', ['U1']],
      ['', ['Inside', 'Live phase', 'Outside']],
    ],
  ],
  [
    'legs.mode',
    [
      ['AIR', ['U1', 'U2']],
      ['SEA', ['U1']],
      ['', ['Inside', 'Live phase', 'Outside']],
    ],
  ],
])('rows by %s', (field, expected) => {
  const plainTitle = (title: string): string => title.replace(/^S\d+ /, '');
  const found = rowsBy(field).map(([title, members]) => [title, (members as string[]).map(plainTitle).sort()]);
  expect(found).toEqual(expected);
});

test('rows by serial number count as people do, and markings come as they are inherited, the lowest first', () => {
  expect(rowsBy('serial').map(([title]) => title)).toEqual(['S9', 'S10', '']);
  const [open, closed] = rowsBy('label');
  expect(open?.[0]).toBe('NATO UNCLASSIFIED');
  expect(closed).toEqual(['NATO RESTRICTED', ['Live phase', 'S10 Inside']]);
});

describe('quantities and remarks', () => {
  const heavy = movementRecord(40, 'Heavy', fin.id, {
    pax: 120,
    tonnes: 0.5,
    volumeM3: 10,
    remarks: 'By night\nonly',
    legs: [leg(45, 'SEA')],
  });
  const light = movementRecord(41, 'Light', fin.id, {
    pax: 0,
    tonnes: 20_000,
    remarks: ' ',
    legs: [leg(46, 'SEA')],
  });
  const point = activityRecord(42, 'Point', { minutes: 0, remarks: 'By night\nonly' });
  const long = activityRecord(43, 'Long', { minutes: 60 });
  const large = schedule(fin, heavy, light, point, long);
  const all = barsOf(large);
  const rows = (field: string) =>
    groupsOf(large, all, field).map(({ title, members }) => [
      title,
      members.map((index) => all[index]?.title ?? '').sort(),
    ]);

  test.each([
    [
      'pax',
      [
        ['0', ['Light']],
        ['100', ['Heavy']],
        ['', ['Long', 'Point']],
      ],
    ],
    [
      'tonnes',
      [
        ['1', ['Heavy']],
        ['10000', ['Light']],
        ['', ['Long', 'Point']],
      ],
    ],
    [
      'volumeM3',
      [
        ['10', ['Heavy']],
        ['', ['Light', 'Long', 'Point']],
      ],
    ],
    [
      'minutes',
      [
        ['0', ['Point']],
        ['60', ['Long']],
        ['', ['Heavy', 'Light']],
      ],
    ],
    [
      'remarksGiven',
      [
        ['true', ['Heavy', 'Point']],
        ['false', ['Light', 'Long']],
      ],
    ],
    [
      'remarks',
      [
        ['By night\nonly', ['Heavy', 'Point']],
        ['', ['Light', 'Long']],
      ],
    ],
  ])('rows by %s are ranges in their order', (field, expected) => {
    expect(isLaneField(field)).toBe(true);
    expect(rows(field)).toEqual(expected);
  });

  test('a range keeps its colour when others come or go', () => {
    const hueOf = (state: typeof large) =>
      colouringOf(state, barsOf(state), 'pax').legend.find(({ value }) => value === '100')?.hue;
    expect(hueOf(large)).toBe(
      hueOf(schedule(fin, heavy, movementRecord(44, 'More', fin.id, { pax: 5, legs: [leg(47, 'AIR')] }))),
    );
    const hues = colouringOf(large, all, 'pax').legend.map(({ hue }) => hue);
    expect(new Set(hues).size).toBe(hues.length);
  });
});

test('a field nobody knows has no values', () => {
  expect(isLaneField('colour')).toBe(false);
  const [bar] = bars;
  expect(bar && fieldReader(plan, 'colour')(bar)).toEqual([]);
});

test('every field of the schemas is there or known to be none, and has its name in both languages', () => {
  const ids = LANE_FIELDS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of SCHEDULE_FIELDS.keys())
    expect([...ids, 'participants', 'units', 'countsAs'].includes(id)).toBe(true);
  for (const words of [en, fr])
    for (const id of ids) {
      const last = id.slice(id.indexOf('.') + 1);
      expect(Object.keys({ ...words.plan.fields, ...words.timeline.field })).toContain(last);
    }
});

test('every member of an enumeration has its word in both languages', () => {
  for (const words of [en, fr]) {
    const families: Readonly<Record<string, unknown>> = words.plan;
    for (const { id, choices } of SCHEDULE_FIELDS.values()) {
      const name = id.slice(id.indexOf('.') + 1);
      const family = families[`activity${name.charAt(0).toUpperCase()}${name.slice(1)}`] ?? families[name];
      if (choices.length > 0) expect(Object.keys(family as object)).toEqual(expect.arrayContaining([...choices]));
    }
  }
});

test('more values than there are hues for them take those of the nations, and each bar knows its entry', () => {
  const many = Array.from({ length: 15 }, (_, n) => activityRecord(100 + n, `Title ${n}`));
  const large = schedule(...many);
  const { hues, legend, entries } = colouringOf(large, barsOf(large), 'title');
  expect(new Set(hues).size).toBe(15);
  expect(legend.map(({ title }) => title).slice(0, 3)).toEqual(['Title 0', 'Title 1', 'Title 2']);
  expect(Math.max(...hues)).toBeLessThan(PARTICIPANT_HUES);
  expect(legend[entries[4] ?? 0]?.title).toBe(barsOf(large)[4]?.title);
});
