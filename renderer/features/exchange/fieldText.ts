import { useCallback } from 'react';
import { labelSchema, markingText } from '#shared/label/label.ts';
import { type Labelling, labellingSchema } from '#shared/label/policies.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { type Kind, KINDS } from '#shared/plan/records.ts';
import { recordOf } from '#shared/plan/state.ts';
import { isPlaceholder } from '#shared/plan/release/placeholder.ts';
import { titleOf } from '#shared/plan/title.ts';
import { formatWhen } from '#shared/time/display.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { parseInstant } from '#shared/time/instant.ts';
import { whenSchema } from '#shared/time/when.ts';
import { usePlan } from '../../state/plan.ts';
import { useTimeContext } from '../../state/time.ts';
import { memberWord } from '../../ui/memberWords.ts';
import { wordFor } from '../../ui/words.ts';
import { useReviewLabelling } from './reviewLabelling.ts';
import { useImport } from './session.ts';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** The record that an id names, here or in the bundle. */
const named = (id: string, incoming: ReadonlyMap<string, PlanRecord>): string => {
  if (isPlaceholder(id)) return wordFor('label.notReleased');
  const { plan } = usePlan.getState();
  for (const kind of KINDS) {
    const record = recordOf(plan, kind, id);
    if (record !== undefined) return titleOf(record);
  }
  const theirs = incoming.get(id);
  return theirs === undefined ? id.slice(0, 8) : titleOf(theirs);
};

/** How an exercise marks: what a planner decides by first, whatever order its members come in. */
const labellingText = ({ ceiling, policies, equivalences }: Labelling): string =>
  [
    ceiling === undefined ? wordFor('label.noCeiling') : wordFor('review.ceiling', { level: ceiling.classification }),
    ...policies.map(({ id, levels }) => `${id}: ${levels.map((level) => level.id).join(' < ')}`),
    ...equivalences.map((row) =>
      Object.keys(row)
        .sort()
        .map((policy) => row[policy] ?? wordFor('label.noEquivalent'))
        .join(' = '),
    ),
  ].join('; ');

const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/** Writes a field's value for people: names for ids, words for members, date-time groups, a dash for nothing. */
export const useFieldText = (): ((value: unknown, kind: Kind, field: string) => string) => {
  const context = useTimeContext();
  const incoming = useImport((state) => state.incoming);
  const labelling = useReviewLabelling();
  return useCallback(
    (value, kind, field) => {
      const write = (part: unknown, name: string): string => {
        if (part === undefined || part === null || part === '') return '–';
        if (typeof part === 'string') {
          if (ID.test(part)) return named(part, incoming);
          const instant = INSTANT.test(part) ? parseInstant(part) : undefined;
          return instant?.ok === true ? formatDtg(instant.value) : memberWord(kind, name, part);
        }
        if (typeof part === 'number' || typeof part === 'boolean') return String(part);
        if (typeof part !== 'object') return '';
        const each = (item: unknown): string => write(item, name);
        if (Array.isArray(part))
          return part.length > 6
            ? `${part.slice(0, 6).map(each).join(', ')} … (${part.length})`
            : part.map(each).join(', ') || '–';
        const label = labelSchema.safeParse(part);
        if (label.success) return markingText(label.data, labelling);
        const when = whenSchema.safeParse(part);
        if (when.success) return formatWhen(when.data, context) ?? JSON.stringify(part);
        // What a list's items are known by inside says nothing to a person.
        return Object.entries(part)
          .flatMap(([key, inner]) => (key === 'id' ? [] : [write(inner, key)]))
          .join(' ');
      };
      const marks = field === 'labelling' ? labellingSchema.safeParse(value) : undefined;
      return marks?.success === true ? labellingText(marks.data) : write(value, field);
    },
    [context, incoming, labelling],
  );
};
