import { readdirSync } from 'node:fs';
import { nodeCrypto } from '#electron/exchange/crypto.ts';
import { readCard } from '#shared/exchange/card.ts';
import { BUNDLE_REASONS } from '#shared/exchange/reasons.ts';
import { allowGap } from '#shared/exchange/freshness.ts';
import { type Result, ok } from '#shared/result.ts';
import { hasSentence } from '#tests/support/sentences.ts';
import { type Context, endingOf } from './case.ts';
import { CASES } from './cases.ts';
import { bundleOf, README_TEXT, RECORDS } from './forge.ts';
import { ALPHA, CHARLIE, NOW } from './players.ts';
import { read, readReceiptAsBravo, readStatementAsBravo, vector } from './reader.ts';

interface Listed {
  readonly file: string;
  readonly reason: string;
  readonly context?: Context;
}

const listed = JSON.parse(Buffer.from(vector('broken/index.json')).toString('utf8')) as readonly Listed[];

/** age draws fresh keys: an encrypted vector is another file each time. */
const RANDOM = /^age-encryption\.org\/v1\n-> X25519 (?!B{43})/;
/** What zlib makes of the same bytes depends on the processor. */
const DEFLATED = /deflated|bomb|left-over|too-large/;

/** Everything from a file to a plan that may change: what reads it, and what asks about gaps behind it. */
const verdict = async ({ file, context }: Listed): Promise<Result<unknown>> => {
  if (file.endsWith('.entente-receipt')) return readReceiptAsBravo(vector(`broken/${file}`));
  if (file.endsWith('.entente-statement')) return readStatementAsBravo(vector(`broken/${file}`));
  if (file.endsWith('.entente-card')) return readCard(vector(`broken/${file}`), NOW, nodeCrypto);
  const opened = await read(vector(`broken/${file}`), context);
  return opened.ok ? allowGap(opened.value.standing, false) : opened;
};

describe('broken vectors', () => {
  it.each(listed.map((one) => [one.file, one] as const))('%s is refused with its own reason', async (_, one) => {
    expect(await verdict(one)).toMatchObject({ ok: false, error: { code: one.reason } });
  });

  it('cover every reason, and every reason has a sentence', () => {
    const reasons = new Set(listed.map(({ reason }) => reason));
    expect(BUNDLE_REASONS.filter((reason) => !reasons.has(reason))).toEqual([]);
    expect(BUNDLE_REASONS.filter((reason) => !hasSentence(reason))).toEqual([]);
  });

  it('are the files of the folder, small, and what the script makes', async () => {
    const files = readdirSync('tests/vectors/broken').filter((name) => name !== 'index.json');
    expect(files.toSorted()).toEqual(listed.map(({ file }) => file).toSorted());
    expect(listed.map(({ file, reason }) => [file.replace(/\..*$/, ''), reason])).toEqual(
      CASES.map(({ file, reason }) => [file, reason]),
    );
    for (const { file } of listed) expect(vector(`broken/${file}`).length).toBeLessThan(20_000);
    for (const { file, bytes } of CASES) {
      const made = Buffer.from(await bytes);
      if (RANDOM.test(made.toString('latin1')) || DEFLATED.test(file)) continue;
      const name = `broken/${file}${endingOf(file)}`;
      expect(Buffer.compare(vector(name), made)).toBe(0);
    }
  });

  it('would be taken without their fault', async () => {
    expect(await read(bundleOf())).toMatchObject({ ok: true });
    // Dates and revisions are the context's, so these files are good elsewhere.
    expect(await read(vector('broken/expired.entente'))).toMatchObject({ ok: true });
    expect(await read(vector('broken/revision-rollback.entente'))).toMatchObject({ ok: true });
    expect(await read(vector('broken/identity-missing.entente'))).toMatchObject({ ok: true });
  });
});

describe('good vectors', () => {
  it.each(['plain', 'plain-for-two', 'plain-deflated', 'plain-with-attachment', 'plain-two-signers', 'encrypted'])(
    '%s is read whole',
    async (name) => {
      const opened = await read(vector(`good/${name}.entente`));
      expect(opened).toMatchObject({
        ok: true,
        value: { records: RECORDS, originator: ALPHA.kid, encrypted: name === 'encrypted', standing: 'first' },
      });
    },
  );

  it('gives an attachment back byte for byte, to be verified by itself', async () => {
    const opened = await read(vector('good/plain-with-attachment.entente'));
    const [attached] = opened.ok ? opened.value.attachments : [];
    expect(attached?.name).toBe('charlie');
    expect(await read(attached?.bytes ?? new Uint8Array())).toMatchObject({ ok: true, value: { records: RECORDS } });
  });

  it('is the card of whom it names', () => {
    expect(readCard(vector('good/alpha.entente-card'), NOW, nodeCrypto)).toMatchObject(
      ok({ kid: ALPHA.kid, nation: 'ALP' }),
    );
  });

  it('hands over from one key to the next, and takes a key back', async () => {
    expect(await readStatementAsBravo(vector('good/alpha-to-charlie.entente-statement'))).toMatchObject(
      ok({ format: 'entente-rotation', from: ALPHA.kid, card: { kid: CHARLIE.kid } }),
    );
    expect(await readStatementAsBravo(vector('good/alpha-revoked.entente-statement'))).toMatchObject(
      ok({ format: 'entente-revocation', kid: ALPHA.kid, reason: 'lost' }),
    );
  });

  it('confirms a bundle', async () => {
    expect(await readReceiptAsBravo(vector('good/charlie-to-alpha.entente-receipt'))).toMatchObject(
      ok({ originator: ALPHA.kid, recipient: CHARLIE.kid, revision: 1, taken: 3 }),
    );
  });

  it('carries its text for people as it is', () => {
    expect(Buffer.from(vector('good/plain.entente')).includes(README_TEXT)).toBe(true);
  });

  it('has the public half of the keys that are published beside it', () => {
    const keys = JSON.parse(Buffer.from(vector('keys.json')).toString('utf8')) as readonly { kid: string }[];
    expect(keys.map(({ kid }) => kid)).toContain(CHARLIE.kid);
  });
});
