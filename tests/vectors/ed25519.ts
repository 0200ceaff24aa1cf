/** Signatures that satisfy the equation of Ed25519 and are refused all the same (M9); made with the secret scalar. */
import { createHash } from 'node:crypto';
import type { Player } from './players.ts';

const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
const bytesOf = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse();

const scalarOf = ({ seed }: Player): bigint => {
  const half = createHash('sha512').update(seed).digest().subarray(0, 32);
  half[0] = (half[0] ?? 0) & 0xf8;
  half[31] = ((half[31] ?? 0) & 0x7f) | 0x40;
  return numberOf(half);
};

/** The same signature, S written above the group order. */
export const withLargeS = (signature: Uint8Array): Uint8Array =>
  Buffer.concat([signature.subarray(0, 32), bytesOf(numberOf(signature.subarray(32)) + ORDER)]);

/** A signature whose R is the neutral point. */
export const withNeutralR = (player: Player, message: Uint8Array): Uint8Array => {
  const r = Buffer.concat([Buffer.from([1]), Buffer.alloc(31)]);
  const hash = createHash('sha512').update(r).update(player.publicKey).update(message).digest();
  return Buffer.concat([r, bytesOf((numberOf(hash) * scalarOf(player)) % ORDER)]);
};
