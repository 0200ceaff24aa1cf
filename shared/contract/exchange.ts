/** Identity, partners, and bundles: what the renderer may ask of the keys and files that only main touches. */
import { z } from 'zod';
import type { WitnessFault } from '../audit/witness.ts';
import { type Scope, scopeSchema } from '../exchange/scope.ts';
import { REVOCATION_REASONS } from '../exchange/statement.ts';
import type { Standing } from '../exchange/freshness.ts';
import type { CosignerRole } from '../exchange/request.ts';
import { kidSchema } from '../exchange/manifest.ts';
import { personName } from '../exchange/personName.ts';
import type { OpenedRequest } from './cosign.ts';
import type { Label } from '../label/label.ts';
import { codeSchema, idSchema, line } from '../plan/base.ts';
import type { Held } from '../plan/release/select.ts';
import { request } from './define.ts';

/** What a person can make of a partner's key. */
const SETTABLE_STATES = ['unverified', 'verified', 'revoked'] as const;
/** `superseded`: the partner has another key now, and said so with this one. */
export type PartnerState = (typeof SETTABLE_STATES)[number] | 'superseded';

export interface Partner {
  readonly kid: string;
  readonly nation: string;
  readonly name: string;
  /** Twelve groups of five digits, to be compared by voice. */
  readonly fingerprint: string;
  /** The same as words of the spelling alphabet. */
  readonly words: readonly string[];
  readonly validUntil: string;
  readonly state: PartnerState;
  readonly scope: Scope;
}

export interface OwnIdentity extends Omit<Partner, 'state' | 'scope'> {
  /** The age recipient; the `age` command line tool takes it too. */
  readonly recipient: string;
  /** Whether a rotation was signed that partners may still have to get. */
  readonly rotated: boolean;
}

/** A verified bundle as the review needs it. */
export interface OpenedBundle {
  readonly form: 'bundle';
  /** Names this bundle to `vault.append`, which stores its revision together with the step. */
  readonly token: string;
  readonly name: string;
  readonly exerciseId: string;
  /** The owner code of who made it. */
  readonly originator: string;
  readonly originatorName: string;
  /** Key id of the originator. */
  readonly kid: string;
  /** Authors of stamps that, by its signed word, write for the originator. */
  readonly authors: readonly string[];
  /** Who signed beside the originator. */
  readonly cosigners: readonly { readonly nation: string; readonly name: string; readonly role: CosignerRole }[];
  readonly trusted: PartnerState | 'own';
  readonly revision: number;
  readonly standing: Standing;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly encrypted: boolean;
  readonly label: Label;
  readonly checkCode: string;
  readonly knowledge: Readonly<Record<string, string>>;
  /** What is wrong with its maker's audit log, as far as its earlier bundles witness it. */
  readonly theirLog: WitnessFault | null;
  /** Names of the bundles of others that it carries whole; `exchange.openCarried` opens them. */
  readonly carried: readonly string[];
  /** How many records it holds; `exchange.part` brings them. */
  readonly count: number;
}

/** Some records of an opened bundle: large ones cross in parts, so that nothing waits for all of it. */
export interface BundlePart {
  /** A JSON array of records, verified and checked. */
  readonly records: string;
  /** A JSON array of pairs, as `LastSents` has them: what was sent of these records before. */
  readonly last: string;
  /** Where the next part begins; null after the last one. */
  readonly next: number | null;
}

/** What an export or import is at. */
export type ExchangeStage = 'reading' | 'verifying' | 'choosing' | 'sealing' | 'encrypting' | 'writing';

/** Another program's file, recognised by its content; the renderer maps it into the plan. */
export interface OpenedForces {
  readonly form: 'orbat-mapper' | 'msdl';
  readonly name: string;
  readonly text: string;
}

/** A calendar programme's file; the renderer maps it into the plan. */
export interface OpenedCalendar {
  readonly form: 'ics';
  readonly name: string;
  readonly text: string;
}

interface OpenedCard {
  readonly form: 'card';
  readonly partner: Partner;
}

/** A partner's statement about its keys, already acted upon. */
type OpenedStatement = {
  readonly [F in 'rotation' | 'revocation']: { readonly form: F; readonly partner: Partner };
}['rotation' | 'revocation'];

interface OpenedReceipt {
  readonly form: 'receipt';
  readonly partner: Partner;
  readonly revision: number;
}

export type OpenedFile =
  | OpenedBundle
  | OpenedForces
  | OpenedCalendar
  | OpenedCard
  | OpenedStatement
  | OpenedReceipt
  | OpenedRequest;

export interface ExportedBundle {
  readonly file: string;
  readonly bytes: number;
  readonly revision: number;
  readonly checkCode: string;
  readonly records: number;
  readonly held: readonly Held[];
  /** Whether it is a request that others have to sign first. */
  readonly requested: boolean;
}

const exportSchema = z.strictObject({
  exerciseId: idSchema,
  /** Key ids of the partners it is for; empty for whoever holds it. */
  to: z.array(kidSchema).max(64),
  encrypt: z.boolean(),
  expiresInDays: z.int().min(1).max(730),
  /** Bundles of others that go along, whole: tokens of `exchange.chooseCarried`. */
  carry: z.array(line(64)).max(20),
  /** Who else is to sign: then a signing request is written, and the last of them makes the bundle. */
  cosigners: z.array(z.strictObject({ kid: kidSchema, role: z.enum(['release-officer', 'countersigner']) })).max(7),
});

/** Every request that shows a file dialog answers null when it was cancelled. */
export const exchangeRequests = {
  'identity.show': request<OwnIdentity | null>()(z.undefined()),
  'identity.create': request<OwnIdentity>()(z.strictObject({ nation: codeSchema, name: personName })),
  'identity.exportCard': request<{ readonly file: string } | null>()(z.undefined()),
  /** New keys for the same nation and name; the statement for partners is saved where the person says. */
  'identity.rotate': request<{ readonly file: string | null }>()(z.undefined()),
  /** The statement of the last rotation once more. */
  'identity.exportStatement': request<{ readonly file: string } | null>()(z.undefined()),
  /** The own key is taken back; a new identity can be made then. Null when the person chose no file for the statement. */
  'identity.revoke': request<{ readonly file: string } | null>()(
    z.strictObject({ reason: z.enum(REVOCATION_REASONS) }),
  ),
  /** The key sheet on paper, as PDF. */
  'identity.printKey': request<{ readonly file: string } | null>()(z.strictObject({ language: z.enum(['en', 'fr']) })),
  'partner.setScope': request<Partner>()(z.strictObject({ kid: kidSchema, scope: scopeSchema })),
  /** Authors of stamps with the key ids of those who said in a signed bundle that they write for them. */
  'partner.authors': request<readonly { readonly author: string; readonly kid: string }[]>()(z.undefined()),
  'partner.list': request<readonly Partner[]>()(z.undefined()),
  'partner.setState': request<Partner>()(z.strictObject({ kid: kidSchema, state: z.enum(SETTABLE_STATES) })),
  'exchange.open': request<OpenedFile | null>()(z.undefined()),
  /** VAULT_TOKEN_UNKNOWN when the bundle is not held any more. */
  /** One of the bundles that an opened one carries, like a file of its own. VAULT_TOKEN_UNKNOWN when it is not held any more. */
  'exchange.openCarried': request<OpenedFile>()(z.strictObject({ token: line(64), name: line(64) })),
  /** A file with somebody else's bundle, to go along with the next export. */
  'exchange.chooseCarried': request<{ readonly token: string; readonly name: string } | null>()(z.undefined()),
  'exchange.part': request<BundlePart>()(z.strictObject({ token: line(64), from: z.int().min(0) })),
  /** Stops opening or exporting: that request then fails with CANCELLED, and nothing is left behind. */
  'exchange.cancel': request<null>()(z.undefined()),
  'exchange.export': request<ExportedBundle | null>()(exportSchema),
} as const;
