/** The words of the members of enumerations: one place for whatever shows fields of records as they come. */
import type { Word } from '../messages/word.ts';
import type { Kind } from './records.ts';

/** Where the words stand, by kind and field; fields of a list's items go by their own name. */
const WORDS: Readonly<Partial<Record<Kind, Readonly<Record<string, string>>>>> = {
  unit: { readiness: 'plan.readiness' },
  activity: { type: 'plan.activityType', state: 'plan.activityState' },
  movement: {
    direction: 'plan.direction',
    state: 'plan.movementState',
    mode: 'plan.mode',
    countsAs: 'plan.activityType',
  },
  location: { type: 'plan.locationType' },
  participant: { type: 'participants.type', role: 'participants.role' },
  agreement: { type: 'agreements.type' },
};

/** A member's word; what has none, such as a planner's own kind of activity, is a word already. */
export const memberWordIn =
  (word: Word) =>
  (kind: Kind, field: string, value: string): string => {
    const family = WORDS[kind]?.[field];
    if (family === undefined) return value;
    const key = `${family}.${value}`;
    const found = word(key);
    return found === key ? value : found;
  };
