import fc from 'fast-check';
import { nodeCrypto } from '#electron/exchange/crypto.ts';
import { checkCode, fingerprint, isExpired, readCard, thumbprint, writeCard } from '#shared/exchange/card.ts';
import { seenName } from '#shared/exchange/personName.ts';
import { fail, ok } from '#shared/result.ts';
import { ALPHA, BRAVO, cardOf, NOW } from '#tests/vectors/players.ts';

it('names a key as RFC 8037, appendix A.3, does', () => {
  expect(thumbprint('11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo', nodeCrypto)).toBe(
    'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
  );
});

it('is read as it was written, the same bytes every time', async () => {
  const card = await cardOf(ALPHA, { nation: 'NOR', name: 'Kapt. Ødegård, J7' });
  const bytes = writeCard(card, ALPHA.signer);
  expect(readCard(bytes, NOW, nodeCrypto)).toEqual(ok(card));
  expect(Buffer.compare(bytes, writeCard(card, ALPHA.signer))).toBe(0);
});

it('is refused with any one byte changed', async () => {
  const good = writeCard(await cardOf(ALPHA), ALPHA.signer);
  fc.assert(
    fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ change;
      expect(readCard(bad, NOW, nodeCrypto)).toEqual(fail('CARD_INVALID'));
    }),
  );
});

it('ends on its last day', async () => {
  const card = await cardOf(ALPHA);
  const end = Date.parse(card.validUntil);
  expect(isExpired(card, end - 1)).toBe(false);
  expect(isExpired(card, end)).toBe(true);
  expect(readCard(writeCard(card, ALPHA.signer), end, nodeCrypto)).toEqual(fail('CARD_EXPIRED', { name: card.name }));
});

it('counts from its first day, as far as clocks agree', async () => {
  const validFrom = '2027-01-12T12:00:00Z';
  const bytes = writeCard(await cardOf(ALPHA, { validFrom }), ALPHA.signer);
  expect(readCard(bytes, NOW, nodeCrypto)).toMatchObject({ ok: true });
  expect(readCard(bytes, NOW - 1, nodeCrypto)).toEqual(
    fail('CARD_NOT_YET_VALID', { name: 'Planner alpha', from: validFrom }),
  );
});

it.each([
  '',
  ' ',
  ' J7',
  'J7\u00a0',
  'J\n7',
  'J7\u0000',
  '\u001b[31mJ7',
  'J\u202e7',
  'J\u2066\u20697',
  'J\u200b7',
  'J\ufeff7',
])('has no name in which something cannot be seen (%j)', async (name) => {
  expect(readCard(writeCard(await cardOf(ALPHA, { name }), ALPHA.signer), NOW, nodeCrypto)).toEqual(
    fail('CARD_INVALID'),
  );
  expect(seenName(name)).toBe(name.replaceAll(/[^J7[31m]/g, ''));
});

it.each(['Ødegård', 'Ψηφίδα 7', 'שלום', '東京 J7', 'O’Neill-Smith'])('may be in any script (%s)', async (name) => {
  const card = await cardOf(ALPHA, { name });
  expect(readCard(writeCard(card, ALPHA.signer), NOW, nodeCrypto)).toEqual(ok(card));
  expect(seenName(name)).toBe(name);
});

it('is no card beyond 64 KiB', () => {
  expect(readCard(new Uint8Array(65 * 1024), NOW, nodeCrypto)).toEqual(fail('CARD_INVALID'));
});

it('gives fingerprints to read out: twelve groups of five digits, another for another signing or opening key', async () => {
  const [alpha, bravo] = [await cardOf(ALPHA), await cardOf(BRAVO)];
  const own = fingerprint(alpha.signingKey, alpha.recipient, nodeCrypto);
  expect(own).toMatch(/^\d{5}( \d{5}){11}$/);
  expect(fingerprint(alpha.signingKey, alpha.recipient, nodeCrypto)).toBe(own);
  expect(fingerprint(bravo.signingKey, alpha.recipient, nodeCrypto)).not.toBe(own);
  expect(fingerprint(alpha.signingKey, bravo.recipient, nodeCrypto)).not.toBe(own);
});

it('gives check codes of four groups, each of 20 bits of the hash', () => {
  expect(checkCode('00000000010001f40000'.padEnd(64, '0'))).toBe('00000 00001 00031 62144');
  expect(checkCode('f'.repeat(64))).toBe('48575 48575 48575 48575');
});
