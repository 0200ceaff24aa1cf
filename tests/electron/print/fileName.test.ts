import { EMPTY_PLAN } from '#shared/plan/state.ts';
import { timelineDefaults } from '#shared/print/options.ts';
import { fileNameFor } from '#electron/print/fileName.ts';

describe('the name of a printed file', () => {
  it.each([
    ['NOAN 27', 'en', 'NOAN-27-timeline.pdf'],
    ['Été à Åndalsnes', 'fr', 'Été-à-Åndalsnes-chronogramme.pdf'],
    ['../../etc/passwd', 'en', 'etc-passwd-timeline.pdf'],
    ['C:\\CON <x>|*?', 'en', 'C-CON-x-timeline.pdf'],
  ] as const)('%s', (exercise, language, expected) => {
    expect(fileNameFor(exercise, timelineDefaults(EMPTY_PLAN, { language, exerciseLine: true }, 0))).toBe(expected);
  });
});
