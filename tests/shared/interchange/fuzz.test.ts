/** Files of other programs, spoilt in every way: refused with a known code or read, and never a throw. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toDraft } from '#shared/interchange/draft.ts';
import type { ImportModel } from '#shared/interchange/model.ts';
import { readMsdl } from '#shared/interchange/msdl.ts';
import { readOrbatMapper } from '#shared/interchange/orbatmapper.ts';
import { textOfFile } from '#shared/interchange/text.ts';
import { EMPTY_PLAN } from '#shared/plan/state.ts';
import { applyOps } from '#shared/plan/step.ts';
import type { Result } from '#shared/result.ts';
import { type Dice, fuzz, FUZZ_TIMEOUT, spoilBytes, spoilJson } from '#tests/support/fuzz.ts';
import { stampAt, uuidOf } from '#tests/support/plans.ts';
import { hasSentence } from '#tests/support/sentences.ts';

const fixture = (name: string): Buffer => readFileSync(path.join(__dirname, 'fixtures', name));
const JSON_FILE = fixture('harbour.json');
const XML_FILE = fixture('harbour.xml');

const expectKnown = ({ ok, error }: { readonly ok: boolean; readonly error?: { readonly code: string } }): void => {
  if (!ok && !hasSentence(error?.code ?? '')) throw new Error(`unknown code ${error?.code}`);
};

let ids = 0;
const newId = (): string => uuidOf((ids += 1) % 60_000);

/** What was read can be taken: a draft whose records hold. */
const expectTaken = (read: Result<ImportModel>): void => {
  expectKnown(read);
  if (!read.ok) return;
  const draft = toDraft(read.value, 'file', { plan: EMPTY_PLAN, actor: 'NOR', newId });
  expectKnown(draft);
  if (!draft.ok) return;
  const stamped = draft.value.ops.map((op) => ({ ...op, after: { ...op.after, stamp: stampAt(1) } }));
  expect(applyOps(EMPTY_PLAN, stamped)).toMatchObject({ ok: true });
};

const readers = { json: readOrbatMapper, xml: readMsdl };
const expectReads = (bytes: Uint8Array, form: keyof typeof readers): void => {
  const text = textOfFile(bytes);
  expectKnown(text);
  if (text.ok) expectTaken(readers[form](text.value));
};

/** A scenario with something else somewhere in it. */
const spoiltScenario = (dice: Dice): Uint8Array => {
  let value: unknown = JSON.parse(JSON_FILE.toString('utf8'));
  for (let times = 1 + dice.below(4); times > 0; times -= 1) value = spoilJson(value, dice);
  return Buffer.from(JSON.stringify(value));
};

const TAG = /<[^<>]*>/g;
const MORE = [
  '<a>',
  '</a>',
  '<ns:Unit/>',
  '<!DOCTYPE x>',
  '<!ENTITY x "y">',
  '<![CDATA[',
  '<!--',
  '-->',
  '&lt;',
  '&#0;',
  '&x;',
  '<?x?>',
  '<__proto__>x</__proto__>',
];

/** A document with a tag less, one more, or two that changed places. */
const spoiltDocument = (dice: Dice): Uint8Array => {
  let text = XML_FILE.toString('utf8');
  for (let times = 1 + dice.below(3); times > 0; times -= 1) {
    const tags = [...text.matchAll(TAG)];
    if (tags.length === 0) break;
    const [one, other] = [dice.pick(tags), dice.pick(tags)];
    const next = dice.pick([
      '',
      one[0] + one[0],
      other[0],
      one[0] + dice.pick(MORE),
      dice.pick(MORE),
      one[0].toLowerCase(),
    ]);
    text = text.slice(0, one.index) + next + text.slice(one.index + one[0].length);
  }
  return Buffer.from(text);
};

test(
  'a scenario of ORBAT Mapper',
  async () => {
    const rounds = await fuzz('orbat-mapper', (dice) =>
      expectReads(dice.below(3) === 0 ? spoilBytes(JSON_FILE, [XML_FILE], dice) : spoiltScenario(dice), 'json'),
    );
    expect(rounds).toBeGreaterThan(50);
  },
  FUZZ_TIMEOUT,
);

test(
  'a scenario of MSDL',
  async () => {
    const rounds = await fuzz('MSDL', (dice) =>
      expectReads(dice.below(3) === 0 ? spoilBytes(XML_FILE, [JSON_FILE], dice) : spoiltDocument(dice), 'xml'),
    );
    expect(rounds).toBeGreaterThan(50);
  },
  FUZZ_TIMEOUT,
);

test('the whole ones are read and taken, so the above is about something', () => {
  expect(readOrbatMapper(JSON_FILE.toString('utf8'))).toMatchObject({ ok: true });
  expect(readMsdl(XML_FILE.toString('utf8'))).toMatchObject({ ok: true });
  expectReads(JSON_FILE, 'json');
  expectReads(XML_FILE, 'xml');
});
