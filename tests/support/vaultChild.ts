/**
 * The real entry of the vault's process under plain Node: gives it the message port that Electron gives a utility
 * process. Run with `fork` and advanced serialization.
 */
import { EventEmitter } from 'node:events';

const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown) => void process.send?.(message),
});
process.on('message', (data) => port.emit('message', { data }));
process.on('disconnect', () => process.exit(0));
Object.defineProperty(process, 'parentPort', { value: port });
await import('#electron/vault/process.ts');
