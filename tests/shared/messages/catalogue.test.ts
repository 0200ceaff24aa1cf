import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { FAMILIES } from '#shared/messages/dynamic.ts';
import { en } from '#shared/messages/en/index.ts';
import { fr } from '#shared/messages/fr/index.ts';
import { META_FIELDS } from '#shared/plan/base.ts';
import { recordSchemas } from '#shared/plan/records.ts';

type Tree = { readonly [key: string]: string | Tree };

const leavesOf = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : leavesOf(value, `${prefix}${key}.`),
  );

const english = new Map(leavesOf(en));
const french = new Map(leavesOf(fr));

const root = path.resolve(__dirname, '../../..');
const sources = ['shared', 'electron', 'renderer', 'build'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/messages[\\/](en|fr)[\\/]/.test(file)),
);
const code = sources.map((file) => readFileSync(file, 'utf8')).join('\n');

/** i18next finds `rows_one` under `rows`. */
const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const quoted = (text: string): boolean => [`'${text}'`, `"${text}"`, `\`${text}\``].some((form) => code.includes(form));

const isUsed = (key: string): boolean => {
  const name = withoutPlural(key);
  if (name.startsWith('errors.')) return name === 'errors.UNKNOWN' || quoted(name.slice('errors.'.length));
  // Main reads its parts of the catalogue as objects: the native menu, and the dialog that saves a print.
  if (/^(menu|print)\./.test(name) && code.includes(`.${name.split('.')[1] ?? ''}`)) return true;
  return FAMILIES.some((family) => name.startsWith(family)) || quoted(name);
};

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? '').toSorted();

/** Words that both languages share, and abbreviations that planners of both use. */
const SAME: ReadonlySet<string> = new Set([
  'Code',
  'Contacts',
  'Copies',
  'Minute',
  'minutes',
  'Participants',
  'Type',
  'Types',
  'participant',
  'phase',
  'Classification',
  'Nation',
  'Parties',
  'Forces',
  'Participant',
  'Date',
  'Transport',
  'Description',
  'Route',
  'Administration',
  'Contact {{n}}',
  'Entente {{version}}',
  '{{count}} participant',
  '{{count}} participants',
  '{{value}} t',
  '{{value}} h',
  'min',
  'Suspect (joker)',
  'Hostile (faker)',
  'Phase',
  'Air',
  'Mode',
  'Modes',
  'Volume',
  'Dates',
  'Latitude',
  'Longitude',
  'Destination',
  'Tonnes',
  'Volume (m³)',
  'Personnel',
  'Section',
  'Brigade',
  'Division',
  'Reconnaissance',
  'Corvette',
  'Rail',
  'Total',
  'Orientation',
  'Portrait',
  'Letter',
  'Police',
  'Organisation',
  'Agenda',
  'English',
  'Français',
  '1 cm = {{duration}}',
]);

test('both languages have the same keys', () => {
  expect([...french.keys()].toSorted()).toEqual([...english.keys()].toSorted());
});

test('no key is there that nobody uses', () => {
  expect([...english.keys()].filter((key) => !isUsed(key))).toEqual([]);
});

test('a key that nobody uses would be found', () => {
  expect(isUsed(['ui', 'nobodyAsksForThis'].join('.'))).toBe(false);
  expect(isUsed(['errors', 'NEVER', 'RAISED'].join('.'))).toBe(false);
});

test('every family has members', () => {
  expect(FAMILIES.filter((family) => ![...english.keys()].some((key) => key.startsWith(family)))).toEqual([]);
});

test('every key that the code names is there', () => {
  const named = [...code.matchAll(/(?<![\w.])t\(\s*'([\w.-]+)'/g)].map(([, key]) => key ?? '');
  const known = new Set([...english.keys()].map(withoutPlural));
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((key) => !known.has(key))).toEqual([]);
});

test('a sentence has the same placeholders in both languages', () => {
  const uneven = [...english].filter(
    ([key, text]) => placeholders(text).join() !== placeholders(french.get(key) ?? '').join(),
  );
  expect(uneven.map(([key]) => key)).toEqual([]);
});

test('no French text is left in English', () => {
  const untranslated = [...english].filter(
    ([key, text]) =>
      french.get(key) === text && !SAME.has(text) && /[a-z]{2}/.test(text.replaceAll(/\{\{\w+\}\}/g, '')),
  );
  expect(untranslated).toEqual([]);
});

test('French uses the typographic apostrophe and a space before double signs', () => {
  const careless = [...french].filter(([, text]) => /\w'\w/.test(text) || /[^\s\u00a0\u202f][;!?](\s|$)/.test(text));
  expect(careless).toEqual([]);
});

test('every field of a record has its name', () => {
  const fields = Object.values(recordSchemas).flatMap(({ shape }) => Object.keys(shape));
  expect([...new Set(fields)].filter((field) => !META_FIELDS.has(field) && !(field in en.plan.fields))).toEqual([]);
});

test('nobody is shouted at', () => {
  expect([...english, ...french].filter(([, text]) => text.includes('!'))).toEqual([]);
});
