/**
 * File dialogs. Stock Chromium has none that a host could open, so answers come from whoever drives the stand-in
 * (`{dialog: path}` messages to the process: tests and tour), else from zenity, else from the terminal.
 */
import { spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline/promises';

interface DialogOptions {
  readonly title?: string;
  readonly defaultPath?: string;
}

const queued: (string | null)[] = [];

/** The next dialog's answer; null cancels it. */
export const queueDialog = (answer: string | null): void => {
  queued.push(answer);
};

const askTerminal = async (question: string): Promise<string> => {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const typed = await terminal.question(`${question} `);
  terminal.close();
  return typed.trim();
};

const ask = async (options: DialogOptions, saving: boolean): Promise<string | null> => {
  const next = queued.shift();
  if (next !== undefined) return next;
  if (process.env['ENTENTE_DRIVEN'] === '1') return null;
  const question = options.title ?? (saving ? 'Save as' : 'Open');
  const suggestion = options.defaultPath === undefined ? [] : [`--filename=${options.defaultPath}`];
  const zenity = spawnSync(
    'zenity',
    ['--file-selection', `--title=${question}`, ...suggestion, ...(saving ? ['--save'] : [])],
    {
      encoding: 'utf8',
    },
  );
  const answer = zenity.error === undefined ? zenity.stdout.trim() : await askTerminal(`${question}:`);
  return answer === '' ? null : answer;
};

type OpenAnswer = { canceled: boolean; filePaths: string[] };
type SaveAnswer = { canceled: boolean; filePath: string };

/** Electron passes the window first, or not at all. */
const optionsOf = (args: readonly unknown[]): DialogOptions => (args.at(-1) ?? {}) as DialogOptions;

export const dialog = {
  showOpenDialog: async (...args: unknown[]): Promise<OpenAnswer> => {
    const file = await ask(optionsOf(args), false);
    return { canceled: file === null, filePaths: file === null ? [] : [file] };
  },
  showSaveDialog: async (...args: unknown[]): Promise<SaveAnswer> => {
    const file = await ask(optionsOf(args), true);
    return { canceled: file === null, filePath: file ?? '' };
  },
  showErrorBox: (title: string, content: string): void => {
    process.stderr.write(`${title}: ${content}\n`);
  },
};
