/** What the format needs of cryptography; the main process and the command line bring it, shared code holds no keys. */
export interface CryptoPort {
  /** SHA-256 as lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => string;
  /**
   * Whether a 64-byte Ed25519 signature is good, with the checks that M9 demands beyond the library's:
   * S below the group order, neither key nor R of small order.
   * @param publicKey 32 bytes
   */
  readonly verify: (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean;
}

/** Inflates raw deflate data (M3). */
export interface InflatePort {
  /**
   * @param limit bytes that may come out at most; memory for more is never taken.
   * @returns undefined for a damaged stream, one that gives more than `limit`, or bytes left over behind it.
   */
  readonly inflate: (bytes: Uint8Array, limit: number) => Uint8Array | undefined;
}

/** Signs with a key that never leaves the main process. */
export interface Signer {
  /** Thumbprint of the signing key (RFC 7638, SHA-256, base64url). */
  readonly kid: string;
  readonly sign: (message: Uint8Array) => Uint8Array;
}
