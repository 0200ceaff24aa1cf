import { AUDIT_CODES } from '#shared/audit/codes.ts';
import { wordIn } from '#electron/cli/words.ts';
import { auditSentence } from '#shared/audit/sentence.ts';
import { entriesOfStep } from '#shared/audit/steps.ts';
import { audit as en } from '#shared/messages/en/audit.ts';
import { change, creation, EXERCISE_ID, exerciseRecord, locationRecord, stepOf, uuidOf } from '#tests/support/plans.ts';

const label = { policy: 'NATO', classification: 'NATO RESTRICTED', releasableTo: ['FIN'] };

test('a changed label is logged with what it was and what it is, a created record is not', () => {
  const step = stepOf([
    creation({ ...locationRecord(2), label }),
    change('location', uuidOf(3), { label: null }, { label }),
    change('location', uuidOf(4), { name: 'a' }, { name: 'b' }),
  ]);
  expect(entriesOfStep(step)).toEqual([
    {
      at: step.at,
      code: 'LABEL_CHANGED',
      data: {
        exerciseId: EXERCISE_ID,
        step: step.id,
        author: 'tester',
        kind: 'location',
        id: uuidOf(3),
        from: null,
        to: label,
      },
    },
  ]);
});

test('many label changes are named up to a bound, and the rest counted', () => {
  const ops = Array.from({ length: 205 }, (_, n) => change('location', uuidOf(n), { label: null }, { label }));
  const entries = entriesOfStep(stepOf(ops));
  expect(entries).toHaveLength(201);
  expect(entries.at(-1)?.data).toMatchObject({ more: 5 });
});

test('an exercise that is made, deleted, or marks otherwise; an import that is taken back', () => {
  const codes = (ops: Parameters<typeof stepOf>[0], more = {}, source: 'edit' | 'undo' | 'redo' = 'edit') =>
    entriesOfStep(stepOf(ops, more, source)).map(({ code }) => code);
  expect(codes([creation(exerciseRecord())])).toEqual(['EXERCISE_CREATED']);
  expect(codes([change('exercise', EXERCISE_ID, { deleted: null }, { deleted: true })])).toEqual(['EXERCISE_DELETED']);
  expect(codes([change('exercise', EXERCISE_ID, { labelling: null }, { labelling: {} })])).toEqual([
    'LABELLING_CHANGED',
  ]);
  expect(codes([change('exercise', EXERCISE_ID, { twoPersonRelease: true }, { twoPersonRelease: null })])).toEqual([
    'TWO_PERSON_CHANGED',
  ]);
  expect(codes([], { label: { key: 'review.step', params: { originator: 'POL' } } }, 'undo')).toEqual([
    'IMPORT_UNDONE',
  ]);
  expect(codes([], { label: { key: 'review.step', params: { originator: 'POL' } } }, 'redo')).toEqual([
    'IMPORT_REDONE',
  ]);
  expect(codes([], { label: { key: 'review.step' } })).toEqual([]);
  expect(codes([change('exercise', EXERCISE_ID, { deleted: true }, { deleted: null })], {}, 'undo')).toEqual([
    'EXERCISE_RESTORED',
  ]);
});

test('a file of another program is logged by its name alone, with how much it changed', () => {
  const ops = [creation(locationRecord(2))];
  const taken = (key: string, file: string, source: 'edit' | 'undo' = 'edit') =>
    entriesOfStep(stepOf(ops, { label: { key, params: { file } } }, source)).map(({ code, data }) => [
      code,
      data['file'],
      data['taken'],
    ]);
  expect(taken('steps.importForces', '/home/j7/forces.json')).toEqual([['FILE_IMPORTED', 'forces.json', 1]]);
  expect(taken('steps.importCalendar', 'C:\\j7\\plan.ics')).toEqual([['FILE_IMPORTED', 'plan.ics', 1]]);
  expect(taken('steps.importCalendar', 'plan.ics', 'undo')).toEqual([]);
  expect(taken('steps.other', 'plan.ics')).toEqual([]);
});

test('the labels that are counted have a sentence of their own', () => {
  const said = (more: number): string => auditSentence({ code: 'LABEL_CHANGED', data: { more } }, wordIn('en'));
  expect(said(1)).toBe('Marking of 1 more record changed in the same step');
  expect(said(5)).toBe('Marking of 5 more records changed in the same step');
});

test('every code has its sentence', () => {
  const said = new Set(Object.keys(en.code).map((key) => key.replace(/_(one|other)$/, '')));
  expect([...said].toSorted()).toEqual(Object.keys(AUDIT_CODES).toSorted());
});
