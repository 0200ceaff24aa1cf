import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nodeCrypto } from '#electron/exchange/crypto.ts';
import { openKeys, personOf } from '#electron/keys/identity.ts';
import { keysOf, openPartners, partnerOf } from '#electron/keys/partners.ts';
import { seal, unseal } from '#electron/keys/seal.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import { readCard, thumbprint, writeCard } from '#shared/exchange/card.ts';
import { FULL_SCOPE } from '#shared/exchange/scope.ts';
import { writeRotation } from '#shared/exchange/statement.ts';
import { fail, ok } from '#shared/result.ts';
import { ALPHA, BRAVO, cardOf, CHARLIE, NOW, type Player, STRANGER } from '#tests/vectors/players.ts';
import { must, useFolders } from '../vault/support.ts';

const newFolder = useFolders();
const SECRET = Buffer.from('the private key');

describe('a seal', () => {
  test('opens in its own folder, looks different each time, and shows nothing', () => {
    const folder = newFolder();
    const [one, two] = [must(seal(folder, SECRET)), must(seal(folder, SECRET))];
    expect(Buffer.from(must(unseal(folder, one)))).toEqual(SECRET);
    expect(Buffer.compare(one, two)).not.toBe(0);
    expect(Buffer.from(one).includes(SECRET)).toBe(false);
  });

  test('keeps its key in a file for its owner alone', () => {
    const folder = newFolder();
    must(seal(folder, SECRET));
    if (process.platform !== 'win32') expect(statSync(path.join(folder, 'device.key')).mode & 0o777).toBe(0o600);
  });

  test('does not open in another folder, without its key, or with any byte changed', () => {
    const folder = newFolder();
    const other = newFolder();
    const sealed = must(seal(folder, SECRET));
    must(seal(other, SECRET));
    expect(unseal(other, sealed)).toEqual(fail('IDENTITY_LOCKED', { folder: other }));
    for (let at = 0; at < sealed.length; at += 1) {
      const bad = Buffer.from(sealed);
      bad[at] = (bad[at] ?? 0) ^ 1;
      expect(unseal(folder, bad)).toEqual(fail('IDENTITY_LOCKED', { folder }));
      expect(unseal(folder, sealed.subarray(0, at))).toMatchObject({ ok: false });
    }
    rmSync(path.join(folder, 'device.key'));
    expect(unseal(folder, sealed)).toEqual(fail('IDENTITY_LOCKED', { folder }));
  });

  test('writes over no key that it cannot read', () => {
    const folder = newFolder();
    writeFileSync(path.join(folder, 'device.key'), 'short');
    expect(seal(folder, SECRET)).toEqual(fail('IDENTITY_NOT_SAVED', { folder }));
    expect(readFileSync(path.join(folder, 'device.key'), 'utf8')).toBe('short');
  });
});

describe('an identity', () => {
  let folder: string;
  let vault: VaultPort;
  beforeEach(() => {
    folder = newFolder();
    vault = must(openVault(folder));
  });
  afterEach(() => vault.close());
  const keys = () => openKeys(vault, folder, () => NOW);

  test('is there after a new start, with the same keys', async () => {
    expect(must(await keys().show())).toBeNull();
    expect(must(await personOf(keys())())).toBeNull();
    const made = must(await keys().create('NOR', 'Planner'));
    const shown = must(await keys().show());
    expect(shown).toMatchObject({ card: made.card, ageIdentity: made.ageIdentity, fingerprint: made.fingerprint });
    expect(must(await personOf(keys())())).toEqual({ nation: 'NOR', name: 'Planner' });
    const message = Buffer.from('x');
    const key = Buffer.from(made.card.signingKey, 'base64url');
    expect(nodeCrypto.verify(key, message, shown?.signer.sign(message) ?? new Uint8Array())).toBe(true);
  });

  test('has a card that proves itself, and no private key on it', async () => {
    const { card, signer, ageIdentity } = must(await keys().create('NOR', 'Planner'));
    const bytes = writeCard(card, signer);
    expect(readCard(bytes, NOW, nodeCrypto)).toEqual(ok(card));
    expect(card.kid).toBe(thumbprint(card.signingKey, nodeCrypto));
    expect(Buffer.from(bytes).includes(ageIdentity)).toBe(false);
  });

  test('is made once', async () => {
    const [one, two] = [keys(), keys()];
    must(await one.create('NOR', 'Planner'));
    expect(await two.create('EST', 'Other')).toEqual(fail('IDENTITY_EXISTS', { name: 'Planner' }));
  });

  test('is locked, not lost, when its device key is gone', async () => {
    must(await keys().create('NOR', 'Planner'));
    rmSync(path.join(folder, 'device.key'));
    expect(await keys().show()).toEqual(fail('IDENTITY_LOCKED', { folder }));
    expect(await keys().create('NOR', 'Again')).toEqual(fail('IDENTITY_LOCKED', { folder }));
    expect(existsSync(path.join(folder, 'device.key'))).toBe(false);
  });
});

describe('partners', () => {
  let vault: VaultPort;
  beforeEach(() => {
    vault = must(openVault(newFolder()));
  });
  afterEach(() => vault.close());
  const partners = () => openPartners(vault, () => NOW);
  const alpha = async () => writeCard(await cardOf(ALPHA), ALPHA.signer);

  test('are unverified until somebody confirms them, and each change is in the log', async () => {
    expect(must(await partners().list())).toEqual([]);
    expect(must(await partners().add(await alpha(), undefined)).state).toBe('unverified');
    expect(must(await partners().setState(ALPHA.kid, 'verified')).state).toBe('verified');
    expect(must(await partners().list()).map(partnerOf)).toMatchObject([{ kid: ALPHA.kid, state: 'verified' }]);
    expect(must(await vault.log(0, 10)).map(({ code, data }) => [code, data['state']])).toEqual([
      ['PARTNER', 'unverified'],
      ['PARTNER', 'verified'],
    ]);
  });

  test('once revoked stay so: no card and no click brings them back', async () => {
    must(await partners().add(await alpha(), undefined));
    must(await partners().setState(ALPHA.kid, 'revoked'));
    expect(await partners().setState(ALPHA.kid, 'verified')).toMatchObject({ error: { code: 'PARTNER_REVOKED' } });
    expect(must(await partners().add(await alpha(), undefined)).state).toBe('revoked');
  });

  const handOver = async (from: Player, to: Player): Promise<Uint8Array> => {
    const { nation, name } = await cardOf(ALPHA);
    const card = await cardOf(to, { nation, name });
    return writeRotation({ from: from.kid, card, issuedAt: '2027-01-10T11:00:00Z' }, from.signer, to.signer);
  };
  const statesOf = async () => must(await partners().list()).map(({ card, state }) => [card.kid, state]);

  test('hand a key over once: whoever finds the old key later brings no key of their own', async () => {
    must(await partners().add(await alpha(), undefined));
    must(await partners().setState(ALPHA.kid, 'verified'));
    must(await partners().state(await handOver(ALPHA, CHARLIE)));
    const after = [
      [ALPHA.kid, 'superseded'],
      [CHARLIE.kid, 'verified'],
    ];
    expect(await statesOf()).toEqual(after);
    expect(await partners().state(await handOver(ALPHA, STRANGER))).toEqual(
      fail('PARTNER_SUPERSEDED', { name: 'Planner alpha' }),
    );
    expect(await statesOf()).toEqual(after);
    // The same statement once more is no other, and the new key goes on.
    must(await partners().state(await handOver(ALPHA, CHARLIE)));
    expect(await statesOf()).toEqual(after);
    must(await partners().state(await handOver(CHARLIE, STRANGER)));
    expect(await statesOf()).toContainEqual([STRANGER.kid, 'verified']);
  });

  test('whose older statement comes late bring no key back that was renewed since', async () => {
    const { nation, name } = await cardOf(ALPHA);
    must(await partners().add(await alpha(), undefined));
    must(await partners().setState(ALPHA.kid, 'verified'));
    must(await partners().add(writeCard(await cardOf(CHARLIE, { nation, name }), CHARLIE.signer), undefined));
    must(await partners().state(await handOver(CHARLIE, STRANGER)));
    must(await partners().state(await handOver(ALPHA, CHARLIE)));
    expect(new Map(must(await partners().list()).map(({ card, state }) => [card.kid, state]))).toEqual(
      new Map([
        [ALPHA.kid, 'superseded'],
        [CHARLIE.kid, 'superseded'],
        [STRANGER.kid, 'unverified'],
      ]),
    );
  });

  test('hand over a key and not a seat: another nation or name is another partner', async () => {
    must(await partners().add(await alpha(), undefined));
    for (const more of [{ nation: 'FRA' }, { name: 'Planner of France' }]) {
      const card = { ...(await cardOf(CHARLIE, { nation: 'ALP', name: 'Planner alpha' })), ...more };
      const issuedAt = '2027-01-10T11:00:00Z';
      const statement = writeRotation({ from: ALPHA.kid, card, issuedAt }, ALPHA.signer, CHARLIE.signer);
      expect(await partners().state(statement)).toEqual(fail('STATEMENT_INVALID'));
    }
    expect(await statesOf()).toEqual([[ALPHA.kid, 'unverified']]);
  });

  test('keep for the new key what somebody has said of it, else what was said of the old one', async () => {
    const { nation, name } = await cardOf(ALPHA);
    const narrow = { plans: false, countersign: true, release: false };
    must(await partners().add(await alpha(), undefined));
    must(await partners().setScope(ALPHA.kid, FULL_SCOPE));
    must(await partners().add(writeCard(await cardOf(CHARLIE, { nation, name }), CHARLIE.signer), undefined));
    must(await partners().setScope(CHARLIE.kid, narrow));
    expect(must(await partners().state(await handOver(ALPHA, CHARLIE))).known.scope).toEqual(narrow);
    expect(must(await partners().state(await handOver(CHARLIE, STRANGER))).known.scope).toEqual(narrow);
  });

  test('are no more than can be read again', async () => {
    const { card } = must(await partners().add(await alpha(), undefined));
    const copies = Array.from({ length: 999 }, (_, at) => ({
      card: { ...card, kid: `${at}`.padStart(43, 'x') },
      state: 'verified',
    }));
    await vault.write({ trust: JSON.stringify({ partners: copies }) });
    must(await partners().add(await alpha(), undefined));
    const other = writeCard(await cardOf(CHARLIE), CHARLIE.signer);
    expect(await partners().add(other, undefined)).toEqual(fail('PARTNER_TOO_MANY', { limit: 1000 }));
    expect(await partners().state(await handOver(ALPHA, STRANGER))).toEqual(fail('PARTNER_TOO_MANY', { limit: 1000 }));
    expect(must(await partners().list())).toHaveLength(1000);
  });

  test('are nobody unknown, and not oneself', async () => {
    expect(await partners().setState(BRAVO.kid, 'verified')).toMatchObject({ error: { code: 'PARTNER_UNKNOWN' } });
    const [ours, other] = [{ kid: ALPHA.kid }, { kid: BRAVO.kid }];
    expect(await partners().add(await alpha(), { card: ours, former: [] })).toEqual(fail('CARD_OWN'));
    // Nor is it what we were before our key was renewed.
    expect(await partners().add(await alpha(), { card: other, former: [ours] })).toEqual(fail('CARD_OWN'));
    expect(must(await partners().list())).toEqual([]);
  });

  test.each(['', '{', '[]', '{"partners":[{"state":"verified"}]}', '{"partners":[],"more":1}'])(
    'that cannot be read (%j) are told, not forgotten',
    async (trust) => {
      must(await vault.write({ trust }));
      expect(await partners().list()).toEqual(fail('TRUST_DAMAGED'));
      expect(await partners().add(await alpha(), undefined)).toEqual(fail('TRUST_DAMAGED'));
      expect(must(await vault.trust())).toBe(trust);
    },
  );
});

test('a key counts while its card holds and it is not revoked; our own always does', async () => {
  const [alpha, bravo] = [await cardOf(ALPHA), await cardOf(BRAVO)];
  const keyOf = (state: 'unverified' | 'verified' | 'revoked' | 'superseded', now = NOW) =>
    keysOf([{ card: alpha, state }], bravo, now);
  expect(keyOf('unverified')(ALPHA.kid)).toMatchObject({ ok: true });
  expect(Buffer.from(must(keyOf('verified')(ALPHA.kid)))).toEqual(Buffer.from(ALPHA.publicKey));
  expect(keyOf('revoked')(ALPHA.kid)).toMatchObject({ error: { code: 'SIGNER_REVOKED' } });
  expect(keyOf('superseded')(ALPHA.kid)).toMatchObject({ error: { code: 'SIGNER_SUPERSEDED' } });
  expect(keyOf('verified', Date.parse(alpha.validUntil))(ALPHA.kid)).toMatchObject({ error: { code: 'CARD_EXPIRED' } });
  expect(Buffer.from(must(keyOf('revoked')(BRAVO.kid)))).toEqual(Buffer.from(BRAVO.publicKey));
  expect(keysOf([], undefined, NOW)(ALPHA.kid)).toMatchObject({ error: { code: 'SIGNER_UNKNOWN' } });
});
