/** What goes with a removed record, and how the rest of the plan lets go of it. */
import { type Result, fail, ok } from '../result.ts';
import { formatInstant } from '../time/instant.ts';
import { hangsOn, type When } from '../time/when.ts';
import { KINDS, type Kind, type PlanRecord } from './records.ts';
import { NESTED, REFERENCES, type ReferenceField, eachReference, nestedIn } from './references.ts';
import { type PlanState, live } from './state.ts';
import { type Fields, type Op, changeOp } from './step.ts';
import { type ResolveTime, timeResolver } from './times.ts';
import { titleOf } from './title.ts';
import { subtreeOf } from './unit/tree.ts';

type Gone = ReadonlyMap<Kind, ReadonlySet<string>>;

/** A participant takes its units and movements, a unit its subordinates, an activity or movement its dependencies. */
const removedWith = (plan: PlanState, kind: Kind, ids: ReadonlySet<string>): Gone => {
  const gone = new Map<Kind, ReadonlySet<string>>([[kind, ids]]);
  const idsOf = (records: readonly PlanRecord[]): Set<string> => new Set(records.map(({ id }) => id));
  if (kind === 'participant') {
    gone.set('unit', idsOf(live(plan, 'unit').filter((unit) => ids.has(unit.participant))));
    gone.set('movement', idsOf(live(plan, 'movement').filter((movement) => ids.has(movement.participant))));
  }
  const units = gone.get('unit');
  if (units !== undefined) gone.set('unit', idsOf(subtreeOf(plan, units)));
  const ends = gone.get('movement') ?? gone.get('activity');
  if (ends !== undefined)
    gone.set('dependency', idsOf(live(plan, 'dependency').filter(({ from, to }) => ends.has(from) || ends.has(to))));
  return gone;
};

const namesAny = (record: PlanRecord, gone: Gone): boolean => {
  let found = false;
  eachReference(record, (_field, targets, id) => {
    if (targets.some((target) => gone.get(target)?.has(id) === true)) found = true;
  });
  return found;
};

/** A when that hung on a removed anchor or activity stays where it stood. */
const frozen = (when: When, resolve: ResolveTime): Result<When> => {
  const ms = resolve(when);
  return ms === undefined ? fail('ANCHOR_REMOVE_UNDATED') : ok({ at: formatInstant(ms) });
};

const letGoOf = (
  fields: Fields,
  list: readonly ReferenceField[],
  gone: Gone,
  resolve: ResolveTime,
): Result<Record<string, unknown>> => {
  const changes: Record<string, unknown> = {};
  for (const { field, targets, form } of list) {
    const value = fields[field];
    const onActivity = form === 'when' && value !== undefined && 'activity' in (value as When);
    const kinds: readonly Kind[] = onActivity ? ['activity'] : targets;
    const ids = kinds.map((kind) => gone.get(kind)).find((each) => each !== undefined);
    if (value === undefined || ids === undefined) continue;
    if (form === 'one') {
      if (ids.has(value as string)) changes[field] = null;
    } else if (form === 'many') {
      changes[field] = (value as readonly string[]).filter((id) => !ids.has(id));
    } else if (ids.has(hangsOn(value as When) ?? '')) {
      const at = frozen(value as When, resolve);
      // An activity whose lead time led nowhere is what it was: not scheduled.
      if (!at.ok && field !== 'start') return at;
      changes[field] = at.ok ? at.value : null;
    }
  }
  return ok(changes);
};

const membersLetGo = (
  members: readonly object[],
  list: readonly ReferenceField[],
  gone: Gone,
  resolve: ResolveTime,
): Result<readonly Fields[]> => {
  const kept: Fields[] = [];
  for (const member of members) {
    const changes = letGoOf(member as Fields, list, gone, resolve);
    if (!changes.ok) return changes;
    kept.push(
      Object.fromEntries(Object.entries({ ...member, ...changes.value }).filter(([, value]) => value !== null)),
    );
  }
  return ok(kept);
};

const letGoOp = (record: PlanRecord, gone: Gone, resolve: ResolveTime): Result<Op | undefined> => {
  const changes = letGoOf(record, REFERENCES[record.kind], gone, resolve);
  if (!changes.ok) return fail('ANCHOR_REMOVE_UNDATED', { what: titleOf(record) });
  const nested = NESTED[record.kind];
  const members = nested === undefined ? [] : nestedIn(record, nested.field);
  if (nested === undefined || members.length === 0) return ok(changeOp(record, changes.value));
  const kept = membersLetGo(members, nested.references, gone, resolve);
  return kept.ok
    ? ok(changeOp(record, { ...changes.value, [nested.field]: kept.value }))
    : fail('ANCHOR_REMOVE_UNDATED', { what: titleOf(record) });
};

/**
 * The operations that remove records and everything that goes with them, one operation per record.
 * Times that hung on a removed anchor or activity become absolute where they stood.
 * @returns ANCHOR_REMOVE_UNDATED {what} when such a time stands nowhere.
 */
export const removalOps = (plan: PlanState, kind: Kind, ids: ReadonlySet<string>): Result<Op[]> => {
  const gone = removedWith(plan, kind, ids);
  const resolve = timeResolver(plan);
  const ops: Op[] = [];
  for (const each of KINDS) {
    for (const record of live(plan, each)) {
      if (gone.get(each)?.has(record.id) === true) {
        ops.push({ kind: each, id: record.id, before: { deleted: null }, after: { deleted: true } });
      } else if (namesAny(record, gone)) {
        const op = letGoOp(record, gone, resolve);
        if (!op.ok) return op;
        if (op.value !== undefined) ops.push(op.value);
      }
    }
  }
  return ok(ops);
};
