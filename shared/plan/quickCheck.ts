/**
 * Checks made of a schema that say yes fast and are never wrong about it. They build nothing and explain nothing: after
 * a no, the schema itself decides and names the field. A part of a schema that is not known here is a no.
 */
import type { z } from 'zod';

/** True only for a value that its schema takes and leaves as it is. */
export type QuickCheck = (value: unknown) => boolean;

const NEVER: QuickCheck = () => false;

type Schema = z.core.$ZodType;

const defOf = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def;

const checkDefs = (def: { readonly checks?: readonly z.core.$ZodCheck<never>[] | undefined }): z.core.$ZodChecks[] => [
  ...((def.checks ?? []) as unknown as readonly z.core.$ZodChecks[]),
];

/** One rule about a text; undefined for one that is not known here. */
const textRule = (check: z.core.$ZodChecks): ((text: string) => boolean) | undefined => {
  const { def } = check._zod;
  switch (def.check) {
    case 'max_length':
      return ({ length }) => length <= def.maximum;
    case 'min_length':
      return ({ length }) => length >= def.minimum;
    case 'string_format': {
      const { pattern } = def;
      return def.format !== 'regex' || pattern === undefined || pattern.global || pattern.sticky
        ? undefined
        : (text) => pattern.test(text);
    }
    default:
      return undefined;
  }
};

const all = <T>(rules: readonly (((value: T) => boolean) | undefined)[]): ((value: T) => boolean) | undefined => {
  const known = rules.filter((rule) => rule !== undefined);
  if (known.length < rules.length) return undefined;
  const [first, second, ...more] = known;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  return more.length === 0 ? (value) => first(value) && second(value) : (value) => known.every((rule) => rule(value));
};

const isCustom = (check: z.core.$ZodChecks): boolean => (check._zod.def.check as string) === 'custom';

/** A refinement may look at anything but change nothing, so the schema itself answers for the text. */
const isRefined = (checks: readonly z.core.$ZodChecks[]): boolean =>
  checks.every((check) => isCustom(check) || textRule(check) !== undefined);

const textCheck = (schema: Schema, def: z.core.$ZodStringDef): QuickCheck => {
  // A format such as `z.email()` is a check and a schema in one, and none of ours.
  if ('format' in def) return NEVER;
  const checks = checkDefs(def);
  const rule = all(checks.map(textRule));
  if (rule !== undefined) return (value) => typeof value === 'string' && rule(value);
  if (!isRefined(checks)) return NEVER;
  return (value) => typeof value === 'string' && (schema as z.ZodType).safeParse(value).success;
};

const numberRule = (check: z.core.$ZodChecks): ((value: number) => boolean) | undefined => {
  const { def } = check._zod;
  if (def.check === 'number_format') return def.format === 'safeint' ? Number.isSafeInteger : undefined;
  if (def.check !== 'less_than' && def.check !== 'greater_than') return undefined;
  const { inclusive } = def;
  const limit = def.value;
  if (typeof limit !== 'number') return undefined;
  if (def.check === 'less_than') return (value) => value < limit || (inclusive && value === limit);
  return (value) => value > limit || (inclusive && value === limit);
};

const numberCheck = (def: z.core.$ZodNumberDef): QuickCheck => {
  const rule = all(checkDefs(def).map(numberRule));
  // `z.int()` is a check and a schema in one.
  const format = 'format' in def ? def.format : undefined;
  if (rule === undefined || (format !== undefined && format !== 'safeint')) return NEVER;
  const isKind = format === 'safeint' ? Number.isSafeInteger : Number.isFinite;
  return (value) => typeof value === 'number' && isKind(value) && rule(value);
};

const arrayCheck = (def: z.core.$ZodArrayDef): QuickCheck => {
  const item = quickCheck(def.element);
  let [least, most] = [0, Number.POSITIVE_INFINITY];
  for (const check of checkDefs(def)) {
    const rule = check._zod.def;
    if (rule.check === 'max_length') most = Math.min(most, rule.maximum);
    else if (rule.check === 'min_length') least = Math.max(least, rule.minimum);
    else return NEVER;
  }
  return (value) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) return false;
    for (const each of value) if (!item(each)) return false;
    return true;
  };
};

const tupleCheck = (def: z.core.$ZodTupleDef): QuickCheck => {
  if (def.rest !== null || def.items.some((item) => defOf(item).type === 'optional')) return NEVER;
  const items = def.items.map(quickCheck);
  return (value) =>
    Array.isArray(value) && value.length === items.length && items.every((check, at) => check(value[at]));
};

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const objectCheck = (def: z.core.$ZodObjectDef): QuickCheck => {
  const isStrict = def.catchall !== undefined && defOf(def.catchall).type === 'never';
  if (!isStrict) return NEVER;
  const fields = new Map<string, { readonly check: QuickCheck; readonly required: number }>();
  let required = 0;
  for (const [name, schema] of Object.entries(def.shape)) {
    const isRequired = Number(defOf(schema).type !== 'optional');
    required += isRequired;
    fields.set(name, { check: quickCheck(schema), required: isRequired });
  }
  return (value) => {
    if (!isPlain(value)) return false;
    let found = 0;
    for (const name in value) {
      const field = fields.get(name);
      if (field === undefined || !field.check(value[name])) return false;
      found += field.required;
    }
    return found === required;
  };
};

const recordCheck = (def: z.core.$ZodRecordDef): QuickCheck => {
  if (defOf(def.keyType).type !== 'string') return NEVER;
  const [key, item] = [quickCheck(def.keyType), quickCheck(def.valueType)];
  return (value) => {
    if (!isPlain(value)) return false;
    for (const name in value) if (name === '__proto__' || !key(name) || !item(value[name])) return false;
    return true;
  };
};

const unionCheck = (def: z.core.$ZodUnionDef): QuickCheck => {
  const options = def.options.map(quickCheck);
  return (value) => options.some((option) => option(value));
};

const valuesCheck = (values: readonly unknown[]): QuickCheck => {
  const known = new Set(values);
  return (value) => known.has(value);
};

/** Whether the rules added to a schema are looked at here; elsewhere there are none. */
const HAVE_RULES: ReadonlySet<string> = new Set(['string', 'number', 'array']);

/** The check of a schema; made once, used often. */
export const quickCheck = (schema: Schema): QuickCheck => {
  const def = defOf(schema);
  if (!HAVE_RULES.has(def.type) && checkDefs(def).length > 0) return NEVER;
  switch (def.type) {
    case 'string':
      return textCheck(schema, def);
    case 'number':
      return numberCheck(def);
    case 'boolean':
      return (value) => typeof value === 'boolean';
    case 'literal':
      return valuesCheck(def.values);
    case 'enum':
      return valuesCheck(Object.values(def.entries));
    case 'array':
      return arrayCheck(def);
    case 'tuple':
      return tupleCheck(def);
    case 'object':
      return objectCheck(def);
    case 'record':
      return recordCheck(def);
    case 'union':
      return unionCheck(def);
    case 'optional': {
      const inner = quickCheck(def.innerType);
      return (value) => value === undefined || inner(value);
    }
    case 'nullable': {
      const inner = quickCheck(def.innerType);
      return (value) => value === null || inner(value);
    }
    default:
      return NEVER;
  }
};
