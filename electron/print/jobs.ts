/** The jobs of open print pages, by the id of the page's web contents: a page gets its own job and no other. */
import type { KeyPrintJob, PrintJob } from '#shared/contract/print.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import type { Handlers } from '../ipc/handle.ts';

type Job = PrintJob | KeyPrintJob;

interface Pending {
  readonly job: Job;
  readonly settle: (drawn: Result<{ readonly pages: number }>) => void;
}

/** What a page that is kept waits for: its next job, or leave to wipe its sheets. */
interface Kept {
  hand?: (job: Result<Job>) => void;
  wipe?: (done: Result<null>) => void;
}

const pending = new Map<number, Pending>();
const kept = new Map<number, Kept>();

/** Hands a job to a page. @returns how many sheets it drew, or why it did not. */
export const assignJob = (senderId: number, job: Job): Promise<Result<{ readonly pages: number }>> =>
  new Promise((settle) => {
    pending.set(senderId, { job, settle });
    const page = kept.get(senderId);
    page?.hand?.(ok(job));
    delete page?.hand;
  });

/** Ends a page's job, if it is still open, with a failure. */
export const dropJob = (senderId: number, code: string, data: Readonly<Record<string, string | number>> = {}): void => {
  pending.get(senderId)?.settle(fail(code, data));
  pending.delete(senderId);
};

/** From now on the page may wait for a job that is yet to come, and keeps its sheets until they are released. */
export const keepPage = (senderId: number): void => void kept.set(senderId, {});

/** The page's sheets are printed: it wipes them, and asks for the next job. */
export const releaseSheets = (senderId: number): void => {
  const page = kept.get(senderId);
  page?.wipe?.(ok(null));
  delete page?.wipe;
};

/** The page is gone, or about to go. */
export const forgetPage = (senderId: number): void => {
  kept.get(senderId)?.hand?.(fail('PRINT_NO_JOB'));
  releaseSheets(senderId);
  kept.delete(senderId);
};

/** The requests of a print page; whoever opens print pages answers these. */
export const printPageHandlers: Pick<Handlers, 'print.job' | 'print.ready'> = {
  'print.job': (_input, senderId) => {
    const found = pending.get(senderId);
    if (found !== undefined) return ok(found.job);
    const page = kept.get(senderId);
    return page === undefined ? fail('PRINT_NO_JOB') : new Promise((hand) => (page.hand = hand));
  },
  'print.ready': (drawn, senderId) => {
    const found = pending.get(senderId);
    if (found === undefined) return fail('PRINT_NO_JOB');
    pending.delete(senderId);
    const page = kept.get(senderId);
    const wiping = page === undefined ? ok(null) : new Promise<Result<null>>((wipe) => (page.wipe = wipe));
    if ('pages' in drawn) found.settle(ok({ pages: drawn.pages }));
    else found.settle(fail(drawn.failure.code, drawn.failure.data));
    return wiping;
  },
};
