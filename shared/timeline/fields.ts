/** The fields that rows and colours can go by: those with a meaning of their own on a timeline, then every other one. */
import { markingText } from '../label/label.ts';
import { rankOf } from '../label/policies.ts';
import { ACTIVITY_TYPES } from '../plan/activity/schema.ts';
import { effectiveLabels, labellingOf } from '../plan/label/effective.ts';
import type { Kind } from '../plan/records.ts';
import { SCHEDULE_FIELDS, fieldValues } from '../plan/schedule/fields.ts';
import { rangeKeys } from '../plan/schedule/ranges.ts';
import { type PlanState, find, recordOf } from '../plan/state.ts';
import { titleOf } from '../plan/title.ts';
import type { Zone } from '../time/zone.ts';
import type { Bar, Face } from './bars.ts';
import { BAR_TIMES, isTimeField, weekRank, weekReader } from './weeks.ts';

/** Fields that a bar carries itself; some put several fields of a record together. */
const BAR_FIELDS = ['participant', 'unit', 'location', 'phase', 'type', 'state', 'responsible', 'owner'] as const;
type BarField = (typeof BAR_FIELDS)[number];

/** The name of a field that rows and colours go by: one of the bars' own, `label`, or one of a record (`legs.mode`). */
export type LaneField = string;

const isBarField = (field: LaneField): field is BarField => (BAR_FIELDS as readonly string[]).includes(field);

/** Fields of records that those of the bars stand for. */
const COVERED: ReadonlySet<string> = new Set(['participants', 'units', 'countsAs', ...BAR_FIELDS, ...BAR_TIMES]);

const OTHERS = [...SCHEDULE_FIELDS.values()].filter(({ id }) => !COVERED.has(id));

/** Every field that rows and colours can go by: the usual ones, then those of both kinds, of activities, of movements. */
export const LANE_FIELDS: readonly { readonly of: 'usual' | 'activity' | 'movement'; readonly id: LaneField }[] = [
  ...[...BAR_FIELDS, 'label', ...BAR_TIMES].map((id) => ({ of: 'usual' as const, id })),
  ...OTHERS.filter(({ kinds }) => kinds.length > 1).map(({ id }) => ({ of: 'usual' as const, id })),
  ...OTHERS.flatMap(({ id, kinds: [kind, second] }) =>
    kind === undefined || second !== undefined ? [] : [{ of: kind, id }],
  ),
];

export const isLaneField = (field: unknown): field is LaneField => LANE_FIELDS.some(({ id }) => id === field);

/** The values of one of the bars' own fields: none, one, or several. */
export const valuesOf = (bar: Face, field: BarField): readonly string[] => {
  switch (field) {
    case 'participant':
      return bar.participants;
    case 'unit':
      return bar.units;
    case 'location':
      return bar.locations;
    case 'phase':
      return bar.type === 'phase' ? [bar.id] : bar.phase === undefined ? [] : [bar.phase];
    case 'type':
      return [bar.countsAs];
    case 'state':
      return [bar.state];
    case 'owner':
      return [bar.owner];
    case 'responsible':
      return bar.responsible === undefined ? [] : [bar.responsible];
  }
};

const NOTHING: readonly string[] = [];

/**
 * Reads the values that bars have in a field; markings are those that hold, inherited or own; of times the weeks.
 * @param zone in which weeks begin.
 */
export const fieldReader = (
  plan: PlanState,
  field: LaneField,
  zone: Zone = 'UTC',
): ((bar: Bar) => readonly string[]) => {
  if (isTimeField(field)) return weekReader(plan, field, zone);
  if (isBarField(field)) return (bar) => valuesOf(bar, field);
  if (field === 'label') {
    const [labelOf, labelling] = [effectiveLabels(plan), labellingOf(plan)];
    return ({ kind, id }) => {
      const record = find(plan, kind, id);
      return record === undefined ? NOTHING : [markingText(labelOf(record).label, labelling)];
    };
  }
  const known = SCHEDULE_FIELDS.get(field);
  if (known === undefined) return () => NOTHING;
  return ({ kind, id }) => {
    const record = known.kinds.includes(kind) ? find(plan, kind, id) : undefined;
    return record === undefined ? NOTHING : fieldValues(record, known);
  };
};

const BAR_TARGETS: Readonly<Partial<Record<BarField, Kind>>> = {
  participant: 'participant',
  unit: 'unit',
  location: 'location',
  phase: 'activity',
};

/** The kind of record that the values of a field name; undefined where they name none. */
export const laneTarget = (field: LaneField): Kind | undefined =>
  isBarField(field) ? BAR_TARGETS[field] : SCHEDULE_FIELDS.get(field)?.target;

interface ValueName {
  readonly record: string | undefined;
  /** `''` where the record is not there (any more). */
  readonly title: string;
  readonly code: string;
}

/** What a value is called: a record by its name and code, anything else by itself. */
export const valueName = (plan: PlanState, field: LaneField, value: string): ValueName => {
  const target = laneTarget(field);
  if (target === undefined || value === '') return { record: undefined, title: value, code: '' };
  const record = recordOf(plan, target, value);
  if (record === undefined || record.deleted === true) return { record: value, title: '', code: '' };
  if (record.kind === 'participant' || record.kind === 'location')
    return { record: value, title: record.name, code: record.code ?? '' };
  return { record: value, title: record.kind === 'activity' ? record.title : titleOf(record), code: '' };
};

const WITH_FIRST = ['true', 'false'];

const choicesOf = (field: LaneField): readonly string[] => {
  if (field === 'type') return [...ACTIVITY_TYPES, 'movement'];
  const known = SCHEDULE_FIELDS.get(field);
  if (known?.quantity !== undefined) return rangeKeys(known.quantity);
  return known?.form === 'given' ? WITH_FIRST : (known?.choices ?? []);
};

/** Members of an enumeration, ranges, weeks, yes and no, and remarks get their words from the view. */
export const hasWords = (field: LaneField): boolean =>
  choicesOf(field).length > 0 ||
  isTimeField(field) ||
  ['truth', 'remark'].includes(SCHEDULE_FIELDS.get(field)?.form ?? '');

/** The place of a range among all of its quantity, whichever of them have bars; undefined for what is no range. */
export const rangeRank = (field: LaneField, value: string): number | undefined => {
  const at = SCHEDULE_FIELDS.get(field)?.quantity === undefined ? -1 : choicesOf(field).indexOf(value);
  return at === -1 ? undefined : at;
};

/**
 * The rank of a value among those of its field, before their names decide: nations before organisations, phases by their
 * starts, members of an enumeration as it has them, ranges from the least, weeks from the first, markings by what they protect.
 */
export const orderOf = (plan: PlanState, field: LaneField): ((value: string, first: Bar | undefined) => number) => {
  if (field === 'phase') return (_value, first) => first?.start ?? 0;
  if (laneTarget(field) === 'participant')
    return (value) => (find(plan, 'participant', value)?.type === 'nation' ? 0 : 1);
  if (field === 'label') {
    const [labelOf, labelling] = [effectiveLabels(plan), labellingOf(plan)];
    return (_value, first) => {
      const record = first === undefined ? undefined : find(plan, first.kind, first.id);
      return record === undefined ? 0 : rankOf(labelOf(record).label, labelling);
    };
  }
  if (isTimeField(field)) return (value) => weekRank(value) ?? 0;
  const choices = choicesOf(field);
  return (value) => {
    const at = choices.indexOf(value);
    return at === -1 ? choices.length : at;
  };
};
