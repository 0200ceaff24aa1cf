import { ageHeader, X25519_STANZA } from '#tests/vectors/forge.ts';
import { isAge, scanAge } from '#shared/exchange/age.ts';
import { toUtf8 } from '#shared/exchange/bytes.ts';
import { LIMITS } from '#shared/exchange/limits.ts';
import { fail, ok } from '#shared/result.ts';

const GREASE = `-> grease-x1 some arguments\n${'Z'.repeat(64)}\nZZZZ`;

it('counts recipients and passes over stanzas of other types', () => {
  const header = ageHeader(GREASE, X25519_STANZA, X25519_STANZA, '-> empty\n');
  expect(scanAge(Buffer.concat([header, Buffer.from([0, 255, 10])]))).toEqual(
    ok({ recipients: 2, length: header.length }),
  );
  expect(isAge(header)).toBe(true);
});

it('takes 64 recipients and not 65', () => {
  const of = (count: number): Uint8Array => ageHeader(...Array.from({ length: count }, () => X25519_STANZA));
  expect(scanAge(of(64))).toMatchObject({ ok: true });
  expect(scanAge(of(65))).toEqual(fail('AGE_RECIPIENTS', { count: 65 }));
  expect(scanAge(ageHeader(GREASE))).toEqual(fail('AGE_RECIPIENTS', { count: 0 }));
});

it('reads no more than 64 KiB in search of the end', () => {
  const stanza = (bytes: number): string => `-> filler\n${`${'Z'.repeat(64)}\n`.repeat(Math.floor(bytes / 65))}`;
  expect(scanAge(ageHeader(X25519_STANZA, stanza(60_000)))).toMatchObject({ ok: true });
  expect(scanAge(ageHeader(X25519_STANZA, stanza(LIMITS.ageHeader)))).toEqual(fail('AGE_HEADER'));
});

it.each([
  ['a passphrase', `-> scrypt ${'A'.repeat(22)} 18\n${'B'.repeat(43)}`],
  ['no arguments', '-> \nAAAA'],
  ['two spaces', `->  X25519 ${'B'.repeat(43)}\n${'C'.repeat(43)}`],
  ['a long line', `-> other\n${'A'.repeat(65)}`],
  ['no last line', `-> other\n${'A'.repeat(64)}`],
  ['padding', '-> other\nAAA='],
  ['two lines for X25519', `-> X25519 ${'B'.repeat(43)}\n${'C'.repeat(64)}\n`],
  ['a stray line', `${X25519_STANZA}\nAAAA`],
])('refuses %s', (_, stanza) => {
  expect(scanAge(ageHeader(X25519_STANZA, stanza))).toEqual(fail('AGE_HEADER'));
});

it.each(['', 'age-encryption.org/v1', 'age-encryption.org/v2\n', '-----BEGIN AGE ENCRYPTED FILE-----\n'])(
  '%j is no age file',
  (text) => {
    expect(isAge(toUtf8(text))).toBe(false);
    expect(scanAge(toUtf8(text))).toEqual(fail('AGE_HEADER'));
  },
);
