import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { policyFor, withNonce } from '#electron/security/policy.ts';
import { APP_ORIGIN, fileFor, registerScheme, serveApp } from '#electron/security/scheme.ts';
import { protocol } from '#tests/support/electron.ts';
import { useFolders } from '../vault/support.ts';

const ROOT = path.resolve('/srv/renderer');
const newFolder = useFolders();

test('no address leads outside the folder, and none makes the reader fail', () => {
  const piece = fc.oneof(
    fc.constantFrom('..', '.', '/', '%2e', '%2E%2e', '%2f', '%5c', '\\', '%00', '%', '%25', 'a', '~', ':', ' '),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const file = fileFor(ROOT, `${APP_ORIGIN}/${pieces.join('')}`);
      return file === undefined || path.normalize(file).startsWith(ROOT + path.sep);
    }),
  );
});

test.each(['index.html', 'print.html'])('the nonce finds its place in %s', (page) => {
  const html = readFileSync(path.join(process.cwd(), 'renderer', page), 'utf8');
  expect(withNonce(html, 'abc')).toContain('<meta property="csp-nonce" nonce="abc">');
});

const served = () => {
  const folder = newFolder();
  writeFileSync(path.join(folder, 'index.html'), '<head><!--csp--></head>');
  writeFileSync(path.join(folder, 'a.js'), 'let a;');
  writeFileSync(path.join(folder, 'secret.key'), 'x');
  mkdirSync(path.join(folder, 'folder.js'));
  serveApp(folder);
  const [scheme, handler] = protocol.handle.mock.calls.at(-1) as [
    string,
    (request: { url: string }) => Promise<Response>,
  ];
  expect(scheme).toBe('app');
  return (name: string) => handler({ url: `${APP_ORIGIN}/${name}` });
};

test('a page comes with its policy, and a nonce that no other load has', async () => {
  const get = served();
  const nonces: string[] = [];
  for (let load = 0; load < 2; load += 1) {
    const response = await get('');
    const nonce = /nonce="([^"]+)"/.exec(await response.text())?.[1] ?? '';
    expect(response.headers.get('content-security-policy')).toBe(policyFor(nonce));
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    nonces.push(nonce);
  }
  expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('a script comes as one', async () => {
  const response = await served()('a.js');
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  expect(await response.text()).toBe('let a;');
});

test.each(['none.js', 'secret.key', 'folder.js', '..%2fa.js', '%'])('nothing comes for %s', async (name) => {
  const response = await served()(name);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('');
});

test('the scheme is secure and standard, and bypasses no policy', () => {
  registerScheme();
  const [schemes] = protocol.registerSchemesAsPrivileged.mock.calls[0] as [
    { scheme: string; privileges: Record<string, boolean> }[],
  ];
  expect(schemes.map(({ scheme }) => scheme)).toEqual(['app']);
  expect(schemes[0]?.privileges).toMatchObject({ standard: true, secure: true });
  expect(schemes[0]?.privileges).not.toHaveProperty('bypassCSP');
});
