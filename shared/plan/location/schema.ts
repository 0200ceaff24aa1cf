import { z } from 'zod';
import { baseShape, line, text } from '../base.ts';

export const LOCATION_TYPES = [
  'airport',
  'seaport',
  'railhead',
  'border-crossing',
  'staging-area',
  'training-area',
  'barracks',
  'headquarters',
  'depot',
  'hospital',
  'civil',
  'other',
] as const;

/** A place with coordinates (WGS 84, degrees) and what it can take. */
export const locationSchema = z.strictObject({
  ...baseShape,
  kind: z.literal('location'),
  name: line(160).min(1),
  /** ICAO, UN/LOCODE or another code. */
  code: line(20).optional(),
  type: z.enum(LOCATION_TYPES),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  /** IANA zone for local times; the exercise's own where absent. */
  zone: line(60).optional(),
  /** People and tonnes that can pass in a day, and beds or berths at once. */
  paxPerDay: z.int().min(0).max(10_000_000).optional(),
  tonnesPerDay: z.number().min(0).max(10_000_000).optional(),
  beds: z.int().min(0).max(1_000_000).optional(),
  /** Takes one activity at a time: a range, a berth. */
  exclusive: z.literal(true).optional(),
  remarks: text().optional(),
});
export type Location = z.infer<typeof locationSchema>;
