/** Gives a forked child the `process.parentPort` of Electron's utility processes. */
import { EventEmitter } from 'node:events';

const port = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown): void => {
    if (process.connected) process.send?.(message as object);
  },
  start: (): void => undefined,
});
process.on('message', (data) => port.emit('message', { data, ports: [] }));
process.on('disconnect', () => process.exit(0));
Object.defineProperty(process, 'parentPort', { value: port });
