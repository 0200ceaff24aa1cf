import { checkScope, DEFAULT_SCOPE, FULL_SCOPE, type Scope } from '#shared/exchange/scope.ts';
import { EXERCISE_ID, uuidOf } from '#tests/support/plans.ts';

const signed = (role: 'originator' | 'countersigner' | 'release-officer') => ({
  exerciseId: EXERCISE_ID,
  signers: [{ kid: 'a'.repeat(43), role }],
});
const judge = (role: Parameters<typeof signed>[0], scope: Scope) => checkScope(signed(role), () => scope).ok;

test.each([
  ['originator', 'plans'],
  ['countersigner', 'countersign'],
  ['release-officer', 'release'],
] as const)('a key signs as %s where it is accepted for %s', (role, name) => {
  const nothing: Scope = { plans: false, countersign: false, release: false };
  expect(judge(role, FULL_SCOPE)).toBe(true);
  expect(judge(role, { ...nothing, [name]: true })).toBe(true);
  expect(judge(role, { ...FULL_SCOPE, [name]: false })).toBe(false);
  expect(judge(role, { ...FULL_SCOPE, exercises: [EXERCISE_ID] })).toBe(true);
  expect(judge(role, { ...FULL_SCOPE, exercises: [uuidOf(9)] })).toBe(false);
});

test('a new card sends plans and decides nothing', () => {
  expect(judge('originator', DEFAULT_SCOPE)).toBe(true);
  expect(judge('release-officer', DEFAULT_SCOPE)).toBe(false);
});
