import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { VaultChild } from '#electron/vault/client.ts';
import type { VaultReply } from '#electron/vault/protocol.ts';

export const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const ROOT = process.cwd();
export const supportFile = (name: string): string => path.join(ROOT, 'tests/support', name);

/** Temporary data folders, removed after each test. */
export const useFolders = (): (() => string) => {
  let folders: string[] = [];
  afterEach(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    folders = [];
  });
  return () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'entente-vault-'));
    folders.push(folder);
    return folder;
  };
};

export interface ForkedVault extends VaultChild {
  /** As the power going: no handler runs. */
  readonly killHard: () => void;
}

/** The vault's real process entry in a child of its own. */
export const forkVaultChild = (): ForkedVault => {
  const child = fork(supportFile('vaultChild.ts'), { serialization: 'advanced', silent: true });
  return {
    postMessage: (message) => void child.send(message),
    onMessage: (listener) => void child.on('message', (message) => listener(message as VaultReply)),
    onExit: (listener) => void child.on('exit', (code) => listener(code ?? -1)),
    kill: () => void child.kill(),
    killHard: () => void child.kill('SIGKILL'),
  };
};
