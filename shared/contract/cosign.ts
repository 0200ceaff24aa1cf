/** Signing requests and receipts: what the renderer may ask of them. */
import { z } from 'zod';
import { idSchema } from '../plan/base.ts';
import type { Label } from '../label/label.ts';
import type { Labelling } from '../label/policies.ts';
import type { Kind } from '../plan/records.ts';
import type { CosignerRole } from '../exchange/request.ts';
import { request } from './define.ts';

/** A request to sign somebody's bundle, as the one who is asked sees it before deciding. */
export interface OpenedRequest {
  readonly form: 'request';
  /** Names the request to `exchange.sign` and `exchange.decline`. */
  readonly token: string;
  readonly name: string;
  readonly role: CosignerRole;
  readonly nation: string;
  readonly author: string;
  readonly revision: number;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly encrypted: boolean;
  readonly label: Label;
  readonly checkCode: string;
  /** Whom it is for; empty for whoever holds it. Without a name where we have no card of that key. */
  readonly audience: readonly { readonly kid: string; readonly name: string | null }[];
  readonly exerciseId: string;
  /** How the exercise marks, where the request says it. */
  readonly labelling: Labelling | null;
  /** Each with its own marking or the inherited one; a deleted record has none. */
  readonly records: readonly { readonly kind: Kind; readonly title: string; readonly label: Label | null }[];
}

export interface SignedRequest {
  readonly file: string;
  readonly complete: boolean;
  readonly checkCode: string;
}

export interface SentBundle {
  /** Epoch milliseconds. */
  readonly at: number;
  /** It went to be signed by others; whether they did is seen by its receipts. */
  readonly requested: boolean;
  readonly revision: number;
  readonly file: string;
  readonly to: readonly string[];
  readonly receipts: readonly { readonly from: string; readonly receivedAt: string; readonly taken: number }[];
}

const tokenSchema = z.strictObject({ token: z.string().max(64) });

/** Every request that shows a file dialog answers null when it was cancelled. */
export const cosignRequests = {
  'exchange.sign': request<SignedRequest | null>()(tokenSchema),
  'exchange.decline': request<null>()(tokenSchema),
  /** The receipt of a bundle that was opened under this token and taken in. */
  'exchange.receipt': request<{ readonly file: string } | null>()(tokenSchema),
  'exchange.sent': request<readonly SentBundle[]>()(z.strictObject({ exerciseId: idSchema })),
} as const;
