/** The window's requests about the own identity and the partners' keys. */
import path from 'node:path';
import type { OwnIdentity } from '#shared/contract/exchange.ts';
import { CARD_EXTENSION, writeCard } from '#shared/exchange/card.ts';
import { fingerprintHash, fingerprintWords } from '#shared/exchange/fingerprint.ts';
import { STATEMENT_EXTENSION } from '#shared/exchange/statement.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { askSave } from '../app/dialogs.ts';
import { writeFileWhole } from '../exchange/atomicFile.ts';
import { nodeCrypto } from '../exchange/crypto.ts';
import type { Handlers } from '../ipc/handle.ts';
import { printPdf } from '../print/printSheets.ts';
import type { Identity, Keys } from './identity.ts';
import type { VaultPort } from '../vault/port.ts';
import { type Partners, partnerOf } from './partners.ts';

type KeyHandlers = Pick<
  Handlers,
  | 'identity.show'
  | 'identity.create'
  | 'identity.exportCard'
  | 'identity.rotate'
  | 'identity.exportStatement'
  | 'identity.revoke'
  | 'identity.printKey'
  | 'partner.list'
  | 'partner.authors'
  | 'partner.setState'
  | 'partner.setScope'
>;

export interface KeyPorts {
  readonly vault: Pick<VaultPort, 'write'>;
  readonly keys: Keys;
  readonly partners: Partners;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

const ownOf = ({ card, fingerprint, statement }: Identity): OwnIdentity => ({
  kid: card.kid,
  nation: card.nation,
  name: card.name,
  fingerprint,
  words: fingerprintWords(fingerprintHash(card.signingKey, card.recipient, nodeCrypto)),
  validUntil: card.validUntil,
  recipient: card.recipient,
  rotated: statement !== undefined,
});

/** A file name from words: letters, digits and dashes. */
const nameFrom = (...words: readonly string[]): string => words.join('-').replaceAll(/[^\p{L}\p{N}-]+/gu, '-');

type Saved = Result<{ readonly file: string } | null>;

const save = async (senderId: number, name: string, bytes: Uint8Array): Promise<Saved> => {
  const file = await askSave(senderId, name);
  if (file === null) return ok(null);
  const written = await writeFileWhole(file, bytes);
  return written.ok ? ok({ file: path.basename(file) }) : written;
};

const statementFile = ({ card }: Identity, what: string): string =>
  `${nameFrom(card.nation, card.name, what)}${STATEMENT_EXTENSION}`;

const identityHandlers = ({ vault, keys, clock }: KeyPorts) => {
  /** The identity that signs; IDENTITY_MISSING while there is none. */
  const own = async (): Promise<Result<Identity>> => {
    const found = await keys.show();
    if (!found.ok) return found;
    return found.value === null ? fail('IDENTITY_MISSING') : ok(found.value);
  };
  const exportStatement = async (identity: Identity, senderId: number): Promise<Saved> =>
    identity.statement === undefined
      ? fail('STATEMENT_NONE')
      : save(senderId, statementFile(identity, 'rotation'), Buffer.from(identity.statement));
  return {
    'identity.show': async () => {
      const found = await keys.show();
      return found.ok ? ok(found.value === null ? null : ownOf(found.value)) : found;
    },
    'identity.create': async ({ nation, name }: { readonly nation: string; readonly name: string }) => {
      const made = await keys.create(nation, name);
      return made.ok ? ok(ownOf(made.value)) : made;
    },
    'identity.exportCard': async (_: undefined, senderId: number) => {
      const identity = await own();
      if (!identity.ok) return identity;
      const { card, signer } = identity.value;
      return save(senderId, `${nameFrom(card.nation, card.name)}${CARD_EXTENSION}`, writeCard(card, signer));
    },
    'identity.rotate': async (_: undefined, senderId: number) => {
      const made = await keys.rotate();
      if (!made.ok) return made;
      const saved = await exportStatement(made.value, senderId);
      return saved.ok ? ok({ file: saved.value?.file ?? null }) : saved;
    },
    'identity.exportStatement': async (_: undefined, senderId: number) => {
      const identity = await own();
      return identity.ok ? exportStatement(identity.value, senderId) : identity;
    },
    'identity.printKey': async ({ language }: { readonly language: 'en' | 'fr' }, senderId: number) => {
      const identity = await own();
      if (!identity.ok) return identity;
      const shown = ownOf(identity.value);
      const file = await askSave(senderId, `${nameFrom(shown.nation, shown.name)}.pdf`);
      if (file === null) return ok(null);
      const printed = await printPdf({ product: 'key', key: shown, options: { language }, now: clock(), file });
      if (!printed.ok) return printed;
      const data = { kid: shown.kid, target: path.basename(file) };
      const noted = await vault.write({ log: [{ at: clock(), code: 'KEY_PRINTED', data }] });
      return noted.ok ? ok({ file: data.target }) : noted;
    },
  };
};

/** Where the file is to lie is asked first: a key that was taken back without its statement helps nobody. */
const revokeOwn =
  ({ keys }: KeyPorts): KeyHandlers['identity.revoke'] =>
  async ({ reason }, senderId) => {
    const found = await keys.show();
    if (!found.ok) return found;
    if (found.value === null) return fail('IDENTITY_MISSING');
    const file = await askSave(senderId, statementFile(found.value, 'revocation'));
    if (file === null) return ok(null);
    const statement = await keys.revoke(reason);
    if (!statement.ok) return statement;
    const written = await writeFileWhole(file, Buffer.from(statement.value));
    return written.ok ? ok({ file: path.basename(file) }) : written;
  };

export const keyHandlers = (ports: KeyPorts): KeyHandlers => ({
  ...identityHandlers(ports),
  'identity.revoke': revokeOwn(ports),
  'partner.list': async () => {
    const known = await ports.partners.list();
    return known.ok ? ok(known.value.map(partnerOf)) : known;
  },
  'partner.authors': () => ports.partners.authors(),
  'partner.setState': async ({ kid, state }) => {
    const changed = await ports.partners.setState(kid, state);
    return changed.ok ? ok(partnerOf(changed.value)) : changed;
  },
  'partner.setScope': async ({ kid, scope }) => {
    const changed = await ports.partners.setScope(kid, scope);
    return changed.ok ? ok(partnerOf(changed.value)) : changed;
  },
});
