/** Whatever an import brings, the caveat and releasability that another nation has put on a record stay as strict. */
import fc from 'fast-check';
import { type Label, isWeaker } from '#shared/label/label.ts';
import { effectiveLabel } from '#shared/plan/label/effective.ts';
import { caveatsBinding } from '#shared/plan/caveat/bites.ts';
import { acceptReview, decideAll } from '#shared/plan/merge/accept.ts';
import { knowledgeOf } from '#shared/plan/merge/knowledge.ts';
import { type Review, reviewBundle } from '#shared/plan/merge/review.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { type PlanState, allRecords, planOf, recordOf } from '#shared/plan/state.ts';
import { applyOps } from '#shared/plan/step.ts';
import { exerciseRecord, stampAt, uuidOf } from '#tests/support/plans.ts';
import { participantRecord, unitRecord } from '#tests/support/records.ts';
import { must } from './world.ts';

const LATER = '0zzzzzzzz.0001.other';
const caveat = (text: string, releasableTo: string[] = []): Label => ({
  policy: 'NATO',
  classification: 'NATO UNCLASSIFIED',
  releasableTo,
  caveat: text,
});
const OPEN: Label = { policy: 'NATO', classification: 'NATO UNCLASSIFIED', releasableTo: [] };

const nation = participantRecord(10, 'FRA', 'France', { owner: 'FRA' });
const at = (n: number, owner: string, more: Record<string, unknown> = {}): PlanRecord =>
  ({ ...unitRecord(n, `Unit ${n}`, nation.id), owner, ...more }) as PlanRecord;

/** Everything that a person could take is taken, guarded fields too. */
const takeEverything = (review: Review): PlanState => {
  const decisions = new Map(
    review.entries.filter(({ takeable }) => takeable).map(({ key }) => [key, 'take' as const] as const),
  );
  return must(applyOps(review.plan, must(acceptReview(review, decisions)).ops));
};

const reviewOf = (plan: PlanState, originator: string, me: string, records: readonly PlanRecord[]): Review =>
  reviewBundle({
    plan,
    me,
    myKnowledge: {},
    bundle: { originator, records, knowledge: { ...knowledgeOf(plan), other: LATER } },
  });

const changed = (record: PlanRecord, fields: Record<string, unknown>): PlanRecord => {
  const next: Record<string, unknown> = { ...record, ...fields };
  for (const [field, value] of Object.entries(fields)) if (value === undefined) delete next[field];
  return { ...next, stamps: Object.fromEntries(Object.keys(fields).map((field) => [field, LATER])) } as PlanRecord;
};

const labelAfter = (plan: PlanState, id: string): Label => {
  const record = recordOf(plan, 'unit', id);
  if (record === undefined) throw new Error('the unit is gone');
  return effectiveLabel(plan, record).label;
};

const french = at(20, 'FRA', { label: caveat('FRANCE ONLY', ['FRA', 'NOR']) });
const below = at(21, 'POL', { parent: french.id });
const grandchild = at(22, 'FRA', { parent: below.id });
const plan = planOf([exerciseRecord(), nation, french, below, grandchild]);

test.each([
  ['a label of its own', changed(below, { label: OPEN })],
  ['another superior', changed(below, { parent: undefined })],
  ['its deletion', { ...changed(below, { deleted: true }), parent: undefined } as unknown as PlanRecord],
])('a record of the sender’s keeps the caveat that it inherits from another nation: %s', (_what, sent) => {
  const after = takeEverything(reviewOf(plan, 'POL', 'NOR', [sent]));
  expect(labelAfter(after, below.id)).toMatchObject({ caveat: 'FRANCE ONLY', releasableTo: ['FRA', 'NOR'] });
  expect(labelAfter(after, grandchild.id)).toMatchObject({ caveat: 'FRANCE ONLY' });
  expect(recordOf(after, 'unit', grandchild.id)).toBe(grandchild);
});

test('a proposal adds to the label of ours and takes nothing from it; what it would be is what is shown', () => {
  const ours = at(30, 'NOR', { label: caveat('NORWAY ONLY') });
  const review = reviewOf(planOf([exerciseRecord(), nation, ours]), 'POL', 'NOR', [
    changed(ours, { label: caveat('NO CONTRACTORS', ['NOR', 'POL']) }),
  ]);
  const kept = { caveat: 'NO CONTRACTORS; NORWAY ONLY', releasableTo: ['NOR', 'POL'] };
  expect(review.entries[0]?.fields).toMatchObject([{ field: 'label', kept: true, theirs: kept }]);
  expect(labelAfter(takeEverything(review), ours.id)).toMatchObject(kept);
});

test('a proposal that would only take away is none, and one that drops the label is not taken', () => {
  const ours = at(30, 'NOR', { label: caveat('NORWAY ONLY') });
  const here = planOf([exerciseRecord(), nation, ours]);
  expect(reviewOf(here, 'POL', 'NOR', [changed(ours, { label: OPEN })]).entries).toEqual([]);
  const dropped = takeEverything(reviewOf(here, 'POL', 'NOR', [changed(ours, { label: undefined })]));
  expect(labelAfter(dropped, ours.id)).toEqual(ours.label);
});

test('the owner’s own word on its own label counts, in both directions', () => {
  const lowered = takeEverything(reviewOf(plan, 'FRA', 'NOR', [changed(french, { label: OPEN })]));
  expect(labelAfter(lowered, french.id)).toEqual(OPEN);
  const raisedLabel = caveat('FRANCE ONLY; NO COPIES', ['FRA']);
  expect(
    labelAfter(takeEverything(reviewOf(plan, 'FRA', 'NOR', [changed(french, { label: raisedLabel })])), french.id),
  ).toEqual(raisedLabel);
});

test('where two long caveats do not fit together, the one that was here stays', () => {
  const ours = at(30, 'NOR', { label: caveat(`A${'x'.repeat(150)}`) });
  const here = planOf([exerciseRecord(), nation, ours]);
  const review = reviewOf(here, 'POL', 'NOR', [changed(ours, { label: caveat(`B${'y'.repeat(150)}`, ['NOR']) })]);
  expect(labelAfter(takeEverything(review), ours.id)).toMatchObject({
    caveat: ours.label?.caveat,
    releasableTo: ['NOR'],
  });
});

describe('national caveats', () => {
  const noNight = {
    id: uuidOf(900),
    text: 'No work at night',
    areas: [],
    countries: [],
    tasks: [],
    from: '2200',
    until: '0500',
    needsApproval: false,
  };
  const noPort = { ...noNight, id: uuidOf(901), text: 'Not in this port' };
  // The host keeps the order of battle of a guest nation.
  const guest = participantRecord(50, 'POL', 'Poland', { owner: 'NOR', caveats: [noNight] });
  const command = { ...unitRecord(51, 'Command', guest.id), owner: 'NOR', caveats: [noPort] } as PlanRecord;
  const company = { ...unitRecord(52, 'Company', guest.id), owner: 'NOR', parent: command.id } as PlanRecord;
  const platoon = { ...unitRecord(53, 'Platoon', guest.id), owner: 'POL', parent: company.id } as PlanRecord;
  const here = planOf([exerciseRecord(), guest, command, company, platoon]);
  const bound = (after: PlanState, id: string): readonly string[] => {
    const unit = after.unit.get(id);
    if (unit === undefined) throw new Error('the unit is gone');
    return caveatsBinding(after)(unit)
      .map(({ text }) => text)
      .toSorted();
  };
  const BOTH = ['No work at night', 'Not in this port'];

  test.each([
    ['dropped from the nation', changed(guest, { caveats: undefined })],
    ['dropped from a superior', changed(command, { caveats: [] })],
    ['approved by somebody else', changed(command, { caveats: [{ ...noPort, approved: true }] })],
    ['left behind by a move', changed(company, { parent: undefined })],
    [
      'lost with a deleted superior',
      { ...changed(company, { deleted: true }), parent: undefined } as unknown as PlanRecord,
    ],
  ])('are not weakened by another nation, though it keeps the record: %s', (_what, sent) => {
    const after = takeEverything(reviewOf(here, 'NOR', 'POL', [sent]));
    expect(bound(after, platoon.id)).toEqual(BOTH);
    expect(recordOf(after, 'unit', platoon.id)).toBe(platoon);
    expect(caveatsBinding(after)(after.unit.get(platoon.id) as never)).toEqual(
      expect.arrayContaining([noNight, noPort]),
    );
  });

  test('can be added to by whoever keeps the record, and that others stay is shown', () => {
    const more = { ...noNight, id: uuidOf(902), text: 'Not at sea' };
    const review = reviewOf(here, 'NOR', 'POL', [changed(command, { caveats: [more] })]);
    expect(review.entries[0]?.fields).toMatchObject([{ field: 'caveats', retained: true, theirs: [more] }]);
    const after = takeEverything(review);
    expect(bound(after, platoon.id)).toEqual([...BOTH, 'Not at sea'].toSorted());
    expect(after.unit.get(command.id)).toMatchObject({
      caveats: [more],
      retained: { caveats: { caveats: [noPort], from: [{ nation: 'POL', title: 'Command' }] } },
    });
  });

  test('are retained with the time of the change that took each away, and that of what was known stays', () => {
    const stamped = (n: number, record: PlanRecord, fields: object): PlanRecord =>
      ({ ...record, ...fields, stamps: { caveats: stampAt(n), parent: stampAt(n) } }) as PlanRecord;
    const first = takeEverything(reviewOf(here, 'NOR', 'POL', [stamped(5_000, command, { caveats: [] })]));
    const known = { [noPort.id]: stampAt(5_000) };
    expect(first.unit.get(command.id)?.retained?.caveats?.since).toEqual(known);
    const more = { ...noNight, id: uuidOf(903), text: 'Not at sea' };
    const again = planOf(
      [...allRecords(first)].map((record) =>
        record.id === command.id ? { ...record, caveats: [more] } : record,
      ) as PlanRecord[],
    );
    const second = takeEverything(reviewOf(again, 'NOR', 'POL', [stamped(9_000, command, { caveats: [] })]));
    expect(second.unit.get(command.id)?.retained?.caveats?.since).toEqual({ ...known, [more.id]: stampAt(9_000) });
  });

  test('retained before their time was kept have none, and get none later', () => {
    const old = {
      ...command,
      caveats: [],
      retained: { caveats: { caveats: [noPort], from: [{ nation: 'POL', title: 'Command' }] } },
    };
    const plan = planOf([exerciseRecord(), guest, old, company, platoon] as PlanRecord[]);
    const review = reviewOf(plan, 'NOR', 'POL', [changed(company, { parent: undefined })]);
    const after = takeEverything(review);
    expect(after.unit.get(command.id)?.retained).toEqual(old.retained);
    expect(Object.keys(after.unit.get(company.id)?.retained?.caveats?.since ?? {})).toEqual([noPort.id]);
  });

  test('are the nation’s own to change, and of its own units', () => {
    const own = { ...command, owner: 'POL' } as PlanRecord;
    const after = takeEverything(
      reviewOf(planOf([exerciseRecord(), guest, own, company, platoon]), 'POL', 'NOR', [changed(own, { caveats: [] })]),
    );
    expect(bound(after, platoon.id)).toEqual(['No work at night']);
  });
});

const NATIONS = ['FRA', 'POL', 'NOR'] as const;
const anyLabel = fc.option(
  fc.record({
    text: fc.subarray(['ALPHA', 'BRAVO', 'CHARLIE'], { minLength: 1 }),
    to: fc.subarray(['FRA', 'POL', 'NOR', 'SWE']),
    bare: fc.boolean(),
  }),
);
const labelled = (made: { text: string[]; to: string[]; bare: boolean } | null): Label | undefined =>
  made === null ? undefined : made.bare ? { ...OPEN, releasableTo: made.to } : caveat(made.text.join('; '), made.to);

const SIZE = 7;
const tree = fc.array(fc.record({ owner: fc.nat(2), parent: fc.nat(SIZE), label: anyLabel }), {
  minLength: SIZE,
  maxLength: SIZE,
});
const changes = fc.array(
  fc.record({
    on: fc.nat(SIZE - 1),
    label: fc.option(anyLabel, { nil: undefined }),
    parent: fc.option(fc.nat(SIZE), { nil: undefined }),
    gone: fc.boolean(),
  }),
  { minLength: 1, maxLength: 5 },
);

test('no import weakens what another nation protects, whoever sends it and whatever is taken', () => {
  fc.assert(
    fc.property(tree, changes, fc.nat(2), fc.nat(2), fc.boolean(), (units, sent, from, to, everything) => {
      const parentOf = (n: number, self: number): string | undefined => (n < self ? uuidOf(100 + n) : undefined);
      const records = units.map(({ owner, parent, label }, n) => {
        const own = labelled(label);
        const up = parentOf(parent, n);
        return at(100 + n, NATIONS[owner] ?? 'NOR', {
          ...(own === undefined ? {} : { label: own }),
          ...(up === undefined ? {} : { parent: up }),
        });
      });
      const before = planOf([exerciseRecord(), nation, ...records]);
      const originator = NATIONS[from] ?? 'NOR';
      const bundle = sent.map(({ on, label, parent, gone }) => {
        const record = records[on] ?? french;
        const fields: Record<string, unknown> = {};
        if (label !== undefined) fields['label'] = labelled(label);
        if (parent !== undefined) fields['parent'] = parentOf(parent, on);
        if (gone) fields['deleted'] = true;
        return changed(record, fields);
      });
      const review = reviewOf(before, originator, NATIONS[to] ?? 'NOR', bundle);
      const after = everything
        ? takeEverything(review)
        : must(applyOps(before, must(acceptReview(review, decideAll(review, 'all'))).ops));
      for (const record of allRecords(before)) {
        const { label, origin } = effectiveLabel(before, record);
        const theirs = origin === undefined || origin.owner === originator;
        const now = recordOf(after, record.kind, record.id);
        if (theirs || origin.kind === 'exercise' || now === undefined) continue;
        expect({ record, weaker: isWeaker(effectiveLabel(after, now).label, label) }).toEqual({
          record,
          weaker: false,
        });
      }
    }),
    { numRuns: 500 },
  );
});
