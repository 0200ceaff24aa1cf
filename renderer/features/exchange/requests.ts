/** A signing request that waits for a decision, and a receipt that could be written. */
import { create } from 'zustand';
import type { OpenedRequest } from '#shared/contract/cosign.ts';
import { ask } from '../../platform/bridge.ts';
import { tellDone, tellFailure } from '../../ui/perform.ts';
import { wordFor } from '../../ui/words.ts';

interface Waiting {
  readonly request: OpenedRequest | null;
  /** Token of a bundle that was taken in just now. */
  readonly receipt: string | null;
}

export const useRequests = create<Waiting>()(() => ({ request: null, receipt: null }));

export const endRequest = (): void => useRequests.setState({ request: null });
export const endReceipt = (): void => useRequests.setState({ receipt: null });

export const signRequest = async ({ token }: OpenedRequest): Promise<void> => {
  const signed = await ask('exchange.sign', { token });
  if (!signed.ok) return tellFailure(signed.error);
  if (signed.value === null) return;
  const { file, complete, checkCode } = signed.value;
  endRequest();
  tellDone(complete ? wordFor('cosign.complete', { file, code: checkCode }) : wordFor('cosign.incomplete', { file }));
};

export const declineRequest = async ({ token, nation }: OpenedRequest): Promise<void> => {
  const declined = await ask('exchange.decline', { token });
  if (!declined.ok) return tellFailure(declined.error);
  endRequest();
  tellDone(wordFor('cosign.declined', { nation }));
};

export const writeReceipt = async (token: string): Promise<void> => {
  const written = await ask('exchange.receipt', { token });
  if (!written.ok) return tellFailure(written.error);
  if (written.value === null) return;
  endReceipt();
  tellDone(wordFor('cosign.receiptWritten', { file: written.value.file }));
};
