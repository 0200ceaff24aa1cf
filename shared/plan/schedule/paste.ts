/** Pasting a clip: copies of its records, moved in time, once or several times over. */
import { type Result, fail, ok } from '../../result.ts';
import { type TimeContext, lookupOf } from '../../time/context.ts';
import { formatInstant } from '../../time/instant.ts';
import { type Step as TimeStep, stepWhen } from '../../time/step.ts';
import { type When, resolveWhen } from '../../time/when.ts';
import { type CommandContext, type NewRecord, draftOf, newRecord } from '../command.ts';
import type { ContentOf } from '../records.ts';
import { shiftedFields } from '../movement/commands.ts';
import { REFERENCES } from '../references.ts';
import { type PlanState, exerciseOf, find, live, recordOf } from '../state.ts';
import { type Op, type StepDraft, createOp } from '../step.ts';
import { timeContextOf } from '../times.ts';
import { titleOf } from '../title.ts';
import { type Clip, clipSize } from './clip.ts';

type Fields = Record<string, unknown>;

/** More operations than a person means by one paste. */
const MAX_PASTED = 20_000;

/**
 * Where a copied time stands in this plan: on the same anchor, on the anchor of that code where it is another exercise's,
 * else at the instant at which it stood.
 */
const rehung = (plan: PlanState, clip: Clip): ((when: When) => When) => {
  const own = new Map(live(plan, 'anchor').map((anchor) => [anchor.id, anchor]));
  const places = new Map<string, string>();
  for (const { id, code, counts } of clip.anchors) {
    const twin = own.get(id) ?? [...own.values()].find((each) => each.code === code && each.counts === counts);
    if (twin !== undefined) places.set(id, twin.id);
  }
  const copied = new Map(clip.activities.map((each) => [each.id, each]));
  const lookup = lookupOf({
    zone: clip.zone,
    anchors: clip.anchors,
    reference: 0,
    locale: 'en',
    points: (id) => {
      const activity = copied.get(id);
      return activity && { code: activity.title, at: activity.start, minutes: activity.minutes };
    },
  });
  return (when) => {
    if ('at' in when) return when;
    if ('activity' in when) {
      if (find(plan, 'activity', when.activity) !== undefined) return when;
    } else {
      const anchor = places.get(when.anchor);
      if (anchor !== undefined) return { ...when, anchor };
    }
    const at = resolveWhen(when, lookup, clip);
    return at.ok ? { at: formatInstant(at.value) } : when;
  };
};

/** The content without what it names and this plan does not have; `kept` names what is copied along. */
const withoutStrangers = (
  plan: PlanState,
  kind: 'activity' | 'movement',
  content: Fields,
  kept: ReadonlyMap<string, string>,
): Fields => {
  const fields: Fields = { ...content };
  for (const { field, targets, form } of REFERENCES[kind]) {
    const known = (id: string): string[] => {
      const copy = kept.get(id);
      if (copy !== undefined) return [copy];
      return targets.some((target) => find(plan, target, id) !== undefined) ? [id] : [];
    };
    const value = fields[field];
    if (form === 'many' && Array.isArray(value)) fields[field] = value.flatMap((id: string) => known(id));
    else if (form === 'one' && typeof value === 'string') {
      const [id] = known(value);
      if (id === undefined) delete fields[field];
      else fields[field] = id;
    }
  }
  return fields;
};

/** A unit line number that nobody has yet: `FIN-001` becomes `FIN-001-2`. */
const freeUln = (uln: string, taken: Set<string>): string => {
  let n = 2;
  let next = uln;
  while (taken.has(next)) {
    next = `${uln.slice(0, 36)}-${n}`;
    n += 1;
  }
  taken.add(next);
  return next;
};

interface Pasting {
  readonly context: CommandContext;
  readonly clip: Clip;
  readonly times: TimeContext;
  readonly rehang: (when: When) => When;
  readonly ulns: Set<string>;
  /** Pasted where it was copied: a label that comes from above comes from there again. */
  readonly home: boolean;
}

const labelled = ({ home, context }: Pasting, kind: 'activity' | 'movement', id: string, content: Fields): Fields => {
  const original = home ? recordOf(context.plan, kind, id) : undefined;
  if (original === undefined || original.label !== undefined || original.retained?.label !== undefined) return content;
  const { label: _inherited, ...rest } = content;
  return rest;
};

/** What counts from a copied activity counts from its copy, which is moved already; from one that is nowhere, it waits. */
const pastedStart = (
  { context, rehang, times }: Pasting,
  start: When | undefined,
  by: TimeStep,
  ids: ReadonlyMap<string, string>,
): Result<When | undefined> => {
  if (start === undefined) return ok(undefined);
  const copy = 'activity' in start ? ids.get(start.activity) : undefined;
  if (copy !== undefined) return ok({ ...start, activity: copy } as When);
  const here = rehang(start);
  const lost = 'activity' in here && find(context.plan, 'activity', here.activity) === undefined;
  return lost ? ok(undefined) : stepWhen(here, by, times);
};

const pastedActivities = (pasting: Pasting, by: TimeStep, ids: ReadonlyMap<string, string>): Result<NewRecord[]> => {
  const { context, clip } = pasting;
  const made: NewRecord[] = [];
  for (const { id, kind, serial: _serial, foreignId: _foreignId, ...content } of clip.activities) {
    const start = pastedStart(pasting, content.start, by, ids);
    if (!start.ok) return start;
    const fields = labelled(pasting, kind, id, withoutStrangers(context.plan, kind, content, ids));
    const record = newRecord(context, kind, { ...fields, start: start.value, state: 'draft' } as ContentOf<'activity'>);
    made.push({ ...record, id: ids.get(id) ?? record.id });
  }
  return ok(made);
};

const pastedMovements = (pasting: Pasting, by: TimeStep, ids: ReadonlyMap<string, string>): Result<NewRecord[]> => {
  const { context, clip, times, rehang, ulns } = pasting;
  const made: NewRecord[] = [];
  for (const { id, kind, ...content } of clip.movements) {
    const moved = shiftedFields(content, by, (when, step) => stepWhen(rehang(when), step, times));
    if (!moved.ok) return moved;
    const fields = labelled(pasting, kind, id, withoutStrangers(context.plan, kind, content, ids));
    if (fields['participant'] === undefined) return fail('PASTE_PARTICIPANT', { what: content.uln });
    const legs = (moved.value['legs'] as ContentOf<'movement'>['legs']).map((leg) => placedLeg(context, leg));
    const crd = content.crd === undefined ? undefined : rehang(content.crd);
    const uln = freeUln(content.uln, ulns);
    const all = { ...fields, ...moved.value, legs, crd, uln, state: 'draft' } as ContentOf<'movement'>;
    const record = newRecord(context, kind, all);
    made.push({ ...record, id: ids.get(id) ?? record.id });
  }
  return ok(made);
};

const placedLeg = (
  { plan, newId }: CommandContext,
  leg: ContentOf<'movement'>['legs'][number],
): ContentOf<'movement'>['legs'][number] => {
  const { from, to, ...rest } = leg;
  const known = (id: string | undefined): boolean => id !== undefined && recordOf(plan, 'location', id) !== undefined;
  return { ...rest, id: newId(), ...(known(from) ? { from } : {}), ...(known(to) ? { to } : {}) };
};

/** One copy of everything, `by` from where it was. */
const pastedOnce = (pasting: Pasting, by: TimeStep): Result<NewRecord[]> => {
  const { context, clip } = pasting;
  const ids = new Map([...clip.activities, ...clip.movements].map(({ id }) => [id, context.newId()]));
  const activities = pastedActivities(pasting, by, ids);
  if (!activities.ok) return activities;
  const movements = pastedMovements(pasting, by, ids);
  if (!movements.ok) return movements;
  const links = clip.links.flatMap(({ from, to, type, lagMinutes }) => {
    const ends = { from: ids.get(from), to: ids.get(to) };
    return ends.from === undefined || ends.to === undefined
      ? []
      : [newRecord(context, 'dependency', { from: ends.from, to: ends.to, type, lagMinutes }) as NewRecord];
  });
  return ok([...activities.value, ...movements.value, ...links]);
};

/**
 * Copies a clip into the plan, each copy a step further than the last. Copies are the actor's own drafts, without serial
 * numbers and with unit line numbers of their own; the links among them are copied, what this plan does not have is left out.
 * @param by how far the first copy is from where the records were copied.
 * @returns PASTE_LIMIT {limit}, PASTE_PARTICIPANT {what}, LABEL_ABOVE_CEILING, or why a time cannot be placed.
 */
export const pasteClip = (
  context: CommandContext,
  clip: Clip,
  by: TimeStep,
  times: { readonly count: number; readonly every: TimeStep } = { count: 1, every: by },
): Result<StepDraft> => {
  if (clipSize(clip) * times.count > MAX_PASTED) return fail('PASTE_LIMIT', { limit: MAX_PASTED });
  const pasting: Pasting = {
    context,
    clip,
    times: timeContextOf(context.plan, 'en', 0),
    rehang: rehung(context.plan, clip),
    ulns: new Set(live(context.plan, 'movement').map(({ uln }) => uln)),
    home: exerciseOf(context.plan)?.id === clip.exercise,
  };
  const ops: Op[] = [];
  let shift = by;
  for (let copy = 0; copy < times.count; copy += 1) {
    const records = pastedOnce(pasting, shift);
    if (!records.ok) return records;
    ops.push(...records.value.map((record) => createOp(record)));
    shift = { unit: times.every.unit, n: shift.n + times.every.n };
  }
  const [first] = ops;
  const single = clipSize(clip) * times.count === 1 && first?.after !== null ? first?.after : undefined;
  const label =
    single === undefined
      ? { key: 'steps.pasteMany', params: { count: clipSize(clip) * times.count } }
      : { key: 'steps.paste', params: { what: titleOf(single as unknown as NewRecord) } };
  return draftOf(context, label, ops);
};

/** The records of a draft that are new in it and stand in the schedule, for selecting them. */
export const createdIn = (
  ops: readonly Op[],
): readonly { readonly kind: 'activity' | 'movement'; readonly id: string }[] =>
  ops.flatMap(({ kind, id, before }) =>
    before === null && (kind === 'activity' || kind === 'movement') ? [{ kind, id }] : [],
  );
