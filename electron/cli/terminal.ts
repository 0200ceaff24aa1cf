import { writeSync } from 'node:fs';
import type { Output } from './run.ts';

/** Writes all of a text, however small the pipe behind it; what is written is there before the process ends. */
const writeAll = (descriptor: number, text: string): void => {
  const bytes = Buffer.from(text);
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      // The reader is slow: the pipe takes more in a moment. Anything else means that nobody reads.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) return;
    }
  }
};

export const terminal: Output = { out: (text) => writeAll(1, text), err: (text) => writeAll(2, text) };
