/** Identity, partners, and bundles: what the renderer may ask of the keys and files that only main touches. */
import { z } from 'zod';
import type { Standing } from '../exchange/freshness.ts';
import { kidSchema } from '../exchange/manifest.ts';
import type { Label } from '../label/label.ts';
import { codeSchema, idSchema, line } from '../plan/base.ts';
import type { PlanRecord } from '../plan/records.ts';
import type { Held } from '../plan/release/select.ts';
import { request } from './define.ts';

const PARTNER_STATES = ['unverified', 'verified', 'revoked'] as const;
export type PartnerState = (typeof PARTNER_STATES)[number];

export interface Partner {
  readonly kid: string;
  readonly nation: string;
  readonly name: string;
  /** Twelve groups of five digits, to be compared by voice. */
  readonly fingerprint: string;
  readonly validUntil: string;
  readonly state: PartnerState;
}

export interface OwnIdentity extends Omit<Partner, 'state'> {
  /** The age recipient; the `age` command line tool takes it too. */
  readonly recipient: string;
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
  readonly trusted: PartnerState | 'own';
  readonly revision: number;
  readonly standing: Standing;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly encrypted: boolean;
  readonly label: Label;
  readonly checkCode: string;
  readonly knowledge: Readonly<Record<string, string>>;
  readonly records: readonly PlanRecord[];
}

/** Another program's file, recognised by its content; the renderer maps it into the plan. */
export interface OpenedForces {
  readonly form: 'orbat-mapper' | 'msdl';
  readonly name: string;
  readonly text: string;
}

interface OpenedCard {
  readonly form: 'card';
  readonly partner: Partner;
}

export type OpenedFile = OpenedBundle | OpenedForces | OpenedCard;

export interface ExportedBundle {
  readonly file: string;
  readonly bytes: number;
  readonly revision: number;
  readonly checkCode: string;
  readonly records: number;
  readonly held: readonly Held[];
}

const exportSchema = z.strictObject({
  exerciseId: idSchema,
  /** Key ids of the partners it is for; empty for whoever holds it. */
  to: z.array(kidSchema).max(64),
  encrypt: z.boolean(),
  expiresInDays: z.int().min(1).max(730),
});

/** Every request that shows a file dialog answers null when it was cancelled. */
export const exchangeRequests = {
  'identity.show': request<OwnIdentity | null>()(z.undefined()),
  'identity.create': request<OwnIdentity>()(z.strictObject({ nation: codeSchema, name: line(120).min(1) })),
  'identity.exportCard': request<{ readonly file: string } | null>()(z.undefined()),
  'partner.list': request<readonly Partner[]>()(z.undefined()),
  'partner.setState': request<Partner>()(z.strictObject({ kid: kidSchema, state: z.enum(PARTNER_STATES) })),
  'exchange.open': request<OpenedFile | null>()(z.undefined()),
  'exchange.export': request<ExportedBundle | null>()(exportSchema),
} as const;
