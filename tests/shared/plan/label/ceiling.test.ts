import { guardCeiling } from '#shared/plan/label/ceiling.ts';
import { DEFAULT_LABELLING } from '#shared/label/policies.ts';
import type { Label } from '#shared/label/label.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { planOf } from '#shared/plan/state.ts';
import { change, creation, EXERCISE_ID, exerciseRecord, locationRecord } from '#tests/support/plans.ts';

const nato = (classification: string): Label => ({ policy: 'NATO', classification, releasableTo: [] });
const capped = (classification: string) => ({
  ...DEFAULT_LABELLING,
  ceiling: { policy: 'NATO', classification },
});
const EXERCISE = { ...exerciseRecord(), labelling: capped('NATO RESTRICTED') } as PlanRecord;
const SECRET: PlanRecord = { ...locationRecord(2), label: nato('NATO SECRET'), deleted: true };
const plan = planOf([EXERCISE, SECRET, locationRecord(3)]);
const code = (...ops: Parameters<typeof guardCeiling>[1]): string => {
  const held = guardCeiling(plan, ops);
  return held.ok ? 'ok' : held.error.code;
};
const marked = (classification: string) =>
  change('location', locationRecord(3).id, {}, { label: nato(classification) });

it('lets nothing above the ceiling in, by whatever operation', () => {
  expect(code(marked('NATO SECRET'))).toBe('LABEL_ABOVE_CEILING');
  expect(code(creation({ ...locationRecord(4), label: nato('NATO SECRET') } as PlanRecord))).toBe(
    'LABEL_ABOVE_CEILING',
  );
  expect(code(creation({ ...locationRecord(4), label: { ...nato('SECRET'), policy: 'EXERCISE' } } as PlanRecord))).toBe(
    'LABEL_ABOVE_CEILING',
  );
  // Brought back as it was.
  expect(code(change('location', SECRET.id, { deleted: true }, { deleted: null }))).toBe('LABEL_ABOVE_CEILING');
  // A level that nobody knows is as high as can be.
  expect(code(marked('UMBRA'))).toBe('LABEL_ABOVE_CEILING');
});

it('lets in what is not above it, what has no label, and what goes', () => {
  expect(code(marked('NATO RESTRICTED'))).toBe('ok');
  expect(code(creation(locationRecord(4)))).toBe('ok');
  expect(code(change('location', locationRecord(3).id, {}, { name: 'Other' }))).toBe('ok');
  expect(code(change('location', locationRecord(3).id, {}, { label: null }))).toBe('ok');
  expect(code({ kind: 'location', id: SECRET.id, before: { ...SECRET }, after: null })).toBe('ok');
});

it('takes what is retained for a marking, and lets it be as high as what stands', () => {
  const retaining = (classification: string) =>
    change(
      'location',
      locationRecord(3).id,
      {},
      {
        retained: { label: { label: nato(classification), from: [], since: 'x' } },
      },
    );
  expect(code(retaining('NATO RESTRICTED'))).toBe('ok');
  // A record that is marked so stands in the plan, as a tombstone.
  expect(code(retaining('NATO SECRET'))).toBe('ok');
  expect(code(retaining('COSMIC TOP SECRET'))).toBe('LABEL_ABOVE_CEILING');
  const here = planOf([
    { ...exerciseRecord(), labelling: capped('NATO SECRET') } as PlanRecord,
    {
      ...locationRecord(5),
      retained: { label: { label: nato('NATO SECRET'), from: [], since: '0myc87pc1.0000.aaa1' } },
    } as PlanRecord,
  ]);
  const lower = [change('exercise', EXERCISE_ID, {}, { labelling: capped('NATO RESTRICTED') })];
  expect(guardCeiling(here, lower)).toMatchObject({
    ok: false,
    error: { code: 'LABEL_CEILING_TOO_LOW', data: { what: 'Location 5' } },
  });
});

it('goes by the ceiling that will hold after the step', () => {
  const ceiling = (classification: string | null) =>
    change('exercise', EXERCISE_ID, {}, { labelling: classification === null ? null : capped(classification) });
  expect(code(ceiling('NATO SECRET'), marked('NATO SECRET'))).toBe('ok');
  expect(code(ceiling(null), marked('NATO SECRET'))).toBe('ok');
  expect(code(marked('NATO RESTRICTED'), ceiling('NATO UNCLASSIFIED'))).toBe('LABEL_ABOVE_CEILING');
});

it('refuses an edit that sets a ceiling below what stands, naming it; what stood above already is not counted', () => {
  const here = planOf([
    { ...exerciseRecord(), labelling: capped('NATO SECRET') } as PlanRecord,
    { ...locationRecord(5), label: nato('NATO SECRET') } as PlanRecord,
  ]);
  const lower = [change('exercise', EXERCISE_ID, {}, { labelling: capped('NATO RESTRICTED') })];
  expect(guardCeiling(here, lower)).toMatchObject({
    ok: false,
    error: { code: 'LABEL_CEILING_TOO_LOW', data: { count: 1, what: 'Location 5', ceiling: 'NATO RESTRICTED' } },
  });
  expect(guardCeiling(here, lower, 'import')).toMatchObject({ ok: true });
  expect(guardCeiling(here, lower, 'redo')).toMatchObject({ ok: true });
  const lowered = planOf([
    { ...exerciseRecord(), labelling: capped('NATO RESTRICTED') } as PlanRecord,
    { ...locationRecord(5), label: nato('NATO SECRET') } as PlanRecord,
  ]);
  const more = { ...capped('NATO RESTRICTED'), equivalences: DEFAULT_LABELLING.equivalences.slice(0, 4) };
  expect(guardCeiling(lowered, [change('exercise', EXERCISE_ID, {}, { labelling: more })])).toMatchObject({ ok: true });
});
