/**
 * Markings and national caveats that a plan retains: another nation's record protected this one until its owner took it
 * away from there by an import, and an import never weakens that (DOCTRINE C16). They are this plan's own memory beside
 * the owner's word, never in its place, so that the records of all plans are the same in whatever order bundles came.
 * They count wherever a marking or a caveat counts, and are written out where the record leaves.
 */
import { z } from 'zod';
import { labelSchema } from '../label/label.ts';
import { codeSchema, idSchema, line, stampSchema } from './basics.ts';
import { caveatsSchema } from './caveat/schema.ts';

/** Longest title that is retained. */
export const SOURCE_TITLE = 200;

/** Most records of one memory that are named. */
const SOURCES = 20;

/** The nation whose marking or caveat it was, and the record that it stood on, as that was called then. */
const sourceSchema = z.strictObject({ nation: codeSchema, title: line(SOURCE_TITLE) });
export type Source = z.infer<typeof sourceSchema>;

const sourcesSchema = z.array(sourceSchema).max(SOURCES);

const retainedLabelSchema = z.strictObject({
  label: labelSchema,
  from: sourcesSchema,
  /** The stamp of the change that took the record away: a later word of its owner about the label settles it. */
  since: stampSchema,
});
export type RetainedLabel = z.infer<typeof retainedLabelSchema>;

const retainedCaveatsSchema = z.strictObject({
  caveats: caveatsSchema,
  from: sourcesSchema,
  /** By the caveat's identifier, the stamp of the change that took it away; what was retained before that was kept has none. */
  since: z.record(idSchema, stampSchema).optional(),
});
export type RetainedCaveats = z.infer<typeof retainedCaveatsSchema>;

export const retainedSchema = z.strictObject({
  label: retainedLabelSchema.optional(),
  caveats: retainedCaveatsSchema.optional(),
});
export type Retained = z.infer<typeof retainedSchema>;

/** Each once, the ones known first. */
export const joinSources = (a: readonly Source[], b: readonly Source[]): Source[] =>
  [...a, ...b.filter((each) => !a.some(({ nation, title }) => nation === each.nation && title === each.title))].slice(
    0,
    SOURCES,
  );

/** A memory with parts set or (by undefined) dropped; undefined when nothing is left of it. */
export const withParts = (before: Retained | undefined, parts: Partial<Retained>): Retained | undefined => {
  const { label, caveats } = { ...before, ...parts };
  if (label === undefined && caveats === undefined) return undefined;
  return { ...(label === undefined ? {} : { label }), ...(caveats === undefined ? {} : { caveats }) };
};
