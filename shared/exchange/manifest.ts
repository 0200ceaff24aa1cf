import { z } from 'zod';
import { labelSchema } from '../label/label.ts';
import { idSchema, stampSchema } from '../plan/base.ts';
import { instantSchema } from '../time/instant.ts';
import { LIMITS } from './limits.ts';
import { isEntryName } from './names.ts';

/** Names the format in every manifest. */
export const FORMAT = 'entente-bundle';
/** The one version that is read and written; there is no negotiation (M12). */
export const VERSION = 1;
/** Ed25519 over JWS General JSON, SHA-256, age with X25519 where encrypted. */
export const SUITE = 'jws-ed25519-sha256-age';

/** RFC 7638 thumbprint of a signing key: 32 bytes as base64url. */
export const kidSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** Media type of records. */
export const NDJSON = 'application/x-ndjson';
/** Media type of the text for people. */
export const PLAIN_TEXT = 'text/plain';
/** Media type of a bundle that is carried whole for somebody else. */
export const BUNDLE = 'application/vnd.entente.bundle';

const sectionSchema = z.strictObject({
  path: z.string().max(260).refine(isEntryName),
  /** Any name here: `checkSections` holds it against the list, with a code of its own. */
  mediaType: z.string().max(120),
  bytes: z.int().min(0).max(LIMITS.file),
  sha256: hashSchema,
});
/** A part of the container as the manifest lists it. */
export type Section = z.infer<typeof sectionSchema>;

const manifestShape = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  suite: z.literal(SUITE),
  exerciseId: idSchema,
  /** Counts the originator's bundles of this exercise, from 1. */
  revision: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  /** SHA-256 of the originator's manifest before this one. */
  previous: hashSchema.nullable(),
  issuedAt: instantSchema,
  expiresAt: instantSchema,
  label: labelSchema,
  confidentiality: z.enum(['clear', 'encrypted']),
  signers: z
    .array(z.strictObject({ kid: kidSchema, role: z.enum(['originator', 'release-officer', 'countersigner']) }))
    .min(1)
    .max(8),
  audience: z.array(kidSchema).max(LIMITS.recipients),
  /** The newest stamp of each author that the originator has seen. */
  knowledge: z.record(z.string().max(80), stampSchema),
  sections: z.array(sectionSchema).max(LIMITS.entries - 1),
  /** The originator's audit log when it signed. */
  audit: z.strictObject({ sequence: z.int().min(0), head: hashSchema }),
  ext: z.record(z.string().max(60), z.unknown()),
});

/** What the originator signs. Unknown members are allowed in `ext` alone. */
export const manifestSchema = manifestShape
  .refine(({ revision, previous }) => (revision === 1) === (previous === null), { path: ['previous'] })
  .refine(({ sections }) => new Set(sections.map(({ path }) => path)).size === sections.length, { path: ['sections'] });
/** A manifest that the schema let through. */
export type Manifest = z.infer<typeof manifestSchema>;

/** The one signer whose revisions count; a manifest with none or several is no manifest. */
export const originatorOf = ({ signers }: Pick<Manifest, 'signers'>): string | undefined => {
  const [first, ...more] = signers.filter(({ role }) => role === 'originator');
  return more.length === 0 ? first?.kid : undefined;
};
