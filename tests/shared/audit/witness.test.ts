import { judgeSeen, type Seen } from '#shared/audit/witness.ts';

const seen = (revision: number, sequence: number, head = 'a', exerciseId = 'one'): Seen => ({
  exerciseId,
  revision,
  sequence,
  head: head.repeat(64),
});

it('has nothing against a log that grows, or that nobody saw before', () => {
  expect(judgeSeen([], seen(1, 5))).toBeUndefined();
  expect(judgeSeen([seen(1, 5, 'a'), seen(2, 9, 'b')], seen(3, 12, 'c'))).toBeUndefined();
  expect(judgeSeen([seen(2, 9)], seen(2, 9))).toBeUndefined();
});

it('notices another hash at the same entry, in whatever exercise', () => {
  expect(judgeSeen([seen(1, 5, 'a')], seen(2, 5, 'b'))).toBe('AUDIT_REWRITTEN');
  expect(judgeSeen([seen(1, 5, 'a')], seen(1, 5, 'b', 'two'))).toBe('AUDIT_REWRITTEN');
});

it('notices a log that became shorter from one revision to the next', () => {
  expect(judgeSeen([seen(1, 5)], seen(2, 4, 'b'))).toBe('AUDIT_CUT');
});

it('says nothing of bundles of another exercise, which may come in another order', () => {
  expect(judgeSeen([seen(4, 9)], seen(1, 4, 'b', 'two'))).toBeUndefined();
});
