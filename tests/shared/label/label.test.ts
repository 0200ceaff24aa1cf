import fc from 'fast-check';
import {
  CAVEAT,
  isAbove,
  type Label,
  labelSchema,
  markingText,
  NOBODY,
  rollUp,
  stricter,
} from '#shared/label/label.ts';
import { BUILT_IN_POLICIES, DEFAULT_LABELLING, policiesOf } from '#shared/label/policies.ts';

const nato = (classification: string, more: Partial<Label> = {}): Label => ({
  policy: 'NATO',
  classification,
  releasableTo: [],
  ...more,
});

const anyLabel: fc.Arbitrary<Label> = fc
  .record({
    policy: fc.constantFrom(...BUILT_IN_POLICIES),
    level: fc.nat(4),
    releasableTo: fc.subarray(['FIN', 'NOR', 'SWE']),
    caveat: fc.constantFrom(undefined, 'A', 'B', 'A; C'),
  })
  .map(({ policy, level, releasableTo, caveat }) => ({
    policy: policy.id,
    classification: policy.levels[Math.min(level, policy.levels.length - 1)]?.id ?? '',
    releasableTo,
    ...(caveat === undefined ? {} : { caveat }),
  }));

/** The order of a list of nations says nothing. */
const plain = (label: Label): Label => ({ ...label, releasableTo: label.releasableTo.toSorted() });

test('a marking says classification, nations and caveat', () => {
  expect(markingText(nato('NATO RESTRICTED', { releasableTo: ['SWE', 'FIN'], caveat: 'POL EYES UNTIL D-DAY' }))).toBe(
    'NATO RESTRICTED – RELEASABLE TO FIN, SWE – POL EYES UNTIL D-DAY',
  );
  expect(markingText(nato('NATO RESTRICTED'))).toBe('NATO RESTRICTED');
});

test('together, labels are as strict as the strictest in each respect', () => {
  const sum = rollUp([
    nato('NATO SECRET', { releasableTo: ['FIN', 'SWE'] }),
    nato('NATO RESTRICTED', { releasableTo: ['SWE', 'NOR'], caveat: 'NO COPIES' }),
  ]);
  expect(sum).toEqual(nato('NATO SECRET', { releasableTo: ['SWE'], caveat: 'NO COPIES' }));
  expect(
    rollUp([nato('NATO SECRET', { releasableTo: ['FIN'] }), nato('NATO SECRET', { releasableTo: ['SWE'] })]),
  ).toEqual(nato('NATO SECRET', { releasableTo: [NOBODY] }));
});

test('the stricter of two is the same in either order, of one alone that one, and never less than both', () => {
  fc.assert(
    fc.property(anyLabel, anyLabel, (a, b) => {
      const both = stricter(a, b);
      expect(plain(stricter(b, a))).toEqual(plain(both));
      expect(plain(stricter(both, a))).toEqual(plain(both));
      expect(isAbove(a, both, DEFAULT_LABELLING)).toBe(false);
      expect(isAbove(b, both, DEFAULT_LABELLING)).toBe(false);
      for (const code of both.releasableTo.filter((one) => one !== NOBODY))
        for (const { releasableTo } of [a, b])
          expect(releasableTo.length === 0 || releasableTo.includes(code)).toBe(true);
      for (const { caveat } of [a, b])
        for (const part of caveat?.split('; ') ?? []) expect(both.caveat).toContain(part);
    }),
  );
});

test('caveats that do not fit together any more are replaced by a word that says so, not cut', () => {
  const long = (letter: string): Label => nato('NATO SECRET', { caveat: letter.repeat(CAVEAT) });
  const sum = stricter(long('A'), long('B'));
  expect(sum.caveat).toMatch(/EACH RECORD/);
  expect(labelSchema.safeParse(sum).success).toBe(true);
});

test('a level of an own policy without an equivalent is treated as strictly as its next higher one allows', () => {
  const national = {
    id: 'NATIONAL',
    levels: ['OPEN', 'STAFF ONLY', 'SECRET N'].map((id) => ({ id, colour: '#123456' })),
    releaseWords: 'REL TO',
  };
  const equivalences = DEFAULT_LABELLING.equivalences.map((row, at) => ({
    ...row,
    NATIONAL: at === 0 ? 'OPEN' : at === 3 ? 'SECRET N' : null,
  }));
  const labelling = { policies: [national], equivalences };
  const level = (classification: string): Label => ({ policy: 'NATIONAL', classification, releasableTo: [] });
  expect(policiesOf(labelling).map(({ id }) => id)).toEqual(['NATO', 'EU', 'EXERCISE', 'NATIONAL']);
  expect(isAbove(level('STAFF ONLY'), nato('NATO CONFIDENTIAL'), labelling)).toBe(true);
  expect(isAbove(level('STAFF ONLY'), nato('NATO SECRET'), labelling)).toBe(false);
  expect(isAbove(level('OPEN'), nato('NATO RESTRICTED'), labelling)).toBe(false);
  expect(isAbove(level('NEVER HEARD OF'), nato('COSMIC TOP SECRET'), labelling)).toBe(true);
});
