/** Spoilt files at a real data folder: whatever is refused, and whatever is only opened, has changed nothing there. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BundlePorts } from '#electron/exchange/bundles.ts';
import { createExchange } from '#electron/exchange/service.ts';
import { openKeys } from '#electron/keys/identity.ts';
import { openPartners } from '#electron/keys/partners.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import { writeCard } from '#shared/exchange/card.ts';
import { canonicalText } from '#shared/exchange/canonical.ts';
import { type Dice, fuzz, FUZZ_TIMEOUT, spoilBytes, spoilJson } from '#tests/support/fuzz.ts';
import { firstStep } from '#tests/support/plans.ts';
import { bundleOf, forgeZip, goodEntries, jwsOf, manifestEntry, manifestOf, stored } from '#tests/vectors/forge.ts';
import { ALPHA, cardOf, CHARLIE, NOW } from '#tests/vectors/players.ts';
import { vector } from '#tests/vectors/reader.ts';
import { hasSentence } from '#tests/support/sentences.ts';
import { must } from '../vault/support.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-fuzz-files-'));
const file = path.join(folder, 'incoming');
let vault: VaultPort;
let ports: BundlePorts;

beforeAll(async () => {
  vault = must(openVault(folder));
  const clock = (): number => NOW;
  ports = { vault, keys: openKeys(vault, folder, clock), partners: openPartners(vault, clock), clock };
  must(await ports.keys.create('NOR', 'Planner'));
  for (const player of [ALPHA, CHARLIE])
    must(await ports.partners.add(writeCard(await cardOf(player), player.signer), undefined));
  must(await vault.append(firstStep()));
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const stateOf = async (): Promise<string> =>
  JSON.stringify([
    must(await vault.exercises()),
    must(await vault.trust()),
    must(await vault.freshness()),
    Buffer.from(must(await vault.identity()) ?? []).toString('base64'),
  ]);

const FILES = (['good', 'broken'] as const).flatMap((kind) =>
  readdirSync(`tests/vectors/${kind}`)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => vector(`${kind}/${name}`)),
);

/** A manifest that says something else, signed again by a partner gone bad. */
const signedAgain = (dice: Dice): Uint8Array => {
  const entries = goodEntries();
  const manifest = spoilJson(manifestOf(entries), dice);
  let text = JSON.stringify(manifest);
  try {
    text = canonicalText(manifest);
  } catch {
    // What JSON cannot hold is sent as it is.
  }
  return forgeZip([manifestEntry(jwsOf(text)), ...entries].map(stored));
};

test(
  'nothing has changed but the log',
  async () => {
    const exchange = createExchange(ports);
    let refused = 0;
    await fuzz('files', async (dice) => {
      const bytes =
        dice.below(3) === 0 ? signedAgain(dice) : spoilBytes(dice.pick([...FILES, bundleOf()]), FILES, dice);
      writeFileSync(file, bytes);
      const before = await stateOf();
      const done = await exchange.open(file);
      if (!done.ok) {
        refused += 1;
        if (!hasSentence(done.error.code)) throw new Error(`unknown code ${done.error.code}`);
      }
      // A card, a statement or a receipt is acted on as it is opened; a bundle only once it was reviewed.
      if (!done.ok || done.value.file.form === 'bundle') expect(await stateOf()).toBe(before);
    });
    expect(refused).toBeGreaterThan(20);
    writeFileSync(file, bundleOf());
    expect(await exchange.open(file)).toMatchObject({ ok: true });
  },
  FUZZ_TIMEOUT,
);
