/** A file that came in, opened as what its content says it is; bundles and requests are remembered by a token. */
import path from 'node:path';
import type { OpenedRequest } from '#shared/contract/cosign.ts';
import type { OpenedBundle, OpenedFile } from '#shared/contract/exchange.ts';
import { authorsIn } from '#shared/exchange/authors.ts';
import { textOfFile } from '#shared/interchange/text.ts';
import type { Labelling } from '#shared/label/policies.ts';
import { effectiveLabels } from '#shared/plan/label/effective.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { planOf } from '#shared/plan/state.ts';
import { titleOf } from '#shared/plan/title.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { partnerOf } from '../keys/partners.ts';
import { type BundlePorts, type OpenBundle, openBundle } from './bundles.ts';
import { type OpenRequest, openRequest } from './cosign.ts';
import { cardsHere } from './parties.ts';
import { readForeignFile } from './readFile.ts';
import { takeReceipt } from './receipts.ts';
import { type FileForm, recognise } from './recognise.ts';

export interface Memory {
  /** Keeps what the vault is to write when the bundle is taken in. @returns its token. */
  readonly remember: (bundle: OpenBundle) => string;
  /** Keeps a signing request until it is decided. @returns its token. */
  readonly keep: (request: Uint8Array) => string;
}

/** A request in the words of the one who is to decide about it. */
const requestFor = async (
  { request, role, from }: OpenRequest,
  token: string,
  name: string,
  ports: BundlePorts,
): Promise<Result<OpenedRequest>> => {
  const cards = await cardsHere(ports);
  if (!cards.ok) return cards;
  const { manifest, encrypted, checkCode, records } = request;
  return ok({
    form: 'request',
    token,
    name,
    role,
    nation: from.card.nation,
    author: from.card.name,
    revision: manifest.revision,
    issuedAt: manifest.issuedAt,
    expiresAt: manifest.expiresAt,
    encrypted,
    label: manifest.label,
    checkCode,
    audience: manifest.audience.map((kid) => {
      const card = cards.value.cardOf(kid);
      return { kid, name: card === undefined ? null : `${card.nation} ${card.name}` };
    }),
    exerciseId: manifest.exerciseId,
    labelling: labellingIn(records),
    records: shownOf(records),
  });
};

/** What would leave, each with the marking that whoever gets it will read: its own, or what it inherits in the bundle. */
const shownOf = (records: readonly PlanRecord[]): OpenedRequest['records'] => {
  const labelOf = effectiveLabels(planOf(records));
  return records.map((record) => ({
    kind: record.kind,
    title: titleOf(record),
    label: record.deleted === true ? null : labelOf(record).label,
  }));
};

/** How the exercise marks, by the record of it that goes along. */
const labellingIn = (records: readonly PlanRecord[]): Labelling | null =>
  records.find((record) => record.kind === 'exercise')?.labelling ?? null;

const bundleFor = async (
  bundle: OpenBundle,
  token: string,
  name: string,
  ports: BundlePorts,
): Promise<Result<OpenedBundle>> => {
  const { manifest, originator, encrypted, standing, checkCode, records, theirLog, attachments } = bundle;
  const cards = await cardsHere(ports);
  if (!cards.ok) return cards;
  const { known, cardOf } = cards.value;
  const partner = known.find(({ card }) => card.kid === originator);
  const card = cardOf(originator);
  if (card === undefined) return fail('SIGNER_UNKNOWN', { kid: originator.slice(0, 12) });
  const { exerciseId, revision, issuedAt, expiresAt, label, knowledge } = manifest;
  return ok({
    form: 'bundle',
    token,
    name,
    exerciseId,
    originator: card.nation,
    originatorName: card.name,
    kid: originator,
    authors: authorsIn(manifest),
    cosigners: manifest.signers.flatMap(({ kid, role }) => {
      const signer = cardOf(kid);
      return role === 'originator' || signer === undefined ? [] : [{ nation: signer.nation, name: signer.name, role }];
    }),
    trusted: partner?.state ?? 'own',
    revision,
    standing,
    issuedAt,
    expiresAt,
    encrypted,
    label,
    checkCode,
    knowledge,
    theirLog,
    carried: attachments.map((each) => each.name),
    count: records.length,
  });
};

type Open = (bytes: Uint8Array, name: string) => Promise<Result<OpenedFile>>;

/** A bundle that lacks signatures may be a request for ours. */
const openPlan =
  (ports: BundlePorts, { remember, keep }: Memory): Open =>
  async (bytes, name) => {
    const opened = await openBundle(bytes, ports);
    if (opened.ok) return bundleFor(opened.value, remember(opened.value), name, ports);
    if (opened.error.code !== 'SIGNATURES_MISSING') return opened;
    const asked = await openRequest(bytes, ports);
    return asked.ok ? requestFor(asked.value, keep(bytes), name, ports) : asked;
  };

const openReceipt =
  (ports: BundlePorts): Open =>
  async (bytes) => {
    const taken = await takeReceipt(bytes, ports);
    if (!taken.ok) return taken;
    return ok({ form: 'receipt', partner: partnerOf(taken.value.from), revision: taken.value.receipt.revision });
  };

const openCard =
  ({ keys, partners }: BundlePorts): Open =>
  async (bytes) => {
    const own = await keys.show();
    const added = await partners.add(bytes, own.ok ? (own.value ?? undefined) : undefined);
    return added.ok ? ok({ form: 'card', partner: partnerOf(added.value) }) : added;
  };

const openStatement =
  ({ partners }: BundlePorts): Open =>
  async (bytes) => {
    const stated = await partners.state(bytes);
    if (!stated.ok) return stated;
    const { statement, known } = stated.value;
    return ok({
      form: statement.format === 'entente-rotation' ? 'rotation' : 'revocation',
      partner: partnerOf(known),
    });
  };

const openForces =
  (form: 'orbat-mapper' | 'msdl' | 'ics'): Open =>
  (bytes, name) => {
    const text = textOfFile(bytes);
    return Promise.resolve(text.ok ? ok({ form, name, text: text.value } as OpenedFile) : text);
  };

export interface FileOpener {
  /** Opens a file by its path. Fails with what its form's reader says, or FILE_UNKNOWN_FORM {file}. */
  readonly open: (file: string) => Promise<Result<OpenedFile>>;
  /** Opens a bundle that another one carries: nothing else is carried. */
  readonly openCarried: Open;
}

export const fileOpener = (ports: BundlePorts, memory: Memory): FileOpener => {
  const openers: Readonly<Record<FileForm, Open>> = {
    bundle: openPlan(ports, memory),
    receipt: openReceipt(ports),
    card: openCard(ports),
    statement: openStatement(ports),
    'orbat-mapper': openForces('orbat-mapper'),
    msdl: openForces('msdl'),
    ics: openForces('ics'),
    unknown: (_, name) => Promise.resolve(fail('FILE_UNKNOWN_FORM', { file: name })),
  };
  const open: FileOpener['open'] = async (file) => {
    ports.onStage?.('reading');
    const read = await readForeignFile(file);
    ports.onStage?.('verifying');
    return read.ok ? openers[recognise(read.value)](read.value, path.basename(file)) : read;
  };
  return { open, openCarried: openers.bundle };
};
