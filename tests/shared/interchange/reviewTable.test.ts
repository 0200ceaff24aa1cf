import { wordIn } from '#electron/cli/words.ts';
import { reviewTable } from '#shared/interchange/table/review.ts';
import { DEFAULT_LABELLING } from '#shared/label/policies.ts';
import { fieldTextIn } from '#shared/plan/fieldText.ts';
import { decideAll } from '#shared/plan/merge/accept.ts';
import { knowledgeOf } from '#shared/plan/merge/knowledge.ts';
import { reviewBundle } from '#shared/plan/merge/review.ts';
import { placeholderOf } from '#shared/plan/release/placeholder.ts';
import { planOf, recordNamed } from '#shared/plan/state.ts';
import { timeContextOf } from '#shared/plan/times.ts';
import { exerciseRecord, uuidOf } from '#tests/support/plans.ts';
import { participantRecord, unitRecord } from '#tests/support/records.ts';

const pol = participantRecord(10, 'POL', 'Poland', { owner: 'POL' });
const theirs = unitRecord(21, 'Polish Company', pol.id, { owner: 'POL', personnel: 80 });
const plan = planOf([exerciseRecord(), pol, theirs]);
const review = reviewBundle({
  plan,
  me: 'NOR',
  myKnowledge: {},
  bundle: {
    originator: 'POL',
    records: [
      { ...theirs, personnel: 85, stamps: { personnel: '0zzzzzzzz.0001.poland' } },
      unitRecord(22, 'New Platoon', pol.id, { owner: 'POL' }),
    ],
    knowledge: knowledgeOf(plan),
  },
});
const textIn = (language: 'en' | 'fr') =>
  fieldTextIn({
    word: wordIn(language),
    context: timeContextOf(plan, language, 0),
    labelling: DEFAULT_LABELLING,
    recordFor: (id) => recordNamed(plan, id),
  });
const tableIn = (language: 'en' | 'fr', accept: 'own' | 'none') =>
  reviewTable(
    { file: 'p.entente', entries: review.entries, decisions: decideAll(review, accept), write: textIn(language) },
    wordIn(language),
  );

test('a review is a table field by field with what is chosen, and names the records that mark it', () => {
  const { table, ids } = tableIn('en', 'own');
  expect(table.name).toContain('p.entente');
  expect(table.rows.find((cells) => cells[2] === 'Polish Company')).toEqual([
    'changed',
    'Unit',
    'Polish Company',
    'POL',
    'Strength',
    '80',
    'not sent before',
    '85',
    'Yes',
  ]);
  expect(table.rows.find((cells) => cells[2] === 'New Platoon')?.slice(0, 5)).toEqual([
    'new',
    'Unit',
    'New Platoon',
    'POL',
    null,
  ]);
  expect(ids).toEqual(expect.arrayContaining([theirs.id, uuidOf(22)]));
});

test('in French, and with nothing chosen, it says so', () => {
  const { table } = tableIn('fr', 'none');
  const line = table.rows.find((cells) => cells[2] === 'Polish Company');
  expect(line?.slice(0, 2)).toEqual(['modifié', 'Unité']);
  expect(table.rows.map((cells) => cells[8])).toEqual(table.rows.map(() => 'Non'));
});

test('values are in words: records by name, members, groups, placeholders, a dash for nothing', () => {
  const write = textIn('en');
  expect(write(pol.id, 'unit', 'participant')).toBe('POL Poland');
  expect(textIn('fr')('confirmed', 'activity', 'state')).toBe('Confirmée');
  expect(write(uuidOf(77), 'unit', 'parent')).toBe(uuidOf(77).slice(0, 8));
  expect(write(placeholderOf(pol.id), 'unit', 'participant')).toBe('not released');
  expect(write('2027-06-12T14:00:00Z', 'baseline', 'takenAt')).toBe('121400ZJUN27');
  expect(write({ at: '2027-06-12T14:00:00Z' }, 'activity', 'start')).toBe('121400ZJUN27');
  expect(write({ policy: 'NATO', classification: 'NATO SECRET', releasableTo: [] }, 'unit', 'label')).toBe(
    'NATO SECRET',
  );
  expect(write(undefined, 'unit', 'remarks')).toBe('–');
  expect(write([1, 2, 3, 4, 5, 6, 7], 'unit', 'x')).toBe('1, 2, 3, 4, 5, 6 … (7)');
});
