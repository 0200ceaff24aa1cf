/** The parts of the format's document that follow from code and vectors: made here, and held there by a test. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nodeCrypto } from '#electron/exchange/crypto.ts';
import { fromBase64Url } from '#shared/exchange/bytes.ts';
import { cardSchema, checkCode, fingerprint } from '#shared/exchange/card.ts';
import { LIMITS } from '#shared/exchange/limits.ts';
import { MANIFEST_NAME } from '#shared/exchange/names.ts';
import { BUNDLE_REASONS, DESK_REASONS } from '#shared/exchange/reasons.ts';
import { readZip } from '#shared/exchange/zip.ts';
import { en } from '#shared/messages/en/index.ts';
import { placeholderOf } from '#shared/plan/release/placeholder.ts';
import { uuidOf } from '#tests/support/plans.ts';
import { vector } from './reader.ts';

export const FORMAT_DOCUMENT = path.resolve('shared/exchange/FORMAT.md');

const fenced = (text: string): string => `\`\`\`json\n${text.trim()}\n\`\`\``;
const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

interface Jws {
  readonly payload: string;
  readonly signatures: readonly { readonly protected: string; readonly signature: string }[];
}

const entryOf = (file: string, name: string): string => {
  const entries = readZip(vector(`good/${file}`));
  if (!entries.ok) throw new Error(entries.error.code);
  return textOf(entries.value.find((entry) => entry.name === name)?.bytes);
};
const manifestIn = (file: string): string => entryOf(file, MANIFEST_NAME);

const example = (): string => {
  const named = (name: string): string => entryOf('plain.entente', name);
  const jws = JSON.parse(named('manifest.jws.json')) as Jws;
  const payload = fromBase64Url(jws.payload) ?? new Uint8Array();
  const hash = nodeCrypto.sha256(payload);
  const [signature] = jws.signatures;
  return [
    `The payload of the manifest, ${payload.length} bytes:`,
    fenced(textOf(payload)),
    `Its SHA-256 is the manifest hash, \`${hash}\`; its check code is \`${checkCode(hash)}\`.`,
    'The protected header of the one signature:',
    fenced(textOf(fromBase64Url(signature?.protected ?? ''))),
    `The signature: \`${signature?.signature ?? ''}\`.`,
    'The section `records/location.ndjson`:',
    fenced(named('records/location.ndjson')),
    'The first 64 bytes of the file: the local header of the manifest, its name, and where its content begins:',
    hexOf(vector('good/plain.entente').subarray(0, 64)),
    'And its last 22, the end record:',
    hexOf(vector('good/plain.entente').subarray(-22)),
    ...small(),
  ].join('\n\n');
};

/** Bytes as hex, sixteen to a line. */
const hexOf = (bytes: Uint8Array): string =>
  [
    '```',
    ...(
      Buffer.from(bytes)
        .toString('hex')
        .match(/.{1,32}/g) ?? []
    ).map((line) => (line.match(/../g) ?? []).join(' ')),
    '```',
  ].join('\n');

/** The signed documents that are no bundles: what their signatures cover. */
const small = (): readonly string[] => {
  const payloadIn = (name: string): string => {
    const jws = JSON.parse(textOf(vector(`good/${name}`))) as Jws;
    return textOf(fromBase64Url(jws.payload));
  };
  const card = cardSchema.parse(JSON.parse(payloadIn('alpha.entente-card')));
  const id = uuidOf(2);
  return [
    'The payload of `alpha.entente-card`:',
    fenced(payloadIn('alpha.entente-card')),
    `Its fingerprint is \`${fingerprint(card.signingKey, card.recipient, nodeCrypto)}\`.`,
    'The payload of the rotation `alpha-to-charlie.entente-statement`, signed by both keys:',
    fenced(payloadIn('alpha-to-charlie.entente-statement')),
    'That of the revocation `alpha-revoked.entente-statement`:',
    fenced(payloadIn('alpha-revoked.entente-statement')),
    'That of the receipt `charlie-to-alpha.entente-receipt`:',
    fenced(payloadIn('charlie-to-alpha.entente-receipt')),
    `The placeholder of \`${id}\` is \`${placeholderOf(id)}\`.`,
  ];
};

interface Listed {
  readonly file: string;
  readonly reason: string;
}

/** The words of a code; of one that counts, those for several. */
const sentenceOf = (code: string): string => {
  const sentences: Readonly<Record<string, string>> = en.errors;
  return sentences[code] ?? sentences[`${code}_other`] ?? '';
};

const reasons = (): string => {
  const listed = JSON.parse(readFileSync(path.resolve('tests/vectors/broken/index.json'), 'utf8')) as readonly Listed[];
  const rows = BUNDLE_REASONS.map((code) => {
    const files = listed.filter(({ reason }) => reason === code).map(({ file }) => `\`${file.replace(/\..*$/, '')}\``);
    return `| \`${code}\` | ${sentenceOf(code)} | ${files.join(', ')} |`;
  });
  return ['| Code | Sentence | Files |', '| --- | --- | --- |', ...rows].join('\n');
};

/** What the reader's own desk may have against a file. */
const deskReasons = (): string =>
  ['| Code | Sentence |', '| --- | --- |', ...DESK_REASONS.map((code) => `| \`${code}\` | ${sentenceOf(code)} |`)].join(
    '\n',
  );

const MIB = 1024 * 1024;
const HOUR = 3_600_000;

/** Each limit in words. */
const LIMIT_WORDS: Readonly<Record<keyof typeof LIMITS, (limit: number) => string>> = {
  file: (limit) => `${limit / MIB} MiB | a file, what an encrypted one opens to, and all sections of a bundle together`,
  card: (limit) => `${limit / 1024} KiB | a card, a statement, a receipt`,
  manifest: (limit) => `${limit / MIB} MiB | \`manifest.jws.json\``,
  line: (limit) => `${limit / MIB} MiB | one record's line`,
  records: (limit) => `${limit} | records of a bundle`,
  authors: (limit) => `${limit} | authors that a writer names in \`knowledge\` (readers take more)`,
  entries: (limit) => `${limit} | entries of the container, the manifest among them`,
  depth: (limit) => `${limit} | nesting of JSON`,
  ageHeader: (limit) => `${limit / 1024} KiB | the header of an encrypted file`,
  recipients: (limit) => `${limit} | recipients and members of the audience`,
  ahead: (limit) => `${limit / HOUR} hours | by which \`issuedAt\` and \`validFrom\` may be ahead of the clock`,
  life: (limit) => `${limit / HOUR / 24} days | from \`issuedAt\` to \`expiresAt\``,
  gap: (limit) => `${limit} | revisions from the newest seen to the next`,
};

const limits = (): string => {
  const rows = (Object.keys(LIMITS) as (keyof typeof LIMITS)[]).map((name) => `| ${LIMIT_WORDS[name](LIMITS[name])} |`);
  return ['| At most | Of |', '| --- | --- |', ...rows].join('\n');
};

const replacePart = (document: string, name: string, text: string): string => {
  const begin = `<!-- made by tests/vectors/make.ts: ${name} -->`;
  const from = document.indexOf(begin) + begin.length;
  const until = document.indexOf('<!-- end -->', from);
  if (from < begin.length || until < 0) throw new Error(`the document has no place for ${name}`);
  return `${document.slice(0, from)}\n\n${text}\n\n${document.slice(until)}`;
};

/** The document with its example and its reason codes as code and vectors have them now. */
export const withMadeParts = (document: string): string => {
  const parts: readonly (readonly [string, string])[] = [
    ['limits', limits()],
    ['example', example()],
    ['reasons', reasons()],
    ['desk', deskReasons()],
  ];
  return parts.reduce((made, [name, text]) => replacePart(made, name, text), document);
};

/** The members of a vector's payload, or of an object within it. */
export const membersOf = (name: string, ...within: readonly string[]): readonly string[] => {
  const jws = name.endsWith('.entente') ? manifestIn(name) : textOf(vector(`good/${name}`));
  const payload = JSON.parse(textOf(fromBase64Url((JSON.parse(jws) as Jws).payload))) as unknown;
  const inner = within.reduce((value, member) => (value as Readonly<Record<string, unknown>>)[member], payload);
  return Object.keys(inner as object).toSorted();
};

/** The names that the tables of one section of the document have in their first columns; in rows with this column, if named. */
export const membersIn = (document: string, section: number, column = 1): readonly string[] => {
  const text = document.split(/^## /m).find((part) => part.startsWith(`${section}. `)) ?? '';
  const rows = text.split('\n').flatMap((line) => {
    const [, first = '', ...rest] = line.split(' | ').join('|').split('|');
    return /^\s*`/.test(first) && (rest[column - 1] ?? '').trim() !== '' ? [first] : [];
  });
  return rows.flatMap((first) => [...first.matchAll(/`([A-Za-z0-9]+)`/g)].map(([, name = '']) => name)).toSorted();
};
