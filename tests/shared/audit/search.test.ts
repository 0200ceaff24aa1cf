import { wordIn } from '#electron/cli/words.ts';
import { auditTerms } from '#shared/audit/search.ts';
import { MAX_TERM, MAX_TERMS } from '#shared/audit/terms.ts';

const [english, french] = [wordIn('en'), wordIn('fr')];

test('a word is looked for in what entries say in the reader’s language, with or without its accents', () => {
  expect(auditTerms('fiche', french)).toMatchObject([{ codes: ['KEY_PRINTED'] }]);
  expect(auditTerms('REVISION', french)[0]?.codes).toContain('EXPORTED');
  expect(auditTerms('REVISION', french)).toHaveLength(1);
  expect(auditTerms('fiche', english)).toEqual([{ codes: [], texts: ['fiche'] }]);
  expect(auditTerms('key printed', english).map(({ codes }) => codes)).toEqual([
    expect.arrayContaining(['KEY_PRINTED', 'PARTNER']),
    ['KEY_PRINTED'],
  ]);
});

test('values that are shown as words are looked for as they are kept', () => {
  expect(auditTerms('vérifiée', french)[0]?.texts).toEqual(['vérifiée', '"state":"unverified"', '"state":"verified"']);
  expect(auditTerms('mouvement', french)[0]?.texts).toContain('"kind":"movement"');
  expect(auditTerms('chronogramme', french)[0]?.texts).toContain('"product":"timeline"');
});

test('the marks of a sentence are no words, and what is typed has its bounds', () => {
  expect(auditTerms(' “Units”, saved: ', english).map(({ texts }) => texts[0])).toEqual(['Units', 'saved']);
  expect(auditTerms('  ', english)).toEqual([]);
  expect(auditTerms('a '.repeat(40) + 'b', english)).toHaveLength(2);
  expect(auditTerms(Array.from({ length: 40 }, (_, n) => `w${n}`).join(' '), english)).toHaveLength(MAX_TERMS);
  expect(auditTerms('x'.repeat(500), english)[0]?.texts[0]).toHaveLength(MAX_TERM);
});
