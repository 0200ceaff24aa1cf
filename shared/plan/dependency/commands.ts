/** Commands on dependencies. */
import { type Result, fail, ok } from '../../result.ts';
import { readDuration } from '../../time/duration.ts';
import { type CommandContext, draftOf, newRecord } from '../command.ts';
import { liveRecords } from '../commands.ts';
import { find, live } from '../state.ts';
import { type Op, type StepDraft, changeOp, createOp } from '../step.ts';
import { titleOf } from '../title.ts';
import { type Dependency, MAX_LAG } from './schema.ts';

/** How one activity waits for another. */
export type LinkTerms = Pick<Dependency, 'type' | 'lagMinutes'>;

/**
 * Makes each activity wait for the one before it in the list. Where two are linked already, that link takes the terms.
 * @returns RECORD_MISSING, LINK_TOO_FEW for fewer than two, NOTHING_TO_CHANGE, DEPENDENCY_SELF or DEPENDENCY_CYCLE {from, to}.
 */
export const linkInOrder = (
  context: CommandContext,
  ids: readonly string[],
  { type, lagMinutes }: LinkTerms,
): Result<StepDraft> => {
  const activities = liveRecords(context, 'activity', ids);
  if (!activities.ok) return activities;
  const [first, ...others] = activities.value;
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
      ? { key: 'steps.link', params: { from: titleOf(first).slice(0, 100), to: titleOf(last).slice(0, 100) } }
      : { key: 'steps.linkMany', params: { count: others.length } };
  return draftOf(context, label, ops);
};

/**
 * Takes away the links among activities, or all links of one.
 * @returns RECORD_MISSING or NOTHING_TO_CHANGE where there are none.
 */
export const unlink = (context: CommandContext, ids: readonly string[]): Result<StepDraft> => {
  const chosen = new Set(ids);
  const alone = chosen.size === 1;
  const links = live(context.plan, 'dependency').filter(({ from, to }) =>
    alone ? chosen.has(from) || chosen.has(to) : chosen.has(from) && chosen.has(to),
  );
  const ops: Op[] = links.map(({ id, kind }) => ({ kind, id, before: { deleted: null }, after: { deleted: true } }));
  const [first] = links;
  const label =
    links.length === 1 && first !== undefined
      ? { key: 'steps.unlink', params: endsOf(context, first) }
      : { key: 'steps.removeMany.dependency', params: { count: links.length } };
  return draftOf(context, label, ops);
};

const endsOf = ({ plan }: CommandContext, { from, to }: Dependency): { readonly from: string; readonly to: string } => {
  const name = (id: string): string => {
    const activity = find(plan, 'activity', id);
    return activity === undefined ? '' : titleOf(activity).slice(0, 100);
  };
  return { from: name(from), to: name(to) };
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
