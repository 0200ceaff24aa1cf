/** The words of the fields that rows and colours go by, and of their values. */
import { SCHEDULE_FIELDS } from '#shared/plan/schedule/fields.ts';
import { type LaneField, hasWords } from '#shared/timeline/fields.ts';
import { memberWord } from '../../ui/memberWords.ts';
import { wordFor } from '../../ui/words.ts';

/** Within a sentence names begin small, unless they are abbreviations: `port of embarkation`, but `RDD`. */
const within = (name: string): string =>
  /^\p{Lu}\p{Lu}/u.test(name) ? name : `${name.charAt(0).toLocaleLowerCase()}${name.slice(1)}`;

/** A field's name as it stands within a sentence. */
export const fieldName = (field: LaneField): string => {
  const key = `timeline.field.${field}`;
  const own = wordFor(key);
  if (own !== key) return own;
  const [list, member] = field.split('.');
  const name = within(wordFor(`plan.fields.${member ?? list ?? ''}`));
  return member === undefined ? name : wordFor('timeline.ofLegs', { field: name });
};

/** The word of a value that is no record: a kind's, a state's, yes or no. Values of the planner's own are words already. */
export const valueWord = (field: LaneField, value: string): string => {
  if (!hasWords(field)) return value;
  const known = SCHEDULE_FIELDS.get(field);
  if (known?.form === 'truth') return wordFor(`timeline.truth.${value}`);
  return memberWord(known?.kinds[0] ?? 'activity', field.slice(field.indexOf('.') + 1), value);
};
