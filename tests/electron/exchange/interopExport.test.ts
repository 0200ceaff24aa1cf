/** A bundle as planners export it, verified and opened by programs that know nothing of ours. What is not there is skipped aloud. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createPublicKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { openKeys } from '#electron/keys/identity.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import { fromBase64Url, fromUtf8 } from '#shared/exchange/bytes.ts';
import type { Manifest } from '#shared/exchange/manifest.ts';
import { type Entry, readZip } from '#shared/exchange/zip.ts';
import { done, introduce, newDesk } from '../cli/desk.ts';
import { must } from '../vault/support.ts';

const desk = newDesk();
let kid = '';
let signingKey = '';
let plain: Uint8Array;
let entries: readonly Entry[] = [];

beforeAll(async () => {
  await introduce(desk, ['NOR', 'POL']);
  const { run, ask } = desk.planner('NOR');
  const exercise = done(await run('exercise', 'create', '--sample')).trim();
  done(await run('export', '--exercise', exercise, '--to', 'POL', '--out', desk.file('plain.entente')));
  done(await run('export', '--exercise', exercise, '--to', 'POL', '--out', desk.file('sealed.entente'), '--encrypt'));
  ({ kid, signingKey } = (await ask('identity', 'show')) as { kid: string; signingKey: string });
  plain = readFileSync(desk.file('plain.entente'));
  entries = must(readZip(plain)).map((entry) => ({ name: entry.name, bytes: entry.bytes }));
});
afterAll(desk.clear);

/** What a program prints. */
const outputOf = (program: string, ...args: readonly string[]): Buffer => execFileSync(program, args);
const runs = (program: string, ...args: readonly string[]): boolean => spawnSync(program, args).status === 0;
const withProgram = (there: boolean, program: string) => {
  if (!there) process.stderr.write(`skipped: ${program} is not installed\n`);
  return there ? it : it.skip;
};

const jwsText = (): string => fromUtf8(entries[0]?.bytes ?? new Uint8Array()) ?? '';
const jws = () =>
  JSON.parse(jwsText()) as { payload: string; signatures: readonly { protected: string; signature: string }[] };
const manifest = (): Manifest =>
  JSON.parse(fromUtf8(fromBase64Url(jws().payload) ?? new Uint8Array()) ?? '') as Manifest;
const write = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(desk.file(name), bytes);
  return desk.file(name);
};

withProgram(runs('openssl', 'version'), 'openssl')('OpenSSL verifies its signature and every digest', () => {
  const { payload, signatures } = jws();
  const [{ protected: header, signature } = { protected: '', signature: '' }] = signatures;
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: signingKey }, format: 'jwk' });
  const pem = write('key.pem', key.export({ format: 'pem', type: 'spki' }) as string);
  const sig = write('signature', Buffer.from(signature, 'base64url'));
  const verify = (message: string): boolean =>
    runs(
      'openssl',
      'pkeyutl',
      '-verify',
      '-pubin',
      '-inkey',
      pem,
      '-rawin',
      '-in',
      write('message', message),
      '-sigfile',
      sig,
    );
  expect([verify(`${header}.${payload}`), verify(`${header}.${payload}A`)]).toEqual([true, false]);
  const { sections } = manifest();
  expect(sections.length).toBeGreaterThan(5);
  for (const { path, sha256, bytes } of sections) {
    const entry = entries.find(({ name }) => name === path);
    const said = outputOf('openssl', 'dgst', '-sha256', '-r', write('section', entry?.bytes ?? '')).toString();
    expect([entry?.bytes.length, said.split(' ')[0]]).toEqual([bytes, sha256]);
  }
});

/** Verifies a general JWS under one JWK, and prints its payload. */
const JWCRYPTO = `
import sys
from jwcrypto import jwk, jws
token = jws.JWS()
token.allowed_algs = ['EdDSA']
token.deserialize(open(sys.argv[1]).read())
token.verify(jwk.JWK(kty='OKP', crv='Ed25519', x=sys.argv[2]))
sys.stdout.buffer.write(token.payload)
`;

/** The Python that has it: a distribution's own where another one stands first. */
const python = ['python3', '/usr/bin/python3'].find((program) => runs(program, '-c', 'import jwcrypto'));

withProgram(python !== undefined, 'python3-jwcrypto')('jwcrypto verifies its signature', () => {
  const verify = (text: string): { status: number | null; stdout: Buffer } =>
    spawnSync(python ?? '', ['-c', JWCRYPTO, write('manifest.jws.json', text), signingKey]);
  const good = verify(jwsText());
  expect(good.status).toBe(0);
  expect(JSON.parse(good.stdout.toString('utf8'))).toEqual(manifest());
  expect(manifest().signers).toEqual([{ kid, role: 'originator' }]);
  const [first, second] = [jws().payload.slice(0, 40), jws().payload.slice(41)];
  const other = jws().payload[40] === 'A' ? 'B' : 'A';
  expect(verify(JSON.stringify({ ...jws(), payload: first + other + second })).status).not.toBe(0);
});

withProgram(runs('age', '--version'), 'age')(
  'age decrypts it with the recipient’s key, and finds a plain form',
  async () => {
    const vault = must(openVault(desk.planner('POL').folder));
    const identity = must(await openKeys(vault, desk.planner('POL').folder, Date.now).show());
    await vault.close();
    const key = write('key.txt', `${identity?.ageIdentity ?? ''}\n`);
    const opened = outputOf('age', '--decrypt', '--identity', key, desk.file('sealed.entente'));
    expect(must(readZip(opened)).map(({ name }) => name)).toEqual(entries.map(({ name }) => name));
  },
);
