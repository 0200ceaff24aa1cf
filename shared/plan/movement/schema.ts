import { z } from 'zod';
import { baseShape, idSchema, line, text } from '../base.ts';
import { whenSchema } from '../../time/when.ts';

export const MOVEMENT_MODES = ['AIR', 'SEA', 'RAIL', 'ROAD', 'SELF'] as const;
export const MOVEMENT_DIRECTIONS = ['deployment', 'redeployment', 'sustainment'] as const;
export const MOVEMENT_STATES = ['draft', 'planned', 'confirmed', 'done', 'cancelled'] as const;

const legSchema = z.strictObject({
  id: idSchema,
  mode: z.enum(MOVEMENT_MODES),
  from: idSchema.optional(),
  to: idSchema.optional(),
  depart: whenSchema,
  arrive: whenSchema,
  carrier: line(120).optional(),
});
export type Leg = z.infer<typeof legSchema>;

/** Ready and latest dates in the order in which they must follow each other (DOCTRINE C7). */
export const MOVEMENT_DATES = ['rld', 'ald', 'ead', 'lad', 'rdd'] as const;

/** The movement of units from origin over ports of embarkation and debarkation to a destination. */
export const movementSchema = z.strictObject({
  ...baseShape,
  kind: z.literal('movement'),
  /** Unit line number: free text, unique in the exercise. */
  uln: line(40).min(1),
  name: line(160).optional(),
  participant: idSchema,
  units: z.array(idSchema).max(200),
  direction: z.enum(MOVEMENT_DIRECTIONS),
  origin: idSchema.optional(),
  poe: idSchema.optional(),
  pod: idSchema.optional(),
  destination: idSchema.optional(),
  legs: z.array(legSchema).max(20),
  /** Ready to load at origin; available to load at POE; earliest and latest arrival at POD; required at destination; commander's required date. */
  rld: whenSchema.optional(),
  ald: whenSchema.optional(),
  ead: whenSchema.optional(),
  lad: whenSchema.optional(),
  rdd: whenSchema.optional(),
  crd: whenSchema.optional(),
  pax: z.int().min(0).max(1_000_000),
  tonnes: z.number().min(0).max(10_000_000),
  lengthM: z.number().min(0).max(10_000_000).optional(),
  areaM2: z.number().min(0).max(10_000_000).optional(),
  volumeM3: z.number().min(0).max(10_000_000).optional(),
  dangerousGoods: z.boolean(),
  priority: z.int().min(1).max(999),
  provider: line(120).optional(),
  /** Who is in charge of it, in words. */
  responsible: line(120).optional(),
  /** The function among whose rows it stands: a kind of activity; that of movements where absent. */
  countsAs: line(40).min(1).optional(),
  state: z.enum(MOVEMENT_STATES),
  remarks: text().optional(),
});
export type Movement = z.infer<typeof movementSchema>;
