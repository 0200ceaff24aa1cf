import { nodeCrypto } from '#electron/exchange/crypto.ts';
import { fingerprintHash, fingerprintWords } from '#shared/exchange/fingerprint.ts';
import { layoutKeySheet } from '#shared/print/keySheet.ts';
import { printSheetWords } from '#shared/print/keyWords.ts';
import { extentOfText } from '#shared/print/sheet.ts';

const key = {
  kid: 'k'.repeat(43),
  nation: 'NOR',
  name: 'J7 planning cell',
  fingerprint: Array.from({ length: 12 }, (_, n) => String(10_000 + n)).join(' '),
  words: fingerprintWords(fingerprintHash('key', 'age1', nodeCrypto)),
  validUntil: '2029-01-01T00:00:00Z',
};

test.each(['en', 'fr'] as const)(
  'in %s the sheet holds every digit and word, and nothing runs over its edge',
  (language) => {
    const sheet = layoutKeySheet(key, printSheetWords(language));
    const texts = sheet.items.filter((item) => item.is === 'text');
    const said = texts.map(({ text }) => text).join(' ');
    for (const part of [...key.fingerprint.split(' '), ...key.words, key.name, '2029-01-01', key.kid])
      expect(said).toContain(part);
    for (const text of texts) {
      const [left, right] = extentOfText(text);
      expect(left).toBeGreaterThanOrEqual(10);
      expect(right).toBeLessThanOrEqual(sheet.width - 10);
    }
    for (const item of sheet.items) if (item.is === 'rect') expect(item.x + item.w).toBeLessThan(sheet.width);
    expect(sheet.items.filter(({ is }) => is === 'rect').length).toBeGreaterThan(300);
  },
);
