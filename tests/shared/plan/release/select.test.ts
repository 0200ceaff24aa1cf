import fc from 'fast-check';
import { type Label, TRAINING_LABEL } from '#shared/label/label.ts';
import { KINDS, parseRecord, type PlanRecord, type RecordOf } from '#shared/plan/records.ts';
import { placeholderOf } from '#shared/plan/release/placeholder.ts';
import { selectForRelease } from '#shared/plan/release/select.ts';
import { tombstoneOf } from '#shared/plan/release/tombstone.ts';
import { planOf } from '#shared/plan/state.ts';
import { idOf, must } from '../merge/world.ts';

const STAMP = '0000000aa.0001.aaa1';
const relTo = (...releasableTo: string[]): Label => ({ ...TRAINING_LABEL, releasableTo });
const base = (n: number, owner = 'AAA') => ({ id: idOf(n), owner, stamp: STAMP });

const exercise = (label: Label = TRAINING_LABEL): PlanRecord => ({
  ...base(1),
  kind: 'exercise',
  label,
  name: 'secret exercise name',
  types: [],
  objectives: [],
  zone: 'UTC',
});
const place = (n: number, extra: Partial<PlanRecord> = {}): PlanRecord =>
  ({ ...base(n), kind: 'location', name: `place-text-${n}`, type: 'seaport', ...extra }) as PlanRecord;
const unitAt = (n: number, home: number, extra: Partial<PlanRecord> = {}): PlanRecord =>
  ({
    ...base(n),
    kind: 'unit',
    name: `unit-text-${n}`,
    participant: idOf(2),
    homeLocation: idOf(home),
    position: n,
    sidc: '10031000161211000000',
    ...extra,
  }) as PlanRecord;

const to = (...audienceCodes: string[]) => ({ originator: 'AAA', authors: ['aaa1'], audienceCodes });
const ids = (selection: ReturnType<typeof selectForRelease>): readonly string[] =>
  selection.sections.flatMap(({ records }) => records.map(({ id }) => id));

test('own records go, in the order of kinds and sorted by id; others’ stay', () => {
  const plan = planOf([place(9), place(3), exercise(), place(4, { owner: 'BBB', stamp: '0000000aa.0001.bbb1' })]);
  expect(ids(selectForRelease(plan, to('BBB')))).toEqual([idOf(1), idOf(3), idOf(9)]);
});

test('a record goes only where its label names everybody', () => {
  const plan = planOf([exercise(), place(3, { label: relTo('BBB') }), place(4, { label: relTo('BBB', 'CCC') })]);
  const both = selectForRelease(plan, to('BBB', 'CCC'));
  expect(both.held).toEqual([{ kind: 'location', id: idOf(3), reason: 'NOT_RELEASABLE' }]);
  expect(ids(both)).toEqual([idOf(1), idOf(4)]);
  expect(selectForRelease(plan, to('BBB')).held).toEqual([]);
});

test('a bundle for whoever holds it takes nothing restricted', () => {
  const plan = planOf([exercise(), place(3, { label: relTo('BBB') })]);
  expect(selectForRelease(plan, to()).held).toMatchObject([{ id: idOf(3) }]);
});

test('a record without a label has the exercise’s', () => {
  const plan = planOf([exercise(relTo('BBB')), place(3)]);
  expect(selectForRelease(plan, to('CCC')).held).toHaveLength(2);
});

test('the label of the whole is the highest classification and the common releasability', () => {
  const secret = { ...relTo('BBB', 'CCC'), classification: 'SECRET' };
  const plan = planOf([exercise(), place(3, { label: secret }), place(4, { label: relTo('BBB') })]);
  expect(selectForRelease(plan, to('BBB')).label).toEqual({ ...secret, releasableTo: ['BBB'] });
  expect(selectForRelease(plan, to('CCC')).label).toEqual(secret);
});

test('a proposal goes to the owner of the record and to nobody else', () => {
  const proposal = place(5, { owner: 'BBB', stamp: '0000000aa.0001.bbb1', stamps: { name: STAMP } });
  const plan = planOf([exercise(), proposal]);
  expect(ids(selectForRelease(plan, to('BBB')))).toContain(idOf(5));
  const elsewhere = selectForRelease(plan, to('CCC'));
  expect(ids(elsewhere)).not.toContain(idOf(5));
  expect(elsewhere.held).toEqual([{ kind: 'location', id: idOf(5), reason: 'OWNER_NOT_IN_AUDIENCE' }]);
});

test('a reference to what must not be known has a placeholder in its place; other owners’ records are no secret', () => {
  const plan = planOf([
    exercise(),
    unitAt(10, 3),
    unitAt(11, 4),
    unitAt(12, 6),
    place(3, { label: relTo('CCC') }),
    place(4, { owner: 'BBB', stamp: '0000000aa.0001.bbb1' }),
    place(6),
  ]);
  const { replaced, sections } = selectForRelease(plan, to('BBB'));
  expect(replaced).toEqual([{ kind: 'unit', id: idOf(10), field: 'homeLocation', ref: idOf(3) }]);
  const homes = sections
    .find(({ kind }) => kind === 'unit')
    ?.records.map((record) => record as Partial<RecordOf<'unit'>>);
  expect(homes?.map(({ homeLocation }) => homeLocation)).toEqual([placeholderOf(idOf(3)), idOf(4), idOf(6)]);
});

describe('a tombstone', () => {
  const gone = {
    ...unitAt(10, 3),
    deleted: true,
    shortName: 'short-text',
    remarks: 'remark-text',
    stamps: { deleted: '0000000ab.0001.aaa1', name: STAMP },
  } as PlanRecord;

  test('keeps who and when, and none of what was written', () => {
    const bare = tombstoneOf(gone);
    expect(bare).toMatchObject({
      id: gone.id,
      owner: 'AAA',
      deleted: true,
      stamp: STAMP,
      stamps: { deleted: '0000000ab.0001.aaa1' },
    });
    expect(JSON.stringify(bare)).not.toMatch(/text/);
  });

  test.each(KINDS)('of kind %s passes the reader’s schema', (kind) => {
    const whole = samples.find((record) => record['kind'] === kind);
    const bare = tombstoneOf({ ...whole, deleted: true } as unknown as PlanRecord);
    expect(must(parseRecord(JSON.parse(JSON.stringify(bare))))).toEqual(bare);
    expect(JSON.stringify(bare)).not.toMatch(/written/);
  });
});

/** One live record of every kind; whatever a person could have typed says "written". */
const when = { at: '2027-06-12T14:00:00Z' };
const samples: readonly Readonly<Record<string, unknown>>[] = [
  { ...exercise(), name: 'written', aim: 'written', zone: 'Europe/written' },
  { ...base(2), kind: 'anchor', code: 'WRITTEN', name: 'written', counts: 'day', at: when },
  {
    ...base(3),
    kind: 'participant',
    code: 'AAA',
    name: 'written',
    type: 'nation',
    role: 'host',
    colour: 3,
    contacts: [{ id: idOf(9), name: 'written' }],
  },
  { ...place(4), name: 'written', latitude: 1 },
  { ...unitAt(5, 4), name: 'written', foreignId: 'written' },
  {
    ...base(6),
    kind: 'activity',
    title: 'written',
    type: 'written',
    start: when,
    minutes: 1,
    participants: [],
    units: [],
    state: 'draft',
  },
  { ...base(7), kind: 'dependency', from: idOf(6), to: idOf(8), type: 'FS', lagMinutes: 0 },
  {
    ...base(8),
    kind: 'movement',
    uln: 'written',
    participant: idOf(3),
    units: [],
    direction: 'deployment',
    legs: [],
    pax: 3,
    tonnes: 4,
    dangerousGoods: true,
    priority: 5,
    state: 'draft',
  },
  { ...base(9), kind: 'profile', nation: 'BBB', name: 'written', kinds: [], withheldFields: [] },
  {
    ...base(11),
    kind: 'agreement',
    title: 'written',
    type: 'TA',
    reference: 'written',
    parties: [],
    nations: [],
    covers: ['written'],
    remarks: 'written',
  },
  { ...base(12), kind: 'baseline', name: 'written', takenAt: when.at, times: [[idOf(6), when.at, 1]] },
];

test('of a held record nothing leaves, not even its identifier', () => {
  const nations = fc.subarray(['BBB', 'CCC', 'DDD']);
  const record = fc.record({
    home: fc.nat(11),
    label: nations,
    labelled: fc.boolean(),
    deleted: fc.boolean(),
    owner: fc.constantFrom('AAA', 'AAA', 'BBB'),
  });
  fc.assert(
    fc.property(fc.array(record, { maxLength: 12 }), nations, (specs, audience) => {
      const plan = planOf([
        exercise(),
        ...specs.map(({ home, label, labelled, deleted, owner }, n) =>
          unitAt(100 + n, 100 + home, {
            owner,
            ...(labelled ? { label: relTo(...label) } : {}),
            ...(deleted ? { deleted: true } : {}),
          }),
        ),
      ]);
      const { sections, held } = selectForRelease(plan, to(...audience));
      const text = JSON.stringify(sections);
      for (const { id, reason } of held) {
        const name = `"unit-text-${Number.parseInt(id.slice(-12), 16)}"`;
        expect(text).not.toContain(name);
        // That another's record exists is no secret; what we propose about it is.
        if (reason !== 'OWNER_NOT_IN_AUDIENCE') expect(text).not.toContain(id);
      }
    }),
  );
});

test('a record from which nothing is taken leaves as it is, and is made anew only where something is', () => {
  const hidden = place(9, { label: relTo('CCC') });
  const records = [exercise(), place(3), unitAt(4, 3), unitAt(5, 9), place(6, { retained: {} }), hidden];
  const sent = new Map(
    selectForRelease(planOf(records), to('BBB')).sections.flatMap(({ records: all }) =>
      all.map((each) => [each.id, each]),
    ),
  );
  const isSame = (n: number): boolean => sent.get(idOf(n)) === records.find(({ id }) => id === idOf(n));
  expect([1, 3, 4].map(isSame)).toEqual([true, true, true]);
  expect([5, 6].map(isSame)).toEqual([false, false]);
  expect(sent.get(idOf(5))).toMatchObject({ homeLocation: placeholderOf(idOf(9)) });
  expect(sent.get(idOf(6))).not.toHaveProperty('retained');
});
