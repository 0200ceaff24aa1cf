import { reviewTable, reviewTsv } from '#renderer/features/exchange/reviewTable.ts';
import { startWords } from '#renderer/ui/words.ts';
import type { OpenedBundle } from '#shared/contract/exchange.ts';
import { decideAll } from '#shared/plan/merge/accept.ts';
import { knowledgeOf } from '#shared/plan/merge/knowledge.ts';
import { reviewBundle } from '#shared/plan/merge/review.ts';
import { planOf } from '#shared/plan/state.ts';
import { exerciseRecord } from '#tests/support/plans.ts';
import { participantRecord, unitRecord } from '#tests/support/records.ts';

beforeAll(() => startWords('en'));

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
const bundle = { name: 'p.entente', token: 'T', exerciseId: 'E' } as OpenedBundle;
const write = (value: unknown): string => String(value);

test('a review is saved field by field with what is chosen, and is marked by its bundle', () => {
  const table = reviewTable({ bundle, entries: review.entries, decisions: decideAll(review, 'own'), write });
  expect(table.bundle).toEqual({ token: 'T', exerciseId: 'E' });
  const line = table.table.rows.find((cells) => cells[2] === 'Polish Company');
  expect(line).toEqual(['changed', 'Unit', 'Polish Company', 'POL', 'Strength', '80', 'not sent before', '85', 'Yes']);
  expect(table.table.rows.find((cells) => cells[2] === 'New Platoon')?.slice(0, 5)).toEqual([
    'new',
    'Unit',
    'New Platoon',
    'POL',
    '',
  ]);
});

test('what is not chosen says so, in the copy for spreadsheets too', () => {
  const tsv = reviewTsv({ entries: review.entries, decisions: new Map(), write });
  expect(tsv).toContain('Chosen');
  expect(tsv.split('\r\n').filter((text) => text.endsWith('\tYes'))).toEqual([]);
});
