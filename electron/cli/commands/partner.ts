import { DEFAULT_SCOPE } from '#shared/exchange/scope.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { noteRefusal } from '../../exchange/notes.ts';
import { readForeignFile } from '../../exchange/readFile.ts';
import { recognise } from '../../exchange/recognise.ts';
import { type Known, partnerOf } from '../../keys/partners.ts';
import { type Answer, type CliContext, type Command, textOf, usage } from '../context.ts';
import { column, type Line, say } from '../words.ts';

const scopeText = (known: Known): Line => {
  const { exercises, ...scope } = known.scope ?? DEFAULT_SCOPE;
  const names = SCOPES.filter((name) => scope[name]);
  const all: Line =
    names.length === 0
      ? say('exchange.acceptedForNothing')
      : names.map((name, at): Line => [at === 0 ? '' : ', ', say(`trust.scopes.${name}`)]);
  return exercises === undefined ? all : say('cli.inExercises', { scope: all, count: exercises.length });
};

const SCOPES = ['plans', 'countersign', 'release'] as const;

const answerFor = (known: readonly Known[]): Answer => ({
  lines: known.map((each) => {
    const { kid, nation, name, state, fingerprint } = partnerOf(each);
    const standing = column(12, say(`exchange.state.${state}`));
    return [`${nation}  `, standing, `  ${fingerprint}  ${name}  (`, scopeText(each), `)  ${kid}`];
  }),
  data: known.map(partnerOf),
});

const addStatement = async ({ partners }: CliContext, bytes: Uint8Array): Promise<Result<Answer>> => {
  const stated = await partners.state(bytes);
  return stated.ok ? ok(answerFor([stated.value.known])) : stated;
};

const add: Command = async (context) => {
  const [file] = context.positionals;
  if (file === undefined) return usage();
  const done = await addFile(context, file);
  if (!done.ok) await noteRefusal(context, file, done.error);
  return done;
};

const addFile = async (context: CliContext, file: string): Promise<Result<Answer>> => {
  const { partners, keys, options } = context;
  const bytes = await readForeignFile(file);
  if (!bytes.ok) return bytes;
  if (recognise(bytes.value) === 'statement') return addStatement(context, bytes.value);
  const own = await keys.show();
  const added = await partners.add(bytes.value, own.ok ? (own.value ?? undefined) : undefined);
  if (!added.ok) return added;
  if (options['verified'] !== true || added.value.state === 'verified') return ok(answerFor([added.value]));
  const verified = await partners.setState(added.value.card.kid, 'verified');
  return verified.ok ? ok(answerFor([verified.value])) : verified;
};

const list: Command = async ({ partners }) => {
  const known = await partners.list();
  return known.ok ? ok(answerFor(known.value)) : known;
};

/** The one partner that a key (or the beginning of it) or a nation's code names. */
const named = async ({ partners, positionals }: CliContext): Promise<Result<Known>> => {
  const [wanted = ''] = positionals;
  const known = await partners.list();
  if (!known.ok) return known;
  const live = known.value.filter(({ state }) => state !== 'superseded');
  const found = live.filter(
    ({ card }) => card.nation === wanted || (wanted.length >= 8 && card.kid.startsWith(wanted)),
  );
  const [one, ...more] = found;
  if (one === undefined) return fail('PARTNER_UNKNOWN', { kid: wanted.slice(0, 12) });
  return more.length === 0 ? ok(one) : fail('PARTNER_AMBIGUOUS', { nation: wanted });
};

const setState =
  (state: 'verified' | 'revoked'): Command =>
  async (context) => {
    if (context.positionals.length !== 1) return usage();
    const known = await named(context);
    if (!known.ok) return known;
    const changed = await context.partners.setState(known.value.card.kid, state);
    return changed.ok ? ok(answerFor([changed.value])) : changed;
  };

const scope: Command = async (context) => {
  const wanted = textOf(context.options, 'for');
  const names = wanted === 'nothing' ? [] : wanted?.split(',');
  if (context.positionals.length !== 1 || names === undefined) return usage();
  if (names.some((name) => !['plans', 'countersign', 'release'].includes(name))) return usage();
  const known = await named(context);
  if (!known.ok) return known;
  const exercise = textOf(context.options, 'exercise');
  const changed = await context.partners.setScope(known.value.card.kid, {
    plans: names.includes('plans'),
    countersign: names.includes('countersign'),
    release: names.includes('release'),
    ...(exercise === undefined ? {} : { exercises: exercise.split(',') }),
  });
  return changed.ok ? ok(answerFor([changed.value])) : changed;
};

export const partnerCommands = {
  'partner add': add,
  'partner list': list,
  'partner verify': setState('verified'),
  'partner revoke': setState('revoked'),
  'partner scope': scope,
} as const;
