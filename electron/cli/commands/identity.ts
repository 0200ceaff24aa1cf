import { writeCard } from '#shared/exchange/card.ts';
import { personName } from '#shared/exchange/personName.ts';
import { codeSchema } from '#shared/plan/base.ts';
import { fingerprintHash, fingerprintWords } from '#shared/exchange/fingerprint.ts';
import { REVOCATION_REASONS } from '#shared/exchange/statement.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { nodeCrypto } from '../../exchange/crypto.ts';
import { checkFile, writeFileWhole } from '../../exchange/atomicFile.ts';
import type { Identity } from '../../keys/identity.ts';
import { type Answer, type Command, textOf, usage } from '../context.ts';
import { row } from '../words.ts';

const wordsOf = ({ card }: Identity): readonly string[] =>
  fingerprintWords(fingerprintHash(card.signingKey, card.recipient, nodeCrypto));

const answerFor = (identity: Identity): Answer => ({
  lines: [
    `${identity.card.nation} ${identity.card.name}`,
    row('key', identity.card.kid),
    row('fingerprint', identity.fingerprint),
    row('words', wordsOf(identity).join(' ')),
    row('validUntil', identity.card.validUntil),
  ],
  data: { ...identity.card, fingerprint: identity.fingerprint, words: wordsOf(identity) },
});

const create: Command = async ({ keys, options }) => {
  const nation = textOf(options, 'nation');
  const name = textOf(options, 'name');
  if (nation === undefined || name === undefined) return usage();
  if (!codeSchema.safeParse(nation).success) return fail('NATION_CODE', { nation });
  // A card with a name that no partner's reader takes would be worth nothing.
  if (!personName.safeParse(name).success) return fail('IDENTITY_NAME');
  const made = await keys.create(nation, name);
  return made.ok ? ok(answerFor(made.value)) : made;
};

const show: Command = async ({ keys }) => {
  const own = await keys.show();
  if (!own.ok) return own;
  return own.value === null ? fail('IDENTITY_MISSING') : ok(answerFor(own.value));
};

const exportCard: Command = async ({ keys, positionals }) => {
  const [file] = positionals;
  if (file === undefined) return usage();
  const own = await keys.show();
  if (!own.ok) return own;
  if (own.value === null) return fail('IDENTITY_MISSING');
  const written = await writeFileWhole(file, writeCard(own.value.card, own.value.signer));
  return written.ok ? ok({ lines: [file], data: { file } }) : written;
};

/** Written whole before it counts: a statement that is lost can be written again with `identity statement`. */
const writeStatement = async (file: string, statement: string | undefined): Promise<Result<Answer>> => {
  if (statement === undefined) return fail('STATEMENT_NONE');
  const written = await writeFileWhole(file, Buffer.from(statement));
  return written.ok ? ok({ lines: [file], data: { file } }) : written;
};

const rotate: Command = async ({ keys, options }) => {
  const file = textOf(options, 'out');
  if (file === undefined) return usage();
  const writable = await checkFile(file);
  if (!writable.ok) return writable;
  const made = await keys.rotate();
  return made.ok ? writeStatement(file, made.value.statement) : made;
};

const statement: Command = async ({ keys, positionals }) => {
  const [file] = positionals;
  if (file === undefined) return usage();
  const own = await keys.show();
  if (!own.ok) return own;
  return own.value === null ? fail('IDENTITY_MISSING') : writeStatement(file, own.value.statement);
};

const revoke: Command = async ({ keys, options }) => {
  const file = textOf(options, 'out');
  const reason = REVOCATION_REASONS.find((known) => known === textOf(options, 'reason'));
  if (file === undefined || reason === undefined) return usage();
  const writable = await checkFile(file);
  if (!writable.ok) return writable;
  const made = await keys.revoke(reason);
  return made.ok ? writeStatement(file, made.value) : made;
};

export const identityCommands = {
  'identity rotate': rotate,
  'identity statement': statement,
  'identity revoke': revoke,
  'identity create': create,
  'identity show': show,
  'identity export': exportCard,
} as const;
