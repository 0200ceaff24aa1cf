import { toUtf8 } from '#shared/exchange/bytes.ts';
import { canonicalText } from '#shared/exchange/canonical.ts';
import { readSections, writeSections } from '#shared/exchange/sections.ts';
import { fail, ok } from '#shared/result.ts';
import { exerciseRecord, locationRecord } from '#tests/support/plans.ts';

/** More than one chunk of text: each place has its remarks full. */
const places = Array.from({ length: 1500 }, (_, n) => ({ ...locationRecord(n + 2), remarks: `é${'x'.repeat(3990)}` }));
const records = [exerciseRecord(), ...places];

const sectionsWith = (change: (lines: string[]) => void) => {
  const lines = places.map((record) => canonicalText(record));
  change(lines);
  return readSections([{ name: 'records/location.ndjson', bytes: toUtf8(lines.map((line) => `${line}\n`).join('')) }]);
};

it('reads a section of several chunks whole, in its order', () => {
  const entries = writeSections({ records, readme: 'x' });
  expect(entries.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeGreaterThan(5_000_000);
  expect(readSections(entries)).toEqual(ok(records));
});

it('takes a record whose names only the slow way knows, and keeps none twice', () => {
  const withOddName = { ...locationRecord(9000), stamps: { näme: locationRecord(1).stamp } };
  const read = sectionsWith((lines) => void lines.push(canonicalText(withOddName)));
  expect(read).toEqual(ok([...places, withOddName]));
});

it.each([
  ['not canonical', (line: string) => line.replace(':', ': '), 'SECTION_LINE', {}],
  ['no record', (line: string) => line.replace('"barracks"', '"palace"'), 'SECTION_RECORD', { field: 'type' }],
  ['of another kind', (line: string) => line.replace('"location"', '"unit"'), 'SECTION_RECORD', {}],
])('names the line of the last chunk that is %s', (_, spoil, code, more) => {
  const read = sectionsWith((lines) => void lines.splice(1400, 1, spoil(lines[1400] ?? '')));
  expect(read).toMatchObject(fail(code, { name: 'records/location.ndjson', line: 1401, ...more }));
});

it('refuses a record that has what plans retain for themselves, as any member that no schema knows', () => {
  const label = { policy: 'NATO', classification: 'NATO UNCLASSIFIED', releasableTo: [] };
  const from = [{ nation: 'FRA', title: 'Battalion' }];
  const retained = { label: { label, from, since: locationRecord(1).stamp } };
  for (const spoilt of [retained, {}]) {
    const read = sectionsWith((lines) => void lines.push(canonicalText({ ...locationRecord(9000), retained: spoilt })));
    expect(read).toMatchObject(fail('SECTION_RECORD', { name: 'records/location.ndjson', line: 1501 }));
  }
});

it('refuses lines out of order across chunks, and one beyond the limit of a line', () => {
  expect(sectionsWith((lines) => void lines.push(lines[3] ?? ''))).toMatchObject(
    fail('SECTION_LINE', { name: 'records/location.ndjson', line: 1501 }),
  );
  // A limit of bytes: letters beyond ASCII have several.
  for (const [letter, times] of [
    ['x', 4 * 1024 * 1024],
    ['é', 2 * 1024 * 1024],
  ] as const) {
    const long = canonicalText({ ...locationRecord(9000), remarks: letter.repeat(times) });
    expect(sectionsWith((lines) => void lines.push(long))).toMatchObject(
      fail('SECTION_LINE', { name: 'records/location.ndjson', line: 1501 }),
    );
    const fits = canonicalText({ ...locationRecord(9000), remarks: letter.repeat(times - 1000) });
    expect(sectionsWith((lines) => void lines.push(fits))).toMatchObject(
      fail('SECTION_RECORD', { name: 'records/location.ndjson', line: 1501, field: 'remarks' }),
    );
  }
});
