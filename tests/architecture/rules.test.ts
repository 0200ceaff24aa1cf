import { type Files, compile, cruise, dead, lint, plant, readRule, uproot } from './planted.ts';

const value = 'export const value = 1;\n';
const use = (specifier: string): string => `import { value } from '${specifier}';\nexport const used = value;\n`;

const seen = (files: Files, look: (folder: string) => string): string => {
  const folder = plant(files);
  try {
    return look(folder);
  } finally {
    uproot(folder);
  }
};

/** Rule of build/lint/dependency-cruiser.mjs -> a tree that breaks it. */
const FORBIDDEN: Readonly<Record<string, Files>> = {
  'no-circular': { 'shared/a.ts': "export * from './b.ts';\n", 'shared/b.ts': "export * from './a.ts';\n" },
  'shared-knows-nobody': { 'electron/x.ts': value, 'shared/a.ts': use('#electron/x.ts') },
  'shared-is-pure': { 'shared/a.ts': "import fs from 'node:fs';\nexport const used = fs;\n" },
  'shared-has-no-framework': { 'shared/a.ts': "import type { FC } from 'react';\nexport type Used = FC;\n" },
  'renderer-reaches-main-through-the-contract': {
    'electron/x.ts': value,
    'renderer/a.ts': "export const used = import('#electron/x.ts');\n",
  },
  'renderer-is-web': { 'renderer/a.ts': "import os from 'node:os';\nexport const used = os;\n" },
  'renderer-has-no-electron': {
    'renderer/a.ts': "import { ipcRenderer } from 'electron';\nexport const used = ipcRenderer;\n",
  },
  'electron-has-no-ui': { 'electron/a.ts': "import { useState } from 'react';\nexport const used = useState;\n" },
  'product-does-not-know-its-host': { 'build/host.ts': value, 'electron/a.ts': use('#build/host.ts') },
  'features-do-not-know-each-other': {
    'renderer/features/one/a.ts': value,
    'renderer/features/two/b.ts': use('../one/a.ts'),
  },
  'no-development-dependency-in-the-product': {
    'shared/a.ts': "import fc from 'fast-check';\nexport const used = fc;\n",
  },
  resolvable: { 'shared/a.ts': use('./missing.ts') },
};

describe('dependency rules', () => {
  it.each(Object.entries(FORBIDDEN))('%s bites', (rule, files) => {
    expect(seen(files, cruise)).toContain(rule);
  });

  it('are quiet about a tree that keeps them', () => {
    const files = { 'shared/a.ts': value, 'electron/b.ts': use('#shared/a.ts'), 'renderer/c.ts': use('#shared/a.ts') };
    expect(seen(files, cruise)).toContain('no dependency violations found');
  });

  it('are all planted here', () => {
    const names = [...readRule('build/lint/dependency-cruiser.mjs').matchAll(/name: '([^']+)'/g)].map(
      ([, name]) => name,
    );
    expect(new Set(Object.keys(FORBIDDEN))).toEqual(new Set(names));
  });
});

const lines = (count: number): string => 'export const a = 1;\n'.replaceAll('a', 'b') + '// filler\n'.repeat(count);
const longFunction = `export const f = (a: number): number => {\n${'  a += 1;\n'.repeat(61)}  return a;\n};\n`;

describe('lint rules', () => {
  it.each<[string, Files]>([
    ['no-explicit-any', { 'shared/a.ts': 'export const a = (b: any): unknown => b;\n' }],
    ['no-non-null-assertion', { 'shared/a.ts': 'export const a = (b?: string): string => b!;\n' }],
    ['no-default-export', { 'shared/a.ts': 'const a = 1;\nexport default a;\n' }],
    ['max-lines', { 'shared/a.ts': lines(401) }],
    ['max-lines-per-function', { 'shared/a.ts': longFunction }],
    [
      'no-restricted-imports',
      { 'electron/app/a.ts': "import { ipcMain } from 'electron';\nexport const a = ipcMain;\n" },
    ],
    ['no-console', { 'electron/app/a.ts': "console.log('spoken to nobody');\n" }],
    ['no-danger', { 'renderer/a.tsx': 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "" }} />;\n' }],
    ['no-eval', { 'shared/a.ts': "export const a = eval('1');\n" }],
  ])('%s bites', (rule, files) => {
    expect(seen(files, lint)).toContain(rule);
  });

  it('are quiet about a file that keeps them', () => {
    expect(seen({ 'shared/a.ts': value }, lint)).not.toMatch(/shared\/a\.ts/);
  });
});

describe('the compiler', () => {
  it.each<[string, string, string, Files]>([
    ['DOM in shared', 'shared', 'document', { 'shared/a.ts': 'export const a = (): unknown => document.body;\n' }],
    ['Node in shared', 'shared', 'process', { 'shared/a.ts': 'export const a = (): unknown => process.env;\n' }],
    [
      'Node in the renderer',
      'renderer',
      'process',
      { 'shared/z.ts': value, 'renderer/a.ts': 'export const a = (): unknown => process.cwd();\n' },
    ],
    [
      'DOM in the main process',
      'electron',
      'window',
      { 'shared/z.ts': value, 'electron/a.ts': 'export const a = (): unknown => window.document;\n' },
    ],
  ])('refuses %s', (_, part, name, files) => {
    expect(seen(files, (folder) => compile(folder, part))).toMatch(new RegExp(`error TS\\d+.*'${name}'`));
  });

  it('takes what is pure', () => {
    expect(seen({ 'shared/a.ts': value }, (folder) => compile(folder, 'shared'))).not.toContain('error');
  });
});

describe('the search for dead code', () => {
  it('finds a file and an export that nobody uses', () => {
    const report = seen(
      {
        'electron/main.ts': "import { used } from './part.ts';\nexport const main = used;\n",
        'electron/part.ts': 'export const used = 1;\nexport const unusedExport = 2;\n',
        'electron/unusedFile.ts': value,
      },
      dead,
    );
    expect(report).toContain('unusedExport');
    expect(report).toContain('unusedFile');
  });
});
