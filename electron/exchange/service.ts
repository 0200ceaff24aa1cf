/**
 * Everything of the exchange that takes long: reading, verifying, signing, sealing. It runs in a thread of the main
 * process (`thread.ts`), so that neither the window nor other requests wait for it; a test runs it in its own.
 */
import type { ExportOrder } from './parties.ts';
import type { SignedRequest } from '#shared/contract/cosign.ts';
import type { BundlePart, ExportedBundle, OpenedFile } from '#shared/contract/exchange.ts';
import type { VerifiedBundle } from '#shared/exchange/read.ts';
import type { Entry } from '#shared/exchange/zip.ts';
import type { LastSents } from '#shared/plan/merge/sent.ts';
import { sentKey } from '#shared/plan/merge/sent.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import type { Writes } from '../vault/port.ts';
import { type BundlePorts, exportBundle, writesFor } from './bundles.ts';
import { declineRequest, signRequest } from './cosign.ts';
import { witnessOf } from './notes.ts';
import { fileOpener } from './openFile.ts';
import { writeReceiptFor } from './receipts.ts';
import { lastSentOf, sentWith } from './sent.ts';

/** A file that was opened, and of a bundle the hash of its manifest. */
export interface Opened {
  readonly file: OpenedFile;
  readonly manifestHash: string | null;
}

export interface ExchangeService {
  readonly open: (file: string) => Promise<Result<Opened>>;
  /** One of the bundles that an opened one carries. VAULT_TOKEN_UNKNOWN. */
  readonly openCarried: (token: string, name: string) => Promise<Result<Opened>>;
  /** Some of an opened bundle's records, from one on. VAULT_TOKEN_UNKNOWN. */
  readonly part: (token: string, from: number) => Promise<Result<BundlePart>>;
  /** What the vault is to remember of an opened bundle. VAULT_TOKEN_UNKNOWN. */
  readonly writesOf: (token: string) => Promise<Result<Writes>>;
  readonly export: (order: ExportOrder, file: string) => Promise<Result<ExportedBundle>>;
  readonly sign: (token: string, file: string) => Promise<Result<SignedRequest>>;
  readonly decline: (token: string) => Promise<Result<null>>;
  readonly receipt: (manifestHash: string, file: string) => Promise<Result<{ readonly file: string }>>;
}

export const SERVICE_METHODS = [
  'open',
  'openCarried',
  'part',
  'writesOf',
  'export',
  'sign',
  'decline',
  'receipt',
] as const satisfies readonly (keyof ExchangeService)[];

/** Opened bundles whose records are kept: a person reviews one at a time, and one may be on its way to the vault. */
const REMEMBERED = 2;
/** Characters of one part: what crosses between processes without holding up either, nor clearing up after it. */
const PART = 32 * 1024;

interface Remembered {
  readonly bundle: VerifiedBundle;
  readonly last: LastSents;
}

const keepNewest = (kept: Map<string, unknown>): void => {
  for (const oldest of [...kept.keys()].slice(0, -REMEMBERED)) kept.delete(oldest);
};

const partOf = ({ bundle, last }: Remembered, from: number): BundlePart => {
  const { records } = bundle;
  const lines: string[] = [];
  const before: [string, unknown][] = [];
  let size = 0;
  let at = from;
  for (; at < records.length && size < PART; at += 1) {
    const record = records[at];
    if (record === undefined) break;
    const line = JSON.stringify(record);
    size += line.length;
    lines.push(line);
    const key = sentKey(record);
    const known = last.get(key);
    if (known !== undefined) before.push([key, known]);
  }
  return {
    records: `[${lines.join(',')}]`,
    last: JSON.stringify(before),
    next: at < records.length ? at : null,
  };
};

const openingOf = (ports: BundlePorts, bundles: Map<string, Remembered>, requests: Map<string, Uint8Array>) => {
  /** What opened bundles carry, by their tokens: a carrier's own review is over when these come to theirs. */
  const carried = new Map<string, readonly Entry[]>();
  let opened: VerifiedBundle | undefined;
  let token = '';
  const opener = fileOpener(ports, {
    remember: (bundle) => {
      opened = bundle;
      token = crypto.randomUUID();
      return token;
    },
    keep: (bytes) => {
      const name = crypto.randomUUID();
      requests.set(name, bytes);
      keepNewest(requests);
      return name;
    },
  });
  const remembering = async (work: () => Promise<Result<OpenedFile>>): Promise<Result<Opened>> => {
    opened = undefined;
    const done = await work();
    if (!done.ok) return done;
    if (opened === undefined) return ok({ file: done.value, manifestHash: null });
    const bundle: VerifiedBundle = opened;
    const last = await lastSentOf(ports.vault, bundle);
    if (!last.ok) return last;
    bundles.set(token, { bundle, last: last.value });
    keepNewest(bundles);
    if (bundle.attachments.length > 0) {
      carried.set(token, bundle.attachments);
      keepNewest(carried);
    }
    return ok({ file: done.value, manifestHash: bundle.manifestHash });
  };
  return {
    open: (file: string) => remembering(() => opener.open(file)),
    openCarried: async (carrier: string, name: string): Promise<Result<Opened>> => {
      const entry = carried.get(carrier)?.find((each) => each.name === name);
      if (entry === undefined) return fail('VAULT_TOKEN_UNKNOWN');
      ports.onStage?.('verifying');
      return remembering(() => opener.openCarried(entry.bytes, name));
    },
  };
};

const writesOfBundle = async (bundle: VerifiedBundle, ports: BundlePorts): Promise<Result<Writes>> => {
  const sent = await sentWith(ports.vault, bundle);
  if (!sent.ok) return sent;
  return ok({ ...writesFor(bundle, 'IMPORTED', ports.clock(), witnessOf(bundle)), sent: [sent.value] });
};

export const createExchange = (ports: BundlePorts): ExchangeService => {
  const bundles = new Map<string, Remembered>();
  const requests = new Map<string, Uint8Array>();
  const opening = openingOf(ports, bundles, requests);
  const gone = <T>(): Promise<Result<T>> => Promise.resolve(fail('VAULT_TOKEN_UNKNOWN'));
  return {
    ...opening,
    part: (token, from) => {
      const kept = bundles.get(token);
      return kept === undefined ? gone() : Promise.resolve(ok(partOf(kept, from)));
    },
    writesOf: (token) => {
      const kept = bundles.get(token);
      return kept === undefined ? gone() : writesOfBundle(kept.bundle, ports);
    },
    export: (order, file) => exportBundle(order, file, ports),
    sign: (token, file) => {
      const bytes = requests.get(token);
      return bytes === undefined ? gone() : signRequest(bytes, file, ports);
    },
    decline: (token) => {
      const bytes = requests.get(token);
      return bytes === undefined ? gone() : declineRequest(bytes, ports);
    },
    receipt: (manifestHash, file) => writeReceiptFor(manifestHash, file, ports),
  };
};
