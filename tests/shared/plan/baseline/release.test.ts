/** A baseline goes out without a word about what is held back, and its redactions come together again. */
import fc from 'fast-check';
import { joinEntries } from '#shared/plan/baseline/entries.ts';
import type { Baseline, BaselineEntry } from '#shared/plan/baseline/schema.ts';
import { RELEASABLE_KINDS } from '#shared/plan/profile/schema.ts';
import type { PlanRecord, RecordOf } from '#shared/plan/records.ts';
import { placeholderOf } from '#shared/plan/release/placeholder.ts';
import { type Selection, selectForRelease } from '#shared/plan/release/select.ts';
import { planOf } from '#shared/plan/state.ts';
import { exerciseRecord, stampAt, uuidOf } from '#tests/support/plans.ts';
import { activityRecord, movementRecord, participantRecord } from '#tests/support/records.ts';
import { NOW, must } from '#tests/shared/plan/merge/world.ts';
import { acceptReview, decideAll } from '#shared/plan/merge/accept.ts';
import { reviewBundle } from '#shared/plan/merge/review.ts';
import { applyOps, makeStep } from '#shared/plan/step.ts';

const restricted = (...releasableTo: string[]) => ({ policy: 'NATO', classification: 'NATO RESTRICTED', releasableTo });
const nor = participantRecord(10, 'NOR', 'Norway');
const open = activityRecord(50, 'Open');
const held = activityRecord(51, 'Held', { label: restricted('GBR') });
const partly = activityRecord(52, 'Partly', { label: restricted('GBR', 'POL') });
const moved = movementRecord(40, 'NOR-1', nor.id);
const START = '2027-06-12T14:00:00Z';
const baseline: Baseline = {
  id: uuidOf(90),
  kind: 'baseline',
  owner: 'NOR',
  stamp: stampAt(90),
  name: 'At the MPC',
  takenAt: START,
  times: [moved.id, open.id, held.id, partly.id, uuidOf(999)].sort().map((id): BaselineEntry => [id, START, 77]),
};
const frame = exerciseRecord() as RecordOf<'exercise'>;
const records: readonly PlanRecord[] = [frame, nor, open, held, partly, moved, baseline];

const released = (audience: string, more: readonly PlanRecord[] = records): Selection =>
  selectForRelease(planOf(more), { originator: 'NOR', authors: ['tester'], audienceCodes: [audience] });
const baselineIn = ({ sections }: Selection): Baseline | undefined =>
  sections.find(({ kind }) => kind === 'baseline')?.records[0] as Baseline | undefined;
const idsIn = (selection: Selection) => baselineIn(selection)?.times.map(([id]) => id);

test('lines about held records and about records nobody here knows stay here, without a placeholder', () => {
  const selection = released('POL');
  expect(idsIn(selection)).toEqual([moved.id, open.id, partly.id].sort());
  const text = JSON.stringify(selection.sections);
  expect(text).not.toContain(held.id);
  expect(text).not.toContain(placeholderOf(held.id));
});

test('the preview counts what was left out of it, and nothing where all lines go', () => {
  const at = (audience: string) => released(audience).withheld;
  expect(at('POL')).toEqual([{ kind: 'baseline', id: baseline.id, field: 'times' }]);
  const whole = { ...baseline, times: baseline.times.filter(([id]) => id === open.id) };
  expect(released('POL', [...records, whole]).withheld).toEqual([]);
});

test('a deleted record is as much of a secret as it was alive', () => {
  const dead = { ...held, deleted: true } as PlanRecord;
  expect(idsIn(released('POL', [...records, dead]))).not.toContain(held.id);
});

test('a profile that leaves a kind out takes its lines along, and one without baselines takes them whole', () => {
  const profile = (kinds: readonly string[]): PlanRecord =>
    ({ ...nor, id: uuidOf(91), kind: 'profile', nation: 'POL', kinds, withheldFields: [] }) as unknown as PlanRecord;
  const without = (kind: string) => RELEASABLE_KINDS.filter((each) => each !== kind);
  expect(idsIn(released('POL', [...records, profile(without('movement'))]))).not.toContain(moved.id);
  expect(baselineIn(released('POL', [...records, profile(without('baseline'))]))).toBeUndefined();
});

test('the whole is marked as high as what its lines speak of, though that goes by another way', () => {
  const theirs = { ...partly, owner: 'GBR', stamp: stampAt(1).replace('tester', 'other') } as PlanRecord;
  const plain = (times: readonly BaselineEntry[]) =>
    released('POL', [frame, nor, open, theirs, { ...baseline, times: [...times] }]).label.classification;
  expect(plain([[open.id, START, 1]])).toBe('NATO UNCLASSIFIED');
  expect(plain([[theirs.id, START, 1]])).toBe('NATO RESTRICTED');
});

const entry = fc.tuple(
  fc.integer({ min: 1, max: 12 }).map(uuidOf),
  fc.constantFrom(START, '2027-06-13T14:00:00Z'),
  fc.nat(3),
) as fc.Arbitrary<BaselineEntry>;

test('redactions come together in any order, and each once is enough', () => {
  fc.assert(
    fc.property(fc.array(entry), fc.array(entry), fc.array(entry), (a, b, c) => {
      expect(joinEntries(a, b)).toEqual(joinEntries(b, a));
      expect(joinEntries(joinEntries(a, b), c)).toEqual(joinEntries(a, joinEntries(b, c)));
      const all = joinEntries(a, b);
      expect(joinEntries(all, a)).toEqual(all);
    }),
  );
});

test('two partial releases end in the same baseline, in whatever order they come', () => {
  const full = [...baseline.times];
  const parts = [full.slice(0, 2), full.slice(1, 4)].map((times) => ({ ...baseline, times }));
  const after = (order: readonly number[]) => {
    let plan = planOf([frame]);
    for (const n of order) {
      const bundle = { originator: 'NOR', records: [parts[n] ?? baseline], knowledge: { tester: stampAt(90) } };
      const review = reviewBundle({ plan, me: 'POL', myKnowledge: {}, bundle });
      const draft = must(acceptReview(review, decideAll(review, 'own')));
      const context = { exerciseId: frame.id, author: 'pol1', stamp: stampAt(95), at: NOW, id: uuidOf(2) };
      plan = must(applyOps(plan, makeStep(plan, draft, context, 'import').ops));
    }
    return plan.baseline.get(baseline.id)?.times;
  };
  expect(after([0, 1])).toEqual(full.slice(0, 4));
  expect(after([1, 0])).toEqual(full.slice(0, 4));
  expect(after([1, 0, 1])).toEqual(full.slice(0, 4));
});
