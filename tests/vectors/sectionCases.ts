/** Sections that are not what was signed, or that were signed and are no records. */
import { deflateRawSync } from 'node:zlib';
import { nodeCrypto } from '#electron/exchange/crypto.ts';
import { toUtf8 } from '#shared/exchange/bytes.ts';
import { canonicalText } from '#shared/exchange/canonical.ts';
import { crc32 } from '#shared/exchange/zip.ts';
import { locationRecord, uuidOf } from '#tests/support/plans.ts';
import type { Case } from './case.ts';
import {
  bundleOf,
  bundleWithLines,
  deflated,
  type Forged,
  forgeZip,
  goodEntries,
  type Json,
  jwsOf,
  manifestEntry,
  manifestOf,
  stored,
} from './forge.ts';

const entries = goodEntries();
const readme = entries.at(-1) ?? { name: '', bytes: new Uint8Array() };

/** The good manifest around other contents of the text for people. */
const insteadOfReadme = (forged: Partial<Forged>, more: Json = {}): Uint8Array => {
  const signed = manifestEntry(jwsOf(canonicalText(manifestOf(entries, more))));
  const last = { ...stored(readme), ...forged };
  return forgeZip([...[signed, ...entries.slice(0, -1)].map(stored), last]);
};

const same = Buffer.from(readme.bytes);
same[0] = (same[0] ?? 0) ^ 1;

const HUGE = 200 * 1024 * 1024;
const huge = (name: string): Forged => ({
  name,
  data: deflateRawSync(Buffer.alloc(100)),
  method: 8,
  size: HUGE,
  crc: 0,
});
const hugeSections = ['attachments/one', 'attachments/two'].map((path) => ({
  path,
  mediaType: 'application/vnd.entente.bundle',
  bytes: HUGE,
  sha256: '0'.repeat(64),
}));
const tooLarge = forgeZip([
  stored(manifestEntry(jwsOf(canonicalText(manifestOf([], { sections: hugeSections }))))),
  ...hugeSections.map(({ path }) => huge(path)),
]);

const LOCATIONS = 'records/location.ndjson';
const manyLines = { name: LOCATIONS, bytes: Buffer.alloc(250_001, '\n') };
const line = (record: unknown): string => `${canonicalText(record)}\n`;
const location = line(locationRecord(2));

export const SECTIONS: readonly Case[] = [
  { file: 'too-large-inside', reason: 'BUNDLE_TOO_LARGE', bytes: tooLarge },
  {
    file: 'section-length',
    reason: 'SECTION_LENGTH',
    bytes: insteadOfReadme({ data: toUtf8('longer than what was signed, by far') }),
  },
  {
    file: 'section-length-deflated',
    reason: 'SECTION_LENGTH',
    bytes: insteadOfReadme({ ...deflated({ name: readme.name, bytes: Buffer.alloc(9999) }) }),
  },
  {
    file: 'zip-checksum-bomb',
    reason: 'ZIP_CHECKSUM',
    bytes: insteadOfReadme({
      ...deflated({ name: readme.name, bytes: Buffer.alloc(1_000_000) }),
      size: readme.bytes.length,
    }),
  },
  {
    file: 'zip-checksum-left-over',
    reason: 'ZIP_CHECKSUM',
    bytes: insteadOfReadme({
      ...deflated(readme),
      data: Buffer.concat([deflateRawSync(readme.bytes), Buffer.from('hidden')]),
    }),
  },
  { file: 'zip-checksum-deflated', reason: 'ZIP_CHECKSUM', bytes: insteadOfReadme({ ...deflated(readme), crc: 1 }) },
  { file: 'section-digest', reason: 'SECTION_DIGEST', bytes: insteadOfReadme({ data: same, crc: crc32(same) }) },
  {
    file: 'section-digest-deflated',
    reason: 'SECTION_DIGEST',
    bytes: insteadOfReadme(deflated({ name: readme.name, bytes: same })),
  },
  {
    file: 'section-media-type-unknown-kind',
    reason: 'SECTION_MEDIA_TYPE',
    bytes: bundleOf(
      {
        sections: [
          {
            path: 'records/weapon.ndjson',
            mediaType: 'application/x-ndjson',
            bytes: 1,
            sha256: nodeCrypto.sha256(toUtf8('\n')),
          },
        ],
      },
      [{ name: 'records/weapon.ndjson', bytes: toUtf8('\n') }],
    ),
  },
  {
    file: 'records-too-many-deflated',
    reason: 'RECORDS_TOO_MANY',
    bytes: forgeZip([stored(manifestEntry(jwsOf(canonicalText(manifestOf([manyLines]))))), deflated(manyLines)]),
  },
  {
    file: 'section-line-order',
    reason: 'SECTION_LINE',
    bytes: bundleWithLines(LOCATIONS, line(locationRecord(3)) + location),
  },
  { file: 'section-line-twice', reason: 'SECTION_LINE', bytes: bundleWithLines(LOCATIONS, location + location) },
  { file: 'section-line-no-end', reason: 'SECTION_LINE', bytes: bundleWithLines(LOCATIONS, location.trimEnd()) },
  {
    file: 'section-line-spaces',
    reason: 'SECTION_LINE',
    bytes: bundleWithLines(LOCATIONS, location.replace('{"id"', '{ "id"')),
  },
  { file: 'section-line-empty', reason: 'SECTION_LINE', bytes: bundleWithLines(LOCATIONS, `${location}\n`) },
  {
    file: 'section-line-prototype',
    reason: 'SECTION_LINE',
    bytes: bundleWithLines(LOCATIONS, location.replace('{"id"', '{"__proto__":{},"id"')),
  },
  {
    file: 'section-line-no-utf8',
    reason: 'SECTION_LINE',
    bytes: bundleOf({}, [{ name: LOCATIONS, bytes: Buffer.from([0xff, 0x0a]) }]),
  },
  {
    file: 'section-line-byte-order-mark',
    reason: 'SECTION_LINE',
    bytes: bundleWithLines(LOCATIONS, `\uFEFF${location}`),
  },
  {
    file: 'section-record-field',
    reason: 'SECTION_RECORD',
    bytes: bundleWithLines(LOCATIONS, line({ ...locationRecord(2), type: 'volcano' })),
  },
  {
    file: 'section-record-more',
    reason: 'SECTION_RECORD',
    bytes: bundleWithLines(LOCATIONS, line({ ...locationRecord(2), colour: 'red' })),
  },
  {
    file: 'section-record-stamp',
    reason: 'SECTION_RECORD',
    bytes: bundleWithLines(LOCATIONS, line({ ...locationRecord(2), stamp: 'a stamp of another form' })),
  },
  {
    file: 'section-record-stamp-author',
    reason: 'SECTION_RECORD',
    bytes: bundleWithLines(LOCATIONS, line({ ...locationRecord(2), stamp: '0mywpiww2.0000.constructor' })),
  },
  { file: 'section-record-kind', reason: 'SECTION_RECORD', bytes: bundleWithLines('records/unit.ndjson', location) },
  {
    file: 'section-record-unknown-kind',
    reason: 'SECTION_RECORD',
    bytes: bundleWithLines(LOCATIONS, line({ id: uuidOf(2), kind: 'weapon' })),
  },
];
