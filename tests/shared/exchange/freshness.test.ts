import { allowGap, checkDates, standingOf } from '#shared/exchange/freshness.ts';
import { LIMITS } from '#shared/exchange/limits.ts';
import { type Manifest, manifestSchema } from '#shared/exchange/manifest.ts';
import { fail, ok } from '#shared/result.ts';
import { manifestOf } from '#tests/vectors/forge.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const manifest = (more: Partial<Manifest> = {}): Manifest => manifestSchema.parse(manifestOf([], more));
const SEEN = { revision: 5, manifestHash: A };
const ISSUED = Date.parse('2027-01-10T11:00:00Z');
const EXPIRES = Date.parse('2027-04-10T11:00:00Z');

describe('how a bundle stands to what was seen', () => {
  it.each([
    ['the first of all', 1, null, B, undefined, ok('first')],
    ['the first that we see', 7, B, B, undefined, ok('first')],
    ['the same again', 5, B, A, SEEN, ok('same')],
    ['the next one', 6, A, B, SEEN, ok('next')],
    ['a later one, others going to others', 9, B, B, SEEN, ok('next')],
    ['the last before a gap', 1005, B, B, SEEN, ok('next')],
    ['a jump', 1006, B, B, SEEN, ok('gap')],
    ['the next one after another', 6, B, B, SEEN, ok('gap')],
    ['a later one that claims to follow', 9, A, B, SEEN, ok('gap')],
    ['an older one', 4, B, B, SEEN, fail('REVISION_ROLLBACK', { revision: 4, seen: 5 })],
    ['another of the same number', 5, B, B, SEEN, fail('REVISION_EQUIVOCATION', { revision: 5 })],
  ] as const)('%s', (_, revision, previous, hash, seen, expected) => {
    expect(standingOf(manifest({ revision, previous }), hash, seen)).toEqual(expected);
  });

  it('asks about a gap, and about nothing else', () => {
    expect(allowGap('gap', false)).toEqual(fail('REVISION_GAP'));
    expect(allowGap('gap', true)).toEqual(ok(null));
    expect(allowGap('next', false)).toEqual(ok(null));
  });
});

describe('dates', () => {
  it.each([
    ['within its time', ISSUED, 0, ok(null)],
    ['up to its last millisecond', EXPIRES - 1, 0, ok(null)],
    ['no longer', EXPIRES, 0, fail('EXPIRED', { until: '2027-04-10T11:00:00Z' })],
    ['no longer, though the clock was set back', ISSUED, EXPIRES, fail('EXPIRED', { until: '2027-04-10T11:00:00Z' })],
    ['from a clock 48 hours ahead', ISSUED - LIMITS.ahead, 0, ok(null)],
    ['from the future', ISSUED - LIMITS.ahead - 1, 0, fail('NOT_YET_VALID', { from: '2027-01-10T11:00:00Z' })],
  ] as const)('%s', (_, now, floor, expected) => {
    expect(checkDates(manifest(), { now, floor })).toEqual(expected);
  });

  it('end after they begin, and within two years', () => {
    const invalid = fail('MANIFEST_INVALID', { field: 'expiresAt' });
    const at = { now: ISSUED, floor: 0 };
    expect(checkDates(manifest({ issuedAt: '2027-01-11T00:00:00Z', expiresAt: '2027-01-11T00:00:00Z' }), at)).toEqual(
      invalid,
    );
    expect(checkDates(manifest({ expiresAt: '2029-01-12T11:00:01Z' }), at)).toEqual(invalid);
    expect(checkDates(manifest({ expiresAt: '2029-01-10T11:00:00Z' }), at)).toEqual(ok(null));
  });
});
