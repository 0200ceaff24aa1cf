/** The log in the data folder: one line of JSON per event, with reason codes and no content of plans. */
import { appendFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

type LogData = Readonly<Record<string, string | number>>;

export interface Log {
  /** Adds a line; a log that cannot be written never stops the work. */
  readonly write: (code: string, data?: LogData) => void;
}

/** Bytes of one log file; with the one before it, twice this is the most that the log takes of a disk. */
const LIMIT = 1_000_000;

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** The log of a data folder. Beyond its limit a file becomes `entente.log.1`, in the place of the one before. */
export const openLog = (folder: string): Log => {
  const file = path.join(folder, 'entente.log');
  return {
    write: (code, data) => {
      // Data in a place of its own: an exit code among it is not the event's code.
      const line = `${JSON.stringify({ at: new Date().toISOString(), code, ...(data === undefined ? {} : { data }) })}\n`;
      try {
        if (sizeOf(file) + Buffer.byteLength(line) > LIMIT) renameSync(file, `${file}.1`);
        appendFileSync(file, line);
      } catch {
        // A full disk or read-only folder is told where the work itself meets it.
      }
    },
  };
};
