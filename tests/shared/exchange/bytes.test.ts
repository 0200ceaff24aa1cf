import fc from 'fast-check';
import { fromBase64Url, fromUtf8, toBase64Url, toUtf8 } from '#shared/exchange/bytes.ts';

it('spells bytes as Node does, and reads them back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase64Url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64Url(text)).toEqual(new Uint8Array(bytes));
    }),
  );
});

it('takes one spelling only', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('A', 'Q', 'g', 'w', '_', '-', '0', '4', '8'), maxLength: 9 }),
      (text) => {
        const bytes = fromBase64Url(text);
        expect(bytes === undefined ? undefined : toBase64Url(bytes)).toBe(bytes === undefined ? undefined : text);
      },
    ),
  );
});

it.each(['AA=', 'AA==', 'A', 'AB', 'AAB', 'A+A/', 'AA\n', 'A A'])('refuses %j', (text) => {
  expect(fromBase64Url(text)).toBeUndefined();
});

it('reads UTF-8 strictly, a byte-order mark being a letter like any other', () => {
  expect(fromUtf8(toUtf8('Ålesund – 北'))).toBe('Ålesund – 北');
  expect(fromUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41))).toBe('\uFEFFA');
  expect(fromUtf8(Uint8Array.of(0xc0, 0x80))).toBeUndefined();
  expect(fromUtf8(Uint8Array.of(0xed, 0xa0, 0x80))).toBeUndefined();
});
