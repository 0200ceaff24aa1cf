/**
 * Why a bundle or card is refused: every code is stable and has its sentence in the catalogue (`bundle-errors.ts`).
 * The stages stand in the order in which a reader works.
 */
export const BUNDLE_REASONS = [
  // The file and its outer form
  'BUNDLE_TOO_LARGE',
  'BUNDLE_FORM',
  'AGE_HEADER',
  'AGE_RECIPIENTS',
  'NOT_DECRYPTABLE',
  'AGE_DAMAGED',
  'IDENTITY_MISSING',
  // The container
  'ZIP_END',
  'ZIP_FEATURE',
  'ZIP_HEADER',
  'ZIP_OVERLAP',
  'ZIP_NAME',
  'ZIP_DUPLICATE',
  'ZIP_CHECKSUM',
  'ZIP_TOO_MANY',
  'MANIFEST_MISSING',
  // The signature
  'JWS_SHAPE',
  'JWS_HEADER',
  'SIGNER_UNKNOWN',
  'SIGNER_REVOKED',
  'SIGNER_SUPERSEDED',
  'SIGNER_SCOPE',
  'SIGNATURE_INVALID',
  'SIGNERS_DIFFER',
  'SIGNATURES_MISSING',
  // The manifest
  'MANIFEST_NOT_CANONICAL',
  'MANIFEST_INVALID',
  'VERSION_NEWER',
  'SUITE_UNKNOWN',
  'NOT_IN_AUDIENCE',
  'CONFIDENTIALITY_DIFFERS',
  'AUDIENCE_DIFFERS',
  'EXPIRED',
  'NOT_YET_VALID',
  'REVISION_ROLLBACK',
  'REVISION_EQUIVOCATION',
  'REVISION_GAP',
  // The sections
  'SECTIONS_DIFFER',
  'SECTION_LENGTH',
  'SECTION_DIGEST',
  'SECTION_MEDIA_TYPE',
  'RECORDS_TOO_MANY',
  'SECTION_LINE',
  'SECTION_RECORD',
  // Identity cards
  'CARD_INVALID',
  'CARD_EXPIRED',
  'CARD_NOT_YET_VALID',
  // Statements about keys
  'STATEMENT_INVALID',
  'STATEMENT_SIGNERS',
  // Receipts
  'RECEIPT_INVALID',
] as const;

/**
 * Why a file that is right may still be refused: by what the reader's own desk knows, so that no file has such a code
 * for every reader.
 */
export const DESK_REASONS = [
  // Files
  'FILE_NOT_READ',
  'FILE_UNKNOWN_FORM',
  // Bundles and signing requests
  'RELEASE_OFFICER_MISSING',
  'SELF_APPROVAL',
  'REQUEST_NOT_FOR_US',
  'REQUEST_SIGNED',
  'AUDIENCE_UNKNOWN',
  // Cards, statements and receipts
  'CARD_OWN',
  'PARTNER_UNKNOWN',
  'PARTNER_REVOKED',
  'PARTNER_SUPERSEDED',
  'PARTNER_TOO_MANY',
  'RECEIPT_UNMATCHED',
] as const;

/** One of these codes. */
export type BundleReason = (typeof BUNDLE_REASONS)[number];
