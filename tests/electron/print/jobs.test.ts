import { assignJob, dropJob, forgetPage, keepPage, printPageHandlers, releaseSheets } from '#electron/print/jobs.ts';
import { timelineDefaults } from '#shared/print/options.ts';
import { EMPTY_PLAN } from '#shared/plan/state.ts';

const options = timelineDefaults(EMPTY_PLAN, { language: 'en', exerciseLine: true }, 0);
const job = { records: [], options, now: 0, number: '0001' };
const { 'print.job': ask, 'print.ready': ready } = printPageHandlers;

describe('the jobs of print pages', () => {
  it('hand a page its own job and learn how many sheets it drew', async () => {
    const drawn = assignJob(7, job);
    expect(await ask(undefined, 7)).toEqual({ ok: true, value: job });
    expect(await ready({ pages: 3 }, 7)).toEqual({ ok: true, value: null });
    expect(await drawn).toEqual({ ok: true, value: { pages: 3 } });
  });

  it('pass on why a page drew nothing', async () => {
    const drawn = assignJob(8, job);
    await ready({ failure: { code: 'PRINT_EMPTY' } }, 8);
    expect(await drawn).toEqual({ ok: false, error: { code: 'PRINT_EMPTY' } });
  });

  it('give another page nothing, and believe nothing that it says', async () => {
    const drawn = assignJob(9, job);
    expect(await ask(undefined, 10)).toEqual({ ok: false, error: { code: 'PRINT_NO_JOB' } });
    expect(await ready({ pages: 1 }, 10)).toEqual({ ok: false, error: { code: 'PRINT_NO_JOB' } });
    dropJob(9, 'PRINT_TIMEOUT', { seconds: 180 });
    expect(await drawn).toEqual({ ok: false, error: { code: 'PRINT_TIMEOUT', data: { seconds: 180 } } });
  });

  it('are answered once', async () => {
    const drawn = assignJob(11, job);
    await ready({ pages: 1 }, 11);
    expect(await ready({ pages: 2 }, 11)).toEqual({ ok: false, error: { code: 'PRINT_NO_JOB' } });
    dropJob(11, 'PRINT_TIMEOUT');
    expect(await drawn).toEqual({ ok: true, value: { pages: 1 } });
  });

  it('come one after the other to a page that is kept, which wipes its sheets in between', async () => {
    keepPage(12);
    const waiting = ask(undefined, 12);
    const first = assignJob(12, job);
    expect(await waiting).toEqual({ ok: true, value: job });
    let wiped = false;
    const wiping = Promise.resolve(ready({ pages: 1 }, 12)).then(() => (wiped = true));
    expect(await first).toEqual({ ok: true, value: { pages: 1 } });
    expect(wiped).toBe(false);
    releaseSheets(12);
    await wiping;
    const second = assignJob(12, { ...job, number: '0002' });
    expect(await ask(undefined, 12)).toMatchObject({ ok: true, value: { number: '0002' } });
    void ready({ pages: 2 }, 12);
    expect(await second).toEqual({ ok: true, value: { pages: 2 } });
    forgetPage(12);
  });

  it('are no more for a page that is forgotten', async () => {
    keepPage(13);
    const waiting = ask(undefined, 13);
    forgetPage(13);
    expect(await waiting).toEqual({ ok: false, error: { code: 'PRINT_NO_JOB' } });
    expect(await ask(undefined, 13)).toEqual({ ok: false, error: { code: 'PRINT_NO_JOB' } });
  });
});
