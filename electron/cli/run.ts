/** Runs one command of the command line on a data folder and says how it ended. */
import { parseArgs } from 'node:util';
import { v7 as uuid } from 'uuid';
import { plainLine } from '#shared/plainLine.ts';
import { type Failure, type Result, fail } from '#shared/result.ts';
import { dataArgument, prepareDataFolder } from '../app/dataFolder.ts';
import { openLog } from '../app/log.ts';
import { sentenceOf } from '../app/sentences.ts';
import { openKeys } from '../keys/identity.ts';
import { openPartners } from '../keys/partners.ts';
import { openVault } from '../vault/inProcess.ts';
import { cosignCommands } from './commands/cosign.ts';
import { auditCommands } from './commands/audit.ts';
import { bundleCommands } from './commands/bundle.ts';
import { exerciseCommands } from './commands/exercise.ts';
import { planCommands } from './commands/plan.ts';
import { importCommands } from './commands/import.ts';
import { exportCommands } from './commands/export.ts';
import { identityCommands } from './commands/identity.ts';
import { outgoingCommands } from './commands/outgoing.ts';
import { labelCommands } from './commands/label.ts';
import { releaseCommands } from './commands/release.ts';
import { partnerCommands } from './commands/partner.ts';
import { type Answer, type CliContext, type Command, USAGE } from './context.ts';
import { type Language, languageOf, say, wordIn, writerIn } from './words.ts';

const OPTIONS = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  nation: { type: 'string' },
  name: { type: 'string' },
  verified: { type: 'boolean' },
  sample: { type: 'boolean' },
  exercise: { type: 'string' },
  accept: { type: 'string' },
  'allow-gap': { type: 'boolean' },
  card: { type: 'string' },
  record: { type: 'string' },
  policy: { type: 'string' },
  classification: { type: 'string' },
  rel: { type: 'string' },
  caveat: { type: 'string' },
  inherit: { type: 'boolean' },
  for: { type: 'string' },
  reason: { type: 'string' },
  countersign: { type: 'string', multiple: true },
  decline: { type: 'boolean' },
  witness: { type: 'string', multiple: true },
  text: { type: 'string' },
  limit: { type: 'string' },
  to: { type: 'string', multiple: true },
  out: { type: 'string' },
  encrypt: { type: 'boolean' },
  carry: { type: 'string', multiple: true },
  expires: { type: 'string' },
  paper: { type: 'string' },
  orientation: { type: 'string' },
  group: { type: 'string' },
  row: { type: 'string', multiple: true },
  colour: { type: 'string' },
  times: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
  'pages-wide': { type: 'string' },
  'hours-per-cm': { type: 'string' },
  'symbol-mm': { type: 'string' },
  levels: { type: 'string' },
  'text-size': { type: 'string' },
  'bar-times': { type: 'boolean' },
  'black-and-white': { type: 'boolean' },
  'join-marks': { type: 'boolean' },
  'exercise-line': { type: 'string' },
  anchor: { type: 'string' },
  columns: { type: 'string' },
  'columns-wide': { type: 'string' },
  'entry-times': { type: 'string' },
  filled: { type: 'string' },
  movements: { type: 'string' },
  overlap: { type: 'string' },
  remarks: { type: 'string' },
  strength: { type: 'string' },
  subordinates: { type: 'string' },
  undated: { type: 'string' },
  marking: { type: 'string' },
  language: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** Where output goes: the terminal, or a test. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** What the main process brings: windows to print from. */
export type ExtraCommands = Readonly<Record<string, Command>>;

const COMMANDS: Readonly<Record<string, Command>> = {
  ...identityCommands,
  ...partnerCommands,
  ...exerciseCommands,
  ...planCommands,
  ...importCommands,
  ...bundleCommands,
  ...exportCommands,
  ...labelCommands,
  ...auditCommands,
  ...cosignCommands,
  ...releaseCommands,
  ...outgoingCommands,
};

const FIRST_WORDS: ReadonlySet<string> = new Set([
  ...Object.keys(COMMANDS).map((name) => name.split(' ')[0] ?? ''),
  'print',
  'help',
]);

/** Whether the arguments are for the command line and not for the window: a word that is no file is a command. */
export const isCommandLine = (args: readonly string[]): boolean => {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    return values.help === true || values.json === true || /^[a-z-]+$/.test(positionals[0] ?? '');
  } catch {
    // An option that neither knows: the command line says so if a command is among the words.
    return args.some((word) => FIRST_WORDS.has(word));
  }
};

/** How many words may follow a command; none where it is not named. A word too many was meant for an option. */
const WORDS: Readonly<Record<string, number>> = {
  'identity export': 1,
  'identity statement': 1,
  'partner add': 1,
  'partner verify': 1,
  'partner revoke': 1,
  'partner scope': 1,
  import: 1,
  verify: 1,
  inspect: 1,
  // Nations, one after the other behind `--to`.
  export: 200,
  'release preview': 200,
  sign: 1,
  receipt: 1,
  'audit export': 1,
  'audit verify': 1,
  table: 2,
};

interface Chosen {
  readonly command: Command;
  readonly rest: readonly string[];
}

const choose = (words: readonly string[], extra: ExtraCommands): Chosen | undefined => {
  const commands = { ...COMMANDS, ...extra };
  for (const count of [2, 1]) {
    const name = words.slice(0, count).join(' ');
    const command = commands[name];
    const rest = words.slice(count);
    if (command !== undefined) return rest.length > (WORDS[name] ?? 0) ? undefined : { command, rest };
  }
  return undefined;
};

interface Way {
  readonly json: boolean;
  readonly language: Language;
  readonly output: Output;
}

/** The option that could not be read, out of what the parser says. */
const optionIn = (error: unknown): string => /--?[\w-]+/.exec(String(error))?.[0] ?? '';

const tellFailure = (failure: Failure, { json, language, output }: Way): number => {
  if (failure.code === USAGE) {
    const sentence = writerIn(language)(say('cli.usage'));
    output.err(json ? `${JSON.stringify({ ...failure, sentence })}\n` : sentence);
    return 2;
  }
  const sentence = sentenceOf(failure, language);
  output.err(json ? `${JSON.stringify({ ...failure, sentence })}\n` : `${failure.code}: ${plainLine(sentence)}\n`);
  return 1;
};

const tellAnswer = ({ lines, data, good = true }: Answer, { json, language, output }: Way): number => {
  const write = writerIn(language);
  output.out(
    json ? `${JSON.stringify(data)}\n` : lines.map((line) => `${plainLine(write(line).trimEnd())}\n`).join(''),
  );
  return good ? 0 : 1;
};

const withVault = async (
  folder: string,
  work: (context: Omit<CliContext, 'options' | 'positionals' | 'language' | 'word'>) => Promise<Result<Answer>>,
): Promise<Result<Answer>> => {
  const prepared = prepareDataFolder(folder);
  if (!prepared.ok) return prepared;
  const vault = openVault(prepared.value);
  if (!vault.ok) return vault;
  const clock = Date.now;
  const keys = openKeys(vault.value, prepared.value, clock);
  const partners = openPartners(vault.value, clock);
  try {
    return await work({ folder: prepared.value, vault: vault.value, keys, partners, clock, newId: () => uuid() });
  } catch (error) {
    const detail = String(error instanceof Error ? (error.stack ?? error.message) : error).slice(0, 2000);
    openLog(prepared.value).write('UNKNOWN', { detail });
    return fail('UNKNOWN', { code: error instanceof Error ? error.name : 'Error' });
  } finally {
    await vault.value.close();
  }
};

/**
 * Runs the command line. @param fallbackFolder the data folder when `--data` names none.
 * @returns the exit code: 0 done, 1 refused or failed (reason code on stderr), 2 wrong usage.
 */
export const runCommandLine = async (
  args: readonly string[],
  fallbackFolder: string,
  extra: ExtraCommands,
  output: Output,
): Promise<number> => {
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const write = writerIn(languageOf(process.env));
    const option = optionIn(error);
    const sentence = `${write(say('cli.unknownOption', { option }))}\n${write(say('cli.usage'))}`;
    const failure = { code: USAGE, data: { option }, sentence };
    output.err(args.includes('--json') ? `${JSON.stringify(failure)}\n` : sentence);
    return 2;
  }
  const { values, positionals } = parsed;
  const language = languageOf(process.env, values['language']);
  const way: Way = { json: values['json'] === true, language, output };
  if (values['help'] === true || positionals[0] === 'help') {
    output.out(writerIn(language)(say('cli.usage')));
    return 0;
  }
  const chosen = choose(positionals, extra);
  if (chosen === undefined) return tellFailure({ code: USAGE }, way);
  const result = await withVault(dataArgument(args) ?? fallbackFolder, (context) =>
    chosen.command({
      ...context,
      options: values as CliContext['options'],
      positionals: chosen.rest,
      language,
      word: wordIn(language),
    }),
  );
  return result.ok ? tellAnswer(result.value, way) : tellFailure(result.error, way);
};
