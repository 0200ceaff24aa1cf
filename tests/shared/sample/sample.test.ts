import { hangsOn } from '#shared/time/when.ts';
import { runChecks } from '#shared/plan/checks/run.ts';
import { KINDS, parseRecord } from '#shared/plan/records.ts';
import { allRecords, EMPTY_PLAN, exerciseOf, live, type PlanState } from '#shared/plan/state.ts';
import { applyOps } from '#shared/plan/step.ts';
import { timeResolver } from '#shared/plan/times.ts';
import { sampleDraft } from '#shared/sample/sample.ts';
import { uuidOf } from '#tests/support/plans.ts';

const make = (): PlanState => {
  let n = 0;
  const draft = sampleDraft({
    plan: EMPTY_PLAN,
    actor: 'NOR',
    newId: () => {
      n += 1;
      return uuidOf(n);
    },
  });
  if (!draft.ok) throw new Error(draft.error.code);
  const stamp = '0mhyk0000.0000.sample';
  const made = applyOps(
    EMPTY_PLAN,
    draft.value.ops.map((op) => ({ ...op, after: { ...op.after, stamp } })),
  );
  if (!made.ok) throw new Error(`${made.error.code} ${JSON.stringify(made.error.data)}`);
  return made.value;
};

const sample = make();

test('it is as large as a planner’s real work', () => {
  const nations = live(sample, 'participant').filter(({ type }) => type === 'nation');
  const civil = live(sample, 'participant').filter(({ type }) => type === 'ngo' || type === 'io');
  expect(nations.length).toBeGreaterThanOrEqual(8);
  expect(civil.length).toBeGreaterThanOrEqual(3);
  expect(live(sample, 'unit').length).toBeGreaterThanOrEqual(120);
  expect(live(sample, 'location').length).toBeGreaterThanOrEqual(60);
  expect(live(sample, 'activity').length).toBeGreaterThanOrEqual(250);
  expect(live(sample, 'movement').length).toBeGreaterThanOrEqual(60);
});

test('every kind is in it, every record valid, and much of it hangs on anchors', () => {
  for (const kind of KINDS) expect(live(sample, kind).length).toBeGreaterThan(0);
  for (const record of allRecords(sample)) expect(parseRecord(record)).toMatchObject({ ok: true });
  const anchored = live(sample, 'activity').filter(({ start }) => hangsOn(start) !== undefined);
  expect(anchored.length).toBeGreaterThan(100);
});

test('the rules find no error in it, and it ends after it begins', () => {
  expect(runChecks(sample).filter(({ severity }) => severity === 'error')).toEqual([]);
  const resolve = timeResolver(sample);
  const { start = '', end = '' } = exerciseOf(sample) ?? {};
  expect(resolve({ at: start })).toBeLessThan(resolve({ at: end }) ?? 0);
});
