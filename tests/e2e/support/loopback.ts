/** A server on this machine that counts whoever reaches it, by plain connection: HTTP, WebSocket, anything. */
import { createServer } from 'node:net';

export interface Loopback {
  readonly port: number;
  /** First lines of what arrived. */
  readonly arrived: () => readonly string[];
  readonly close: () => Promise<void>;
}

export const listenOnLoopback = async (): Promise<Loopback> => {
  const arrived: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      arrived.push(data.toString('latin1').split('\r\n')[0] ?? '');
      socket.end(
        'HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok',
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    port: address.port,
    arrived: () => arrived,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
