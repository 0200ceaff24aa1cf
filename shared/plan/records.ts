/** Every kind of record of a plan, by name. A new kind is a folder beside these and one line in each list here. */
import type { z } from 'zod';
import { type Result, fail, ok } from '../result.ts';
import { activitySchema } from './activity/schema.ts';
import { agreementSchema } from './agreement/schema.ts';
import { anchorSchema } from './anchor/schema.ts';
import { baselineSchema } from './baseline/schema.ts';
import { dependencySchema } from './dependency/schema.ts';
import { exerciseSchema } from './exercise/schema.ts';
import { locationSchema } from './location/schema.ts';
import { movementSchema } from './movement/schema.ts';
import { participantSchema } from './participant/schema.ts';
import { profileSchema } from './profile/schema.ts';
import { type QuickCheck, quickCheck } from './quickCheck.ts';
import { unitSchema } from './unit/schema.ts';

export const recordSchemas = {
  exercise: exerciseSchema,
  anchor: anchorSchema,
  participant: participantSchema,
  unit: unitSchema,
  location: locationSchema,
  activity: activitySchema,
  dependency: dependencySchema,
  movement: movementSchema,
  profile: profileSchema,
  agreement: agreementSchema,
  baseline: baselineSchema,
} as const;

export type Kind = keyof typeof recordSchemas;
export type RecordOf<K extends Kind> = z.infer<(typeof recordSchemas)[K]>;
export type PlanRecord = { [K in Kind]: RecordOf<K> }[Kind];

/** The content of a record that a planner writes; identity and bookkeeping are added when it is created. */
export type ContentOf<K extends Kind> = Omit<
  RecordOf<K>,
  'id' | 'kind' | 'owner' | 'stamp' | 'stamps' | 'withheld' | 'retained' | 'deleted'
>;

/** In the order in which they are written and shown: what most records refer to comes before what refers to it. */
export const KINDS = [
  'exercise',
  'anchor',
  'participant',
  'location',
  'unit',
  'activity',
  'dependency',
  'movement',
  'profile',
  'agreement',
  'baseline',
] as const satisfies readonly Kind[];

export const isKind = (value: string): value is Kind => Object.hasOwn(recordSchemas, value);

const quickChecks = new Map<Kind, QuickCheck>(KINDS.map((kind) => [kind, quickCheck(recordSchemas[kind])]));

/**
 * Whether a value is certainly a record of a kind, members in whatever order; `parseRecord` says what is wrong where it
 * is not, and gives the order of the schema. Reading a large bundle spent half its time in the schemas.
 */
export const isRecordOf = (kind: Kind, value: unknown): value is PlanRecord => quickChecks.get(kind)?.(value) === true;

/**
 * Narrows foreign data to a record.
 * @returns RECORD_KIND for an unknown kind, RECORD_INVALID with the record's id and the first offending field.
 */
export const parseRecord = (value: unknown): Result<PlanRecord> => {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? String(value.kind) : '';
  if (!isKind(kind)) return fail('RECORD_KIND', { kind: kind.slice(0, 40) });
  const parsed = recordSchemas[kind].safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const id = typeof value === 'object' && value !== null && 'id' in value ? String(value.id).slice(0, 40) : '';
  return fail('RECORD_INVALID', { kind, id, field: parsed.error.issues[0]?.path.join('.') ?? '' });
};
