/** Containers that leave the ZIP profile in one place each. */
import { toUtf8 } from '#shared/exchange/bytes.ts';
import { canonicalText } from '#shared/exchange/canonical.ts';
import type { Case } from './case.ts';
import {
  bundleOf,
  deflated,
  type Forged,
  forgeZip,
  goodEntries,
  jwsOf,
  manifestEntry,
  manifestOf,
  stored,
} from './forge.ts';

const entries = goodEntries();
const signed = manifestEntry(jwsOf(canonicalText(manifestOf(entries))));
const plain: readonly Forged[] = [signed, ...entries].map(stored);

/** The good container with its last entry, the text for people, changed. */
const last = (change: Partial<Forged>): Uint8Array =>
  forgeZip(plain.map((entry, index) => (index === plain.length - 1 ? { ...entry, ...change } : entry)));

const more = (...forged: readonly Forged[]): Uint8Array => forgeZip([...plain, ...forged]);
const extra = (name: string): Uint8Array => more({ name, data: toUtf8('x') });

const SYMLINK = 0xa1ff0000;
const ENCRYPTED = 0x0801;
const DESCRIPTOR = 0x0808;
const ZIP64 = Buffer.from('01001000ffffffffffffffffffffffffffffffff', 'hex');

export const CONTAINERS: readonly Case[] = [
  { file: 'zip-end-cut', reason: 'ZIP_END', bytes: forgeZip(plain).subarray(0, -1) },
  { file: 'zip-end-more', reason: 'ZIP_END', bytes: Buffer.concat([forgeZip(plain), Buffer.from([0])]) },
  { file: 'zip-end-comment', reason: 'ZIP_END', bytes: forgeZip(plain, plain.length, 'hello') },
  { file: 'zip-end-empty', reason: 'ZIP_END', bytes: toUtf8('PK') },
  { file: 'zip-feature-encrypted', reason: 'ZIP_FEATURE', bytes: last({ flags: ENCRYPTED }) },
  { file: 'zip-feature-descriptor', reason: 'ZIP_FEATURE', bytes: last({ flags: DESCRIPTOR }) },
  { file: 'zip-feature-symlink', reason: 'ZIP_FEATURE', bytes: last({ attributes: SYMLINK }) },
  { file: 'zip-feature-zip64', reason: 'ZIP_FEATURE', bytes: last({ extra: ZIP64 }) },
  { file: 'zip-feature-method', reason: 'ZIP_FEATURE', bytes: last({ method: 93 }) },
  {
    file: 'zip-feature-manifest-deflated',
    reason: 'ZIP_FEATURE',
    bytes: forgeZip([deflated(signed), ...entries.map(stored)]),
  },
  { file: 'zip-header-name', reason: 'ZIP_HEADER', bytes: last({ local: { name: 'readme.exe' } }) },
  { file: 'zip-header-checksum', reason: 'ZIP_HEADER', bytes: last({ local: { crc: 1 } }) },
  { file: 'zip-overlap-gap', reason: 'ZIP_OVERLAP', bytes: last({ gap: 'gap.' }) },
  { file: 'zip-end-prefix', reason: 'ZIP_END', bytes: Buffer.concat([Buffer.from('PK..'), forgeZip(plain)]) },
  {
    file: 'zip-overlap-prefix',
    reason: 'ZIP_OVERLAP',
    bytes: forgeZip(plain.map((entry, index) => (index === 0 ? { ...entry, gap: 'PK..' } : entry))),
  },
  { file: 'zip-overlap-count', reason: 'ZIP_OVERLAP', bytes: forgeZip(plain, plain.length - 1) },
  { file: 'zip-name-parent', reason: 'ZIP_NAME', bytes: extra('../outside.txt') },
  { file: 'zip-name-absolute', reason: 'ZIP_NAME', bytes: extra('/etc/passwd') },
  { file: 'zip-name-backslash', reason: 'ZIP_NAME', bytes: extra('records\\unit.ndjson') },
  { file: 'zip-name-upper-case', reason: 'ZIP_NAME', bytes: extra('README.txt') },
  { file: 'zip-name-device', reason: 'ZIP_NAME', bytes: extra('records/con.ndjson') },
  { file: 'zip-name-trailing-dot', reason: 'ZIP_NAME', bytes: extra('records/unit.') },
  { file: 'zip-name-deep', reason: 'ZIP_NAME', bytes: extra('a/b/c/d/e') },
  { file: 'zip-duplicate', reason: 'ZIP_DUPLICATE', bytes: extra('readme.txt') },
  { file: 'zip-duplicate-folder', reason: 'ZIP_DUPLICATE', bytes: extra('readme.txt/x') },
  { file: 'zip-checksum', reason: 'ZIP_CHECKSUM', bytes: last({ crc: 1 }) },
  { file: 'zip-too-many', reason: 'ZIP_TOO_MANY', bytes: forgeZip(plain, 257) },
  { file: 'manifest-missing', reason: 'MANIFEST_MISSING', bytes: forgeZip(entries.map(stored)) },
  { file: 'manifest-missing-first', reason: 'MANIFEST_MISSING', bytes: forgeZip([...entries, signed].map(stored)) },
  {
    file: 'manifest-missing-all',
    reason: 'MANIFEST_MISSING',
    bytes: Buffer.concat([Buffer.from('PK'), forgeZip([])]).subarray(2),
  },
  { file: 'sections-one-more', reason: 'SECTIONS_DIFFER', bytes: extra('attachments/more') },
  { file: 'sections-one-less', reason: 'SECTIONS_DIFFER', bytes: forgeZip(plain.slice(0, -1)) },
  { file: 'sections-order', reason: 'SECTIONS_DIFFER', bytes: forgeZip([signed, ...entries.toReversed()].map(stored)) },
  {
    file: 'section-media-type',
    reason: 'SECTION_MEDIA_TYPE',
    bytes: bundleOf({ sections: manifestSections('text/html') }),
  },
  {
    file: 'section-media-type-swapped',
    reason: 'SECTION_MEDIA_TYPE',
    bytes: bundleOf({ sections: manifestSections('application/x-ndjson') }),
  },
];

function manifestSections(mediaType: string): readonly unknown[] {
  const { sections } = manifestOf(entries);
  return Array.isArray(sections)
    ? sections.map((section: object, index) => (index === sections.length - 1 ? { ...section, mediaType } : section))
    : [];
}
