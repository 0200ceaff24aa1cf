import { z } from 'zod';
import { baseShape, codeSchema, idSchema, line, text } from '../base.ts';
import { labelSchema } from '../../label/label.ts';
import { labellingSchema } from '../../label/policies.ts';
import { instantSchema } from '../../time/instant.ts';

/** DOCTRINE C2; several may apply. */
export const EXERCISE_TYPES = [
  'LIVEX',
  'FTX',
  'CPX',
  'CAX',
  'CFX',
  'MAPEX',
  'TTX',
  'SYNEX',
  'STAFFEX',
  'ALERTEX',
  'LOGEX',
  'COMMEX',
  'SEMINAR',
  'WORKSHOP',
  'OTHER',
] as const;

/** The exercise itself. Its id is the exercise id of all other records; its label is the default of all others. */
export const exerciseSchema = z.strictObject({
  ...baseShape,
  kind: z.literal('exercise'),
  label: labelSchema,
  name: line(120).min(1),
  nickname: line(60).optional(),
  types: z.array(z.enum(EXERCISE_TYPES)).max(EXERCISE_TYPES.length),
  aim: text().optional(),
  objectives: z.array(z.strictObject({ id: idSchema, text: text(1000) })).max(100),
  start: instantSchema.optional(),
  end: instantSchema.optional(),
  hostNation: codeSchema.optional(),
  /** Officer scheduling, conducting and directing the exercise (OSE, OCE, ODE): a post or headquarters. */
  ose: line(120).optional(),
  oce: line(120).optional(),
  ode: line(120).optional(),
  /** IANA zone in which calendar days of anchors are counted. */
  zone: line(60).min(1),
  /** Days of the week without work, from 1 for Monday; Saturday and Sunday where absent. */
  weekend: z.array(z.int().min(1).max(7)).max(6).optional(),
  /** Participants whose holidays are no working days; those of all where absent or empty. */
  holidaysOf: z.array(idSchema).max(200).optional(),
  /** Middle of the exercise area (WGS 84, degrees), for sunrise and sunset; that of its locations where absent. */
  area: z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).optional(),
  /** Which edition's stages the template laid out (DOCTRINE C1). */
  stageModel: line(60).optional(),
  /** How this exercise marks; without it the built-in policies and table count, and there is no ceiling. */
  labelling: labellingSchema.optional(),
  /** A release needs the signature of a second person of the originator's nation. */
  twoPersonRelease: z.literal(true).optional(),
  archived: z.literal(true).optional(),
});
export type Exercise = z.infer<typeof exerciseSchema>;
