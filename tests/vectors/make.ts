/**
 * Writes the test vectors and the parts of the format's document that show them: `node tests/vectors/make.ts`. The plain ones come out the same every time; age encrypts
 * with fresh keys, so the encrypted ones differ and prove the same.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toUtf8 } from '#shared/exchange/bytes.ts';
import { writeCard } from '#shared/exchange/card.ts';
import { writeReceipt } from '#shared/exchange/receipt.ts';
import { endingOf } from './case.ts';
import { CASES } from './cases.ts';
import {
  bundleOf,
  deflated,
  encryptedFor,
  forgeZip,
  goodEntries,
  jwsOf,
  manifestEntry,
  manifestOf,
  stored,
} from './forge.ts';
import { canonicalText } from '#shared/exchange/canonical.ts';
import { FORMAT_DOCUMENT, withMadeParts } from './formatDocument.ts';
import { ALPHA, BRAVO, cardOf, CHARLIE } from './players.ts';
import { RECEIPT } from './receiptCases.ts';
import { revocationOf, rotationOf } from './statementCases.ts';

const folder = import.meta.dirname;

const fresh = (name: string): string => {
  const made = path.join(folder, name);
  rmSync(made, { recursive: true, force: true });
  mkdirSync(made);
  return made;
};

const broken = fresh('broken');
const index = [];
for (const { file, reason, bytes, context } of CASES) {
  const name = `${file}${endingOf(file)}`;
  writeFileSync(path.join(broken, name), await bytes);
  index.push({ file: name, reason, ...(context === undefined ? {} : { context }) });
}
writeFileSync(path.join(broken, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);

const good = fresh('good');
const entries = goodEntries();
const signed = manifestEntry(jwsOf(canonicalText(manifestOf(entries))));
const audience = [BRAVO.kid, CHARLIE.kid];
const files: Readonly<Record<string, Uint8Array>> = {
  'plain.entente': bundleOf(),
  'plain-for-two.entente': bundleOf({ audience }),
  'plain-deflated.entente': forgeZip([stored(signed), ...entries.map(deflated)]),
  'plain-with-attachment.entente': bundleOf({}, [...entries, { name: 'attachments/charlie', bytes: bundleOf() }]),
  'plain-two-signers.entente': forgeZip([
    stored(
      manifestEntry(
        jwsOf(
          canonicalText(
            manifestOf(entries, {
              signers: [
                { kid: ALPHA.kid, role: 'originator' },
                { kid: CHARLIE.kid, role: 'release-officer' },
              ],
            }),
          ),
          [ALPHA, CHARLIE],
        ),
      ),
    ),
    ...entries.map(stored),
  ]),
  'encrypted.entente': await encryptedFor(bundleOf({ confidentiality: 'encrypted', audience }), BRAVO, CHARLIE),
  'alpha-to-charlie.entente-statement': await rotationOf(ALPHA, CHARLIE),
  'alpha-revoked.entente-statement': revocationOf(ALPHA),
  'charlie-to-alpha.entente-receipt': writeReceipt(RECEIPT, CHARLIE.signer),
  'alpha.entente-card': writeCard(await cardOf(ALPHA), ALPHA.signer),
};
for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(good, name), bytes);

const keys = [ALPHA, BRAVO, CHARLIE].map(({ name, kid, publicKey, seed, ageIdentity }) => ({
  name,
  kid,
  publicKey: Buffer.from(publicKey).toString('hex'),
  seed: Buffer.from(seed).toString('hex'),
  ageIdentity,
}));
writeFileSync(path.join(folder, 'keys.json'), toUtf8(`${JSON.stringify(keys, null, 2)}\n`));

writeFileSync(FORMAT_DOCUMENT, withMadeParts(readFileSync(FORMAT_DOCUMENT, 'utf8')));
