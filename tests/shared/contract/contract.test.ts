import { z } from 'zod';
import { type EventName, requests } from '#shared/contract/ipc.ts';
import { EVENT_NAMES, REQUEST_NAMES } from '#shared/contract/names.ts';

test('the names that the preload offers are those of the contract', () => {
  expect(REQUEST_NAMES.toSorted()).toEqual(Object.keys(requests).toSorted() as (typeof REQUEST_NAMES)[number][]);
  expect(new Set(EVENT_NAMES).size).toBe(EVENT_NAMES.length);
});

test('no event is missing among them', () => {
  type Missing = Exclude<EventName, (typeof EVENT_NAMES)[number]>;
  const missing: Record<Missing, never> = {};
  expect(missing).toEqual({});
});

interface Leaf {
  readonly path: string;
  readonly schema: z.core.$ZodType;
}

/** Every schema within a schema, with the way to it. */
const within = (schema: z.core.$ZodType, path: string): Leaf[] => {
  const here = { path, schema };
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return [here, ...Object.entries(def.shape).flatMap(([key, inner]) => within(inner, `${path}.${key}`))];
    case 'array':
      return [here, ...within(def.element, `${path}[]`)];
    case 'record':
      return [here, ...within(def.keyType, `${path}<key>`), ...within(def.valueType, `${path}<>`)];
    case 'union':
      return [here, ...def.options.flatMap((option, index) => within(option, `${path}|${index}`))];
    case 'tuple':
      return [here, ...def.items.flatMap((item, index) => within(item, `${path}[${index}]`))];
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return [here, ...within(def.innerType, path)];
    case 'pipe':
      return [here, ...within(def.in, path)];
    default:
      return [here];
  }
};

/** What the whole size of a request bounds, because its own schema comes with the kind of record it is about. */
const OPEN: ReadonlySet<string> = new Set([
  'vault.append.step.ops[].before<>',
  'vault.append.step.ops[].after<>',
  // The same operations as text: up to 8 MB at a time, held against the schema of operations in main.
  'vault.stage.ops',
]);

const LONG = 300_000;
const LONG_TEXTS = ['a', 'A', '0', '-', ' ', 'é', '=', '2026-01-01T00:00:00Z'].map((letter) => letter.repeat(LONG));
const accepts = (schema: z.core.$ZodType, value: unknown): boolean => z.safeParse(schema, value).success;

const isUnbounded = ({ schema }: Leaf): boolean => {
  const { type } = (schema as z.core.$ZodTypes)._zod.def;
  if (type === 'unknown' || type === 'any') return true;
  if (type === 'string') return LONG_TEXTS.some((text) => accepts(schema, text));
  if (type === 'array') {
    const checks = schema._zod.def.checks ?? [];
    return !checks.some((check) => ['max_length', 'length_equals'].includes(check._zod.def.check));
  }
  return false;
};

const leavesOf = (name: string, input: z.core.$ZodType): Leaf[] => within(input, name);

test.each(Object.entries(requests))('%s takes no text and no list without an end', (name, { input }) => {
  const open = leavesOf(name, input).filter((leaf) => !OPEN.has(leaf.path) && isUnbounded(leaf));
  expect(open.map(({ path }) => path)).toEqual([]);
});

test.each(Object.entries(requests))('%s takes no member that it does not know', (_, { input }) => {
  const objects = leavesOf('', input).filter(({ schema }) => (schema as z.core.$ZodTypes)._zod.def.type === 'object');
  for (const { schema } of objects) {
    const { def } = (schema as z.core.$ZodObject)._zod;
    expect(def.catchall?._zod.def.type).toBe('never');
  }
});

test('text without an end, and a list without one, would be found', () => {
  const careless = z.strictObject({
    a: z.array(z.string()).max(3),
    b: z.array(z.boolean()),
    c: z.unknown().optional(),
  });
  expect(
    leavesOf('x', careless)
      .filter(isUnbounded)
      .map(({ path }) => path),
  ).toEqual(['x.a[]', 'x.b', 'x.c']);
});
