/** The README says what is so: its commands, paths, pictures and libraries are those of the project. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = process.cwd();
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const project: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

const namesIn = (member: 'scripts' | 'dependencies'): readonly string[] => {
  const found = typeof project === 'object' && project !== null ? Object.entries(project) : [];
  return Object.keys(found.find(([name]) => name === member)?.[1] ?? {});
};

/** The lines of one chapter, without its subchapters' heads. */
const chapter = (title: string): string => readme.split(/^## /m).find((text) => text.startsWith(`${title}\n`)) ?? '';

const isThere = (name: string): boolean => existsSync(path.join(root, name));

/** Names in back quotes that look like a path of the project. */
const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:shared|electron|renderer|build|tests)\/[\w./-]+)`/g)].map(([, name = '']) => name);

/** The packages of the library table. In `@scope/one, two` the later names share the first one's scope. */
const librariesIn = (table: string): readonly string[] =>
  [...table.matchAll(/^\| ([^|]+) \|/gm)].slice(2).flatMap(([, cell = '']) => {
    const names = cell.split(', ').map((name) => name.trim());
    const scope = names.every((name) => name.startsWith('@')) ? '' : /^@[^/]+\//.exec(cell)?.[0];
    return names.map((name) => (name.startsWith('@') || scope === undefined ? name : `${scope}${name}`));
  });

test('every npm command it names is a script of the project', () => {
  const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter((name) => !namesIn('scripts').includes(name))).toEqual([]);
});

test('every picture, link and path it names is there', () => {
  const linked = [...readme.matchAll(/\]\(([^)#]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
  expect(linked.length).toBeGreaterThan(4);
  expect([...linked, ...pathsIn(readme)].filter((name) => !isThere(name))).toEqual([]);
});

test('the folder map names folders that are there', () => {
  let top = '';
  const missing: string[] = [];
  const [, map = ''] = chapter('Where things are').split('```');
  for (const line of map.split('\n')) {
    top = /^(\w+)\//.exec(line)?.[1] ?? top;
    const names = [...line.matchAll(/(?:^|\s{2,})([a-z]+)\/(?=\s)/g)].map(([, name = '']) => name);
    missing.push(...names.filter((name) => name !== top && !isThere(`${top}/${name}`)).map((name) => `${top}/${name}`));
  }
  expect(top).toBe('tests');
  expect(missing).toEqual([]);
});

test('it gives the reason for each library of the product, and for no other', () => {
  const used = namesIn('dependencies');
  expect(used.length).toBeGreaterThan(10);
  expect(librariesIn(chapter('Libraries')).toSorted()).toEqual(used.toSorted());
});

test('what it does not say would be missed: a path, a script and a library that are not there', () => {
  expect(pathsIn('see `shared/nowhere/at-all.ts`').filter((name) => !isThere(name))).toHaveLength(1);
  expect(namesIn('scripts')).not.toContain('nothing');
  const table = '| Library | For |\n| --- | --- |\n| @a/core, hooks | x |\n| @b/c, d | y |\n';
  expect(librariesIn(table)).toEqual(['@a/core', '@a/hooks', '@b/c', '@b/d']);
});
