/** The log in the data folder: one line of JSON per event, with reason codes and no content of plans. */
import { appendFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

export type LogData = Readonly<Record<string, string | number>>;

export interface Log {
  /** Adds a line; a log that cannot be written never stops the work. */
  readonly write: (code: string, data?: LogData) => void;
}

const LIMIT = 1_000_000;

const rotate = (file: string): void => {
  try {
    if (statSync(file).size > LIMIT) renameSync(file, `${file}.1`);
  } catch {
    // There is no log yet.
  }
};

export const openLog = (folder: string): Log => {
  const file = path.join(folder, 'entente.log');
  rotate(file);
  return {
    write: (code, data = {}) => {
      try {
        appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), code, ...data })}\n`);
      } catch {
        // A full disk or read-only folder is told where the work itself meets it.
      }
    },
  };
};
