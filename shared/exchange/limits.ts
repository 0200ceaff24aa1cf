/** What a reader accepts at most; beyond it a file is an attack or an accident. */
export const LIMITS = {
  /** Bytes of a file, and of what an encrypted file opens to (M1). */
  file: 256 * 1024 * 1024,
  /** Bytes of an identity card. */
  card: 64 * 1024,
  /** Bytes of the signed manifest: it is read before its signature can be verified. */
  manifest: 4 * 1024 * 1024,
  /** Bytes of one record's line. */
  line: 4 * 1024 * 1024,
  /** Records of a bundle: as many operations as one step may have. */
  records: 250_000,
  /** Authors whose newest stamp a writer names, well within the bytes of a manifest however long their names are. */
  authors: 10_000,
  /** Entries of the container. */
  entries: 256,
  /** Nesting of the manifest (M10). */
  depth: 64,
  /** Bytes of an age header (M17) and recipients of a bundle. */
  ageHeader: 64 * 1024,
  recipients: 64,
  /** Milliseconds by which a clock may be behind the originator's (M14). */
  ahead: 48 * 3_600_000,
  /** Longest life of a bundle, in milliseconds. */
  life: 2 * 366 * 86_400_000,
  /** Revisions that may be missing before somebody is asked (M13). */
  gap: 1000,
} as const;
