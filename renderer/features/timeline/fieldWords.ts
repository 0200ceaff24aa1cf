/** The words of the fields that rows and colours go by, and of their values. */
import { SCHEDULE_FIELDS } from '#shared/plan/schedule/fields.ts';
import { type LaneField, hasWords } from '#shared/timeline/fields.ts';
import { type Quantity, readRange } from '#shared/plan/schedule/ranges.ts';
import { formatDuration } from '#shared/time/display.ts';
import { MINUTE } from '#shared/time/instant.ts';
import { isTimeField, readWeek } from '#shared/timeline/weeks.ts';
import { memberWord } from '../../ui/memberWords.ts';
import { numberText } from '../../ui/numbers.ts';
import { currentLanguage, wordFor } from '../../ui/words.ts';

/** Within a sentence names begin small, unless they are abbreviations: `port of embarkation`, but `RDD`. */
const within = (name: string): string =>
  /^\p{Lu}\p{Lu}/u.test(name) ? name : `${name.charAt(0).toLocaleLowerCase()}${name.slice(1)}`;

/** The name of the field itself. */
const bareName = (field: LaneField): string => {
  const key = `timeline.field.${field}`;
  const own = wordFor(key);
  if (own !== key) return own;
  const [list, member] = field.split('.');
  const name = within(wordFor(`plan.fields.${member ?? list ?? ''}`));
  return member === undefined ? name : wordFor('timeline.ofLegs', { field: name });
};

/** A field's name as it stands within a sentence; rows and colours know times by their weeks. */
export const fieldName = (field: LaneField): string =>
  isTimeField(field) ? wordFor('timeline.byWeek', { field: bareName(field) }) : bareName(field);

/** What quantities are measured in; people are counted. */
export const UNITS: Readonly<Record<string, string>> = {
  pax: 'pax',
  tonnes: 't',
  lengthM: 'm',
  areaM2: 'm²',
  volumeM3: 'm³',
};

/** `None`, `10–49 pax`, `100 to under 500 t`, `1d to under 3d`, `10,000 t and more`. */
const rangeWord = (field: LaneField, quantity: Quantity, key: string): string => {
  const range = readRange(quantity, key);
  if (range === undefined) return key;
  if (range.form === 'none') return wordFor(quantity === 'minutes' ? 'timeline.range.point' : 'timeline.range.none');
  const unit = UNITS[field];
  const bare = (n: number): string =>
    quantity === 'minutes' ? formatDuration(n * MINUTE, currentLanguage()) : numberText(n);
  const full = (n: number): string => (unit === undefined ? bare(n) : `${bare(n)} ${unit}`);
  if (range.form === 'under') return wordFor('timeline.range.under', { to: full(range.to) });
  if (range.form === 'more') return wordFor('timeline.range.more', { from: full(range.from) });
  const params = { from: bare(range.from), to: full(range.to) };
  return wordFor(quantity === 'count' ? 'timeline.range.counted' : 'timeline.range.between', params);
};

/** `Week 23, 07-13 JUN 27`. */
const weekWord = (key: string): string => {
  const week = readWeek(key);
  return week === undefined ? key : wordFor('timeline.week', { ...week });
};

const knownWords = new Map<string, string>();

/** Heads are drawn with every frame, and writing a length or a week takes longer than drawing it. */
const known = (field: LaneField, key: string, write: () => string): string => {
  const by = `${currentLanguage()} ${field} ${key}`;
  const word = knownWords.get(by) ?? write();
  knownWords.set(by, word);
  return word;
};

/** What rows and entries of bars are called that have no value in a field. */
export const withoutWord = (field: LaneField): string =>
  wordFor(isTimeField(field) ? 'timeline.notGiven' : 'timeline.without');

/** Remarks stand in heads and legends as the beginning of their first line. */
const REMARK = 60;
const beginning = (text: string): string => {
  const [first = ''] = text.trim().split('\n');
  const line = first.trim();
  return line.length === text.trim().length && line.length <= REMARK ? line : `${line.slice(0, REMARK).trimEnd()}…`;
};

/**
 * The word of a value that is no record: a kind's, a state's, a range's, a week's, yes or no. Values of the planner's own are words
 * already.
 */
export const valueWord = (field: LaneField, value: string): string => {
  if (!hasWords(field)) return value;
  if (isTimeField(field)) return known('week', value, () => weekWord(value));
  const { quantity, form, kinds } = SCHEDULE_FIELDS.get(field) ?? {};
  if (quantity !== undefined) return known(field, value, () => rangeWord(field, quantity, value));
  if (form === 'remark') return beginning(value);
  if (form === 'given') return wordFor(`timeline.given.${value}`);
  if (form === 'truth') return wordFor(`timeline.truth.${value}`);
  return memberWord(kinds?.[0] ?? 'activity', field.slice(field.indexOf('.') + 1), value);
};
