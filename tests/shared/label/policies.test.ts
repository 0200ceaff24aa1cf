import { DEFAULT_LABELLING, equivalentOf, isOrderly, labellingSchema, policiesOf } from '#shared/label/policies.ts';

test('what stands in one row is equivalent; a hole in the row is no equivalent', () => {
  const restricted = { policy: 'NATO', classification: 'NATO RESTRICTED' };
  expect(equivalentOf(restricted, 'EXERCISE', DEFAULT_LABELLING)).toBe('RESTRICTED');
  expect(equivalentOf(restricted, 'NATO', DEFAULT_LABELLING)).toBe('NATO RESTRICTED');
  const highest = { policy: 'NATO', classification: 'COSMIC TOP SECRET' };
  expect(equivalentOf(highest, 'EXERCISE', DEFAULT_LABELLING)).toBeUndefined();
  expect(equivalentOf(highest, 'UNKNOWN', DEFAULT_LABELLING)).toBeUndefined();
});

test('a table that turns a policy around is not orderly, nor is one with a level that the policy does not have', () => {
  expect(isOrderly(DEFAULT_LABELLING)).toBe(true);
  expect(isOrderly({ policies: [], equivalences: DEFAULT_LABELLING.equivalences.toReversed() })).toBe(false);
  expect(isOrderly({ policies: [], equivalences: [{ NATO: 'NATO MADE UP' }] })).toBe(false);
  expect(isOrderly({ policies: [], equivalences: [{ NATO: null }, { NATO: 'NATO SECRET' }] })).toBe(true);
});

test('an own policy takes the place of a built-in one of its name', () => {
  const own = { id: 'EU', levels: [{ id: 'EU LIMITED', colour: '#000000' }], releaseWords: 'REL TO' };
  expect(policiesOf({ policies: [own], equivalences: [] }).filter(({ id }) => id === 'EU')).toEqual([own]);
});

test('the schema bounds what an exercise may bring: no level twice, no endless tables', () => {
  const level = { id: 'A', colour: '#000000' };
  const policy = { id: 'P', levels: [level], releaseWords: 'REL TO' };
  const good = { policies: [policy], equivalences: [] };
  expect(labellingSchema.safeParse(good).success).toBe(true);
  expect(labellingSchema.safeParse({ ...good, policies: [{ ...policy, levels: [level, level] }] }).success).toBe(false);
  expect(labellingSchema.safeParse({ ...good, policies: [{ ...policy, levels: [] }] }).success).toBe(false);
  expect(labellingSchema.safeParse({ ...good, equivalences: Array.from({ length: 31 }, () => ({})) }).success).toBe(
    false,
  );
});
