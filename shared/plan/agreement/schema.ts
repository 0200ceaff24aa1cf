import { z } from 'zod';
import { baseShape, idSchema, line, text } from '../base.ts';
import { whenSchema } from '../../time/when.ts';

/**
 * Documents of host-nation support in their usual order (DOCTRINE C12): request, memorandum of understanding, technical
 * arrangement, note of accession, statement of intent, financial arrangement, joint implementation arrangement.
 */
export const AGREEMENT_TYPES = ['HNSR', 'MOU', 'TA', 'NOA', 'SOI', 'FA', 'JIA', 'OTHER'] as const;
export type AgreementType = (typeof AGREEMENT_TYPES)[number];

/** Those under which forces may come; the others are frames and steps on the way. */
export const AUTHORISING: ReadonlySet<AgreementType> = new Set(['TA', 'JIA']);

/** One line of the register of agreements. */
export const agreementSchema = z.strictObject({
  ...baseShape,
  kind: z.literal('agreement'),
  title: line(200).min(1),
  type: z.enum(AGREEMENT_TYPES),
  /** Number of the file in which the signed paper is. */
  reference: line(120).optional(),
  /** The participant on whose territory it holds. */
  host: idSchema.optional(),
  /** Who signs it, the host among them or not. */
  parties: z.array(idSchema).max(200),
  /** Whose forces it covers; empty: its parties'. */
  nations: z.array(idSchema).max(200),
  /** Kinds of activity (`plan/activity`), or `movement`, that it covers; empty: all. */
  covers: z.array(line(40).min(1)).max(40),
  /** Without a signature it is not in force. */
  signedOn: whenSchema.optional(),
  /** From the signature where absent, and without an end where that is absent. */
  inForceFrom: whenSchema.optional(),
  inForceUntil: whenSchema.optional(),
  /** Days between notice of termination and its end. */
  noticeDays: z.int().min(0).max(3660).optional(),
  nextReview: whenSchema.optional(),
  costArrangement: text().optional(),
  remarks: text().optional(),
});
export type Agreement = z.infer<typeof agreementSchema>;
