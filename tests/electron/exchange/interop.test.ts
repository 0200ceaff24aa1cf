/** Other people's programs on our files, and ours on theirs. What is not installed is skipped, and said. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generalVerify, GeneralSign, type GeneralJWSInput } from 'jose';
import { canonicalBytes, canonicalText } from '#shared/exchange/canonical.ts';
import { readZip } from '#shared/exchange/zip.ts';
import {
  bundleOf,
  forgeZip,
  goodEntries,
  HEADER,
  manifestEntry,
  manifestOf,
  README_TEXT,
  RECORDS,
  stored,
} from '#tests/vectors/forge.ts';
import { ALPHA, BRAVO } from '#tests/vectors/players.ts';
import { read, vector } from '#tests/vectors/reader.ts';

const isThere = (program: string, ...args: readonly string[]): boolean => spawnSync(program, args).status === 0;
/** A test that needs a program; without it the run says what it left out. */
const withProgram = (there: boolean, program: string) => {
  if (!there) process.stderr.write(`skipped: ${program} is not installed\n`);
  return there ? it : it.skip;
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-interop-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, bytes: Uint8Array | string): string => {
  const place = path.join(folder, name);
  writeFileSync(place, bytes);
  return place;
};

const jwsOf = (bytes: Uint8Array): GeneralJWSInput => {
  const entries = readZip(bytes);
  const manifest = entries.ok ? entries.value[0]?.bytes : undefined;
  return JSON.parse(Buffer.from(manifest ?? []).toString('utf8')) as GeneralJWSInput;
};

describe('the signature', () => {
  it('is good for jose', async () => {
    const jws = jwsOf(vector('good/plain.entente'));
    const { payload, protectedHeader } = await generalVerify(jws, createPublicKey(ALPHA.key), {
      algorithms: ['EdDSA', 'Ed25519'],
    });
    expect(JSON.parse(Buffer.from(payload).toString('utf8'))).toEqual(manifestOf(goodEntries()));
    expect(protectedHeader).toEqual({ ...HEADER, kid: ALPHA.kid });
  });

  it.each(['EdDSA', 'Ed25519'])('may be made by jose with the algorithm named %s', async (alg) => {
    const entries = goodEntries();
    const sign = new GeneralSign(canonicalBytes(manifestOf(entries)));
    sign.addSignature(ALPHA.key).setProtectedHeader({ kid: ALPHA.kid, typ: HEADER.typ, cty: HEADER.cty, alg });
    const made = forgeZip([manifestEntry(await sign.sign()), ...entries].map(stored));
    expect(await read(made)).toMatchObject({ ok: true, value: { records: RECORDS } });
  });

  withProgram(isThere('openssl', 'version'), 'openssl')('is good for OpenSSL', () => {
    const jws = jwsOf(vector('good/plain.entente'));
    const { protected: header = '', signature = '' } = jws.signatures[0] ?? {};
    const key = file('key.pem', createPublicKey(ALPHA.key).export({ format: 'pem', type: 'spki' }));
    const verify = (message: string): boolean =>
      isThere(
        'openssl',
        'pkeyutl',
        '-verify',
        '-pubin',
        '-inkey',
        key,
        '-rawin',
        '-in',
        file('message', message),
        '-sigfile',
        file('signature', Buffer.from(String(signature), 'base64url')),
      );
    expect(verify(`${String(header)}.${String(jws.payload)}`)).toBe(true);
    expect(verify(`${String(header)}.${String(jws.payload)}A`)).toBe(false);
  });
});

describe('the container', () => {
  withProgram(isThere('unzip', '-v'), 'unzip')('opens with unzip, without a warning', () => {
    const place = file('plan.zip', vector('good/plain.entente'));
    expect(spawnSync('unzip', ['-t', place]).status).toBe(0);
    execFileSync('unzip', ['-q', place, '-d', folder]);
    expect(readFileSync(path.join(folder, 'readme.txt'), 'utf8')).toBe(README_TEXT);
    expect(readFileSync(path.join(folder, 'records/exercise.ndjson'), 'utf8')).toBe(`${canonicalText(RECORDS[0])}\n`);
  });

  withProgram(isThere('python3', '--version'), 'python3')('opens with Python', () => {
    const place = file('plan.zip', bundleOf());
    const script =
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(*z.namelist())';
    expect(execFileSync('python3', ['-c', script, place]).toString().trim().split(' ')).toEqual([
      'manifest.jws.json',
      ...goodEntries().map(({ name }) => name),
    ]);
  });
});

describe('the encryption', () => {
  const there = isThere('age', '--version');

  withProgram(there, 'age')('opens with age', () => {
    const key = file('key.txt', `${BRAVO.ageIdentity}\n`);
    const plain = execFileSync('age', [
      '--decrypt',
      '--identity',
      key,
      file('plan.age', vector('good/encrypted.entente')),
    ]);
    expect(readZip(plain)).toMatchObject({ ok: true });
  });

  withProgram(there, 'age')('may be made by age', async () => {
    const audience = [BRAVO.kid];
    const place = file('plan.zip', bundleOf({ confidentiality: 'encrypted', audience }));
    const key = file('key.txt', `${BRAVO.ageIdentity}\n`);
    const made = execFileSync('age', ['--encrypt', '--identity', key, place]);
    expect(await read(made)).toMatchObject({ ok: true, value: { encrypted: true, records: RECORDS } });
  });
});
