/** Planners at their command lines: each with a data folder, and what a command said. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ExtraCommands, runCommandLine } from '#electron/cli/run.ts';

export interface Said {
  /** 0 done, 1 refused, 2 wrong usage. */
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

export const runIn = async (folder: string, args: readonly string[], extra: ExtraCommands = {}): Promise<Said> => {
  let out = '';
  let err = '';
  const output = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  const exit = await runCommandLine(['--data', folder, ...args], '/nowhere', extra, output);
  return { exit, out, err };
};

/** The reason code that a refused command put on stderr; a test fails on anything else. */
export const reasonOf = ({ exit, out, err }: Said): string => {
  if (exit !== 1 || out !== '') throw new Error(`exit ${exit}: ${out}${err}`);
  return err.split(':')[0] ?? '';
};

/** What a command printed; a test fails when it was refused. */
export const done = ({ exit, out, err }: Said): string => {
  if (exit !== 0 || err !== '') throw new Error(`exit ${exit}: ${out}${err}`);
  return out;
};

export interface Planner {
  readonly folder: string;
  readonly run: (...args: readonly string[]) => Promise<Said>;
  /** The data that `--json` prints. */
  readonly ask: (...args: readonly string[]) => Promise<Record<string, unknown>>;
}

export const plannerIn = (folder: string): Planner => ({
  folder,
  run: (...args) => runIn(folder, args),
  ask: async (...args) => JSON.parse(done(await runIn(folder, ['--json', ...args]))) as Record<string, unknown>,
});

export interface Desk {
  /** A path beside the data folders. */
  readonly file: (name: string) => string;
  readonly planner: (name: string) => Planner;
  readonly clear: () => void;
}

/** A place for several planners' data folders and the files that pass between them. */
export const newDesk = (): Desk => {
  const root = mkdtempSync(path.join(tmpdir(), 'entente-cli-'));
  const file = (name: string): string => path.join(root, name);
  return {
    file,
    planner: (name) => plannerIn(file(name)),
    clear: () => rmSync(root, { recursive: true, force: true }),
  };
};

/** Gives each planner an identity and the others' cards, compared by voice. */
export const introduce = async (desk: Desk, nations: readonly string[]): Promise<void> => {
  const card = (nation: string): string => desk.file(`${nation}.entente-card`);
  for (const nation of nations) {
    done(await desk.planner(nation).run('identity', 'create', '--nation', nation, '--name', `Planner ${nation}`));
    done(await desk.planner(nation).run('identity', 'export', card(nation)));
  }
  for (const nation of nations) {
    for (const other of nations.filter((one) => one !== nation))
      done(await desk.planner(nation).run('partner', 'add', card(other), '--verified'));
  }
};
