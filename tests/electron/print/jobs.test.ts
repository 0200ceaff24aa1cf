import { assignJob, dropJob, printPageHandlers } from '#electron/print/jobs.ts';
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
});
