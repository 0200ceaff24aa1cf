/**
 * Proves that lines are canonical JSON (RFC 8785) by one pass over their bytes, without building a value: writing each
 * value again to compare it cost as much as reading it. It only ever says yes when it is sure; whatever it does not
 * know (names with escapes or letters beyond ASCII) is left to `parseCanonicalLine`, which decides and names the line.
 *
 * Each function takes the place where its part begins and gives the place behind it, or NO.
 */
import { LIMITS } from './limits.ts';

const NO = -1;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const LINE_FEED = 0x0a;

/** Bytes that end a run of ordinary letters in a string: control characters, the quote and the backslash. */
const SPECIAL = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte < 0x20 || byte === QUOTE || byte === BACKSLASH),
);

/** The escapes that RFC 8785 writes with one letter: `\"`, `\\`, `\b`, `\f`, `\n`, `\r`, `\t`. */
const SHORT: ReadonlySet<number> = new Set(new TextEncoder().encode('"\\bfnrt'));
/** Control characters that have such an escape and may not be written with the long one. */
const HAVE_SHORT: ReadonlySet<string> = new Set(['08', '09', '0a', '0c', '0d']);

const LITERALS = ['true', 'false', 'null'].map((word) => new TextEncoder().encode(word));

const FORBIDDEN = ['__proto__', 'constructor', 'prototype'].map((word) => new TextEncoder().encode(word));

const asciiOf = (bytes: Uint8Array, from: number, to: number): string => {
  let text = '';
  for (let at = from; at < to; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
};

/** An escape, from its backslash on; the only long ones are those of control characters, in lower case. */
const escapeEnd = (bytes: Uint8Array, at: number): number => {
  const letter = bytes[at + 1] ?? 0;
  if (SHORT.has(letter)) return at + 2;
  const code = asciiOf(bytes, at + 1, at + 6);
  return /^u00[01][0-9a-f]$/.test(code) && !HAVE_SHORT.has(code.slice(3)) ? at + 6 : NO;
};

/** A string, from behind its opening quote. The last byte of all is a line feed, so a run always ends. */
const stringEnd = (bytes: Uint8Array, start: number): number => {
  for (let at = start; at !== NO; at = escapeEnd(bytes, at)) {
    while (SPECIAL[bytes[at] ?? QUOTE] === 0) at += 1;
    if (bytes[at] === QUOTE) return at + 1;
    if (bytes[at] !== BACKSLASH) return NO;
  }
  return NO;
};

/** Digits that a double holds exactly, whatever they are. */
const SAFE_DIGITS = 15;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte <= NINE;

const numberEnd = (bytes: Uint8Array, start: number): number => {
  const first = bytes[start] === MINUS ? start + 1 : start;
  let at = first;
  while (isDigit(bytes[at])) at += 1;
  const next = bytes[at];
  const whole = next === COMMA || next === CLOSE_BRACE || next === CLOSE_BRACKET;
  if (whole && at > first && at - first <= SAFE_DIGITS && bytes[first] !== ZERO) return at;
  while (at < bytes.length && /[0-9eE.+-]/.test(String.fromCharCode(bytes[at] ?? 0))) at += 1;
  const text = asciiOf(bytes, start, at);
  return text !== '' && String(Number(text)) === text ? at : NO;
};

const literalEnd = (bytes: Uint8Array, at: number): number => {
  for (const word of LITERALS) if (word.every((byte, index) => bytes[at + index] === byte)) return at + word.length;
  return NO;
};

/** A member's name, from behind its opening quote to its closing one: plain ASCII only. */
const nameEnd = (bytes: Uint8Array, start: number): number => {
  let at = start;
  while (at < bytes.length && SPECIAL[bytes[at] ?? 0] === 0 && (bytes[at] ?? 0) < 0x80) at += 1;
  return bytes[at] === QUOTE ? at : NO;
};

/** Whether one name stands before the other; equal ones do not, so no name stands twice. */
const isBefore = (bytes: Uint8Array, a: number, aEnd: number, b: number, bEnd: number): boolean => {
  const length = Math.min(aEnd - a, bEnd - b);
  for (let index = 0; index < length; index += 1) {
    const difference = (bytes[a + index] ?? 0) - (bytes[b + index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return aEnd - a < bEnd - b;
};

const isForbidden = (bytes: Uint8Array, start: number, end: number): boolean =>
  FORBIDDEN.some((word) => word.length === end - start && word.every((byte, index) => bytes[start + index] === byte));

const objectEnd = (bytes: Uint8Array, start: number, depth: number): number => {
  if (depth >= LIMITS.depth) return NO;
  let at = start + 1;
  if (bytes[at] === CLOSE_BRACE) return at + 1;
  let before = 0;
  let beforeEnd = NO;
  for (;;) {
    if (bytes[at] !== QUOTE) return NO;
    const name = at + 1;
    const end = nameEnd(bytes, name);
    if (end === NO || bytes[end + 1] !== COLON) return NO;
    if (beforeEnd !== NO && !isBefore(bytes, before, beforeEnd, name, end)) return NO;
    if (end - name >= 9 && isForbidden(bytes, name, end)) return NO;
    before = name;
    beforeEnd = end;
    at = valueEnd(bytes, end + 2, depth + 1);
    if (at === NO) return NO;
    if (bytes[at] === CLOSE_BRACE) return at + 1;
    if (bytes[at] !== COMMA) return NO;
    at += 1;
  }
};

const arrayEnd = (bytes: Uint8Array, start: number, depth: number): number => {
  if (depth >= LIMITS.depth) return NO;
  let at = start + 1;
  if (bytes[at] === CLOSE_BRACKET) return at + 1;
  for (;;) {
    at = valueEnd(bytes, at, depth + 1);
    if (at === NO) return NO;
    if (bytes[at] === CLOSE_BRACKET) return at + 1;
    if (bytes[at] !== COMMA) return NO;
    at += 1;
  }
};

const valueEnd = (bytes: Uint8Array, at: number, depth: number): number => {
  const first = bytes[at];
  if (first === QUOTE) return stringEnd(bytes, at + 1);
  if (first === OPEN_BRACE) return objectEnd(bytes, at, depth);
  if (first === OPEN_BRACKET) return arrayEnd(bytes, at, depth);
  return first === MINUS || isDigit(first) ? numberEnd(bytes, at) : literalEnd(bytes, at);
};

/**
 * Where each line ends (the place of its line feed), if every line is one canonical JSON object and nothing stands
 * between or behind them. It says nothing about their being UTF-8.
 * @returns undefined also where it is not sure.
 */
export const canonicalLineEnds = (bytes: Uint8Array): readonly number[] | undefined => {
  if (bytes.length > 0 && bytes.at(-1) !== LINE_FEED) return undefined;
  const ends: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== OPEN_BRACE) return undefined;
    const start = at;
    at = objectEnd(bytes, start, 0);
    if (at === NO || bytes[at] !== LINE_FEED || at - start > LIMITS.line) return undefined;
    ends.push(at);
  }
  return ends;
};
