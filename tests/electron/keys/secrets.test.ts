/** Private keys stay in the main process: no file and no answer has one in it, in whatever spelling. */
import { BrowserWindow, dialog, type IpcMainInvokeEvent } from 'electron';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { auditHandlers } from '#electron/audit/handlers.ts';
import { exportBundle } from '#electron/exchange/bundles.ts';
import { answer, type Handlers } from '#electron/ipc/handle.ts';
import { keyHandlers } from '#electron/keys/handlers.ts';
import { openKeys, personOf } from '#electron/keys/identity.ts';
import { openPartners } from '#electron/keys/partners.ts';
import { unseal } from '#electron/keys/seal.ts';
import { vaultHandlers } from '#electron/vault/handlers.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import type { RequestName } from '#shared/contract/ipc.ts';
import { writeCard } from '#shared/exchange/card.ts';
import { EXERCISE_ID, firstStep, locationStep } from '#tests/support/plans.ts';
import { ALPHA, cardOf, NOW } from '#tests/vectors/players.ts';
import { must } from '../vault/support.ts';

const root = mkdtempSync(path.join(tmpdir(), 'entente-secrets-'));
const folder = path.join(root, 'data');
mkdirSync(folder);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The letters of Bech32, five bits each. */
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

const bytesOfAge = (identity: string): Buffer => {
  const data = identity.toLowerCase().slice('age-secret-key-1'.length, -6);
  let [bits, size] = [0n, 0];
  for (const letter of data) {
    bits = bits * 32n + BigInt(BECH32.indexOf(letter));
    size += 5;
  }
  return Buffer.from((bits >> BigInt(size - 256)).toString(16).padStart(64, '0'), 'hex');
};

/** A secret as bytes and in every spelling that a program might write it in. */
const spellings = (secret: Buffer): readonly Buffer[] => [
  secret,
  ...(['hex', 'base64', 'base64url'] as const).map((encoding) => Buffer.from(secret.toString(encoding))),
  Buffer.from(secret.toString('hex').toUpperCase()),
  // Base64 of something longer shows a piece of it.
  Buffer.from(secret.subarray(0, 30).toString('base64')),
];

/** What the data folder keeps sealed: its own way in, with its own key. */
const secretsIn = async (vault: VaultPort): Promise<readonly Buffer[]> => {
  const sealed = must(await vault.identity());
  if (sealed === null) throw new Error('there is no identity');
  const plain = Buffer.from(must(unseal(folder, sealed))).toString('utf8');
  const { signingSecret, ageIdentity } = JSON.parse(plain) as Record<'signingSecret' | 'ageIdentity', string>;
  return [
    ...spellings(Buffer.from(signingSecret, 'base64url')),
    ...spellings(bytesOfAge(ageIdentity)),
    Buffer.from(ageIdentity),
    Buffer.from(ageIdentity.toLowerCase()),
  ];
};

const filesUnder = (place: string): readonly string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

const OWN = {
  senderFrame: { url: 'app://entente/index.html', parent: null },
  sender: { id: 7 },
} as unknown as Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>;

/** All that a page can ask of keys, plans and log, in an order in which each has something to say. */
const ASKED: readonly (readonly [RequestName, unknown])[] = [
  ['identity.show', undefined],
  ['identity.exportCard', undefined],
  ['identity.rotate', undefined],
  ['identity.exportStatement', undefined],
  ['partner.list', undefined],
  ['partner.setState', { kid: ALPHA.kid, state: 'verified' }],
  ['vault.actor', undefined],
  ['vault.exercises', undefined],
  ['vault.steps', { exerciseId: EXERCISE_ID, after: 0, limit: 10 }],
  ['vault.setting', { key: 'app.theme', value: '"dark"' }],
  ['audit.page', { limit: 500 }],
  ['audit.verify', undefined],
  ['audit.export', undefined],
  ['identity.create', { nation: 'NOR', name: 'Again' }],
  ['identity.revoke', { reason: 'lost' }],
  ['identity.show', undefined],
];

test('neither on the disk nor in any answer, through creation, use, rotation and revocation', async () => {
  let files = 0;
  Object.assign(BrowserWindow, { getAllWindows: () => [] });
  Object.assign(dialog, {
    showSaveDialog: () => Promise.resolve({ canceled: false, filePath: path.join(root, `saved-${(files += 1)}`) }),
  });
  const vault = must(openVault(folder));
  const clock = (): number => NOW;
  const keys = openKeys(vault, folder, clock);
  const partners = openPartners(vault, clock);
  const handlers = {
    ...vaultHandlers({ vault, person: personOf(keys), writesOf: () => undefined }),
    ...keyHandlers({ vault, keys, partners, clock }),
    ...auditHandlers({ vault, keys, clock }),
  } as unknown as Handlers;
  const answers: string[] = [];
  const ask = async (name: RequestName, input: unknown): Promise<void> => {
    answers.push(JSON.stringify(await answer(name, handlers, OWN, input, { write: () => undefined })));
  };
  await ask('identity.create', { nation: 'NOR', name: 'Planner' });
  const secrets = [...(await secretsIn(vault))];
  must(await partners.add(writeCard(await cardOf(ALPHA), ALPHA.signer), undefined));
  for (const step of [firstStep(), locationStep(2)]) must(await vault.append(step));
  for (const encrypt of [false, true])
    must(
      await exportBundle(
        { exerciseId: EXERCISE_ID, to: [ALPHA.kid], encrypt, expiresInDays: 9 },
        path.join(root, `bundle-${encrypt}`),
        { vault, keys, partners, clock },
      ),
    );
  for (const [name, input] of ASKED) {
    await ask(name, input);
    if (name === 'identity.rotate') secrets.push(...(await secretsIn(vault)));
  }
  // Some of it is still in the write-ahead log; what is there now counts, and what the closing leaves.
  const holds = (bytes: Buffer): boolean => secrets.some((secret) => bytes.includes(secret));
  const find = (): readonly string[] => filesUnder(root).filter((file) => holds(readFileSync(file)));
  expect(find()).toEqual([]);
  must(await vault.close());
  expect(find()).toEqual([]);
  expect(answers.filter((text) => holds(Buffer.from(text)))).toEqual([]);
  expect(answers.filter((text) => text.includes('"ok":true')).length).toBeGreaterThan(ASKED.length - 3);
  // The search is one that finds.
  expect(secrets.length).toBeGreaterThan(20);
  expect(holds(Buffer.concat([Buffer.from('x'), secrets[3] ?? Buffer.alloc(0)]))).toBe(true);
  expect(filesUnder(root).length).toBeGreaterThan(5);
});
