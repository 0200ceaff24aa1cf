/** Starts the app as a person's double click does, without driving it, and tells how it ended. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = process.cwd();
const electron = path.join(root, 'node_modules/electron/dist/electron');
const standIn = ['--no-warnings', path.join(root, 'build/chromium-host/run.ts'), path.join(root, 'dist/main/main.js')];

export interface Ending {
  readonly status: number | null;
  readonly stderr: string;
}

export const startAndWait = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Ending => {
  const [command, before] = existsSync(electron) ? [electron, [root]] : [process.execPath, standIn];
  const { status, stderr } = spawnSync(command, [...before, ...args], {
    encoding: 'utf8',
    timeout: 30_000,
    env: { ...process.env, ENTENTE_HEADLESS: '1', ENTENTE_DRIVEN: '', LANG: 'en_GB.UTF-8', ...env },
  });
  return { status, stderr };
};

/** What the command line answers on its standard output; fails where it does. */
export const commandLine = (args: readonly string[]): string => {
  const [command, before] = existsSync(electron) ? [electron, [root]] : [process.execPath, standIn];
  const { status, stdout, stderr } = spawnSync(command, [...before, ...args], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, ENTENTE_HEADLESS: '1', ENTENTE_DRIVEN: '', LANG: 'en_GB.UTF-8' },
  });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return stdout;
};
