/** A file that the desktop hands over: an argument of the first or of a second start, or an event on macOS. */
import path from 'node:path';

/**
 * The file among the words of a start, whole; undefined where there is none.
 * @param folder what a relative path is relative to: where the start was made
 */
export const fileArgument = (args: readonly string[], folder: string): string | undefined => {
  const words = args.filter((word, at) => !word.startsWith('-') && args[at - 1] !== '--data');
  const last = words.at(-1);
  return last === undefined || last === '' ? undefined : path.resolve(folder, last);
};

export interface GivenFile {
  readonly give: (file: string | undefined) => void;
  readonly isThere: () => boolean;
  /** Hands it on, once. */
  readonly take: () => string | undefined;
}

/** Holds the last file that was given until the window opens it; its path never leaves main. */
export const holdGivenFile = (): GivenFile => {
  let held: string | undefined;
  return {
    give: (file) => {
      held = file ?? held;
    },
    isThere: () => held !== undefined,
    take: () => {
      const file = held;
      held = undefined;
      return file;
    },
  };
};
