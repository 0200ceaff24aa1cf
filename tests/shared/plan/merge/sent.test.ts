import type { PlanRecord } from '#shared/plan/records.ts';
import { type Sent, lastSents, sentKey, withSent } from '#shared/plan/merge/sent.ts';
import { reviewBundle } from '#shared/plan/merge/review.ts';
import { knowledgeOf } from '#shared/plan/merge/knowledge.ts';
import { planOf } from '#shared/plan/state.ts';
import { finish } from '#shared/work.ts';
import { exerciseRecord } from '#tests/support/plans.ts';
import { participantRecord, unitRecord } from '#tests/support/records.ts';

const pol = participantRecord(10, 'POL', 'Poland', { owner: 'POL' });
const first = unitRecord(20, 'Company', pol.id, { owner: 'POL', personnel: 80 });
const second: PlanRecord = { ...first, name: 'Company A', personnel: 85 };
const third: PlanRecord = { ...first, name: 'Company A', personnel: 90 };
const NONE: Sent = new Map();

const lastOf = (sent: Sent, record: PlanRecord) => finish(lastSents(sent, [record])).get(sentKey(record));

test('a record that was never sent before has no last version', () => {
  expect(lastOf(NONE, first)).toBeUndefined();
});

test('what was sent last is told by the fields that are otherwise now, with its revision', () => {
  const sent = withSent(withSent(NONE, [first], 1), [second], 4);
  expect(lastOf(sent, third)).toEqual({ revision: 4, differs: { personnel: 85 } });
  expect(lastOf(withSent(NONE, [first], 1), third)).toEqual({
    revision: 1,
    differs: { name: 'Company', personnel: 80 },
  });
});

test('a record that a later bundle does not hold, and a field that it leaves out, were last sent before', () => {
  const withoutField = { ...second, withheld: ['personnel'] } as Record<string, unknown>;
  delete withoutField['personnel'];
  const sent = withSent(withSent(NONE, [first, pol], 1), [withoutField as unknown as PlanRecord], 2);
  expect(sent.get(sentKey(pol))?.revision).toBe(1);
  expect(lastOf(sent, third)).toEqual({ revision: 2, differs: { personnel: 80 } });
});

test('the review shows three sides: what we have, what they last sent, what they send now', () => {
  // We declined 85: what we have is still their first word.
  const plan = planOf([exerciseRecord(), pol, first]);
  const stamped: PlanRecord = { ...third, stamps: { name: '0zzzzzzzz.0001.pol', personnel: '0zzzzzzzz.0002.pol' } };
  const last = finish(lastSents(withSent(withSent(NONE, [first], 1), [second], 2), [stamped]));
  const review = reviewBundle({
    plan,
    me: 'NOR',
    myKnowledge: {},
    bundle: { originator: 'POL', records: [stamped], knowledge: knowledgeOf(plan), last },
  });
  expect(review.entries[0]?.fields).toMatchObject([
    { field: 'name', mine: 'Company', theirs: 'Company A', last: { value: 'Company A', revision: 2 } },
    { field: 'personnel', mine: 80, theirs: 90, last: { value: 85, revision: 2 } },
  ]);
});
