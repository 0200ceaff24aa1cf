import { sentenceOf } from '#electron/app/sentences.ts';

test('a failure is told in the language of the place, its places filled', () => {
  const failure = { code: 'DATA_FOLDER_UNUSABLE', data: { folder: '/srv/x' } };
  expect(sentenceOf(failure, 'en_GB.UTF-8')).toBe('The data folder /srv/x cannot be used; choose another with --data.');
  expect(sentenceOf(failure, 'fr_FR.UTF-8')).toMatch(/^Le dossier .*\/srv\/x/);
});

test('a code that has no sentence is told with the code, and no place stays open', () => {
  expect(sentenceOf({ code: 'NEVER_HEARD' }, 'en')).toContain('(NEVER_HEARD)');
  expect(sentenceOf({ code: 'EXPIRED' }, 'en')).not.toContain('{{');
});

test('what is counted is written as one or as several, and a kind of record by its name', () => {
  const tooLow = (count: number): string =>
    sentenceOf({ code: 'LABEL_CEILING_TOO_LOW', data: { count, what: 'Depot', ceiling: 'NATO RESTRICTED' } }, 'en');
  expect([tooLow(1), tooLow(2)]).toEqual([
    expect.stringMatching(/^1 record is /),
    expect.stringMatching(/^2 records are /),
  ]);
  expect(sentenceOf({ code: 'RECORD_MISSING', data: { kind: 'profile' } }, 'fr')).toContain('profil de diffusion');
});
