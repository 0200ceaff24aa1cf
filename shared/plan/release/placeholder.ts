/**
 * What stands in the place of an identifier that must not leave: a UUID of version 8, made from the identifier by a
 * one-way function. It is the same in every bundle, so that what is released later fits what was released before; it
 * names nothing, and only who has the record can tell what it stands for.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const PLACEHOLDER = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The placeholder of a record's identifier. */
export const placeholderOf = (id: string): string => {
  const hash = sha256(utf8ToBytes(`entente placeholder 1 ${id}`)).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(hash);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};

/** Whether an identifier is a placeholder. Records of our own have UUIDs of version 7, imported ones keep theirs beside. */
export const isPlaceholder = (id: string): boolean => PLACEHOLDER.test(id);

/** A value with every identifier that `replace` knows replaced, however deep; the same value when none is. */
export const mapIds = (value: unknown, replace: (id: string) => string | undefined): unknown => {
  if (typeof value === 'string') return replace(value) ?? value;
  if (typeof value !== 'object' || value === null) return value;
  let changed = false;
  if (Array.isArray(value)) {
    const items = value.map((item) => {
      const next = mapIds(item, replace);
      changed ||= next !== item;
      return next;
    });
    return changed ? items : value;
  }
  const entries = Object.entries(value).map(([key, item]) => {
    const next = mapIds(item, replace);
    changed ||= next !== item;
    return [key, next] as const;
  });
  return changed ? Object.fromEntries(entries) : value;
};

/** Whether a value has a placeholder anywhere in it. */
export const hasPlaceholder = (value: unknown): boolean => {
  if (typeof value === 'string') return isPlaceholder(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(hasPlaceholder);
};

/**
 * Two redactions of one value brought together: wherever one has a placeholder and the other an identifier, the
 * identifier. In whatever order, the same.
 * @returns undefined when the two differ in anything else, and so are no redactions of one value.
 */
export const joinRedactions = (a: unknown, b: unknown): unknown => {
  if (a === b) return a;
  if (typeof a === 'string' && typeof b === 'string') {
    if (isPlaceholder(a) && placeholderOf(b) === a) return b;
    return isPlaceholder(b) && placeholderOf(a) === b ? a : undefined;
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return undefined;
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = Object.keys(left);
  if (Array.isArray(a) !== Array.isArray(b) || keys.length !== Object.keys(right).length) return undefined;
  const joined = new Map<string, unknown>();
  for (const key of keys) {
    const both = joinRedactions(left[key], right[key]);
    if (both === undefined) return undefined;
    joined.set(key, both);
  }
  return Array.isArray(a) ? [...joined.values()] : Object.fromEntries(joined);
};
