/** Files that partners and strangers send, spoilt in every way: refused with a known code or read, and never a throw. */
import { readdirSync } from 'node:fs';
import { recognise } from '#electron/exchange/recognise.ts';
import { fromBase64Url, toUtf8 } from '#shared/exchange/bytes.ts';
import { canonicalText } from '#shared/exchange/canonical.ts';
import { CARD_KIND, RECEIPT_KIND, STATEMENT_KIND } from '#shared/exchange/jws.ts';
import { readCard } from '#shared/exchange/card.ts';
import { nodeCrypto } from '#electron/exchange/crypto.ts';
import { readRequest } from '#shared/exchange/read.ts';
import { BUNDLE_REASONS } from '#shared/exchange/reasons.ts';
import { describe as describeEntries } from '#shared/exchange/sections.ts';
import { type Entry, readZip } from '#shared/exchange/zip.ts';
import { parseRecord } from '#shared/plan/records.ts';
import type { Result } from '#shared/result.ts';
import { type Dice, fuzz, FUZZ_TIMEOUT, spoilBytes, spoilJson } from '#tests/support/fuzz.ts';
import {
  bundleOf,
  encryptedFor,
  type Forged,
  forgeZip,
  goodEntries,
  jwsOf,
  type Json,
  manifestEntry,
  manifestOf,
  RECORDS,
  stored,
} from '#tests/vectors/forge.ts';
import { ALPHA, BRAVO, CHARLIE, NOW } from '#tests/vectors/players.ts';
import { portsFor, read, readReceiptAsBravo, readStatementAsBravo, vector } from '#tests/vectors/reader.ts';

const filesIn = (folder: 'good' | 'broken'): readonly Uint8Array[] =>
  readdirSync(`tests/vectors/${folder}`)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => vector(`${folder}/${name}`));
const GOOD = filesIn('good');
const ALL = [...GOOD, ...filesIn('broken')];

const REASONS: ReadonlySet<string> = new Set(BUNDLE_REASONS);

/** Refused with a code of the format, or read. */
const expectKnown = (result: Result<unknown>): void => {
  if (!result.ok && !REASONS.has(result.error.code)) throw new Error(`unknown code ${result.error.code}`);
};

const expectReads = async (bytes: Uint8Array): Promise<void> => {
  const opened = await read(bytes);
  expectKnown(opened);
  if (!opened.ok) return;
  for (const record of opened.value.records) expect(parseRecord(record)).toMatchObject({ ok: true });
};

const signedWith = (payload: unknown, dice: Dice, header: Json = {}): Json => {
  const text = dice.below(10) === 0 ? JSON.stringify(payload) : canonicalOr(payload);
  return jwsOf(text, dice.below(6) === 0 ? [ALPHA, CHARLIE] : [ALPHA], header);
};

/** What JSON cannot hold is written as JSON.stringify writes it: the reader has to refuse it. */
const canonicalOr = (value: unknown): string => {
  try {
    return canonicalText(value);
  } catch {
    return JSON.stringify(value) ?? 'null';
  }
};

/** Lines of records, spoilt, under the right digests and signature: what a partner gone bad can send. */
const spoiltRecords = (dice: Dice): Uint8Array => {
  const lines = RECORDS.map((record) => `${canonicalOr(dice.below(2) === 0 ? spoilJson(record, dice) : record)}\n`);
  const bytes = toUtf8(lines.join(''));
  const kind = dice.pick(['location', 'exercise', 'unit', 'profile']);
  return bundleOf({}, [
    { name: `records/${kind}.ndjson`, bytes: dice.below(3) === 0 ? spoilBytes(bytes, ALL, dice) : bytes },
  ]);
};

/** A manifest, spoilt and signed again. */
const spoiltManifest = (dice: Dice): Uint8Array => {
  const entries = goodEntries();
  const manifest = spoilJson(manifestOf(entries), dice);
  return forgeZip([manifestEntry(signedWith(manifest, dice)), ...entries].map(stored));
};

/** A container that says of its parts what is not so. */
const spoiltContainer = (dice: Dice): Uint8Array => {
  const entries = goodEntries();
  const whole: Entry[] = [manifestEntry(jwsOf(canonicalText(manifestOf(entries)))), ...entries];
  const forged = whole.map((entry): Forged => {
    const spoilt = stored(entry);
    const number = (): number => dice.pick([0, 1, 8, 20, 0xffff, dice.below(2 ** 31)]);
    switch (dice.below(12)) {
      case 0:
        return { ...spoilt, method: dice.below(100) };
      case 1:
        return { ...spoilt, size: number() };
      case 2:
        return { ...spoilt, crc: number() };
      case 3:
        return { ...spoilt, flags: number() & 0xffff };
      case 4:
        return { ...spoilt, gap: 'x'.repeat(dice.below(9)) };
      case 5:
        return { ...spoilt, extra: new Uint8Array(dice.below(9)) };
      case 6:
        return {
          ...spoilt,
          name: dice.pick(['../x', 'con', 'readme.txt', 'A', '', 'a/b/c/d/e', 'records/unit.ndjson']),
        };
      case 7:
        return { ...spoilt, local: { name: dice.pick(['x', 'readme.txt']), crc: number() } };
      default:
        return spoilt;
    }
  });
  if (dice.below(4) === 0) forged.push(dice.pick(forged));
  return forgeZip(forged, dice.below(4) === 0 ? dice.below(70_000) & 0xffff : forged.length, dice.pick(['', '', 'c']));
};

/** A manifest that fits spoilt sections: names, types, lengths. */
const spoiltSections = (dice: Dice): Uint8Array => {
  const entries = goodEntries();
  const sections = spoilJson(describeEntries(entries, nodeCrypto), dice);
  return forgeZip([manifestEntry(jwsOf(canonicalOr(manifestOf(entries, { sections })))), ...entries].map(stored));
};

const STRUCTURED = [spoiltRecords, spoiltManifest, spoiltContainer, spoiltSections];

test(
  'a bundle spoilt byte by byte',
  async () => {
    expect(await fuzz('bundles, bytes', (dice) => expectReads(spoilBytes(dice.pick(ALL), ALL, dice)))).toBeGreaterThan(
      50,
    );
  },
  FUZZ_TIMEOUT,
);

test(
  'a bundle spoilt in its structure, signed again where that takes a partner’s key, encrypted or not',
  async () => {
    const rounds = await fuzz('bundles, structure', async (dice) => {
      const plain = dice.pick(STRUCTURED)(dice);
      await expectReads(dice.below(8) === 0 ? await encryptedFor(plain, BRAVO) : plain);
      expectKnown(await readRequest(plain, await portsFor()));
    });
    expect(rounds).toBeGreaterThan(50);
  },
  FUZZ_TIMEOUT,
);

const SMALL = [
  { name: 'alpha.entente-card', kind: CARD_KIND, read: (bytes: Uint8Array) => readCard(bytes, NOW, nodeCrypto) },
  { name: 'alpha-to-charlie.entente-statement', kind: STATEMENT_KIND, read: readStatementAsBravo },
  { name: 'alpha-revoked.entente-statement', kind: STATEMENT_KIND, read: readStatementAsBravo },
  { name: 'charlie-to-alpha.entente-receipt', kind: RECEIPT_KIND, read: readReceiptAsBravo },
] as const;

const payloadOf = (bytes: Uint8Array): unknown => {
  const { payload } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { payload: string };
  return JSON.parse(Buffer.from(fromBase64Url(payload) ?? []).toString('utf8')) as unknown;
};

test(
  'cards, statements and receipts, spoilt in bytes and in structure',
  async () => {
    const rounds = await fuzz('signed documents', async (dice) => {
      const { name, kind, read: readOne } = dice.pick(SMALL);
      const good = vector(`good/${name}`);
      const header = { typ: kind.typ, cty: `${kind.content}.v1+json` };
      const bytes =
        dice.below(2) === 0
          ? spoilBytes(good, ALL, dice)
          : toUtf8(JSON.stringify(signedWith(spoilJson(payloadOf(good), dice), dice, header)));
      recognise(bytes);
      expectKnown(await readOne(bytes));
    });
    expect(rounds).toBeGreaterThan(50);
  },
  FUZZ_TIMEOUT,
);

test('the good ones are read, so the above is about something', async () => {
  for (const { name, read: readOne } of SMALL)
    expect(await readOne(vector(`good/${name}`))).toMatchObject({ ok: true });
  expect(readZip(bundleOf())).toMatchObject({ ok: true });
});
