import { ok } from '#shared/result.ts';
import { readForeignFile } from '../../exchange/readFile.ts';
import { type Known, partnerOf } from '../../keys/partners.ts';
import { type Answer, type Command, usage } from '../context.ts';

const answerFor = (known: readonly Known[]): Answer => {
  const partners = known.map(partnerOf);
  return {
    lines: partners.map(
      ({ nation, name, state, fingerprint }) => `${nation}  ${state.padEnd(10)}  ${fingerprint}  ${name}`,
    ),
    data: partners,
  };
};

const add: Command = async ({ partners, keys, positionals, options }) => {
  const [file] = positionals;
  if (file === undefined) return usage();
  const bytes = await readForeignFile(file);
  if (!bytes.ok) return bytes;
  const own = await keys.show();
  const added = await partners.add(bytes.value, own.ok ? own.value?.card.kid : undefined);
  if (!added.ok) return added;
  if (options['verified'] !== true || added.value.state === 'verified') return ok(answerFor([added.value]));
  const verified = await partners.setState(added.value.card.kid, 'verified');
  return verified.ok ? ok(answerFor([verified.value])) : verified;
};

const list: Command = async ({ partners }) => {
  const known = await partners.list();
  return known.ok ? ok(answerFor(known.value)) : known;
};

export const partnerCommands = { 'partner add': add, 'partner list': list } as const;
