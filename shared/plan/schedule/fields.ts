/**
 * Which fields of activities and movements hold values that records can have in common: read off the schemas, so that a
 * field that is added there can be grouped and coloured by without being named anywhere else.
 */
import type { z } from 'zod';
import { META_FIELDS } from '../base.ts';
import { type Kind, recordSchemas } from '../records.ts';
import { NESTED, REFERENCES, type ReferenceField } from '../references.ts';
import { type Quantity, rangeOf } from './ranges.ts';
import type { Scheduled } from './scheduled.ts';

/**
 * `one` and `many` name records, `choice` is a member of an enumeration, `truth` a yes or no, `number` a small whole
 * number, `text` a line of words, `remark` words of any length; `quantity` is read as the range that it falls into, `given`
 * as whether there is anything in the field, and `time` by whoever can resolve it over the plan.
 */
type FieldForm = 'one' | 'many' | 'choice' | 'truth' | 'number' | 'text' | 'remark' | 'quantity' | 'given' | 'time';

export interface ScheduleField {
  /** The field's name; that of a member of a list behind the list's: `legs.mode`. */
  readonly id: string;
  /** Name of the record's field that is read. */
  readonly of: string;
  readonly form: FieldForm;
  /** The kinds that have it. */
  readonly kinds: readonly Scheduled['kind'][];
  /** What its values name. */
  readonly target: Kind | undefined;
  /** The members of its enumeration, in their order; empty for other forms. */
  readonly choices: readonly string[];
  /** What a quantity measures. */
  readonly quantity: Quantity | undefined;
  readonly required: boolean;
}

type Schema = z.core.$ZodType;

const defOf = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def;

/** Bookkeeping, and what has readers of its own. */
const LEFT_OUT: ReadonlySet<string> = new Set([...META_FIELDS, 'owner', 'label', 'deleted', 'foreignId']);

/** Numbers of more steps are quantities: hardly two records have the same, so ranges are what they have in common. */
const STEPS = 1_000;
/** Longer texts are remarks. */
const LINE = 400;
/** Lengths of time, which the schemas hold as minutes. */
const MINUTES: ReadonlySet<string> = new Set(['minutes']);

interface Bounds {
  readonly minValue?: number | null;
  readonly maxValue?: number | null;
  readonly maxLength?: number | null;
  readonly isInt?: boolean;
}

/** The form of a value; undefined for lists. */
const formOf = (schema: Schema): FieldForm | undefined => {
  const { minValue, maxValue, maxLength } = schema as Bounds;
  switch (defOf(schema).type) {
    case 'enum':
      return 'choice';
    case 'boolean':
      return 'truth';
    case 'string':
      return (maxLength ?? Number.POSITIVE_INFINITY) <= LINE ? 'text' : 'remark';
    case 'number':
      return (maxValue ?? Number.POSITIVE_INFINITY) - (minValue ?? 0) < STEPS ? 'number' : 'quantity';
    default:
      return undefined;
  }
};

const quantityOf = (name: string, schema: Schema): Quantity => {
  if (MINUTES.has(name)) return 'minutes';
  return (schema as Bounds).isInt === true ? 'count' : 'measure';
};

const choicesOf = (schema: Schema): readonly string[] => {
  const def = defOf(schema);
  return def.type === 'enum' ? Object.values(def.entries).map(String) : [];
};

interface Part {
  readonly kind: Scheduled['kind'];
  readonly shape: Readonly<Record<string, Schema>>;
  readonly references: readonly ReferenceField[];
  /** Name of the list that the part is a member of, with a dot; empty for the record itself. */
  readonly prefix: string;
}

const fieldOf = ({ kind, shape, references, prefix }: Part, name: string): ScheduleField | undefined => {
  const def = defOf(shape[name] as Schema);
  const optional = def.type === 'optional';
  const schema = optional ? def.innerType : (shape[name] as Schema);
  const reference = references.find(({ field }) => field === name);
  const form = reference === undefined ? formOf(schema) : reference.form === 'when' ? 'time' : reference.form;
  if (form === undefined) return undefined;
  // What stands in the schedule names one kind in a field; a time names none, whatever it hangs on.
  const target = form === 'time' ? undefined : reference?.targets[0];
  const quantity = form === 'quantity' ? quantityOf(name, schema) : undefined;
  const id = prefix + name;
  return { id, of: id, form, kinds: [kind], target, choices: choicesOf(schema), quantity, required: !optional };
};

/** Remarks are hardly ever the same; that there are any is what records have in common, and a field of its own. */
const withGiven = (field: ScheduleField): readonly ScheduleField[] =>
  field.form === 'remark' ? [{ ...field, id: `${field.of}Given`, form: 'given', required: true }, field] : [field];

/** The members of the list of parts that a kind has (a movement's legs). */
const nestedPart = (kind: Scheduled['kind'], shape: Part['shape']): readonly Part[] => {
  const nested = NESTED[kind];
  const list = nested === undefined ? undefined : shape[nested.field];
  if (nested === undefined || list === undefined) return [];
  const def = defOf(list);
  const member = def.type === 'array' ? defOf(def.element) : undefined;
  if (member?.type !== 'object') return [];
  return [{ kind, shape: member.shape, references: nested.references, prefix: `${nested.field}.` }];
};

const fieldsOf = (kind: Scheduled['kind']): readonly ScheduleField[] => {
  const { shape } = recordSchemas[kind];
  const parts: readonly Part[] = [
    { kind, shape, references: REFERENCES[kind], prefix: '' },
    ...nestedPart(kind, shape),
  ];
  return parts.flatMap((part) =>
    Object.keys(part.shape)
      .filter((name) => !LEFT_OUT.has(name))
      .flatMap((name) => fieldOf(part, name) ?? [])
      .flatMap(withGiven),
  );
};

const joined = (): ReadonlyMap<string, ScheduleField> => {
  const found = new Map<string, ScheduleField>();
  for (const kind of ['activity', 'movement'] as const)
    for (const field of fieldsOf(kind)) {
      const known = found.get(field.id);
      found.set(field.id, known === undefined ? field : { ...known, kinds: [...known.kinds, kind] });
    }
  return found;
};

/** Every such field by its name, those of activities first. */
export const SCHEDULE_FIELDS: ReadonlyMap<string, ScheduleField> = joined();

const written = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : [];
};

/** Reads a value of a field that is no list. */
const readAs = (value: unknown, { form, quantity }: ScheduleField): readonly string[] => {
  const empty = typeof value !== 'string' || value.trim() === '';
  if (form === 'given') return [String(!empty)];
  if (form === 'remark') return empty ? [] : [value];
  if (quantity === undefined) return written(value);
  return typeof value === 'number' ? [rangeOf(quantity, value)] : [];
};

/** What a record has in a field, as texts: none, one, or several; none of times. */
export const fieldValues = (record: object, field: ScheduleField): readonly string[] => {
  const fields = record as Readonly<Record<string, unknown>>;
  const { of } = field;
  const dot = of.indexOf('.');
  if (dot === -1)
    return field.form === 'many' ? ((fields[of] as readonly string[] | undefined) ?? []) : readAs(fields[of], field);
  const members = (fields[of.slice(0, dot)] as readonly Readonly<Record<string, unknown>>[] | undefined) ?? [];
  return [...new Set(members.flatMap((member) => readAs(member[of.slice(dot + 1)], field)))];
};
