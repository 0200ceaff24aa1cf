import { memberWord } from '#renderer/ui/memberWords.ts';
import { setLanguage, startWords } from '#renderer/ui/words.ts';
import { PARTICIPANT_ROLES, PARTICIPANT_TYPES } from '#shared/plan/participant/schema.ts';
import { AGREEMENT_TYPES } from '#shared/plan/agreement/schema.ts';
import { LOCATION_TYPES } from '#shared/plan/location/schema.ts';
import { SCHEDULE_FIELDS } from '#shared/plan/schedule/fields.ts';
import type { Kind } from '#shared/plan/records.ts';

const ENUMERATIONS: readonly (readonly [Kind, string, readonly string[]])[] = [
  ['participant', 'type', PARTICIPANT_TYPES],
  ['participant', 'role', PARTICIPANT_ROLES],
  ['agreement', 'type', AGREEMENT_TYPES],
  ['location', 'type', LOCATION_TYPES],
  ['unit', 'readiness', ['ready', 'limited', 'not-ready']],
  // Whatever enumeration activities and movements have, and whichever comes.
  ...[...SCHEDULE_FIELDS.values()]
    .filter(({ choices }) => choices.length > 0)
    .flatMap(({ id, kinds, choices }) => kinds.map((kind) => [kind, id.slice(id.indexOf('.') + 1), choices] as const)),
];

beforeAll(() => startWords('en'));
afterAll(() => setLanguage('en'));

test.each(['en', 'fr'] as const)('every member of every enumeration has a word in %s', async (language) => {
  await setLanguage(language);
  expect(ENUMERATIONS.length).toBeGreaterThan(7);
  const without = ENUMERATIONS.flatMap(([kind, field, members]) =>
    members
      .filter((member) => memberWord(kind, field, member) === member)
      .map((member) => `${kind} ${field} ${member}`),
  );
  expect(without).toEqual([]);
});

test('a kind of activity of the planner’s own, and what is no member at all, stay as they are', () => {
  expect(memberWord('activity', 'type', 'Regatta')).toBe('Regatta');
  expect(memberWord('activity', 'title', 'serial')).toBe('serial');
});
