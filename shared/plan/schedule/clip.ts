/**
 * What the clipboard carries of the schedule: the records themselves with the links among them, complete enough to be
 * pasted into another exercise. It comes back from outside, so it is narrowed by a schema like anything foreign.
 */
import { z } from 'zod';
import { type Result, fail, ok } from '../../result.ts';
import { formatInstant, instantSchema } from '../../time/instant.ts';
import { zoneSchema } from '../../time/zone.ts';
import { activitySchema } from '../activity/schema.ts';
import { codeSchema, idSchema } from '../base.ts';
import { dependencySchema } from '../dependency/schema.ts';
import { effectiveLabels } from '../label/effective.ts';
import { movementSchema } from '../movement/schema.ts';
import { eachReference } from '../references.ts';
import { type PlanState, exerciseOf, find, live } from '../state.ts';
import { scheduledSpan, timeResolver } from '../times.ts';
import { type RowMove, contentInRow } from './reassign.ts';
import type { Scheduled } from './scheduled.ts';

const allOk = <T>(results: readonly Result<T>[]): Result<T[]> => {
  const values: T[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values);
};

/** More than anybody copies at once. */
const MAX_RECORDS = 5_000;

const META = { owner: true, stamp: true, stamps: true, withheld: true, retained: true, deleted: true } as const;

const clipSchema = z.strictObject({
  format: z.literal(1),
  exercise: idSchema,
  zone: zoneSchema,
  /** When the first of the records starts. */
  start: z.number(),
  activities: z.array(activitySchema.omit(META)).max(MAX_RECORDS),
  movements: z.array(movementSchema.omit(META)).max(MAX_RECORDS),
  links: z.array(dependencySchema.pick({ from: true, to: true, type: true, lagMinutes: true })).max(4 * MAX_RECORDS),
  /** The anchors on which times hang, and where they stood. */
  anchors: z
    .array(
      z.strictObject({ id: idSchema, code: z.string().max(12), counts: z.enum(['day', 'hour']), at: instantSchema }),
    )
    .max(200),
  /** The nation whose planner copied. */
  from: codeSchema,
});
export type Clip = z.infer<typeof clipSchema>;

const anchorsOf = (plan: PlanState, ids: ReadonlySet<string>): Clip['anchors'] => {
  const resolve = timeResolver(plan);
  return live(plan, 'anchor').flatMap(({ id, code, counts, at }) => {
    const ms = ids.has(id) ? resolve(at) : undefined;
    return ms === undefined ? [] : [{ id, code, counts, at: formatInstant(ms) }];
  });
};

const bare = <R extends object>(record: R): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !(field in META)));

/**
 * The clip of scheduled records; undefined when none of them has a time. Labels are written out, so that a copy is
 * marked as its original was, wherever it is pasted.
 */
export const clipOf = (plan: PlanState, records: readonly Scheduled[], from: string): Clip | undefined => {
  const exercise = exerciseOf(plan);
  const resolve = timeResolver(plan);
  const labelOf = effectiveLabels(plan);
  const chosen = new Set(records.map(({ id }) => id));
  const found = records.flatMap(({ kind, id }) => find(plan, kind, id) ?? []);
  const starts = found.flatMap((record) => {
    const span = scheduledSpan(record, resolve);
    return span === undefined ? [] : [span.start];
  });
  if (exercise === undefined || starts.length === 0) return undefined;
  const anchors = new Set<string>();
  for (const record of found) {
    eachReference(record, (_field, targets, id) => {
      if (targets.includes('anchor')) anchors.add(id);
    });
  }
  const contents = found.map((record) => ({ ...bare(record), label: labelOf(record).label }));
  const clip = {
    format: 1,
    exercise: exercise.id,
    zone: exercise.zone,
    start: starts.reduce((first, start) => Math.min(first, start)),
    activities: contents.filter((content) => 'title' in content),
    movements: contents.filter((content) => 'uln' in content),
    links: live(plan, 'dependency')
      .filter((link) => chosen.has(link.from) && chosen.has(link.to))
      .map((link) => ({ from: link.from, to: link.to, type: link.type, lagMinutes: link.lagMinutes })),
    anchors: anchorsOf(plan, anchors),
    from,
  };
  const parsed = clipSchema.safeParse(clip);
  return parsed.success ? parsed.data : undefined;
};

export const writeClip = (clip: Clip): string => JSON.stringify(clip);

/** Longer texts are no clip of ours. */
const MAX_TEXT = 30_000_000;

/** Reads a clip from the clipboard. CLIP_UNREADABLE for anything else. */
export const readClip = (text: string): Result<Clip> => {
  if (text.length > MAX_TEXT) return fail('CLIP_UNREADABLE');
  try {
    const parsed = clipSchema.safeParse(JSON.parse(text));
    return parsed.success ? ok(parsed.data) : fail('CLIP_UNREADABLE');
  } catch {
    return fail('CLIP_UNREADABLE');
  }
};

/**
 * A clip whose records stand in another row than where they were copied.
 * @returns as `reassign`.
 */
export const clipInRow = (clip: Clip, move: RowMove): Result<Clip> => {
  const activities = allOk(clip.activities.map((content) => contentInRow(content, move)));
  if (!activities.ok) return activities;
  const movements = allOk(clip.movements.map((content) => contentInRow(content, move)));
  return movements.ok ? ok({ ...clip, activities: activities.value, movements: movements.value }) : movements;
};

/** How many records a clip carries. */
export const clipSize = ({ activities, movements }: Clip): number => activities.length + movements.length;
