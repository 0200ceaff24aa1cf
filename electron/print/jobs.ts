/** The jobs of open print pages, by the id of the page's web contents: a page gets its own job and no other. */
import type { KeyPrintJob, PrintJob } from '#shared/contract/print.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import type { Handlers } from '../ipc/handle.ts';

interface Pending {
  readonly job: PrintJob | KeyPrintJob;
  readonly settle: (drawn: Result<{ readonly pages: number }>) => void;
}

const pending = new Map<number, Pending>();

/** Hands a job to a page. @returns how many sheets it drew, or why it did not. */
export const assignJob = (senderId: number, job: PrintJob | KeyPrintJob): Promise<Result<{ readonly pages: number }>> =>
  new Promise((settle) => pending.set(senderId, { job, settle }));

/** Ends a page's job, if it is still open, with a failure. */
export const dropJob = (senderId: number, code: string, data: Readonly<Record<string, string | number>> = {}): void => {
  pending.get(senderId)?.settle(fail(code, data));
  pending.delete(senderId);
};

/** The requests of a print page; whoever opens print pages answers these. */
export const printPageHandlers: Pick<Handlers, 'print.job' | 'print.ready'> = {
  'print.job': (_input, senderId) => {
    const found = pending.get(senderId);
    return found === undefined ? fail('PRINT_NO_JOB') : ok(found.job);
  },
  'print.ready': (drawn, senderId) => {
    const found = pending.get(senderId);
    if (found === undefined) return fail('PRINT_NO_JOB');
    pending.delete(senderId);
    if ('pages' in drawn) found.settle(ok({ pages: drawn.pages }));
    else found.settle(fail(drawn.failure.code, drawn.failure.data));
    return ok(null);
  },
};
