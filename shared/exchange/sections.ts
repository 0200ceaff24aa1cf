/**
 * The sections of a bundle: records as NDJSON (one section per kind, sorted by id, each line canonical JSON), a text for
 * people, and bundles of others that are carried whole.
 */
import { isRecordOf, type Kind, KINDS, parseRecord, type PlanRecord } from '../plan/records.ts';
import { type Result, fail, ok } from '../result.ts';
import { fromUtf8, toUtf8 } from './bytes.ts';
import { canonicalText, parseCanonicalLine } from './canonical.ts';
import { canonicalLineEnds } from './canonicalScan.ts';
import type { CryptoPort, InflatePort } from './crypto.ts';
import { LIMITS } from './limits.ts';
import { BUNDLE, type Manifest, NDJSON, PLAIN_TEXT, type Section } from './manifest.ts';
import { crc32, type Entry, type RawEntry } from './zip.ts';

/** The name of the text for people. */
const README = 'readme.txt';
const ATTACHMENTS = 'attachments/';

/** The section that holds the records of a kind. */
const pathOf = (kind: Kind): string => `records/${kind}.ndjson`;

const byId = (a: PlanRecord, b: PlanRecord): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** What a bundle carries. */
export interface Content {
  readonly records: readonly PlanRecord[];
  /** For people who open the file with an unzip tool. */
  readonly readme: string;
  /** Bundles of other originators, byte for byte as they signed them. Named without their folder, as `isEntryName` has it. */
  readonly attachments?: readonly Entry[];
}

/** The entries of a bundle's content, in the order in which they are signed. */
export const writeSections = ({ records, readme, attachments = [] }: Content): readonly Entry[] => {
  const entries: Entry[] = KINDS.flatMap((kind) => {
    const own = records.filter((record) => record.kind === kind).sort(byId);
    const text = own.map((record) => `${canonicalText(record)}\n`).join('');
    return own.length === 0 ? [] : [{ name: pathOf(kind), bytes: toUtf8(text) }];
  });
  return [
    ...entries,
    { name: README, bytes: toUtf8(readme) },
    ...attachments.map(({ name, bytes }) => ({ name: `${ATTACHMENTS}${name}`, bytes })),
  ];
};

/** The one media type that a name may have; undefined for names of nothing we know (M11). */
const mediaTypeOf = (name: string): string | undefined => {
  if (name === README) return PLAIN_TEXT;
  if (name.startsWith(ATTACHMENTS)) return BUNDLE;
  return KINDS.some((kind) => pathOf(kind) === name) ? NDJSON : undefined;
};

/** What the manifest says of entries. */
export const describe = (entries: readonly Entry[], crypto: CryptoPort): Section[] =>
  entries.map(({ name, bytes }) => ({
    path: name,
    mediaType: mediaTypeOf(name) ?? PLAIN_TEXT,
    bytes: bytes.length,
    sha256: crypto.sha256(bytes),
  }));

/** The content of one entry, inflated within the length that was signed for it (M3). */
const contentOf = (entry: RawEntry, section: Section, inflater: InflatePort): Result<Uint8Array> => {
  if (entry.size !== section.bytes) return fail('SECTION_LENGTH', { name: section.path });
  if (!entry.deflated) return ok(entry.bytes);
  const content = inflater.inflate(entry.bytes, section.bytes);
  return content?.length === section.bytes && crc32(content) === entry.crc
    ? ok(content)
    : fail('ZIP_CHECKSUM', { name: section.path });
};

/**
 * Holds the container against the signed list: the same names in the same order, on the list of media types, lengths
 * and digests equal (M4, M11).
 * @returns the content of the sections, inflated. Fails with SECTIONS_DIFFER, SECTION_MEDIA_TYPE, SECTION_LENGTH,
 * ZIP_CHECKSUM or SECTION_DIGEST, each with its {name}, and BUNDLE_TOO_LARGE {bytes} before anything is inflated.
 */
export const checkSections = (
  entries: readonly RawEntry[],
  { sections }: Manifest,
  crypto: CryptoPort,
  inflater: InflatePort,
): Result<readonly Entry[]> => {
  if (entries.length !== sections.length) return fail('SECTIONS_DIFFER', { name: '' });
  const total = sections.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > LIMITS.file) return fail('BUNDLE_TOO_LARGE', { bytes: total });
  const contents: Entry[] = [];
  for (const [index, section] of sections.entries()) {
    const entry = entries[index];
    if (entry?.name !== section.path) return fail('SECTIONS_DIFFER', { name: section.path });
    if (section.mediaType !== mediaTypeOf(section.path)) return fail('SECTION_MEDIA_TYPE', { name: section.path });
    const content = contentOf(entry, section, inflater);
    if (!content.ok) return content;
    if (crypto.sha256(content.value) !== section.sha256) return fail('SECTION_DIGEST', { name: section.path });
    contents.push({ name: section.path, bytes: content.value });
  }
  return ok(contents);
};

/** Whether a line has more bytes than one may have; a letter has at most three in each of its units. */
const isTooLong = (line: string): boolean =>
  line.length > LIMITS.line || (line.length * 3 > LIMITS.line && toUtf8(line).length > LIMITS.line);

const readLine = (line: string, kind: Kind, name: string, number: number): Result<PlanRecord> => {
  const value = isTooLong(line) ? undefined : parseCanonicalLine(line);
  if (value === undefined) return fail('SECTION_LINE', { name, line: number });
  const record = parseRecord(value);
  if (!record.ok) return fail('SECTION_RECORD', { name, line: number, field: record.error.data?.['field'] ?? 'kind' });
  // What a plan retains is its own memory. In a bundle it is a member that no schema knows.
  if (record.value.retained !== undefined) return fail('SECTION_RECORD', { name, line: number, field: 'retained' });
  return record.value.kind === kind ? record : fail('SECTION_RECORD', { name, line: number, field: 'kind' });
};

/** Line by line: slow, and it names what is wrong and where. */
const readSlowly = ({ name, bytes }: Entry, kind: Kind, found: PlanRecord[]): Result<null> => {
  const text = fromUtf8(bytes);
  if (text === undefined || (text !== '' && !text.endsWith('\n'))) return fail('SECTION_LINE', { name, line: 1 });
  let last = '';
  let number = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    number += 1;
    const record = readLine(text.slice(at, end), kind, name, number);
    if (!record.ok) return record;
    if (record.value.id <= last) return fail('SECTION_LINE', { name, line: number });
    last = record.value.id;
    found.push(record.value);
    at = end + 1;
  }
  return ok(null);
};

/** Bytes that are parsed at once: the text of a large section beside its values would be most of the memory. */
const CHUNK = 4 * 1024 * 1024;

/** Lines known to be JSON, as one list: their line feeds become its commas. Undefined where they are not UTF-8. */
const parseLines = (lines: Uint8Array, ends: readonly number[]): readonly unknown[] | undefined => {
  const list = new Uint8Array(lines.length + 1);
  list[0] = 0x5b;
  list.set(lines, 1);
  for (const end of ends) list[end + 1] = 0x2c;
  list[lines.length] = 0x5d;
  const text = fromUtf8(list);
  return text === undefined ? undefined : (JSON.parse(text) as readonly unknown[]);
};

/** Takes a section in that is surely right; false leaves it to the slow way, with nothing added. */
const readQuickly = ({ bytes }: Entry, kind: Kind, found: PlanRecord[]): boolean => {
  const ends = canonicalLineEnds(bytes);
  if (ends === undefined) return false;
  const before = found.length;
  let last = '';
  for (let from = 0, line = 0; line < ends.length; ) {
    const first = line;
    while (line < ends.length && (line === first || (ends[line] ?? 0) - from < CHUNK)) line += 1;
    const to = (ends[line - 1] ?? 0) + 1;
    const start = from;
    const values = parseLines(
      bytes.subarray(start, to),
      ends.slice(first, line).map((end) => end - start),
    );
    for (const value of values ?? [undefined]) {
      if (!isRecordOf(kind, value) || value.retained !== undefined || value.id <= last) {
        found.length = before;
        return false;
      }
      last = value.id;
      found.push(value);
    }
    from = to;
  }
  return true;
};

const readSection = (entry: Entry, kind: Kind, found: PlanRecord[]): Result<null> =>
  readQuickly(entry, kind, found) ? ok(null) : readSlowly(entry, kind, found);

const LINE_FEED = 0x0a;

/** Lines of all records, counted before any of them is parsed. */
const linesIn = (entries: readonly Entry[]): number => {
  let count = 0;
  for (const { name, bytes } of entries) {
    if (mediaTypeOf(name) !== NDJSON) continue;
    for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  }
  return count;
};

/**
 * The records of checked sections, line by line into new objects (M11).
 * Fails with RECORDS_TOO_MANY {count, limit}, SECTION_LINE {name, line} or SECTION_RECORD {name, line, field}.
 */
export const readSections = (entries: readonly Entry[]): Result<readonly PlanRecord[]> => {
  const count = linesIn(entries);
  if (count > LIMITS.records) return fail('RECORDS_TOO_MANY', { count, limit: LIMITS.records });
  const records: PlanRecord[] = [];
  for (const entry of entries) {
    const kind = KINDS.find((candidate) => pathOf(candidate) === entry.name);
    if (kind === undefined) continue;
    const read = readSection(entry, kind, records);
    if (!read.ok) return read;
  }
  return ok(records);
};

/** The bundles that checked sections carry for others: each is to be read as a file of its own. */
export const attachmentsOf = (entries: readonly Entry[]): readonly Entry[] =>
  entries.flatMap(({ name, bytes }) =>
    name.startsWith(ATTACHMENTS) ? [{ name: name.slice(ATTACHMENTS.length), bytes }] : [],
  );
