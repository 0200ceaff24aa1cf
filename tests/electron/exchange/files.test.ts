import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeFileWhole } from '#electron/exchange/atomicFile.ts';
import { readForeignFile } from '#electron/exchange/readFile.ts';
import { recognise } from '#electron/exchange/recognise.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import { toUtf8 } from '#shared/exchange/bytes.ts';
import { LIMITS } from '#shared/exchange/limits.ts';
import { fail, ok } from '#shared/result.ts';
import { vector } from '#tests/vectors/reader.ts';
import { must, useFolders } from '../vault/support.ts';

const newFolder = useFolders();
const OLD = toUtf8('old');
const NEW = toUtf8('new content');

describe('writing whole', () => {
  test('takes the place of what was there, for its owner alone, and leaves nothing beside it', async () => {
    const folder = newFolder();
    const file = path.join(folder, 'plan.entente');
    writeFileSync(file, OLD, { mode: 0o644 });
    expect(await writeFileWhole(file, NEW)).toEqual(ok(null));
    expect(readFileSync(file)).toEqual(Buffer.from(NEW));
    expect(readdirSync(folder)).toEqual(['plan.entente']);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('shows the bytes of the disk before they get their name; a failing look leaves all as it was', async () => {
    const folder = newFolder();
    const file = path.join(folder, 'plan.entente');
    writeFileSync(file, OLD);
    const seen: string[] = [];
    const look = (bytes: Uint8Array) => {
      seen.push(Buffer.from(bytes).toString(), readFileSync(file, 'utf8'));
      return Promise.resolve(fail('EXPIRED'));
    };
    expect(await writeFileWhole(file, NEW, look)).toEqual(fail('EXPIRED'));
    expect(seen).toEqual(['new content', 'old']);
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['plan.entente']);
  });

  test('says why it could not: no folder, or a folder in the place of the file', async () => {
    const folder = newFolder();
    const lost = path.join(folder, 'no/plan.entente');
    expect(await writeFileWhole(lost, NEW)).toEqual(fail('FILE_NO_FOLDER', { file: lost }));
    const taken = path.join(folder, 'taken');
    mkdirSync(taken);
    expect(await writeFileWhole(taken, NEW)).toMatchObject({ ok: false });
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});

describe('reading what somebody else made', () => {
  test('gives a regular file, also behind a link', async () => {
    const folder = newFolder();
    writeFileSync(path.join(folder, 'a'), NEW);
    symlinkSync(path.join(folder, 'a'), path.join(folder, 'link'));
    for (const name of ['a', 'link'])
      expect(Buffer.from(must(await readForeignFile(path.join(folder, name))))).toEqual(Buffer.from(NEW));
  });

  test('reads nothing of a file beyond the cap', async () => {
    const file = path.join(newFolder(), 'large');
    writeFileSync(file, '');
    truncateSync(file, LIMITS.file + 1);
    expect(await readForeignFile(file)).toEqual(fail('BUNDLE_TOO_LARGE', { bytes: LIMITS.file + 1 }));
  });

  test('never waits for a folder, a device or a pipe', async () => {
    const folder = newFolder();
    const pipe = path.join(folder, 'pipe');
    const places = [folder, path.join(folder, 'none')];
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [pipe]);
      places.push(pipe, '/dev/zero');
    }
    for (const file of places) expect(await readForeignFile(file)).toEqual(fail('FILE_NOT_READ', { file }));
  });
});

test.each([
  ['a plain bundle', vector('good/plain.entente'), 'bundle'],
  ['an encrypted one', vector('good/encrypted.entente'), 'bundle'],
  ['a card', vector('good/alpha.entente-card'), 'card'],
  ['JSON', toUtf8('\n {"type": "ORBAT-mapper"}'), 'orbat-mapper'],
  ['XML with a byte-order mark', toUtf8('\uFEFF<?xml version="1.0"?><MilitaryScenario/>'), 'msdl'],
  ['text', toUtf8('Dear partner'), 'unknown'],
  ['nothing', new Uint8Array(), 'unknown'],
])('%s is known by its content', (_, bytes, form) => {
  expect(recognise(bytes)).toBe(form);
});

test('the audit log’s head changes with each entry, and is the same for the same log', async () => {
  const vault = must(openVault(newFolder()));
  const empty = must(await vault.auditHead());
  expect(empty).toEqual({ sequence: 0, head: '0'.repeat(64) });
  must(await vault.write({ log: [{ at: 1, code: 'ONE', data: {} }] }));
  const one = must(await vault.auditHead());
  expect(must(await vault.auditHead())).toEqual(one);
  const many = Array.from({ length: 1_500 }, (_, n) => ({ at: n, code: 'MORE', data: { n } }));
  must(await vault.write({ log: many }));
  const all = must(await vault.auditHead());
  expect(all.sequence).toBe(1_501);
  expect(new Set([empty.head, one.head, all.head]).size).toBe(3);
  await vault.close();
});
