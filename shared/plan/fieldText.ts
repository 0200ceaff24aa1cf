/** The value of any record's field as people read it, for whatever shows fields of records as they come. */
import { labelSchema, markingText } from '../label/label.ts';
import { type Labelling, labellingSchema } from '../label/policies.ts';
import type { Word } from '../messages/word.ts';
import type { TimeContext } from '../time/context.ts';
import { formatDuration, formatWhen } from '../time/display.ts';
import { formatDtg } from '../time/dtg.ts';
import { MINUTE, parseInstant } from '../time/instant.ts';
import { whenSchema } from '../time/when.ts';
import { memberWordIn } from './memberWords.ts';
import type { Kind, PlanRecord } from './records.ts';
import { isPlaceholder } from './release/placeholder.ts';
import { titleOf } from './title.ts';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;
/** Fields whose numbers are lengths of time; a baseline's lines have one each. */
const IN_MINUTES: ReadonlySet<string> = new Set(['minutes', 'lagMinutes', 'times']);
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** How an exercise marks: what a planner decides by first, whatever order its members come in. */
const labellingText = ({ ceiling, policies, equivalences }: Labelling, word: Word): string =>
  [
    ceiling === undefined ? word('label.noCeiling') : word('review.ceiling', { level: ceiling.classification }),
    ...policies.map(({ id, levels }) => `${id}: ${levels.map((level) => level.id).join(' < ')}`),
    ...equivalences.map((row) =>
      Object.keys(row)
        .sort()
        .map((policy) => row[policy] ?? word('label.noEquivalent'))
        .join(' = '),
    ),
  ].join('; ');

export interface FieldWords {
  readonly word: Word;
  readonly context: TimeContext;
  /** How the record's labels are marked. */
  readonly labelling: Labelling;
  /** The record that an identifier names. */
  readonly recordFor: (id: string) => PlanRecord | undefined;
}

/** Writes a field's value for people. */
export type FieldText = (value: unknown, kind: Kind, field: string) => string;

/** Several in a row: sentences one after the other, all else with commas. */
const listed = (parts: readonly string[]): string => parts.join(parts.some((part) => part.endsWith('.')) ? ' ' : ', ');

/** Names for ids, words for members, date-time groups, a dash for nothing. */
export const fieldTextIn = ({ word, context, labelling, recordFor }: FieldWords): FieldText => {
  const member = memberWordIn(word);
  const named = (id: string): string => {
    if (isPlaceholder(id)) return word('label.notReleased');
    const record = recordFor(id);
    return record === undefined ? id.slice(0, 8) : titleOf(record);
  };
  const ofText = (text: string, kind: Kind, name: string): string => {
    if (ID.test(text)) return named(text);
    const instant = INSTANT.test(text) ? parseInstant(text) : undefined;
    return instant?.ok === true ? formatDtg(instant.value) : member(kind, name, text);
  };
  const ofObject = (part: object, each: (item: unknown, name: string) => string): string => {
    const label = labelSchema.safeParse(part);
    if (label.success) return markingText(label.data, labelling);
    const when = whenSchema.safeParse(part);
    if (when.success) return formatWhen(when.data, context) ?? JSON.stringify(part);
    // What a list's items are known by inside says nothing to a person.
    return Object.entries(part)
      .flatMap(([key, inner]) => (key === 'id' ? [] : [each(inner, key)]))
      .join(' ');
  };
  return (value, kind, field) => {
    const write = (part: unknown, name: string): string => {
      if (part === undefined || part === null || part === '') return '–';
      if (typeof part === 'string') return ofText(part, kind, name);
      if (typeof part === 'number')
        return IN_MINUTES.has(name) ? formatDuration(part * MINUTE, context.locale) : String(part);
      if (typeof part === 'boolean') return word(`timeline.truth.${part}`);
      if (typeof part !== 'object') return '';
      const each = (item: unknown): string => write(item, name);
      if (Array.isArray(part))
        return part.length > 6
          ? `${listed(part.slice(0, 6).map(each))} … (${part.length})`
          : listed(part.map(each)) || '–';
      return ofObject(part, write);
    };
    const marks = field === 'labelling' ? labellingSchema.safeParse(value) : undefined;
    return marks?.success === true ? labellingText(marks.data, word) : write(value, field);
  };
};
