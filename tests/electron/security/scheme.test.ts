import path from 'node:path';
import { policyFor, withNonce } from '#electron/security/policy.ts';
import { fileFor } from '#electron/security/scheme.ts';

const folder = path.resolve('dist/renderer');

describe('fileFor', () => {
  test.each([
    ['app://entente/', 'index.html'],
    ['app://entente/index.html', 'index.html'],
    ['app://entente/assets/index-1.js', 'assets/index-1.js'],
    ['app://entente/a%20b.svg?x=1#y', 'a b.svg'],
  ])('%s is a file of ours', (url, file) => {
    expect(fileFor(folder, url)).toBe(path.join(folder, file));
  });

  test.each([
    'app://elsewhere/index.html',
    'app://entente/..%2f..%2fpackage.json',
    'app://entente/%2e%2e%2f%2e%2e%2fpackage.json',
    'app://entente/..%5c..%5cpackage.json',
    'app://entente/index.html%00.js',
    'app://entente/%',
    'app://entente/%ff',
    'not a url',
  ])('%s is not', (url) => {
    expect(fileFor(folder, url)).toBeUndefined();
  });

  test('a folder beside ours that begins with its name is not ours', () => {
    expect(fileFor(folder, 'app://entente/..%2frenderer-old%2findex.html')).toBeUndefined();
  });
});

describe('the policy', () => {
  const directives = new Map(
    policyFor('abc')
      .split('; ')
      .map((part) => [part.split(' ')[0], part]),
  );

  test('allows nothing that is not named', () => {
    expect(directives.get('default-src')).toBe(`default-src 'none'`);
  });

  test('has no unsafe source and no other origin', () => {
    expect(policyFor('abc')).not.toMatch(/unsafe|https?:|\*/);
  });

  test('takes scripts from files only, styles from files or with the nonce', () => {
    expect(directives.get('script-src')).toBe(`script-src 'self'`);
    expect(directives.get('style-src')).toBe(`style-src 'self' 'nonce-abc'`);
  });

  test('puts the nonce where the component library looks for it', () => {
    expect(withNonce('<head><!--csp--></head>', 'abc')).toBe('<head><meta property="csp-nonce" nonce="abc"></head>');
  });
});
