/** The window's requests about files that come in and go out; dialogs and paths stay here. */
import { RECEIPT_EXTENSION } from '#shared/exchange/receipt.ts';
import type { VerifiedBundle } from '#shared/exchange/read.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { askOpen, askSave } from '../app/dialogs.ts';
import type { Log } from '../app/log.ts';
import type { Handlers } from '../ipc/handle.ts';
import type { Writes } from '../vault/port.ts';
import { type BundlePorts, exportBundle, writesFor } from './bundles.ts';
import { declineRequest, signRequest } from './cosign.ts';
import { fileOpener } from './openFile.ts';
import { sentBundles, writeReceiptFor } from './receipts.ts';
import { noteRefusal, witnessOf } from './notes.ts';

type ExchangeHandlers = Pick<
  Handlers,
  'exchange.open' | 'exchange.export' | 'exchange.sign' | 'exchange.decline' | 'exchange.receipt' | 'exchange.sent'
>;

export interface Exchange {
  readonly handlers: ExchangeHandlers;
  /** What the vault is to remember of a bundle that was opened under this token. */
  readonly writesOf: (token: string) => Writes | undefined;
}

/** Opened bundles that can still be taken in: a person reviews one at a time. */
const REMEMBERED = 8;

interface Remembered {
  readonly requests: ReadonlyMap<string, Uint8Array>;
  /** Manifest hashes of opened bundles. */
  readonly hashes: ReadonlyMap<string, string>;
}

const cosignHandlers = (
  ports: BundlePorts,
  { requests, hashes }: Remembered,
): Pick<ExchangeHandlers, 'exchange.sign' | 'exchange.decline' | 'exchange.receipt' | 'exchange.sent'> => ({
  'exchange.sign': async ({ token }, senderId) => {
    const bytes = requests.get(token);
    if (bytes === undefined) return fail('VAULT_TOKEN_UNKNOWN');
    const file = await askSave(senderId, 'plan-signed.entente');
    return file === null ? ok(null) : signRequest(bytes, file, ports);
  },
  'exchange.decline': async ({ token }) => {
    const bytes = requests.get(token);
    return bytes === undefined ? fail('VAULT_TOKEN_UNKNOWN') : declineRequest(bytes, ports);
  },
  'exchange.receipt': async ({ token }, senderId) => {
    const hash = hashes.get(token);
    if (hash === undefined) return fail('VAULT_TOKEN_UNKNOWN');
    const file = await askSave(senderId, `receipt-${hash.slice(0, 8)}${RECEIPT_EXTENSION}`);
    return file === null ? ok(null) : writeReceiptFor(hash, file, ports);
  },
  'exchange.sent': ({ exerciseId }) => sentBundles(exerciseId, ports),
});

/** Everything of the exchange that the window asks for; refusals go to the log with their code. */
export const exchangeHandlers = (ports: BundlePorts, log: Log): Exchange => {
  const opened = new Map<string, Writes>();
  const hashes = new Map<string, string>();
  const remember = (bundle: VerifiedBundle): string => {
    const token = crypto.randomUUID();
    hashes.set(token, bundle.manifestHash);
    opened.set(token, writesFor(bundle, 'IMPORTED', ports.clock(), witnessOf(bundle)));
    for (const oldest of [...opened.keys()].slice(0, -REMEMBERED)) opened.delete(oldest);
    return token;
  };
  const requests = new Map<string, Uint8Array>();
  const keep = (bytes: Uint8Array): string => {
    const token = crypto.randomUUID();
    requests.set(token, bytes);
    for (const oldest of [...requests.keys()].slice(0, -REMEMBERED)) requests.delete(oldest);
    return token;
  };
  const openFile = fileOpener(ports, { remember, keep });
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
    ...cosignHandlers(ports, { requests, hashes }),
    'exchange.export': async (order, senderId) => {
      const file = await askSave(senderId, `plan-${new Date(ports.clock()).toISOString().slice(0, 10)}.entente`);
      return file === null ? ok(null) : logged(await exportBundle(order, file, ports));
    },
  };
  return { handlers, writesOf: (token) => opened.get(token) };
};
