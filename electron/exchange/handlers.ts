/** The window's requests about files that come in and go out; dialogs and paths stay here. */
import path from 'node:path';
import type { OpenedFile } from '#shared/contract/exchange.ts';
import type { Label } from '#shared/label/label.ts';
import { RECEIPT_EXTENSION } from '#shared/exchange/receipt.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { askOpen, askSave } from '../app/dialogs.ts';
import type { GivenFile } from '../app/givenFile.ts';
import type { Log } from '../app/log.ts';
import type { Handlers } from '../ipc/handle.ts';
import type { Writes } from '../vault/port.ts';
import type { BundlePorts } from './bundles.ts';
import { noteRefusal } from './notes.ts';
import { sentBundles } from './receipts.ts';
import type { Opened } from './service.ts';
import type { CancellableExchange } from './threadClient.ts';

type ExchangeHandlers = Pick<
  Handlers,
  | 'exchange.open'
  | 'exchange.openCarried'
  | 'exchange.chooseCarried'
  | 'exchange.part'
  | 'exchange.cancel'
  | 'exchange.export'
  | 'exchange.sign'
  | 'exchange.decline'
  | 'exchange.receipt'
  | 'exchange.sent'
>;

export interface Exchange {
  readonly handlers: ExchangeHandlers;
  /** What the vault is to remember of a bundle that was opened under this token. */
  readonly writesOf: (token: string) => Promise<Writes | undefined>;
  /** The marking of a bundle that was opened under this token. */
  readonly labelOf: (token: string) => Label | undefined;
}

/** Bundles that were taken in and may still be confirmed, or tried again when the disk was full. */
const REMEMBERED = 8;

const keep = <T>(kept: Map<string, T>, token: string, value: T): T => {
  kept.set(token, value);
  for (const oldest of [...kept.keys()].slice(0, -REMEMBERED)) kept.delete(oldest);
  return value;
};

const cosignHandlers = (
  service: CancellableExchange,
  hashes: ReadonlyMap<string, string>,
): Pick<ExchangeHandlers, 'exchange.sign' | 'exchange.decline' | 'exchange.receipt'> => ({
  'exchange.sign': async ({ token }, senderId) => {
    const file = await askSave(senderId, 'plan-signed.entente');
    return file === null ? ok(null) : service.sign(token, file);
  },
  'exchange.decline': ({ token }) => service.decline(token),
  'exchange.receipt': async ({ token }, senderId) => {
    const hash = hashes.get(token);
    if (hash === undefined) return fail('VAULT_TOKEN_UNKNOWN');
    const file = await askSave(senderId, `receipt-${hash.slice(0, 8)}${RECEIPT_EXTENSION}`);
    return file === null ? ok(null) : service.receipt(hash, file);
  },
});

/** Everything of the exchange that the window asks for; refusals go to the log with their code. */
export const exchangeHandlers = (
  ports: Pick<BundlePorts, 'vault' | 'partners' | 'clock'> & { readonly given: Pick<GivenFile, 'take'> },
  service: CancellableExchange,
  log: Log,
): Exchange => {
  const hashes = new Map<string, string>();
  const writes = new Map<string, Writes>();
  const labels = new Map<string, Label>();
  const logged = <T>(result: Result<T>): Result<T> => {
    if (!result.ok && result.error.code !== 'CANCELLED') log.write(result.error.code, result.error.data);
    return result;
  };
  const open = async (file: string, work: () => Promise<Result<Opened>>): Promise<Result<OpenedFile>> => {
    const done = logged(await work());
    if (!done.ok) {
      // Refused means: nothing changed anywhere but the log. Stopped by the person, not even that.
      if (done.error.code !== 'CANCELLED') await noteRefusal(ports, file, done.error);
      return done;
    }
    const { file: opened, manifestHash } = done.value;
    if (opened.form === 'bundle' || opened.form === 'request') keep(labels, opened.token, opened.label);
    if (opened.form === 'bundle' && manifestHash !== null) keep(hashes, opened.token, manifestHash);
    return ok(opened);
  };
  /** Files that may go along with an export, by their tokens: paths stay here. */
  const chosen = new Map<string, string>();
  const handlers: ExchangeHandlers = {
    'exchange.open': async (_, senderId) => {
      const file = ports.given.take() ?? (await askOpen(senderId));
      return file === null ? ok(null) : open(file, () => service.open(file));
    },
    'exchange.openCarried': ({ token, name }) => open(name, () => service.openCarried(token, name)),
    'exchange.chooseCarried': async (_, senderId) => {
      const file = await askOpen(senderId);
      if (file === null) return ok(null);
      const token = crypto.randomUUID();
      chosen.set(token, file);
      return ok({ token, name: path.basename(file) });
    },
    'exchange.part': ({ token, from }) => service.part(token, from),
    'exchange.cancel': () => {
      service.cancel();
      return ok(null);
    },
    ...cosignHandlers(service, hashes),
    // A page of the log: not worth starting the exchange's thread for.
    'exchange.sent': ({ exerciseId }) => sentBundles(exerciseId, ports),
    'exchange.export': async (order, senderId) => {
      const file = await askSave(senderId, `plan-${new Date(ports.clock()).toISOString().slice(0, 10)}.entente`);
      const carry = order.carry.flatMap((token) => chosen.get(token) ?? []);
      if (carry.length < order.carry.length) return fail('VAULT_TOKEN_UNKNOWN');
      return file === null ? ok(null) : logged(await service.export({ ...order, carry }, file));
    },
  };
  const writesOf = async (token: string): Promise<Writes | undefined> => {
    const known = writes.get(token);
    if (known !== undefined) return known;
    const made = await service.writesOf(token);
    return made.ok ? keep(writes, token, made.value) : undefined;
  };
  return { handlers, writesOf, labelOf: (token) => labels.get(token) };
};
