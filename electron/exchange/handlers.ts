/** The window's requests about files that come in and go out; dialogs and paths stay here. */
import path from 'node:path';
import type { OpenedBundle, OpenedFile } from '#shared/contract/exchange.ts';
import { fromUtf8 } from '#shared/exchange/bytes.ts';
import type { VerifiedBundle } from '#shared/exchange/read.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { askOpen, askSave } from '../app/dialogs.ts';
import type { Log } from '../app/log.ts';
import type { Handlers } from '../ipc/handle.ts';
import { partnerOf } from '../keys/partners.ts';
import type { Writes } from '../vault/port.ts';
import { type BundlePorts, exportBundle, openBundle, writesFor } from './bundles.ts';
import { noteRefusal, witnessOf } from './notes.ts';
import { readForeignFile } from './readFile.ts';
import { recognise } from './recognise.ts';

type ExchangeHandlers = Pick<Handlers, 'exchange.open' | 'exchange.export'>;

export interface Exchange {
  readonly handlers: ExchangeHandlers;
  /** What the vault is to remember of a bundle that was opened under this token. */
  readonly writesOf: (token: string) => Writes | undefined;
}

/** Opened bundles that can still be taken in: a person reviews one at a time. */
const REMEMBERED = 8;

const opener = (ports: BundlePorts, remember: (bundle: VerifiedBundle) => string) => {
  const bundle = async (bytes: Uint8Array, name: string): Promise<Result<OpenedBundle>> => {
    const opened = await openBundle(bytes, ports);
    if (!opened.ok) return opened;
    const { manifest, originator, encrypted, standing, checkCode, records } = opened.value;
    const known = await ports.partners.list();
    if (!known.ok) return known;
    const own = await ports.keys.show();
    if (!own.ok) return own;
    const partner = known.value.find(({ card }) => card.kid === originator);
    const card = partner?.card ?? own.value?.card;
    if (card === undefined) return fail('SIGNER_UNKNOWN', { kid: originator.slice(0, 12) });
    const { exerciseId, revision, issuedAt, expiresAt, label, knowledge } = manifest;
    return ok({
      form: 'bundle',
      token: remember(opened.value),
      name,
      exerciseId,
      originator: card.nation,
      originatorName: card.name,
      trusted: partner?.state ?? 'own',
      revision,
      standing,
      issuedAt,
      expiresAt,
      encrypted,
      label,
      checkCode,
      knowledge,
      records,
    });
  };
  return async (file: string): Promise<Result<OpenedFile>> => {
    const read = await readForeignFile(file);
    if (!read.ok) return read;
    const name = path.basename(file);
    const form = recognise(read.value);
    if (form === 'bundle') return bundle(read.value, name);
    if (form === 'card') {
      const own = await ports.keys.show();
      const added = await ports.partners.add(read.value, own.ok ? own.value?.card.kid : undefined);
      return added.ok ? ok({ form: 'card', partner: partnerOf(added.value) }) : added;
    }
    if (form === 'statement') {
      const stated = await ports.partners.state(read.value);
      if (!stated.ok) return stated;
      const { statement, known } = stated.value;
      return ok({
        form: statement.format === 'entente-rotation' ? 'rotation' : 'revocation',
        partner: partnerOf(known),
      });
    }
    const text = fromUtf8(read.value);
    return form === 'unknown' || text === undefined
      ? fail('FILE_UNKNOWN_FORM', { file: name })
      : ok({ form, name, text });
  };
};

/** Everything of the exchange that the window asks for; refusals go to the log with their code. */
export const exchangeHandlers = (ports: BundlePorts, log: Log): Exchange => {
  const opened = new Map<string, Writes>();
  const remember = (bundle: VerifiedBundle): string => {
    const token = crypto.randomUUID();
    opened.set(token, writesFor(bundle, 'IMPORTED', ports.clock(), witnessOf(bundle)));
    for (const oldest of [...opened.keys()].slice(0, -REMEMBERED)) opened.delete(oldest);
    return token;
  };
  const openFile = opener(ports, remember);
  const logged = <T>(result: Result<T>): Result<T> => {
    if (!result.ok) log.write(result.error.code, result.error.data);
    return result;
  };
  const handlers: ExchangeHandlers = {
    'exchange.open': async (_, senderId) => {
      const file = await askOpen(senderId);
      if (file === null) return ok(null);
      const done = await openFile(file);
      // Refused means: nothing changed anywhere but the log.
      if (!done.ok) await noteRefusal(ports, file, done.error);
      return logged(done);
    },
    'exchange.export': async (order, senderId) => {
      const file = await askSave(senderId, `plan-${new Date(ports.clock()).toISOString().slice(0, 10)}.entente`);
      return file === null ? ok(null) : logged(await exportBundle(order, file, ports));
    },
  };
  return { handlers, writesOf: (token) => opened.get(token) };
};
