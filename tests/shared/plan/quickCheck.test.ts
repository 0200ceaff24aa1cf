import fc from 'fast-check';
import { z } from 'zod';
import { quickCheck } from '#shared/plan/quickCheck.ts';
import { isRecordOf, type Kind, KINDS, parseRecord, type PlanRecord } from '#shared/plan/records.ts';
import { generate } from '#tests/bench/generate.ts';
import { stampAt, uuidOf } from '#tests/support/plans.ts';
import { activityRecord, anchorRecord } from '#tests/support/records.ts';

const LABEL = { policy: 'NATO', classification: 'NATO SECRET', releasableTo: ['FIN'], caveat: 'no press' };

const [exercise, ...others] = generate(400);
if (exercise?.kind !== 'exercise') throw new Error('the first record is the exercise');

const SAMPLES: readonly PlanRecord[] = [
  {
    ...exercise,
    labelling: {
      policies: [],
      equivalences: [{ NATO: 'NATO SECRET', EU: null }],
      ceiling: { policy: 'NATO', classification: 'NATO RESTRICTED' },
    },
    twoPersonRelease: true,
  },
  ...others,
  anchorRecord(9001, 'C', { at: '2027-06-12T14:00:00Z' }),
  {
    id: uuidOf(9002),
    kind: 'profile',
    owner: 'NOR',
    stamp: stampAt(9002),
    nation: 'POL',
    kinds: ['unit'],
    withheldFields: [{ kind: 'unit', field: 'personnel' }],
  },
  {
    id: uuidOf(9004),
    kind: 'agreement',
    owner: 'NOR',
    stamp: stampAt(9004),
    title: 'Visiting forces',
    type: 'TA',
    host: uuidOf(1),
    parties: [uuidOf(1)],
    nations: [],
    covers: ['movement'],
    signedOn: { at: '2027-06-01T00:00:00Z' },
  },
  {
    id: uuidOf(9005),
    kind: 'baseline',
    owner: 'NOR',
    stamp: stampAt(9005),
    name: 'At the MPC',
    takenAt: '2027-06-01T00:00:00Z',
    times: [[uuidOf(9003), '2027-06-12T14:00:00Z', 60]],
  },
  activityRecord(9003, 'Late', {
    start: { anchor: uuidOf(9001), offset: { unit: 'day', n: 3, time: '0600' } },
    label: LABEL,
    stamps: { title: '0mhyk0000.0001.nor' },
    withheld: ['remarks'],
  }),
];

it('is sure of every record that a plan may hold', () => {
  expect(new Set(SAMPLES.map(({ kind }) => kind))).toEqual(new Set(KINDS));
  expect(SAMPLES.filter((record) => !isRecordOf(record.kind, record))).toEqual([]);
});

const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(undefined, -1, 0.5, 1e21, Number.NaN, '', 'x'.repeat(5000), '2027-02-30T00:00:00Z', [], {}),
);

const placesIn = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value !== 'object' || value === null
    ? [path]
    : [path, ...Object.entries(value).flatMap(([name, item]) => placesIn(item, [...path, name]))];

const put = (value: unknown, [first, ...rest]: readonly string[], item: unknown): unknown => {
  if (first === undefined) return item;
  if (Array.isArray(value)) return value.map((each, index) => (String(index) === first ? put(each, rest, item) : each));
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [first]: put(object[first], rest, item) };
};

it('never takes what the schema refuses, and what it takes is what the schema gives', () => {
  const spoilt = fc
    .tuple(fc.constantFrom(...SAMPLES), fc.nat(), junk, fc.option(fc.tuple(fc.string({ maxLength: 12 }), junk)))
    .map(([record, where, item, more]): [Kind, unknown] => {
      const places = placesIn(record);
      const next = put(record, places[where % places.length] ?? [], item);
      return [
        record.kind,
        more === null || typeof next !== 'object' || Array.isArray(next) ? next : { ...next, [more[0]]: more[1] },
      ];
    });
  fc.assert(
    fc.property(spoilt, ([kind, value]) => {
      if (isRecordOf(kind, value)) expect(parseRecord(value)).toEqual({ ok: true, value });
    }),
    { numRuns: 5000 },
  );
});

it('says no of most of it, so the law above is about something', () => {
  const values = [
    { ...exercise, name: '' },
    { ...exercise, more: 1 },
    { ...exercise, id: 'x' },
    { ...exercise, start: '2027-02-30T00:00:00Z' },
  ];
  for (const value of values) expect(isRecordOf('exercise', value)).toBe(false);
  expect(isRecordOf('unit', exercise)).toBe(false);
});

it.each([
  ['a default', z.string().default('x')],
  ['a change of letters', z.string().trim()],
  ['a transform', z.string().transform((text) => text.length)],
  ['an object that lets more pass', z.object({ a: z.string() })],
  ['a rule between fields', z.strictObject({ a: z.string() }).refine(() => false)],
  ['a format of its own', z.email()],
  ['a rule about a list', z.array(z.string()).refine(() => false)],
  ['a rule about a choice', z.union([z.string(), z.number()]).refine(() => false)],
])('leaves %s to the schema', (_, schema) => {
  for (const value of ['x', ' x ', 1, { a: 'x' }, ['x']]) expect(quickCheck(schema)(value)).toBe(false);
});

it('asks the schema about a refined text', () => {
  const check = quickCheck(
    z
      .string()
      .max(5)
      .refine((text) => text !== 'no'),
  );
  expect([check('yes'), check('no'), check('too long')]).toEqual([true, false, false]);
});
