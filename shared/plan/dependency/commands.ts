/** Commands on dependencies, of activities and movements alike. */
import { type Result, fail, ok } from '../../result.ts';
import { readDuration } from '../../time/duration.ts';
import { type CommandContext, draftOf, newRecord } from '../command.ts';
import { liveRecords } from '../commands.ts';
import { live } from '../state.ts';
import { type Op, type StepDraft, type StepLabel, changeOp, createOp } from '../step.ts';
import { titleOf } from '../title.ts';
import { type LinkEnd, endOf, liveEnds } from './ends.ts';
import { type Dependency, MAX_LAG } from './schema.ts';

/** How one end waits for the other. */
export type LinkTerms = Pick<Dependency, 'type' | 'lagMinutes'>;

const nameOf = (end: LinkEnd | undefined): string => (end === undefined ? '' : titleOf(end).slice(0, 100));

/** A label that names both ends of a link. */
const labelOf = (
  { plan }: CommandContext,
  key: 'steps.link' | 'steps.unlink' | 'steps.changeLink',
  { from, to }: Pick<Dependency, 'from' | 'to'>,
): StepLabel => ({ key, params: { from: nameOf(endOf(plan, from)), to: nameOf(endOf(plan, to)) } });

/**
 * Makes `to` wait for `from`, each an activity or a movement; the lag is in minutes and may be negative.
 * @returns RECORD_MISSING, DEPENDENCY_SELF, DEPENDENCY_DUPLICATE or DEPENDENCY_CYCLE {from, to}.
 */
export const addLink = (
  context: CommandContext,
  from: string,
  to: string,
  { type, lagMinutes }: LinkTerms = { type: 'FS', lagMinutes: 0 },
): Result<StepDraft> => {
  const ends = liveEnds(context.plan, [from, to]);
  if (!ends.ok) return ends;
  const record = newRecord(context, 'dependency', { from, to, type, lagMinutes });
  return draftOf(context, labelOf(context, 'steps.link', { from, to }), [createOp(record)]);
};

/**
 * Makes each activity or movement wait for the one before it in the list. Where two are linked already, that link takes
 * the terms.
 * @returns RECORD_MISSING, LINK_TOO_FEW for fewer than two, NOTHING_TO_CHANGE, DEPENDENCY_SELF or DEPENDENCY_CYCLE {from, to}.
 */
export const linkInOrder = (
  context: CommandContext,
  ids: readonly string[],
  { type, lagMinutes }: LinkTerms,
): Result<StepDraft> => {
  const ends = liveEnds(context.plan, ids);
  if (!ends.ok) return ends;
  const [first, ...others] = ends.value;
  const last = others.at(-1);
  if (first === undefined || last === undefined) return fail(ids.length > 1 ? 'DEPENDENCY_SELF' : 'LINK_TOO_FEW');
  const known = new Map(live(context.plan, 'dependency').map((link) => [`${link.from} ${link.to}`, link]));
  const ops: Op[] = [];
  let from = first.id;
  for (const { id: to } of others) {
    const link = known.get(`${from} ${to}`);
    const op =
      link === undefined
        ? createOp(newRecord(context, 'dependency', { from, to, type, lagMinutes }))
        : changeOp(link, { type, lagMinutes });
    if (op !== undefined) ops.push(op);
    from = to;
  }
  const label =
    others.length === 1
      ? labelOf(context, 'steps.link', { from: first.id, to: last.id })
      : { key: 'steps.linkMany', params: { count: others.length } };
  return draftOf(context, label, ops);
};

/**
 * Gives a link other terms.
 * @returns RECORD_MISSING or NOTHING_TO_CHANGE.
 */
export const changeLink = (context: CommandContext, id: string, terms: Partial<LinkTerms>): Result<StepDraft> => {
  const links = liveRecords(context, 'dependency', [id]);
  if (!links.ok) return links;
  const [link] = links.value;
  const op = link === undefined ? undefined : changeOp(link, terms);
  return link === undefined || op === undefined
    ? fail('NOTHING_TO_CHANGE')
    : draftOf(context, labelOf(context, 'steps.changeLink', link), [op]);
};

const removal = (context: CommandContext, links: readonly Dependency[]): Result<StepDraft> => {
  const [first] = links;
  const label =
    links.length === 1 && first !== undefined
      ? labelOf(context, 'steps.unlink', first)
      : { key: 'steps.removeMany.dependency', params: { count: links.length } };
  return draftOf(
    context,
    label,
    links.map(({ id, kind }) => ({ kind, id, before: { deleted: null }, after: { deleted: true } })),
  );
};

/** Takes one link away. RECORD_MISSING. */
export const removeLink = (context: CommandContext, id: string): Result<StepDraft> => {
  const links = liveRecords(context, 'dependency', [id]);
  return links.ok ? removal(context, links.value) : links;
};

/**
 * Takes away the links among activities and movements, or all links of one.
 * @returns NOTHING_TO_CHANGE where there are none.
 */
export const unlink = (context: CommandContext, ids: readonly string[]): Result<StepDraft> => {
  const chosen = new Set(ids);
  const alone = chosen.size === 1;
  return removal(
    context,
    live(context.plan, 'dependency').filter(({ from, to }) =>
      alone ? chosen.has(from) || chosen.has(to) : chosen.has(from) && chosen.has(to),
    ),
  );
};

/** The terms that a drag from one end to another means: from `start` or `end` to `start` or `end`. */
export const typeBetween = (leave: 'start' | 'end', reach: 'start' | 'end'): Dependency['type'] => {
  if (leave === 'end') return reach === 'start' ? 'FS' : 'FF';
  return reach === 'start' ? 'SS' : 'SF';
};

/** A lag as a length of time with its sign (`readDuration`), a year at most; nothing is no lag. Minutes; LAG_UNREADABLE {text}. */
export const readLag = (typed: string): Result<number> => {
  if (typed.trim() === '') return ok(0);
  const read = readDuration(typed);
  return read.ok && Math.abs(read.value) <= MAX_LAG
    ? read
    : fail('LAG_UNREADABLE', { text: typed.trim().slice(0, 40) });
};
