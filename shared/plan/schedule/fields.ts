/**
 * Which fields of activities and movements hold values that records can have in common: read off the schemas, so that a
 * field that is added there can be grouped and coloured by without being named anywhere else.
 */
import type { z } from 'zod';
import { META_FIELDS } from '../base.ts';
import { type Kind, recordSchemas } from '../records.ts';
import { NESTED, REFERENCES, type ReferenceField } from '../references.ts';
import type { Scheduled } from './scheduled.ts';

/**
 * `one` and `many` name records, `choice` is a member of an enumeration, `truth` a yes or no, `number` a small whole
 * number, `text` a line of words.
 */
type FieldForm = 'one' | 'many' | 'choice' | 'truth' | 'number' | 'text';

export interface ScheduleField {
  /** The field's name; that of a member of a list behind the list's: `legs.mode`. */
  readonly id: string;
  readonly form: FieldForm;
  /** The kinds that have it. */
  readonly kinds: readonly Scheduled['kind'][];
  /** What its values name. */
  readonly target: Kind | undefined;
  /** The members of its enumeration, in their order; empty for other forms. */
  readonly choices: readonly string[];
  readonly required: boolean;
}

type Schema = z.core.$ZodType;

const defOf = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def;

/** Bookkeeping, and what has readers of its own. */
const LEFT_OUT: ReadonlySet<string> = new Set([...META_FIELDS, 'owner', 'label', 'deleted', 'foreignId']);

/** Numbers of more steps are quantities: hardly two records have the same. */
const STEPS = 1_000;
/** Longer texts are remarks, not values. */
const LINE = 400;

interface Bounds {
  readonly minValue?: number | null;
  readonly maxValue?: number | null;
  readonly maxLength?: number | null;
}

/** The form of a value; undefined for times, lists, remarks and quantities. */
const formOf = (schema: Schema): FieldForm | undefined => {
  const { minValue, maxValue, maxLength } = schema as Bounds;
  switch (defOf(schema).type) {
    case 'enum':
      return 'choice';
    case 'boolean':
      return 'truth';
    case 'string':
      return (maxLength ?? Number.POSITIVE_INFINITY) <= LINE ? 'text' : undefined;
    case 'number':
      return (maxValue ?? Number.POSITIVE_INFINITY) - (minValue ?? 0) < STEPS ? 'number' : undefined;
    default:
      return undefined;
  }
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
  const form = reference === undefined ? formOf(schema) : reference.form === 'when' ? undefined : reference.form;
  if (form === undefined) return undefined;
  const target = reference?.target;
  return { id: prefix + name, form, kinds: [kind], target, choices: choicesOf(schema), required: !optional };
};

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
      .flatMap((name) => fieldOf(part, name) ?? []),
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

/** What a record has in a field, as texts: none, one, or several. */
export const fieldValues = (record: object, { id, form }: ScheduleField): readonly string[] => {
  const fields = record as Readonly<Record<string, unknown>>;
  const dot = id.indexOf('.');
  if (dot === -1) return form === 'many' ? ((fields[id] as readonly string[] | undefined) ?? []) : written(fields[id]);
  const members = (fields[id.slice(0, dot)] as readonly Readonly<Record<string, unknown>>[] | undefined) ?? [];
  return [...new Set(members.flatMap((member) => written(member[id.slice(dot + 1)])))];
};
