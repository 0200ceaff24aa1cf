/** What the log says of one thing and of several. */
import { sentenceFor, setLanguage, startWords, wordFor } from '#renderer/ui/words.ts';
import { auditSentence as sentence } from '#shared/audit/sentence.ts';

beforeAll(() => startWords('en'));
afterEach(() => setLanguage('en'));

const auditSentence = (entry: Parameters<typeof sentence>[0]): string => sentence(entry, wordFor);

const IMPORTED = (taken: number) => auditSentence({ code: 'IMPORTED', data: { revision: 3, taken } });

test('one change is written as one, several as several', async () => {
  expect(IMPORTED(1)).toBe('Revision 3 taken in: 1 change');
  expect(IMPORTED(2)).toBe('Revision 3 taken in: 2 changes');
  expect(IMPORTED(0)).toBe('Revision 3 taken in: 0 changes');
  await setLanguage('fr');
  expect(IMPORTED(1)).toBe('Révision 3 intégrée : 1 modification');
  expect(IMPORTED(2)).toBe('Révision 3 intégrée : 2 modifications');
});

test('so is what was printed, saved and exported', () => {
  const printed = { number: 'P-1', product: 'timeline', sheets: 1 };
  expect(auditSentence({ code: 'PRINTED', data: printed })).toMatch(/: 1 sheet$/);
  expect(auditSentence({ code: 'EXPORTED', data: { revision: 1, records: 1, heldCount: 2 } })).toBe(
    'Revision 1 exported: 1 record, 2 held back',
  );
  expect(auditSentence({ code: 'TABLE_SAVED', data: { table: 'x', target: 'y', rows: 4, marking: 'z' } })).toMatch(
    /: 4 rows, z$/,
  );
});

test('and a ceiling that is too low', () => {
  const refused = (count: number): string =>
    sentenceFor({ code: 'LABEL_CEILING_TOO_LOW', data: { count, what: 'Depot', ceiling: 'NATO RESTRICTED' } });
  expect(refused(1)).toMatch(/^1 record is /);
  expect(refused(2)).toMatch(/^2 records are /);
});
