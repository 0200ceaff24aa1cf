/** The sections of a bundle: records as NDJSON, one section per kind, sorted by id, each line canonical JSON. */
import { type Kind, KINDS, parseRecord, type PlanRecord } from '../plan/records.ts';
import { type Result, fail, ok } from '../result.ts';
import { fromUtf8, toUtf8 } from './bytes.ts';
import { canonicalText } from './canonical.ts';
import type { Manifest, Section } from './manifest.ts';
import type { CryptoPort } from './crypto.ts';
import type { Entry } from './zip.ts';

const NDJSON = 'application/x-ndjson';
export const pathOf = (kind: Kind): string => `records/${kind}.ndjson`;

const byId = (a: PlanRecord, b: PlanRecord): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The entries of some records and of a text for people, in the order in which they are signed. */
export const writeSections = (records: readonly PlanRecord[], readme: string): readonly Entry[] => {
  const entries: Entry[] = KINDS.flatMap((kind) => {
    const own = records.filter((record) => record.kind === kind).sort(byId);
    const text = own.map((record) => `${canonicalText(record)}\n`).join('');
    return own.length === 0 ? [] : [{ name: pathOf(kind), bytes: toUtf8(text) }];
  });
  return [...entries, { name: 'readme.txt', bytes: toUtf8(readme) }];
};

/** What the manifest says of entries. */
export const describe = (entries: readonly Entry[], crypto: CryptoPort): Section[] =>
  entries.map(({ name, bytes }) => ({
    path: name,
    mediaType: name.endsWith('.ndjson') ? NDJSON : 'text/plain',
    bytes: bytes.length,
    sha256: crypto.sha256(bytes),
  }));

/** Holds the container against the signed list: the same names in the same order, lengths and digests equal (M4, M11). */
export const checkSections = (entries: readonly Entry[], { sections }: Manifest, crypto: CryptoPort): Result<null> => {
  if (entries.length !== sections.length) return fail('SECTIONS_DIFFER', { name: '' });
  for (const [index, section] of sections.entries()) {
    const entry = entries[index];
    if (entry?.name !== section.path) return fail('SECTIONS_DIFFER', { name: section.path });
    if (entry.bytes.length !== section.bytes) return fail('SECTION_LENGTH', { name: section.path });
    if (crypto.sha256(entry.bytes) !== section.sha256) return fail('SECTION_DIGEST', { name: section.path });
  }
  return ok(null);
};

const readLine = (line: string, kind: Kind, name: string, number: number): Result<PlanRecord> => {
  let value: unknown;
  try {
    value = JSON.parse(line);
    if (canonicalText(value) !== line) return fail('SECTION_LINE', { name, line: number });
  } catch {
    return fail('SECTION_LINE', { name, line: number });
  }
  const record = parseRecord(value);
  if (!record.ok) return fail('SECTION_RECORD', { name, line: number, field: record.error.data?.['field'] ?? 'kind' });
  return record.value.kind === kind ? record : fail('SECTION_RECORD', { name, line: number, field: 'kind' });
};

const readSection = ({ name, bytes }: Entry, kind: Kind, found: PlanRecord[]): Result<null> => {
  const text = fromUtf8(bytes);
  if (text === undefined || (text !== '' && !text.endsWith('\n'))) return fail('SECTION_LINE', { name, line: 1 });
  let last = '';
  for (const [index, line] of text.split('\n').slice(0, -1).entries()) {
    const record = readLine(line, kind, name, index + 1);
    if (!record.ok) return record;
    if (record.value.id <= last) return fail('SECTION_LINE', { name, line: index + 1 });
    last = record.value.id;
    found.push(record.value);
  }
  return ok(null);
};

/** The records of all sections, checked line by line into new objects. Fails with SECTION_LINE or SECTION_RECORD. */
export const readSections = (entries: readonly Entry[], { sections }: Manifest): Result<readonly PlanRecord[]> => {
  const records: PlanRecord[] = [];
  for (const [index, entry] of entries.entries()) {
    if (sections[index]?.mediaType !== NDJSON) continue;
    const kind = KINDS.find((candidate) => pathOf(candidate) === entry.name);
    if (kind === undefined) return fail('SECTION_MEDIA_TYPE', { name: entry.name });
    const read = readSection(entry, kind, records);
    if (!read.ok) return read;
  }
  return ok(records);
};
