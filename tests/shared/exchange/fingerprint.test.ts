import { nodeCrypto } from '#electron/exchange/crypto.ts';
import { fingerprintCode, fingerprintHash, fingerprintWords, squaresOf } from '#shared/exchange/fingerprint.ts';

const hash = fingerprintHash('key', 'age1recipient', nodeCrypto);

test('words say the same for the same key, and something else for another', () => {
  expect(fingerprintWords(hash)).toEqual(fingerprintWords(hash));
  expect(fingerprintWords(hash)).not.toEqual(fingerprintWords(fingerprintHash('key', 'age1other', nodeCrypto)));
  expect(fingerprintWords('0'.repeat(64))).toEqual(Array.from({ length: 28 }, () => 'Alfa'));
  expect(fingerprintWords(`${'0'.repeat(62)}1b`).slice(0, 3)).toEqual(['Bravo', 'Bravo', 'Alfa']);
});

test('the pattern is square, has a quiet zone, and changes with what it says', () => {
  const squares = squaresOf(fingerprintCode('kid', '12345 67890'));
  expect(squares.every((row) => row.length === squares.length)).toBe(true);
  expect(squares.slice(0, 4).flat()).not.toContain(true);
  expect(squares.slice(4, 11).map((row) => row[4])).toEqual(Array.from({ length: 7 }, () => true));
  expect(squares).not.toEqual(squaresOf(fingerprintCode('kid', '12345 67891')));
});
