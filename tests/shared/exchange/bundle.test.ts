import fc from 'fast-check';
import { nodeCrypto } from '#electron/exchange/crypto.ts';
import { BUNDLE_REASONS } from '#shared/exchange/reasons.ts';
import { type ManifestInput, sealBundle } from '#shared/exchange/write.ts';
import { type PlanRecord, parseRecord } from '#shared/plan/records.ts';
import { exerciseRecord, EXERCISE_ID, locationRecord } from '#tests/support/plans.ts';
import { encryptedFor } from '#tests/vectors/forge.ts';
import { ALPHA, BRAVO, CHARLIE } from '#tests/vectors/players.ts';
import { read } from '#tests/vectors/reader.ts';

const INPUT: ManifestInput = {
  exerciseId: EXERCISE_ID,
  revision: 1,
  previous: null,
  issuedAt: '2027-01-10T11:00:00Z',
  expiresAt: '2027-04-10T11:00:00Z',
  label: { policy: 'NATO', classification: 'NATO RESTRICTED', releasableTo: ['FIN', 'SWE'] },
  confidentiality: 'clear',
  signers: [{ kid: ALPHA.kid, role: 'originator' }],
  audience: [BRAVO.kid],
  knowledge: { tester: locationRecord(9).stamp },
  audit: { sequence: 3, head: '1'.repeat(64) },
  ext: { 'x-remark': 'of no concern' },
};

const sealed = (records: readonly PlanRecord[], input: ManifestInput = INPUT, readme = 'For people.\n') =>
  sealBundle({ records, readme }, input, [ALPHA.signer], nodeCrypto);

/** Any text that a name may be, and numbers in all their spellings. */
const location = fc
  .record({
    n: fc.integer({ min: 2, max: 40 }),
    name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    deleted: fc.boolean(),
  })
  .map(({ n, name, lat, deleted }) => {
    const record = parseRecord({
      ...locationRecord(n, name),
      ...(deleted ? { deleted: true } : {}),
      // JSON has one zero.
      latitude: lat === 0 ? 0 : lat,
      longitude: 5.5,
    });
    // Filtering here would turn a schema that changed into a test that never ends.
    if (!record.ok) throw new Error(JSON.stringify(record.error));
    return record.value;
  });
const records = fc.uniqueArray(location, { selector: ({ id }) => id, maxLength: 12 });

const byId = (a: PlanRecord, b: PlanRecord): number => (a.id < b.id ? -1 : 1);

it('makes test records at all', () => {
  expect(fc.sample(location, 20)).toHaveLength(20);
});

it('gives every recipient the very records that were put in', async () => {
  await fc.assert(
    fc.asyncProperty(records, async (some) => {
      const put = [exerciseRecord(), ...some];
      const { bytes, manifest, manifestHash } = sealed(put);
      const opened = await read(bytes);
      expect(opened).toMatchObject({ ok: true, value: { manifest, manifestHash, encrypted: false } });
      expect(opened.ok && opened.value.records).toEqual([exerciseRecord(), ...some.toSorted(byId)]);
    }),
  );
});

it('gives them through encryption too, with the same check code', async () => {
  await fc.assert(
    fc.asyncProperty(records, async (some) => {
      const input: ManifestInput = { ...INPUT, confidentiality: 'encrypted', audience: [BRAVO.kid, CHARLIE.kid] };
      const { bytes, manifestHash } = sealed(some, input);
      const opened = await read(await encryptedFor(bytes, BRAVO, CHARLIE));
      expect(opened).toMatchObject({
        ok: true,
        value: { manifestHash, encrypted: true, records: some.toSorted(byId) },
      });
    }),
    { numRuns: 25 },
  );
});

it('is the same bytes for the same content, in whatever order the records came', () => {
  fc.assert(
    fc.property(records, (some) => {
      const once = sealed(some).bytes;
      expect(Buffer.compare(once, sealed(some.toReversed()).bytes)).toBe(0);
      expect(Buffer.compare(once, sealed(structuredClone(some)).bytes)).toBe(0);
    }),
  );
  expect(
    Buffer.compare(sealed([]).bytes, sealed([], { ...INPUT, revision: 2, previous: 'a'.repeat(64) }).bytes),
  ).not.toBe(0);
});

const REASONS: ReadonlySet<string> = new Set(BUNDLE_REASONS);
const changedOnce = async (good: Uint8Array, place: number, change: number): Promise<void> => {
  const at = place % good.length;
  const bad = Buffer.from(good);
  bad[at] = (bad[at] ?? 0) ^ change;
  for (const file of [bad, Buffer.concat([good.subarray(0, at), good.subarray(at + 1)]), good.subarray(0, at)]) {
    const opened = await read(file);
    expect(opened.ok).toBe(false);
    expect(opened.ok || REASONS.has(opened.error.code)).toBe(true);
  }
};

it('is refused with any one byte changed, one missing, or cut anywhere', async () => {
  const good = sealed([exerciseRecord(), locationRecord(2)]).bytes;
  expect(await read(good)).toMatchObject({ ok: true });
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), (place, change) => changedOnce(good, place, change)),
    { numRuns: 400 },
  );
});

it('is refused so when it is encrypted', async () => {
  const input: ManifestInput = { ...INPUT, confidentiality: 'encrypted' };
  const good = await encryptedFor(sealed([exerciseRecord()], input).bytes, BRAVO);
  expect(await read(good)).toMatchObject({ ok: true });
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), (place, change) => changedOnce(good, place, change)),
    { numRuns: 150 },
  );
});

it('never throws, whatever it is given', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('', 'PK', 'age-encryption.org/v1\n'), fc.uint8Array(), async (head, tail) => {
      const opened = await read(Buffer.concat([Buffer.from(head), tail]));
      expect(opened.ok || REASONS.has(opened.error.code)).toBe(true);
      expect(opened.ok).toBe(false);
    }),
  );
});

it('may be read by whoever made it', async () => {
  const { bytes } = sealed([exerciseRecord()], { ...INPUT, audience: [CHARLIE.kid] });
  expect(await read(bytes)).toMatchObject({ ok: false, error: { code: 'NOT_IN_AUDIENCE' } });
  expect(await read(bytes, {}, { self: ALPHA.kid })).toMatchObject({ ok: true });
});
