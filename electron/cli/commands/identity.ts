import { cardSchema, writeCard } from '#shared/exchange/card.ts';
import { codeSchema } from '#shared/plan/base.ts';
import { fail, ok } from '#shared/result.ts';
import { writeFileWhole } from '../../exchange/atomicFile.ts';
import type { Identity } from '../../keys/identity.ts';
import { type Answer, type Command, textOf, usage } from '../context.ts';

const answerFor = ({ card, fingerprint }: Identity): Answer => ({
  lines: [
    `${card.nation} ${card.name}`,
    `key          ${card.kid}`,
    `fingerprint  ${fingerprint}`,
    `valid until  ${card.validUntil}`,
  ],
  data: { ...card, fingerprint },
});

const create: Command = async ({ keys, options }) => {
  const nation = textOf(options, 'nation');
  const name = textOf(options, 'name');
  if (nation === undefined || name === undefined) return usage();
  if (!codeSchema.safeParse(nation).success) return fail('NATION_CODE', { nation });
  // A card with a name that no partner's reader takes would be worth nothing.
  if (!cardSchema.shape.name.safeParse(name).success) return fail('IDENTITY_NAME');
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

export const identityCommands = {
  'identity create': create,
  'identity show': show,
  'identity export': exportCard,
} as const;
