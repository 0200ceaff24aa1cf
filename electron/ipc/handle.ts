/**
 * The one door into the main process. Every request passes here: from the main frame of a window of ours, under the
 * app's own origin, within its size, and in the shape that the contract's schema allows. Nothing is thrown across.
 */
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { type RequestInput, type RequestName, type RequestReply, requests } from '#shared/contract/ipc.ts';
import { type Result, fail } from '#shared/result.ts';
import type { Log } from '../app/log.ts';
import { APP_ORIGIN } from '../security/scheme.ts';
import { isLarger } from './size.ts';

/** A handler for every request of the contract: one that is missing does not compile. */
export type Handlers = {
  readonly [N in RequestName]: (
    input: RequestInput<N>,
    senderId: number,
  ) => Result<RequestReply<N>> | Promise<Result<RequestReply<N>>>;
};

/** Characters and bytes that a request may have: an import of 250,000 records fits, an attack on memory does not. */
const MAX_SIZE = 256 * 1024 * 1024;

/** Whether the request comes from the main frame of a page of ours. */
const isOwnSender = (event: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean => {
  try {
    const frame = event.senderFrame;
    return frame !== null && frame.parent === null && frame.url.startsWith(`${APP_ORIGIN}/`);
  } catch {
    // A frame that is gone by now throws when it is asked.
    return false;
  }
};

/** What a request is answered with: the handler's Result, or why it never reached the handler. */
export const answer = async <N extends RequestName>(
  name: N,
  handlers: Pick<Handlers, N>,
  event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>,
  input: unknown,
  log: Log,
): Promise<Result<RequestReply<N>>> => {
  if (!isOwnSender(event)) {
    log.write('IPC_SENDER', { name });
    return fail('IPC_SENDER', { name });
  }
  if (isLarger(input, MAX_SIZE)) {
    log.write('IPC_TOO_LARGE', { name });
    return fail('IPC_TOO_LARGE', { name });
  }
  const parsed = requests[name].input.safeParse(input);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    log.write('IPC_INPUT', { name, field });
    return fail('IPC_INPUT', { name, field });
  }
  try {
    return await handlers[name](parsed.data as RequestInput<N>, event.sender.id);
  } catch (error) {
    log.write('UNKNOWN', {
      name,
      detail: String(error instanceof Error ? (error.stack ?? error.message) : error).slice(0, 2000),
    });
    return fail('UNKNOWN', { code: name });
  }
};

/** Opens the door: one channel per request that is handled. A window needs all of them, a print page its two. */
export const handleRequests = <N extends RequestName>(handlers: Pick<Handlers, N>, log: Log): void => {
  for (const name of Object.keys(handlers) as N[]) {
    ipcMain.handle(name, (event, input: unknown) => answer(name, handlers, event, input, log));
  }
};
