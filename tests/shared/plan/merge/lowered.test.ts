/** A ceiling that comes in lower than what stands here: said beforehand, with what would stand above it. */
import type { Label } from '#shared/label/label.ts';
import { DEFAULT_LABELLING, type Labelling } from '#shared/label/policies.ts';
import { reviewBundle } from '#shared/plan/merge/review.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { planOf } from '#shared/plan/state.ts';
import { exerciseRecord, locationRecord, stampAt } from '#tests/support/plans.ts';

const nato = (classification: string): Label => ({ policy: 'NATO', classification, releasableTo: [] });
const capped = (classification: string): Labelling => ({
  ...DEFAULT_LABELLING,
  ceiling: { policy: 'NATO', classification },
});
const exercise = (labelling: Labelling | undefined, at: number): PlanRecord =>
  ({
    ...exerciseRecord(),
    ...(labelling === undefined ? {} : { labelling }),
    stamps: { labelling: stampAt(at) },
  }) as PlanRecord;
const place = (n: number, classification: string, more: object = {}): PlanRecord =>
  ({ ...locationRecord(n), owner: 'POL', label: nato(classification), ...more }) as PlanRecord;

const HERE = [
  exercise(undefined, 1),
  place(10, 'NATO SECRET'),
  place(11, 'NATO SECRET', { owner: 'NOR' }),
  place(12, 'NATO RESTRICTED'),
  place(13, 'NATO SECRET', { deleted: true }),
];
const reviewOf = (originator: string, ...records: readonly PlanRecord[]) =>
  reviewBundle({
    plan: planOf(HERE),
    me: 'POL',
    myKnowledge: { tester: stampAt(1) },
    bundle: { originator, records, knowledge: { tester: stampAt(99) } },
  });

test('the owner’s lower ceiling names what would stand above it', () => {
  expect(reviewOf('NOR', exercise(capped('NATO RESTRICTED'), 99)).lowered).toEqual({
    ceiling: 'NATO RESTRICTED',
    count: 2,
    what: 'Location 10, Location 11',
  });
});

test('what the same bundle marks lower or takes away does not count', () => {
  const lower = place(11, 'NATO RESTRICTED', { owner: 'NOR', stamps: { label: stampAt(99) } });
  expect(reviewOf('NOR', exercise(capped('NATO RESTRICTED'), 99), lower).lowered).toMatchObject({ count: 1 });
});

test('nothing is said where nothing would stand above it, or where the word is not one to be taken', () => {
  expect(reviewOf('NOR', exercise(capped('NATO SECRET'), 99)).lowered).toBeUndefined();
  expect(reviewOf('NOR', exercise(undefined, 1)).lowered).toBeUndefined();
  expect(reviewOf('FIN', exercise(capped('NATO RESTRICTED'), 99)).lowered).toBeUndefined();
});
