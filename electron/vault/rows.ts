/** Rows of the vault's tables as what they hold. */
import type { Step } from '#shared/plan/step.ts';
import { VaultError, damaged } from './failures.ts';
import { type Payload, unpackText } from './payload.ts';

export const payloadOf = (row: Readonly<Record<string, unknown>>): Payload => ({
  size: Number(row['size'] ?? 0),
  encoding: row['encoding'] === 1 ? 1 : 0,
  digest: row['digest'] as Uint8Array,
  body: row['body'] as Uint8Array,
});

/** @throws VaultError VAULT_DAMAGED when the bytes are not those that were appended. */
export const stepOf = (folder: string, payload: Payload): Step => {
  const text = unpackText(payload);
  if (text === undefined) throw new VaultError(damaged(folder));
  // The digest says that these are the very bytes of a step that was checked before it was appended.
  return JSON.parse(text) as Step;
};
