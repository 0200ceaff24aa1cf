import { EMPTY_PLAN, planOf } from '#shared/plan/state.ts';
import { type Op, applyOps, changeOp } from '#shared/plan/step.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { creation, exerciseRecord, locationRecord } from '#tests/support/plans.ts';

const LABEL = { policy: 'NATO', classification: 'RESTRICTED', releasableTo: ['NOR'] } as const;
/** As a bundle brings it: members in alphabetical order. */
const LABEL_AS_SENT = { classification: 'RESTRICTED', policy: 'NATO', releasableTo: ['NOR'] } as const;

const locationAfter = (op: Op): PlanRecord | undefined => {
  const next = applyOps(planOf([exerciseRecord()]), [op]);
  return next.ok ? next.value.location.values().next().value : undefined;
};

describe('a record that an operation creates', () => {
  test('stands in the plan as it is: there are no two of it in memory', () => {
    const record = locationRecord(10);
    expect(locationAfter(creation(record))).toBe(record);
  });

  test.each([
    ['a member that no location has', { ...locationRecord(10), nonsense: 1 }],
    ['a name that is none', { ...locationRecord(10), name: 7 }],
    ['another kind than the operation names', { ...exerciseRecord(), id: locationRecord(10).id }],
  ])('is refused with %s', (_what, after) => {
    const op: Op = { kind: 'location', id: locationRecord(10).id, before: null, after };
    expect(applyOps(EMPTY_PLAN, [op])).toMatchObject({ ok: false, error: { code: 'RECORD_INVALID' } });
  });
});

describe('a change', () => {
  const record = { ...locationRecord(10), label: LABEL_AS_SENT } as unknown as PlanRecord;

  test('to what stands there already is none, in whatever order its members are', () => {
    expect(changeOp(record, { label: LABEL })).toBeUndefined();
  });

  test('to anything else is one', () => {
    expect(changeOp(record, { label: { ...LABEL, releasableTo: [] } })?.after).toEqual({
      label: { ...LABEL, releasableTo: [] },
    });
  });
});
