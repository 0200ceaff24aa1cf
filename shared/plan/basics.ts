/** What the schemas of all records are made of. */
import { z } from 'zod';

export { stampSchema } from '../time/clock.ts';

/** Identifiers are UUIDs (version 7 for our own, so that they sort by age); imported foreign ids are kept beside. */
export const idSchema = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);

/** The code of a nation or organisation: STANAG 1059 trigraph, an exercise nation's own code, or an acronym. */
export const codeSchema = z.string().regex(/^[A-Z][A-Z0-9-]{1,11}$/);

export const line = (max: number) => z.string().max(max);
export const text = (max = 4000) => z.string().max(max);
