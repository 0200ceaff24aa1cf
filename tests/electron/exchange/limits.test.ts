/** What one file may cost, whatever is in it: 256 MiB are refused or done within 10 seconds and 1.5 GB. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encryptFor } from '#electron/exchange/ageFile.ts';
import { writeCard } from '#shared/exchange/card.ts';
import { canonicalText } from '#shared/exchange/canonical.ts';
import { ALPHA, cardOf } from '#tests/vectors/players.ts';
import { deflated, forgeZip, jwsOf, manifestEntry, manifestOf, stored, X25519_STANZA } from '#tests/vectors/forge.ts';
import { done, plannerIn } from '../cli/desk.ts';

const MIB = 1024 * 1024;
const FULL = 256 * MIB;
/** Room for the manifest and the container in a file that is just not too large. */
const NEARLY = FULL - 4096;
const MOST_MS = 10_000;
const MOST_BYTES = 1.5e9;

const root = mkdtempSync(path.join(tmpdir(), 'entente-limits-'));
const reader = plannerIn(path.join(root, 'data'));
let recipient = '';

beforeAll(async () => {
  done(await reader.run('identity', 'create', '--nation', 'NOR', '--name', 'Reader'));
  recipient = String((await reader.ask('identity', 'show'))['recipient']);
  const card = path.join(root, 'alpha.entente-card');
  writeFileSync(card, writeCard(await cardOf(ALPHA), ALPHA.signer));
  done(await reader.run('partner', 'add', card, '--verified'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** As often as it fits, and whole each time. */
const around = (before: string, fill: string, after: string, size = NEARLY): Buffer => {
  const times = Math.floor((size - before.length - after.length) / fill.length);
  return Buffer.concat([Buffer.from(before), Buffer.alloc(times * fill.length, fill), Buffer.from(after)]);
};

/** Bytes that look random and are the same every time. */
const noise = (size: number): Buffer => {
  const block = Buffer.alloc(MIB);
  for (let at = 0, state = 1; at < MIB; at += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    block.writeInt32LE(state, at);
  }
  return Buffer.alloc(size, block);
};

const instant = (ms: number): string => new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');

/** A section that a partner signed as it should be: what is inside is read, whatever it is. */
const signed = (bytes: Uint8Array, pack = stored): Uint8Array => {
  const entry = { name: 'records/location.ndjson', bytes };
  const dates = { issuedAt: instant(Date.now() - 60_000), expiresAt: instant(Date.now() + 86_400_000) };
  return forgeZip([stored(manifestEntry(jwsOf(canonicalText(manifestOf([entry], dates))))), pack(entry)]);
};

const places = (count: number, remarks: string): Buffer =>
  Buffer.from(
    Array.from(
      { length: count },
      (_, n) =>
        `{"id":"01900000-0000-7000-8000-${n.toString(16).padStart(12, '0')}","kind":"location","name":"Place ${n}",` +
        `"owner":"ALP","remarks":"${n} ${remarks}","stamp":"0mywpiww2.0000.tester","type":"barracks"}\n`,
    ).join(''),
  );

interface Cost {
  readonly exit: number;
  readonly code: string | null;
  readonly ms: number;
  readonly peak: number;
}

const CHILD = path.join(process.cwd(), 'tests/support/limitChild.ts');

const costOf = (bytes: Uint8Array): Cost => {
  const file = path.join(root, 'file');
  writeFileSync(file, bytes);
  const args = ['--no-warnings', CHILD, '--data', reader.folder, 'import', file];
  return JSON.parse(execFileSync(process.execPath, args, { timeout: 60_000 }).toString()) as Cost;
};

const sides = '{"type":"ORBAT-mapper","version":"2.0.0","sides":[{"subUnits":[';

type Files = readonly (readonly [what: string, code: string | null, make: () => Uint8Array | Promise<Uint8Array>])[];

const FILES: Files = [
  [
    'an unsigned manifest of small lists',
    'JWS_SHAPE',
    () => forgeZip([{ name: 'manifest.jws.json', data: around('[', '[],', '0]') }]),
  ],
  ['one line of small lists', 'SECTION_LINE', () => signed(around('{"id":[', '[],', '0]}\n'))],
  ['a bomb of deflate', 'SECTION_LINE', () => signed(Buffer.alloc(NEARLY), deflated)],
  ['as many records as a bundle may have', null, () => signed(places(250_000, 'x'.repeat(850)))],
  ['a header of recipients', 'AGE_HEADER', () => around('age-encryption.org/v1\n', `${X25519_STANZA}\n`, '')],
  ['something large, encrypted for us', 'BUNDLE_FORM', () => encryptFor(Buffer.alloc(FULL - MIB), [recipient])],
  ['XML of one text', 'UNKNOWN_FORMAT', () => around('<a>', 'x ', '</a>', 16 * MIB)],
  ['JSON of small lists', 'UNKNOWN_FORMAT', () => around('{"a":[', '[],', '0]}', 16 * MIB)],
  ['a scenario of empty units', 'INTERCHANGE_TOO_MANY', () => around(sides, '{},', '{}]}]}', 16 * MIB)],
];

/** The same ways in once more: run with ENTENTE_LONG set. */
const MORE: Files = [
  ['random bytes', 'FILE_UNKNOWN_FORM', () => Buffer.concat([Buffer.from([0xff]), noise(FULL - 1)])],
  ['one byte too many', 'BUNDLE_TOO_LARGE', () => Buffer.alloc(FULL + 1)],
  [
    'a container of as many parts as one can have',
    'ZIP_TOO_MANY',
    () => forgeZip(Array.from({ length: 65_535 }, (_, n) => ({ name: `a${n}`, data: Buffer.alloc(4000), crc: 0 }))),
  ],
  ['one huge line', 'SECTION_LINE', () => signed(around('{"id":"', 'x', '"}\n'))],
  ['one line that nests without end', 'SECTION_LINE', () => signed(around('{"id":', '[', '}\n'))],
  ['nothing but line ends', 'RECORDS_TOO_MANY', () => signed(Buffer.alloc(NEARLY, '\n'))],
  ['one record more', 'RECORDS_TOO_MANY', () => signed(places(250_001, 'x'))],
  ['a card of any length', 'FILE_UNKNOWN_FORM', () => around('{"payload":"', 'A', '"}')],
  ['XML of any length', 'INTERCHANGE_TOO_LARGE', () => around('<a>', '<b/>', '</a>')],
  ['XML of as many elements as it may have', 'XML_TOO_MANY', () => around('<a>', '<b c="d"/>', '</a>', 16 * MIB)],
  ['JSON of any length', 'INTERCHANGE_TOO_LARGE', () => around('{"a":[', '[],', '0]}')],
];

const isLong = process.env['ENTENTE_LONG'] !== undefined;

test.each(isLong ? [...FILES, ...MORE] : FILES)(
  '%s costs no more than it may',
  async (_, code, make) => {
    const cost = costOf(await make());
    expect(cost).toMatchObject({ exit: code === null ? 0 : 1, code });
    expect(cost.ms).toBeLessThan(MOST_MS);
    expect(cost.peak).toBeLessThan(MOST_BYTES);
  },
  90_000,
);
