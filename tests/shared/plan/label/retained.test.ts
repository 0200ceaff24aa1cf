/** What a plan retains of another nation's marking: it counts everywhere, leaves written out, and is settled by a word about it. */
import type { Label } from '#shared/label/label.ts';
import { runChecks } from '#shared/plan/checks/run.ts';
import { updateRecords } from '#shared/plan/commands.ts';
import { undoDraft } from '#shared/plan/history.ts';
import { effectiveLabel, inheritedLabel } from '#shared/plan/label/effective.ts';
import { acceptReview, decideAll } from '#shared/plan/merge/accept.ts';
import { knowledgeOf } from '#shared/plan/merge/knowledge.ts';
import { type Review, reviewBundle } from '#shared/plan/merge/review.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { selectForRelease } from '#shared/plan/release/select.ts';
import { type PlanState, planOf } from '#shared/plan/state.ts';
import { type StepDraft, applyOps, makeStep } from '#shared/plan/step.ts';
import { duplicateUnit } from '#shared/plan/unit/commands.ts';
import type { Result } from '#shared/result.ts';
import { EXERCISE_ID, exerciseRecord, stampAt, uuidOf } from '#tests/support/plans.ts';
import { participantRecord, unitRecord } from '#tests/support/records.ts';
import { must } from '../merge/world.ts';

const label = (caveat: string | undefined, ...releasableTo: string[]): Label => ({
  policy: 'NATO',
  classification: 'NATO RESTRICTED',
  releasableTo,
  ...(caveat === undefined ? {} : { caveat }),
});
const OPEN: Label = { policy: 'NATO', classification: 'NATO UNCLASSIFIED', releasableTo: [] };

const nation = participantRecord(10, 'POL', 'Poland', { owner: 'POL' });
const french = { ...unitRecord(20, 'Battalion', nation.id), owner: 'FRA', label: label('FRANCE ONLY', 'FRA', 'POL') };
const moved = { ...unitRecord(21, 'Company', nation.id), owner: 'POL', parent: french.id };
const below = { ...unitRecord(22, 'Platoon', nation.id), owner: 'POL', parent: moved.id };
const before = planOf([exerciseRecord(), nation, french, moved, below]);

const at = (n: number): string => stampAt(1000 + n).replace(/tester$/, 'poland');

const reviewOf = (plan: PlanState, fields: object, stamps: Record<string, string>): Review => {
  const { parent: _parent, ...rest } = moved;
  return reviewBundle({
    plan,
    me: 'NOR',
    myKnowledge: knowledgeOf(plan),
    bundle: {
      originator: 'POL',
      records: [{ ...rest, ...fields, stamps } as PlanRecord],
      knowledge: { ...knowledgeOf(plan), poland: at(99) },
    },
  });
};
const taken = (plan: PlanState, fields: object, stamps: Record<string, string>): PlanState => {
  const review = reviewOf(plan, fields, stamps);
  return must(applyOps(plan, must(acceptReview(review, decideAll(review, 'own'))).ops));
};
const away = taken(before, {}, { parent: at(5) });
const unit = (plan: PlanState, id: string) => {
  const found = plan.unit.get(id);
  if (found === undefined) throw new Error('the unit is gone');
  return found;
};
const effective = (plan: PlanState, id: string): Label => effectiveLabel(plan, unit(plan, id)).label;

const own = (plan: PlanState, draft: Result<StepDraft>) => {
  const by = { exerciseId: EXERCISE_ID, author: 'norway', stamp: at(50), at: 0, id: uuidOf(900) };
  const step = makeStep(plan, must(draft), by);
  return { step, plan: must(applyOps(plan, step.ops)) };
};
const context = (plan: PlanState, actor = 'NOR') => ({ plan, actor, newId: () => uuidOf(999) });

test('the owner’s word stands in the record as it was said; what protected it is retained beside, with whose it was', () => {
  const { label: said, retained, ...rest } = unit(away, moved.id);
  expect(said).toBeUndefined();
  expect(rest).not.toHaveProperty('parent');
  expect(retained).toEqual({
    label: { label: french.label, from: [{ nation: 'FRA', title: 'Battalion' }], since: at(5) },
  });
  expect(effective(away, moved.id)).toEqual(french.label);
  expect(effective(away, below.id)).toEqual(french.label);
  expect(effectiveLabel(away, unit(away, below.id)).retained?.from).toEqual([{ nation: 'FRA', title: 'Battalion' }]);
  expect(inheritedLabel(away, unit(away, moved.id)).label).toEqual(OPEN);
});

test('a record that leaves it loses nothing: what protects from above by what is retained there is retained too', () => {
  const { parent: _parent, ...free } = below;
  const review = reviewBundle({
    plan: away,
    me: 'NOR',
    myKnowledge: {},
    bundle: {
      originator: 'POL',
      records: [{ ...free, stamps: { parent: at(9) } } as PlanRecord],
      knowledge: { ...knowledgeOf(away), poland: at(99) },
    },
  });
  const plan = must(applyOps(away, must(acceptReview(review, decideAll(review, 'own'))).ops));
  expect(effective(plan, below.id)).toEqual(french.label);
});

test('it decides who may get the record, goes with it written out, and never as it is', () => {
  const release = (...audienceCodes: string[]) =>
    selectForRelease(away, { originator: 'POL', authors: ['poland'], audienceCodes });
  expect(release('NOR').held).toContainEqual({ kind: 'unit', id: moved.id, reason: 'NOT_RELEASABLE' });
  const units = release('FRA').sections.find(({ kind }) => kind === 'unit')?.records ?? [];
  expect(units.map((record) => [record.id, record.label])).toEqual([
    [moved.id, french.label],
    [below.id, french.label],
  ]);
  expect(JSON.stringify(units)).not.toContain('retained');
  expect(release('FRA').label).toMatchObject({ caveat: 'FRANCE ONLY', classification: 'NATO RESTRICTED' });
});

test('a later word of the owner about the label settles it; one from before the move does not', () => {
  const later = taken(away, { label: OPEN }, { parent: at(5), label: at(6) });
  expect(unit(later, moved.id)).toMatchObject({ label: OPEN });
  expect(unit(later, moved.id)).not.toHaveProperty('retained');
  const earlier = taken(away, { label: OPEN }, { parent: at(5), label: at(4) });
  expect(unit(earlier, moved.id)).toMatchObject({ label: OPEN });
  expect(effective(earlier, moved.id)).toEqual(french.label);
  // The same word again, only later: the value is the one that stands.
  const again = taken(earlier, { label: OPEN }, { parent: at(5), label: at(7) });
  expect(effective(again, moved.id)).toEqual(OPEN);
});

test('a review says that the plan stays as strict, and shows the word as it was sent', () => {
  const review = reviewOf(before, { label: OPEN, parent: french.id }, { label: at(6) });
  expect(review.entries[0]?.fields).toMatchObject([{ field: 'label', theirs: OPEN, retained: true }]);
  expect(reviewOf(away, { label: OPEN }, { parent: at(5), label: at(6) }).entries[0]?.fields[0]).not.toHaveProperty(
    'retained',
  );
});

test.each([
  ['another label', OPEN],
  ['none', null],
])('a person’s own word here settles it too, also where the record says the same, and is undone: %s', (_, said) => {
  const { step, plan } = own(away, updateRecords(context(away), 'unit', [moved.id], { label: said }));
  expect(unit(plan, moved.id)).not.toHaveProperty('retained');
  expect(effective(plan, moved.id)).toEqual(OPEN);
  expect(unit(plan, moved.id).stamps?.['label']).toBe(at(50));
  const undone = own(plan, { ok: true, value: undoDraft(step) }).plan;
  expect(unit(undone, moved.id).retained).toEqual(unit(away, moved.id).retained);
  expect(effective(undone, moved.id)).toEqual(french.label);
});

test('any other change leaves it', () => {
  const { plan } = own(away, updateRecords(context(away), 'unit', [moved.id], { name: 'Other' }));
  expect(unit(plan, moved.id).retained).toEqual(unit(away, moved.id).retained);
});

test('a copy has it written out', () => {
  let ids = 998;
  const newId = (): string => uuidOf((ids += 1));
  const { plan } = own(away, duplicateUnit({ ...context(away), newId }, moved.id));
  expect(unit(plan, uuidOf(999))).toMatchObject({ label: french.label });
  expect(unit(plan, uuidOf(999))).not.toHaveProperty('retained');
});

test('checks hold the marking as it counts against ceiling and superior', () => {
  const codes = (plan: PlanState): readonly string[] =>
    runChecks(plan)
      .filter(({ subjects }) => subjects.some(({ id }) => id === moved.id))
      .map(({ code }) => code)
      .filter((code) => code.startsWith('LBL'));
  const capped = {
    ...exerciseRecord(),
    labelling: {
      policies: [],
      equivalences: [{ NATO: 'NATO UNCLASSIFIED' }, { NATO: 'NATO RESTRICTED' }],
      ceiling: { policy: 'NATO', classification: 'NATO UNCLASSIFIED' },
    },
  } as PlanRecord;
  expect(codes(away)).toEqual([]);
  expect(codes({ ...away, exercise: planOf([capped]).exercise })).toEqual(['LBL-002']);
});

test('a record that waited for its superior keeps what it had until that came', () => {
  const marked = participantRecord(11, 'FRA', 'France', { owner: 'FRA', label: label('FRANCE ONLY') });
  const waiting = { ...unitRecord(30, 'Section', marked.id), owner: 'FRA', parent: uuidOf(31) };
  const superior = { ...unitRecord(31, 'Group', marked.id), owner: 'POL', label: OPEN };
  const here = planOf([exerciseRecord(), marked, waiting]);
  expect(effective(here, waiting.id).caveat).toBe('FRANCE ONLY');
  const review = reviewBundle({
    plan: here,
    me: 'NOR',
    myKnowledge: {},
    bundle: { originator: 'POL', records: [superior], knowledge: { ...knowledgeOf(here) } },
  });
  const draft = must(acceptReview(review, decideAll(review, 'own')));
  const after = must(applyOps(here, draft.ops));
  expect(effective(after, waiting.id).caveat).toBe('FRANCE ONLY');
  expect(unit(after, waiting.id).retained?.label?.from).toEqual([{ nation: 'FRA', title: 'FRA France' }]);
});
