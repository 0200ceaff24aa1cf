/** Requests of a page gone bad: each is refused with a known code or done, and never throws; refused, nothing changed. */
import { BrowserWindow, dialog, type IpcMainInvokeEvent } from 'electron';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { auditHandlers } from '#electron/audit/handlers.ts';
import { answer, type Handlers } from '#electron/ipc/handle.ts';
import { keyHandlers } from '#electron/keys/handlers.ts';
import { openKeys, personOf } from '#electron/keys/identity.ts';
import { openPartners } from '#electron/keys/partners.ts';
import { vaultHandlers } from '#electron/vault/handlers.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import { requests, type RequestName } from '#shared/contract/ipc.ts';
import { writeCard } from '#shared/exchange/card.ts';
import { ok } from '#shared/result.ts';
import { type Dice, fuzz, FUZZ_TIMEOUT, spoilJson } from '#tests/support/fuzz.ts';
import { EXERCISE_ID, exerciseRecord, firstStep, stampAt, uuidOf } from '#tests/support/plans.ts';
import { ALPHA, cardOf, NOW } from '#tests/vectors/players.ts';
import { hasSentence } from '#tests/support/sentences.ts';
import { must } from '../vault/support.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-fuzz-'));
let vault: VaultPort;
let handlers: Handlers;

const OWN = {
  senderFrame: { url: 'app://entente/index.html', parent: null },
  sender: { id: 7 },
} as unknown as Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>;
const LOG = { write: () => undefined };

beforeAll(async () => {
  Object.assign(BrowserWindow, { getAllWindows: () => [] });
  Object.assign(dialog, {
    showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
    showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
  });
  vault = must(openVault(folder));
  const clock = (): number => NOW;
  const keys = openKeys(vault, folder, clock);
  const partners = openPartners(vault, clock);
  must(await keys.create('NOR', 'Planner'));
  must(await partners.add(writeCard(await cardOf(ALPHA), ALPHA.signer), undefined));
  must(await vault.append(firstStep()));
  // What shows dialogs or windows is tried up to its schema: behind it stands a person.
  const schemaOnly = Object.fromEntries(Object.keys(requests).map((name) => [name, () => ok(null)]));
  handlers = {
    ...(schemaOnly as unknown as Handlers),
    ...vaultHandlers({ vault, person: personOf(keys), writesOf: () => undefined }),
    ...keyHandlers({ vault, keys, partners, clock }),
    ...auditHandlers({ vault, keys, clock }),
  };
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const TEXTS = [
  'x',
  'NOR',
  'app.theme',
  EXERCISE_ID,
  uuidOf(7),
  ALPHA.kid,
  stampAt(3),
  '2027-06-12T14:00:00Z',
  '10031000141211000000',
  '0600',
  'UTC',
  'edit',
];

/** A value that a schema may take, made from the schema itself. */
const valueFor = (schema: z.core.$ZodType, dice: Dice): unknown => {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return dice.pick(TEXTS.filter((text) => z.safeParse(schema, text).success).concat('x'));
    case 'number':
      return dice.pick([0, 1, 2, 100].filter((number) => z.safeParse(schema, number).success).concat(1));
    case 'boolean':
      return dice.below(2) === 0;
    case 'literal':
      return def.values[0];
    case 'enum':
      return dice.pick(Object.values(def.entries));
    case 'array':
      return Array.from({ length: dice.below(3) }, () => valueFor(def.element, dice));
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape)
          .map(([name, inner]) => [name, valueFor(inner, dice)] as const)
          .filter(([, value]) => value !== undefined),
      );
    case 'record':
      return { name: valueFor(def.valueType, dice) };
    case 'union':
      return valueFor(dice.pick(def.options), dice);
    case 'optional':
      return dice.below(2) === 0 ? undefined : valueFor(def.innerType, dice);
    case 'nullable':
      return dice.below(3) === 0 ? null : valueFor(def.innerType, dice);
    case 'unknown':
      return dice.pick<unknown>(['x', 1, null, exerciseRecord()]);
    default:
      return undefined;
  }
};

/** Everything but the log, which is the one thing that a refusal may change. */
const stateOf = async (): Promise<string> =>
  JSON.stringify([
    must(await vault.exercises()),
    must(await vault.trust()),
    must(await vault.freshness()),
    Buffer.from(must(await vault.identity()) ?? []).toString('base64'),
  ]);

const NAMES = Object.keys(requests) as RequestName[];
/** New keys at every turn would be all that is done. */
const RARE: ReadonlySet<string> = new Set(['identity.rotate', 'identity.create']);

test(
  'requests of every name, made from their schema and spoilt',
  async () => {
    let [done, refused] = [0, 0];
    const rounds = await fuzz('requests', async (dice) => {
      const name = dice.pick(NAMES.filter((each) => !RARE.has(each) || dice.below(20) === 0));
      const right = valueFor(requests[name].input, dice);
      const input = dice.below(4) === 0 ? right : spoilJson(right, dice);
      const before = await stateOf();
      const result = await answer(name, handlers, OWN, input, LOG);
      if (result.ok) done += 1;
      else {
        refused += 1;
        if (result.error.code === 'UNKNOWN' || !hasSentence(result.error.code))
          throw new Error(`${name}: ${result.error.code}`);
        expect(await stateOf()).toBe(before);
      }
    });
    expect(rounds).toBeGreaterThan(50);
    // Some reach their handlers and some do not, or nothing was tried.
    expect(Math.min(done, refused)).toBeGreaterThan(10);
  },
  FUZZ_TIMEOUT,
);

test(
  'no file is needed for a page to send what no page of ours does',
  async () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const odd = [
      cyclic,
      10n,
      Symbol.iterator,
      () => 1,
      new Map([[1, 2]]),
      new Date(Number.NaN),
      new Uint8Array(9),
      Number.NaN,
    ];
    for (const name of NAMES)
      for (const input of odd) {
        const result = await answer(name, handlers, OWN, input, LOG);
        expect([name, result.ok ? 'done' : result.error.code]).toEqual([name, 'IPC_INPUT']);
      }
  },
  FUZZ_TIMEOUT,
);
