/** Receipts: the recipient's signed word that it has taken in a certain bundle. */
import { z } from 'zod';
import { type Result, fail, ok } from '../result.ts';
import { idSchema } from '../plan/base.ts';
import { instantSchema } from '../time/instant.ts';
import { parseCanonical } from './canonical.ts';
import type { CryptoPort, Signer } from './crypto.ts';
import { type KeyOf, RECEIPT_KIND, signJws, verifyJws } from './jws.ts';
import { LIMITS } from './limits.ts';
import { kidSchema } from './manifest.ts';

/** The ending of a receipt's file name. */
export const RECEIPT_EXTENSION = '.entente-receipt';

const receiptSchema = z.strictObject({
  format: z.literal('entente-receipt'),
  version: z.literal(1),
  exerciseId: idSchema,
  /** Key id of who made the bundle. */
  originator: kidSchema,
  revision: z.int().min(1),
  manifestHash: z.string().regex(/^[0-9a-f]{64}$/),
  receivedAt: instantSchema,
  /** Records that were changed by taking it in. */
  taken: z.int().min(0),
  /** Key id of who took it in; it signs. */
  recipient: kidSchema,
});
export type Receipt = z.infer<typeof receiptSchema>;

/** A receipt as a file. */
export const writeReceipt = (
  receipt: Omit<Receipt, 'format' | 'version' | 'recipient'>,
  signer: Signer,
): Uint8Array<ArrayBuffer> =>
  signJws({ format: 'entente-receipt', version: 1, ...receipt, recipient: signer.kid }, RECEIPT_KIND, [signer]);

/**
 * Reads a receipt, signed by the very recipient that it names, whose key counts here.
 * Fails with RECEIPT_INVALID, SIGNATURE_INVALID, or what `keyOf` says.
 */
export const readReceipt = (bytes: Uint8Array, keyOf: KeyOf, crypto: CryptoPort): Result<Receipt> => {
  if (bytes.length > LIMITS.card) return fail('RECEIPT_INVALID');
  const verified = verifyJws(bytes, RECEIPT_KIND, keyOf, crypto);
  if (!verified.ok) return verified.error.code.startsWith('JWS_') ? fail('RECEIPT_INVALID') : verified;
  const value = parseCanonical(verified.value.payload);
  const receipt = receiptSchema.safeParse(value.ok ? value.value : undefined);
  const { kids } = verified.value;
  if (!receipt.success || kids.length !== 1 || receipt.data.recipient !== kids[0]) return fail('RECEIPT_INVALID');
  return ok(receipt.data);
};
