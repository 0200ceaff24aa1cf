/**
 * The container's ZIP profile (M2 to M4), read strictly and written deterministically. A general ZIP reader forgives,
 * and two readers that forgive differently see two different bundles in one file; this one forgives nothing.
 */
import { type Result, fail, ok } from '../result.ts';
import { fromUtf8, toUtf8 } from './bytes.ts';
import { LIMITS } from './limits.ts';
import { foldersOf, isEntryName } from './names.ts';

/** A part of a container: its name and its content. */
export interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An entry as the container holds it: its content may still be deflated, and then nothing of it was inflated yet. */
export interface RawEntry extends Entry {
  readonly deflated: boolean;
  /** Length and checksum of the content as the headers claim them. */
  readonly size: number;
  readonly crc: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
const UTF8 = 0x0800;
const VERSION = 20;
const STORED = 0;
const DEFLATED = 8;
/** 1 January 1980, 00:00: the same bytes in every zone. */
const DATE = 0x0021;

/** Eight tables of 256: what a byte does to the sum when so many bytes follow it in a group of eight. */
const tables = ((): Uint32Array => {
  const all = new Uint32Array(8 * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    all[byte] = crc;
  }
  for (let at = 256; at < all.length; at += 1) {
    const before = all[at - 256] ?? 0;
    all[at] = (all[before & 0xff] ?? 0) ^ (before >>> 8);
  }
  return all;
})();

const entryAt = (follow: number, byte: number): number => tables[follow * 256 + (byte & 0xff)] ?? 0;

/** CRC-32 as ZIP counts it, eight bytes at a step: byte by byte it was a sixth of the sealing of a large bundle. */
export const crc32 = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 8);
  let crc = 0xffffffff;
  for (let at = 0; at < whole; at += 8) {
    const low = view.getUint32(at, true) ^ crc;
    const high = view.getUint32(at + 4, true);
    crc =
      entryAt(7, low) ^
      entryAt(6, low >>> 8) ^
      entryAt(5, low >>> 16) ^
      entryAt(4, low >>> 24) ^
      entryAt(3, high) ^
      entryAt(2, high >>> 8) ^
      entryAt(1, high >>> 16) ^
      entryAt(0, high >>> 24);
  }
  for (let at = whole; at < bytes.length; at += 1) crc = entryAt(0, crc ^ (bytes[at] ?? 0)) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
};

interface NamedEntry {
  readonly name: Uint8Array;
  readonly bytes: Uint8Array;
  readonly crc: number;
}

/** The 26 bytes that a local header and its central one share, from "version needed" to "extra length". */
const shared = (view: DataView, at: number, { name, bytes, crc }: NamedEntry): void => {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8, true);
  view.setUint16(at + 4, 0, true);
  view.setUint16(at + 6, 0, true);
  view.setUint16(at + 8, DATE, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, bytes.length, true);
  view.setUint32(at + 18, bytes.length, true);
  view.setUint16(at + 22, name.length, true);
  view.setUint16(at + 24, 0, true);
};

/** Writes stored entries in the order given: the same entries are the same bytes. Names must satisfy `isEntryName`. */
export const writeZip = (entries: readonly Entry[]): Uint8Array<ArrayBuffer> => {
  const named = entries.map(({ name, bytes }) => ({ name: toUtf8(name), bytes, crc: crc32(bytes) }));
  const body = named.reduce((sum, { name, bytes }) => sum + LOCAL_SIZE + name.length + bytes.length, 0);
  const directory = named.reduce((sum, { name }) => sum + CENTRAL_SIZE + name.length, 0);
  const out = new Uint8Array(body + directory + END_SIZE);
  const view = new DataView(out.buffer);
  let at = 0;
  let central = body;
  for (const entry of named) {
    const { name, bytes } = entry;
    view.setUint32(central, CENTRAL, true);
    view.setUint16(central + 4, VERSION, true);
    shared(view, central + 6, entry);
    view.setUint32(central + 42, at, true);
    out.set(name, central + CENTRAL_SIZE);
    central += CENTRAL_SIZE + name.length;
    view.setUint32(at, LOCAL, true);
    shared(view, at + 4, entry);
    out.set(name, at + LOCAL_SIZE);
    out.set(bytes, at + LOCAL_SIZE + name.length);
    at += LOCAL_SIZE + name.length + bytes.length;
  }
  view.setUint32(central, END, true);
  view.setUint16(central + 8, named.length, true);
  view.setUint16(central + 10, named.length, true);
  view.setUint32(central + 12, directory, true);
  view.setUint32(central + 16, body, true);
  return out;
};

interface Directory {
  readonly count: number;
  readonly offset: number;
}

/** The end record, which must be the file's last 22 bytes: no comment, one disk, no zip64. */
const readEnd = (view: DataView): Result<Directory> => {
  const at = view.byteLength - END_SIZE;
  if (at < 0 || view.getUint32(at, true) !== END) return fail('ZIP_END');
  const [disk, start, here, count, length] = [4, 6, 8, 10, 20].map((field) => view.getUint16(at + field, true));
  const size = view.getUint32(at + 12, true);
  const offset = view.getUint32(at + 16, true);
  if (disk !== 0 || start !== 0 || here !== count || length !== 0 || count === undefined) return fail('ZIP_END');
  if (offset + size !== at) return fail('ZIP_END');
  return count > LIMITS.entries ? fail('ZIP_TOO_MANY', { count }) : ok({ count, offset });
};

/** Whether the fields that an honest writer leaves empty are empty, and the entry is a regular file. */
const isPlain = (view: DataView, at: number): boolean =>
  view.getUint16(at + 4, true) === VERSION &&
  view.getUint16(at + 6, true) === VERSION &&
  view.getUint16(at + 8, true) === UTF8 &&
  (view.getUint16(at + 10, true) === DEFLATED ||
    (view.getUint16(at + 10, true) === STORED && view.getUint32(at + 20, true) === view.getUint32(at + 24, true))) &&
  [30, 32, 34, 36].every((field) => view.getUint16(at + field, true) === 0) &&
  view.getUint32(at + 38, true) === 0;

interface Found {
  readonly entry: RawEntry;
  readonly next: number;
  readonly nextCentral: number;
}

/** One entry: its central header, its local header (equal, field by field), its bytes right behind. */
const readEntry = (bytes: Uint8Array, view: DataView, central: number, at: number, limit: number): Result<Found> => {
  if (central + CENTRAL_SIZE > view.byteLength - END_SIZE || view.getUint32(central, true) !== CENTRAL)
    return fail('ZIP_HEADER');
  if (!isPlain(view, central)) return fail('ZIP_FEATURE');
  const nameLength = view.getUint16(central + 28, true);
  const crc = view.getUint32(central + 16, true);
  const length = view.getUint32(central + 20, true);
  const size = view.getUint32(central + 24, true);
  const name = fromUtf8(bytes.subarray(central + CENTRAL_SIZE, central + CENTRAL_SIZE + nameLength));
  if (name === undefined || !isEntryName(name)) return fail('ZIP_NAME');
  // No gap, no overlap, no prefix: each entry begins where the one before it ended.
  if (view.getUint32(central + 42, true) !== at) return fail('ZIP_OVERLAP', { name });
  const start = at + LOCAL_SIZE + nameLength;
  if (start + length > limit) return fail('ZIP_OVERLAP', { name });
  if (view.getUint32(at, true) !== LOCAL) return fail('ZIP_HEADER', { name });
  for (let field = 0; field < 26; field += 1) {
    if (bytes[at + 4 + field] !== bytes[central + 6 + field]) return fail('ZIP_HEADER', { name });
  }
  if (fromUtf8(bytes.subarray(at + LOCAL_SIZE, start)) !== name) return fail('ZIP_HEADER', { name });
  const deflated = view.getUint16(central + 10, true) === DEFLATED;
  const content = bytes.subarray(start, start + length);
  if (!deflated && crc32(content) !== crc) return fail('ZIP_CHECKSUM', { name });
  const entry = { name, bytes: content, deflated, size, crc };
  return ok({ entry, next: start + length, nextCentral: central + CENTRAL_SIZE + nameLength });
};

/** Whether one entry has the name of another or of another's folder: unpacked, one would hide the other. */
const clash = (names: ReadonlySet<string>): string | undefined =>
  [...names].flatMap(foldersOf).find((folder) => names.has(folder));

/**
 * Reads a container of the profile. Nothing is inflated here: only a signed length may bound that (M3).
 * @returns the entries in their order, views onto the given bytes; ZIP_* codes for whatever deviates from the profile.
 */
export const readZip = (bytes: Uint8Array): Result<readonly RawEntry[]> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = readEnd(view);
  if (!end.ok) return end;
  const { count, offset } = end.value;
  const entries: RawEntry[] = [];
  const names = new Set<string>();
  let at = 0;
  let central = offset;
  for (let index = 0; index < count; index += 1) {
    const found = readEntry(bytes, view, central, at, offset);
    if (!found.ok) return found;
    const { entry, next, nextCentral } = found.value;
    if (names.has(entry.name)) return fail('ZIP_DUPLICATE', { name: entry.name });
    names.add(entry.name);
    entries.push(entry);
    at = next;
    central = nextCentral;
  }
  const hidden = clash(names);
  if (hidden !== undefined) return fail('ZIP_DUPLICATE', { name: hidden });
  return at === offset && central === view.byteLength - END_SIZE ? ok(entries) : fail('ZIP_OVERLAP', { name: '' });
};
