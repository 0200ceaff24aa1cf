/** What a command of the command line works with, and how it ends. */
import type { BundlePorts } from '../exchange/bundles.ts';
import type { VaultPort } from '../vault/port.ts';
import type { Failure, Result } from '#shared/result.ts';
import type { Word } from '#shared/messages/word.ts';
import type { Language, Line } from './words.ts';

/** Values of options as node:util reads them. */
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

export interface CliContext extends BundlePorts {
  readonly folder: string;
  readonly vault: VaultPort;
  readonly newId: () => string;
  readonly options: Options;
  readonly positionals: readonly string[];
  readonly language: Language;
  /** The catalogue in the language of the call, for what is written into files. */
  readonly word: Word;
}

/** What a command answers: lines for people, and the same as data for `--json`. */
export interface Answer {
  readonly lines: readonly Line[];
  readonly data: unknown;
  /** False for a check that found errors: told, but exit code 1. */
  readonly good?: boolean;
}

export type Command = (context: CliContext) => Promise<Result<Answer>>;

/** Wrong usage, told apart from a refusal: exit code 2. */
export const USAGE = 'USAGE';
export const usage = (): { readonly ok: false; readonly error: Failure } => ({ ok: false, error: { code: USAGE } });

/** The text of an option; undefined when absent or given without a value. */
export const textOf = (options: Options, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** The files that an option names, each by itself: their names may have commas. */
export const filesOf = (options: Options, name: string): readonly string[] => {
  const value = options[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};

/** The values of an option that may stand several times, or name several with commas. */
export const listOf = (options: Options, name: string): readonly string[] => {
  const value = options[name];
  return Array.isArray(value) ? value.flatMap((item: string) => item.split(',')) : [];
};
