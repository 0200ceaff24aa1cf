import fc from 'fast-check';
import {
  compareStamps,
  MAX_AHEAD,
  newClock,
  receive,
  stampAuthor,
  stampCounter,
  stampMs,
  stampOf,
  stampSchema,
  tick,
} from '#shared/time/clock.ts';
import { HOUR } from '#shared/time/instant.ts';

/** Names that no author can have; fast-check tries them on purpose. */
const NOBODY = ['__proto__', 'constructor', 'prototype'];
const NOW = Date.UTC(2027, 5, 12, 14);
const state = fc.record({
  ms: fc.integer({ min: 0, max: 36 ** 9 - 1 }),
  counter: fc.integer({ min: 0, max: 36 ** 4 - 1 }),
  author: fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/).filter((author) => !NOBODY.includes(author)),
});

test('a stamp tells its parts and is as long as the schema allows', () => {
  fc.assert(
    fc.property(state, (clock) => {
      const stamp = stampOf(clock);
      expect([stampMs(stamp), stampCounter(stamp), stampAuthor(stamp)]).toEqual([
        clock.ms,
        clock.counter,
        clock.author,
      ]);
      expect(stampSchema.safeParse(stamp).success).toBe(true);
    }),
  );
});

test.each(NOBODY)('an author cannot be called %s, nor can anything be received from one', (author) => {
  const stamp = stampOf({ author, ms: NOW, counter: 0 });
  expect(stampSchema.safeParse(stamp).success).toBe(false);
  expect(receive(newClock('EST'), stamp, NOW)).toMatchObject({ ok: false, error: { code: 'STAMP_INVALID' } });
});

test('text order is order by time, then counter, then author', () => {
  fc.assert(
    fc.property(state, state, fc.boolean(), (a, other, sameMs) => {
      const b = sameMs ? { ...other, ms: a.ms } : other;
      const byAuthor = a.author < b.author ? -1 : a.author > b.author ? 1 : 0;
      expect(compareStamps(stampOf(a), stampOf(b))).toBe(Math.sign(a.ms - b.ms || a.counter - b.counter || byAuthor));
    }),
  );
});

test('stamps of one author rise whatever its computer’s clock does, and above all that it has seen', () => {
  const event = fc.oneof(
    fc.integer({ min: -HOUR, max: HOUR }).map((drift) => ({ now: NOW + drift, seen: undefined })),
    fc.tuple(fc.integer({ min: -HOUR, max: HOUR }), state).map(([drift, remote]) => ({
      now: NOW + drift,
      seen: stampOf({ ...remote, ms: NOW + (remote.ms % MAX_AHEAD) - HOUR }),
    })),
  );
  fc.assert(
    fc.property(fc.array(event), (events) => {
      let clock = newClock('NOR');
      let highest = '';
      for (const { now, seen } of events) {
        const after = seen === undefined ? { ok: true as const, value: clock } : receive(clock, seen, now);
        if (after.ok && seen !== undefined && compareStamps(seen, highest) > 0) highest = seen;
        clock = tick(after.ok ? after.value : clock, now);
        expect(compareStamps(stampOf(clock), highest)).toBe(1);
        highest = stampOf(clock);
      }
    }),
  );
});

test('a used-up counter moves on to the next millisecond', () => {
  expect(tick({ author: 'NOR', ms: NOW, counter: 36 ** 4 - 1 }, NOW)).toEqual({
    author: 'NOR',
    ms: NOW + 1,
    counter: 0,
  });
});

test('a stamp more than 48 hours ahead is refused, one at 48 hours is taken', () => {
  const clock = newClock('NOR');
  const at = (ms: number): string => stampOf({ author: 'EST', ms, counter: 0 });
  expect(receive(clock, at(NOW + MAX_AHEAD), NOW)).toMatchObject({
    ok: true,
    value: { author: 'NOR', ms: NOW + MAX_AHEAD },
  });
  expect(receive(clock, at(NOW + MAX_AHEAD + HOUR), NOW)).toEqual({
    ok: false,
    error: { code: 'STAMP_AHEAD', data: { author: 'EST', hours: 49 } },
  });
});

test.each([
  '',
  'abc',
  '00kh3x2b1.0000.',
  '00KH3X2B1.0000.NOR',
  '00kh3x2b1.0000.N R',
  '00kh3x2b1.000.NOR',
  `${'0'.repeat(9)}.0000.${'x'.repeat(65)}`,
  // A manifest that names one of these as an author is refused by every reader.
  '00kh3x2b1.0000.__proto__',
  '00kh3x2b1.0000.constructor',
  '00kh3x2b1.0000.prototype',
])('refuses %p as a stamp', (text) => {
  expect(receive(newClock('NOR'), text, NOW)).toMatchObject({ ok: false, error: { code: 'STAMP_INVALID' } });
  expect(stampSchema.safeParse(text).success).toBe(false);
});

test('takes authors that only begin like a refused one', () => {
  for (const author of ['constructor1', 'prototype-', '__proto'])
    expect(stampSchema.safeParse(`00kh3x2b1.0000.${author}`).success).toBe(true);
});

test('an older stamp leaves the clock as it is', () => {
  const clock = tick(newClock('NOR'), NOW);
  expect(receive(clock, stampOf({ author: 'EST', ms: NOW - HOUR, counter: 7 }), NOW)).toEqual({
    ok: true,
    value: clock,
  });
});
