/**
 * The command line's lines in the language of the machine. A command says which message a line is and what fills it;
 * the words are found where the line is written, so that no command has to know of languages.
 */
import { en } from '#shared/messages/en/index.ts';
import { fr } from '#shared/messages/fr/index.ts';
import type { Word } from '#shared/messages/word.ts';
import type { Kind } from '#shared/plan/records.ts';
import type { Failure } from '#shared/result.ts';

/** A message of the catalogue; what fills it may be one itself. */
export interface Said {
  readonly key: string;
  readonly params: Readonly<Record<string, Line | number>>;
  /** Filled up with blanks to so many characters: a column of a list. */
  readonly width?: number;
}

/** A line: text as it is, a message, or several of these one after the other. */
export type Line = string | Said | readonly Line[];

export const say = (key: string, params: Said['params'] = {}): Said => ({ key, params });

/** A message that stands in a column of a list, or text that does. */
export const column = (width: number, said: Said | string): Line =>
  typeof said === 'string' ? said.padEnd(width) : { ...said, width };

/** Why something was refused, in the sentence that the window has for it. */
export const errorWords = ({ code, data = {} }: Failure): Said => {
  const known = code in en.errors || `${code}_other` in en.errors;
  const { kind } = data;
  const named = typeof kind === 'string' && kind in en.plan.kindName ? { kind: say(`plan.kindName.${kind}`) } : {};
  return say(known ? `errors.${code}` : 'errors.UNKNOWN', { code, ...data, ...named });
};

/** The kind of a record as the window names it, in a column as wide as the longest. */
export const kindColumn = (kind: Kind): Line => column(20, say(`app.kind.${kind}`));

/** A line that begins with its heading, in a column as wide as the longest. @param name of `cli.row` */
export const row = (name: keyof typeof en.cli.row, ...rest: readonly Line[]): Line => [
  { key: `cli.row.${name}`, params: {} },
  ...rest,
];

type Tree = { readonly [key: string]: string | Tree };

export type Language = 'en' | 'fr';

/**
 * The language that was asked for, else the one that the environment names (POSIX: the first of these that says
 * anything); English for any other.
 */
export const languageOf = ({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv, asked?: unknown): Language => {
  if (asked === 'en' || asked === 'fr') return asked;
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((each) => each !== undefined && each !== '');
  return locale?.startsWith('fr') === true ? 'fr' : 'en';
};

const messageOf = (tree: Tree, key: string): string | undefined => {
  let at: string | Tree | undefined = tree;
  for (const part of key.split('.')) at = typeof at === 'object' ? at[part] : undefined;
  return typeof at === 'string' ? at : undefined;
};

const HEADING = 'cli.row.';

/** Writes lines in one language. */
export const writerIn = (language: Language): ((line: Line) => string) => {
  const catalogue: { readonly cli: typeof en.cli } | typeof fr = language === 'fr' ? fr : en;
  const plurals = new Intl.PluralRules(language);
  const width = Math.max(...Object.values(catalogue.cli.row).map((heading: string) => heading.length)) + 2;
  const write = (line: Line): string => {
    if (typeof line === 'string') return line;
    if (Array.isArray(line)) return (line as readonly Line[]).map(write).join('');
    const { key, params, width: columnWidth = 0 } = line as Said;
    const { count } = params;
    const form = typeof count === 'number' ? `_${plurals.select(count) === 'one' ? 'one' : 'other'}` : '';
    const known = messageOf(catalogue, key + form) ?? messageOf(catalogue, key) ?? key;
    const text = known.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = params[name];
      return value === undefined ? '' : typeof value === 'number' ? String(value) : write(value);
    });
    return text.padEnd(key.startsWith(HEADING) ? width : columnWidth);
  };
  return write;
};

/** The catalogue in one language, for what is written into files. */
export const wordIn = (language: Language): Word => {
  const write = writerIn(language);
  return (key, params = {}) =>
    write(
      say(
        key,
        Object.fromEntries(
          Object.entries(params).map(([name, value]) => [
            name,
            typeof value === 'number' || typeof value === 'string' ? value : '',
          ]),
        ),
      ),
    );
};
