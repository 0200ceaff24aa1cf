/** Canonical JSON after RFC 8785, and its strict reading back. */
import canonicalize from 'canonicalize';
import { type Result, fail, ok } from '../result.ts';
import { fromUtf8, toUtf8 } from './bytes.ts';
import { LIMITS } from './limits.ts';

/** What JSON.stringify would not write as RFC 8785 wants it, or what JSON cannot hold: the library decides. */
const UNSURE = Symbol('unsure');

/** Names that an object would put in an order of its own (those of digits), or not take as a member at all. */
const isOdd = (name: string): boolean => name === '__proto__' || (name >= '0' && name < ':');

/** A value with the members of its objects in the order of their names. */
const inOrder = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : UNSURE;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map(inOrder);
    return items.includes(UNSURE) ? UNSURE : items;
  }
  const source = value as Readonly<Record<string, unknown>>;
  if (typeof source['toJSON'] === 'function') return UNSURE;
  const ordered: Record<string, unknown> = {};
  for (const name of Object.keys(source).sort()) {
    const item = inOrder(source[name]);
    if (item === UNSURE || isOdd(name)) return UNSURE;
    ordered[name] = item;
  }
  return ordered;
};

/** Half of a pair of UTF-16 units alone, as JSON.stringify escapes it; RFC 8785 has no spelling for it. */
const LONE_SURROGATE = String.raw`\ud`;

/**
 * The one spelling of a JSON value. Throws for what JSON cannot hold (NaN, lone surrogates): a fault of ours.
 * RFC 8785 writes numbers and strings as JSON.stringify does, which is three times as fast as the library.
 */
export const canonicalText = (value: unknown): string => {
  const ordered = inOrder(value);
  const quick = ordered === UNSURE ? undefined : JSON.stringify(ordered);
  const text = quick === undefined || quick.includes(LONE_SURROGATE) ? canonicalize(value) : quick;
  if (text === undefined) throw new Error('not a JSON value');
  return text;
};

/** The same as UTF-8: what is signed and hashed. */
export const canonicalBytes = (value: unknown): Uint8Array<ArrayBuffer> => toUtf8(canonicalText(value));

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a value nests too deep or has a member that could reach a prototype (M10). */
const isHostile = (value: unknown, depth: number): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if (depth >= LIMITS.depth) return true;
  if (Array.isArray(value)) return value.some((item) => isHostile(item, depth + 1));
  return Object.entries(value).some(([key, item]) => FORBIDDEN.has(key) || isHostile(item, depth + 1));
};

/** Nesting by brackets alone, before anything is parsed: a parser may fail on what this refuses. */
const nestsTooDeep = (text: string): boolean => {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (quoted) {
      if (letter === '\\') at += 1;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '{' || letter === '[') {
      depth += 1;
      if (depth > LIMITS.depth) return true;
    } else if (letter === '}' || letter === ']') depth -= 1;
  }
  return false;
};

/** Whether the members of every object stand in the order of their names, by UTF-16 code units. */
const isOrdered = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isOrdered);
  let before: string | undefined;
  for (const [name, item] of Object.entries(value)) {
    if ((before !== undefined && name <= before) || !isOrdered(item)) return false;
    before = name;
  }
  return true;
};

/**
 * Whether a text is the canonical form of what it parses to. RFC 8785 writes numbers and strings as JSON.stringify does,
 * so text that it gives again, with its members in order, is canonical; only names that look like numbers and lone
 * surrogates need the slow way, and so does all that is to be refused.
 */
const isCanonical = (value: unknown, text: string): boolean =>
  (!text.includes(LONE_SURROGATE) && JSON.stringify(value) === text && isOrdered(value)) ||
  canonicalText(value) === text;

/**
 * Parses a line that must be its own canonical form, without members that could reach a prototype.
 * @returns undefined for anything else; JSON itself has no such value.
 */
export const parseCanonicalLine = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return isHostile(value, 0) || !isCanonical(value, text) ? undefined : value;
  } catch {
    return undefined;
  }
};

/**
 * Parses JSON in which any reader finds the same: whatever its white space and the order of its members, no name
 * stands twice and no letter is escaped. Strings with white space are refused too: signatures have none.
 * @returns undefined for anything else.
 */
export const parseUnambiguous = (text: string): unknown => {
  if (nestsTooDeep(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text.replaceAll(/[ \t\r\n]/g, '') ? value : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Parses bytes that must be their own canonical form: no other spelling of the same value is accepted (M10).
 * Fails with MANIFEST_NOT_CANONICAL.
 */
export const parseCanonical = (bytes: Uint8Array): Result<unknown> => {
  const text = fromUtf8(bytes);
  const value = text === undefined || nestsTooDeep(text) ? undefined : parseCanonicalLine(text);
  return value === undefined ? fail('MANIFEST_NOT_CANONICAL') : ok(value);
};
