import { crc32 as nodeCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { isEntryName } from '#shared/exchange/names.ts';
import { crc32, readZip, writeZip } from '#shared/exchange/zip.ts';
import { forgeZip, stored } from '#tests/vectors/forge.ts';

const segment = fc.stringMatching(/^[a-z0-9]([a-z0-9._-]{0,10}[a-z0-9])?$/).filter(isEntryName);
// A letter per depth, so that no name is another's folder.
const name = fc
  .array(segment, { minLength: 1, maxLength: 3 })
  .map((parts) => `${'fgh'[parts.length - 1]}/${parts.join('/')}`);
const entries = fc.uniqueArray(fc.record({ name, bytes: fc.uint8Array({ maxLength: 300 }) }), {
  selector: (entry) => entry.name,
  maxLength: 8,
});
/** Names whose folders are no entries themselves. */
const apart = entries.filter((list) =>
  list.every((a) => list.every((b) => a === b || !b.name.startsWith(`${a.name}/`))),
);

it('counts CRC-32 as zlib does', () => {
  // From any place in a buffer, since sections are read where they lie.
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat({ max: 9 }), (bytes, from) => {
      const part = bytes.subarray(Math.min(from, bytes.length));
      expect(crc32(part)).toBe(nodeCrc32(part));
    }),
    { numRuns: 500 },
  );
});

it('reads back what it wrote, in the same order', () => {
  fc.assert(
    fc.property(apart, (list) => {
      const read = readZip(writeZip(list));
      expect(read.ok ? read.value.map(({ name: found, bytes }) => [found, [...bytes]]) : read).toEqual(
        list.map(({ name: given, bytes }) => [given, [...bytes]]),
      );
    }),
  );
});

it('writes the same bytes for the same entries, and the forger of the vectors writes the same too', () => {
  fc.assert(
    fc.property(apart, (list) => {
      expect(Buffer.compare(writeZip(list), writeZip(list))).toBe(0);
      expect(Buffer.compare(writeZip(list), forgeZip(list.map(stored)))).toBe(0);
    }),
  );
});

it('refuses a container with any one byte changed, added or taken', () => {
  fc.assert(
    fc.property(apart, fc.nat(), fc.integer({ min: 1, max: 255 }), (list, place, change) => {
      const good = writeZip(list);
      const at = place % good.length;
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ change;
      expect(readZip(bad).ok).toBe(false);
      expect(readZip(Buffer.concat([good.subarray(0, at), Buffer.of(change), good.subarray(at)])).ok).toBe(false);
      expect(readZip(Buffer.concat([good.subarray(0, at), good.subarray(at + 1)])).ok).toBe(false);
    }),
    { numRuns: 500 },
  );
});

it('never throws, whatever it is given', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => expect(readZip(bytes).ok).toBe(false)));
});
