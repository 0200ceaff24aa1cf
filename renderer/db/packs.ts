/** What rows of the working database say of records, as texts of bounded length. Pure. */
import { type Kind, type PlanRecord, isKind } from '#shared/plan/records.ts';

/** A record that the plan has no more. */
export type Gone = readonly [kind: Kind, id: string];

/** A record as it is now, or that it is gone. */
export type Word = PlanRecord | Gone;

export const isGone = (word: Word): word is Gone => Array.isArray(word);

/** Characters of one text: some eighty records, and few enough that its copies are no large objects. */
const FULL = 32 * 1024;

/** A text no longer than this is written anew with what comes next: steps of one record each make no row each. */
const WITH_ROOM = FULL / 2;

export const hasRoom = (words: string): boolean => words.length <= WITH_ROOM;

export interface Pack {
  /** A JSON array of records, and of [kind, id] for those that are gone. */
  readonly words: string;
  /** How many they are. */
  readonly count: number;
}

/** Words as texts, each made when it is asked for. */
export const packing = function* (words: Iterable<Word>): Generator<Pack, void, void> {
  let texts: string[] = [];
  let size = 0;
  for (const word of words) {
    // What cannot be written down is written as nothing, which reading finds out.
    const text = JSON.stringify(word) ?? 'null';
    texts.push(text);
    size += text.length;
    if (size < FULL) continue;
    yield { words: `[${texts.join(',')}]`, count: texts.length };
    texts = [];
    size = 0;
  }
  if (texts.length > 0) yield { words: `[${texts.join(',')}]`, count: texts.length };
};

const isWord = (value: unknown): value is Word => {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.length === 2 && value.every((part) => typeof part === 'string');
  return (
    'kind' in value &&
    typeof value.kind === 'string' &&
    isKind(value.kind) &&
    'id' in value &&
    typeof value.id === 'string'
  );
};

/** The words of a text; undefined when it is not what we wrote. */
export const unpacked = (words: unknown): readonly Word[] | undefined => {
  if (typeof words !== 'string') return undefined;
  try {
    const found: unknown = JSON.parse(words);
    return Array.isArray(found) && found.every(isWord) ? found : undefined;
  } catch {
    return undefined;
  }
};
