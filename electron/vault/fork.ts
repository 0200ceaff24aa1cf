/** Starts the vault as one of Electron's utility processes. */
import { utilityProcess } from 'electron';
import type { VaultChild } from './client.ts';

/** @param modulePath the bundled `vault.js`, beside the main bundle. */
export const forkVault = (modulePath: string): VaultChild => {
  const child = utilityProcess.fork(modulePath, [], { serviceName: 'Entente vault' });
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  };
};
