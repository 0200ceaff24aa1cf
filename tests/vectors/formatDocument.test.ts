import { readdirSync, readFileSync } from 'node:fs';
import { AUDIT_KIND, CARD_KIND, MANIFEST_KIND, RECEIPT_KIND, STATEMENT_KIND } from '#shared/exchange/jws.ts';
import { BUNDLE, FORMAT, manifestSchema, NDJSON, PLAIN_TEXT, SUITE } from '#shared/exchange/manifest.ts';
import { BUNDLE_REASONS, DESK_REASONS } from '#shared/exchange/reasons.ts';
import { REVOCATION_REASONS } from '#shared/exchange/statement.ts';
import { FORMAT_DOCUMENT, membersIn, membersOf, withMadeParts } from './formatDocument.ts';

const document = readFileSync(FORMAT_DOCUMENT, 'utf8');

test('the format’s document shows the vectors and reason codes as they are', () => {
  expect(withMadeParts(document)).toBe(document);
});

test('a code that is not in the document would be noticed', () => {
  const [first] = BUNDLE_REASONS;
  expect(document).toContain(`| \`${first}\` |`);
  expect(withMadeParts(document.replace(`| \`${first}\` |`, '| `ANOTHER` |'))).toBe(document);
});

test.each([
  ['a manifest', 3, 'plain.entente'],
  ['a card', 9, 'alpha.entente-card'],
  ['a receipt', 12, 'charlie-to-alpha.entente-receipt'],
] as const)('the members of %s are those of its table, all and no more', (_, section, file) => {
  expect(membersIn(document, section)).toEqual(membersOf(file));
});

test('and so are those of statements, each in its column', () => {
  expect(membersIn(document, 11, 1)).toEqual(membersOf('alpha-to-charlie.entente-statement'));
  expect(membersIn(document, 11, 2)).toEqual(membersOf('alpha-revoked.entente-statement'));
  expect(membersOf('alpha-to-charlie.entente-statement', 'card')).toEqual(membersIn(document, 9));
});

test('a member more, or one left out, would be noticed', () => {
  const more = document.replace('| `recipient` | key id', '| `more` | x |\n| `recipient` | key id');
  expect(membersIn(more, 12)).not.toEqual(membersIn(document, 12));
  expect(membersIn(document.replace('| `audience` |', '| audience |'), 3)).not.toContain('audience');
});

test('every type of signed document, media type, role and reason stands there', () => {
  for (const { typ, content } of [MANIFEST_KIND, CARD_KIND, STATEMENT_KIND, RECEIPT_KIND, AUDIT_KIND])
    expect(document).toContain(`| \`${typ}\` | \`${content}.v1+json\` |`);
  const roles = manifestSchema.shape.signers.element.shape.role.options;
  for (const word of [FORMAT, SUITE]) expect(document).toContain(`\`"${word}"\``);
  for (const word of [NDJSON, PLAIN_TEXT, BUNDLE, ...roles, ...REVOCATION_REASONS])
    expect(document).toContain(`\`${word}\``);
});

/** What goes wrong at the writer's own desk: no file that comes in has it. */
const OWN = [
  'CANCELLED ENCRYPT_NEEDS_AUDIENCE FILE_NOT_WRITTEN IDENTITY_EXISTS IDENTITY_LOCKED IDENTITY_NOT_SAVED',
  'NOTHING_TO_EXPORT RECEIPT_NOT_TAKEN RELAY_AUDIENCE RELAY_EXERCISE RELAY_OWN RELEASE_OFFICER_REQUIRED STATEMENT_NONE',
  'TRUST_DAMAGED UNKNOWN VAULT_DAMAGED VAULT_TOKEN_UNKNOWN',
].flatMap((codes) => codes.split(' '));

test('no code of reading, trusting or signing is missing in it', () => {
  const files = ['shared/exchange', 'electron/exchange', 'electron/keys'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
  );
  const codes = new Set(files.flatMap((source) => [...source.matchAll(/fail\('([A-Z_]+)'/g)].map(([, code]) => code)));
  const told: ReadonlySet<string | undefined> = new Set([...BUNDLE_REASONS, ...DESK_REASONS, ...OWN]);
  expect([...codes].filter((code) => !told.has(code))).toEqual([]);
  expect([...BUNDLE_REASONS, ...DESK_REASONS].filter((code) => !document.includes(`| \`${code}\` |`))).toEqual([]);
});

test('a document without the places is refused', () => {
  expect(() => withMadeParts('# Nothing')).toThrow('no place');
});
