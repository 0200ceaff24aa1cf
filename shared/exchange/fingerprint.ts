/**
 * A key in forms that people can compare: digits, words, and a pattern for a camera. All say the same hash.
 *
 * The words are the spelling alphabet of ICAO and NATO, because every planner of every nation reads it over a radio
 * already, and an English and a French screen must show the same.
 */
import { encode } from 'uqr';
import { canonicalBytes } from './canonical.ts';
import type { CryptoPort } from './crypto.ts';

const ALPHABET = [
  'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike',
  'November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey Xray Yankee Zulu',
].flatMap((line) => line.split(' '));

/** 28 words hold about 131 bits: nobody can search for a key that has the same. */
const WORDS = 28;
const BASE = 26n;

/** The SHA-256 that all forms of a fingerprint are made of, as hex. */
export const fingerprintHash = (signingKey: string, recipient: string, crypto: CryptoPort): string =>
  crypto.sha256(canonicalBytes({ recipient, signingKey }));

/** The fingerprint as words of the spelling alphabet, to be read out in groups of four. */
export const fingerprintWords = (hash: string): readonly string[] => {
  let rest = BigInt(`0x${hash}`);
  return Array.from({ length: WORDS }, () => {
    const word = ALPHABET[Number(rest % BASE)] ?? '';
    rest /= BASE;
    return word;
  });
};

/** What the pattern says: the program, the key's id, and the digits. */
export const fingerprintCode = (kid: string, digits: string): string =>
  `ENTENTE:KEY:1:${kid}:${digits.replaceAll(' ', '')}`;

/** The squares of a QR code with its quiet zone: rows of dark (true) and light. */
export const squaresOf = (text: string): readonly (readonly boolean[])[] => encode(text, { ecc: 'M', border: 4 }).data;
