/**
 * The laws that no command may break: references name live records, trees and chains have no rings, codes are unique.
 * Only what an operation brings in is judged, so that a plan with an old fault (from an import) can still be edited.
 */
import { type Result, fail, ok } from '../result.ts';
import { isAbove } from '../label/label.ts';
import { isOrderly } from '../label/policies.ts';
import { guardLowering } from './label/ceiling.ts';
import { labellingOf } from './label/effective.ts';
import type { Kind, PlanRecord, RecordOf } from './records.ts';
import { eachReference } from './references.ts';
import { isPlaceholder } from './release/placeholder.ts';
import { type PlanState, live, recordOf } from './state.ts';
import { hangsOn } from '../time/when.ts';
import type { Op } from './step.ts';
import { titleOf } from './title.ts';
import { PIECE, type Work, each, finish } from '../work.ts';

/** The plan as it will be, without building it: the operations' records over the plan's. */
interface Preview {
  readonly record: <K extends Kind>(kind: K, id: string | undefined) => RecordOf<K> | undefined;
  readonly all: <K extends Kind>(kind: K) => RecordOf<K>[];
  /** The dependencies by their ends; gathered once, however many links a step makes. */
  readonly links: () => Links;
}

const merged = (current: PlanRecord | undefined, op: Op): PlanRecord => {
  const fields: Record<string, unknown> = { ...current };
  for (const [field, value] of Object.entries(op.after ?? { deleted: true })) {
    if (value === null || value === undefined) delete fields[field];
    else fields[field] = value;
  }
  return fields as unknown as PlanRecord;
};

const previewOf = function* (plan: PlanState, ops: readonly Op[]): Work<Preview> {
  const changed = new Map<string, PlanRecord>();
  yield* each(ops, (op) => void changed.set(op.id, merged(changed.get(op.id) ?? recordOf(plan, op.kind, op.id), op)));
  const record = <K extends Kind>(kind: K, id: string | undefined): RecordOf<K> | undefined => {
    if (id === undefined) return undefined;
    const found = changed.get(id) ?? recordOf(plan, kind, id);
    return found === undefined || found.deleted === true || found.kind !== kind ? undefined : (found as RecordOf<K>);
  };
  const all = <K extends Kind>(kind: K): RecordOf<K>[] => [
    ...live(plan, kind).filter(({ id }) => !changed.has(id)),
    ...[...changed.values()].filter((each): each is RecordOf<K> => each.kind === kind && each.deleted !== true),
  ];
  let gathered: Links | undefined;
  const links = (): Links => {
    gathered ??= linksOf(all('dependency'));
    return gathered;
  };
  return { record, all, links };
};

const guardReferences = (record: PlanRecord, before: PlanRecord | undefined, preview: Preview): Result<null> => {
  const known = new Set<string>();
  if (before !== undefined) eachReference(before, (_field, _targets, id) => known.add(id));
  let result: Result<null> = ok(null);
  eachReference(record, (field, targets, id) => {
    if (!result.ok || known.has(id) || isPlaceholder(id)) return;
    if (targets.some((target) => preview.record(target, id) !== undefined)) return;
    const kind = targets.length > 1 ? 'end' : (targets[0] ?? '');
    result = fail('REFERENCE_MISSING', { what: titleOf(record), field, kind });
  });
  return result;
};

/** Follows a chain from a record; true when it comes back to where it has been. */
const isRing = (start: string, next: (id: string) => string | undefined): boolean => {
  const seen = new Set<string>();
  for (let id: string | undefined = start; id !== undefined; id = next(id)) {
    if (seen.has(id)) return true;
    seen.add(id);
  }
  return false;
};

const guardUnit = (unit: RecordOf<'unit'>, changes: Op['after'], preview: Preview): Result<null> => {
  const parent = preview.record('unit', unit.parent);
  if (isRing(unit.id, (id) => preview.record('unit', id)?.parent)) return fail('UNIT_CYCLE', { name: unit.name });
  if (parent !== undefined && parent.participant !== unit.participant) {
    return fail('UNIT_PARENT_FOREIGN', { name: unit.name, parent: parent.name });
  }
  if (changes !== null && 'participant' in changes && !('id' in changes)) {
    const strayed = preview
      .all('unit')
      .find((each) => each.parent === unit.id && each.participant !== unit.participant);
    if (strayed !== undefined) return fail('UNIT_PARENT_FOREIGN', { name: strayed.name, parent: unit.name });
  }
  return ok(null);
};

/** Every dependency as it will be: what waits for each of its ends, and how many links each pair has. */
interface Links {
  readonly after: ReadonlyMap<string, readonly string[]>;
  readonly pairs: ReadonlyMap<string, number>;
}

const pairOf = ({ from, to }: Pick<RecordOf<'dependency'>, 'from' | 'to'>): string => `${from} ${to}`;

const linksOf = (links: readonly RecordOf<'dependency'>[]): Links => {
  const after = new Map<string, string[]>();
  const pairs = new Map<string, number>();
  for (const link of links) {
    const list = after.get(link.from);
    if (list === undefined) after.set(link.from, [link.to]);
    else list.push(link.to);
    pairs.set(pairOf(link), (pairs.get(pairOf(link)) ?? 0) + 1);
  }
  return { after, pairs };
};

const reaches = (start: string, goal: string, { after }: Links): boolean => {
  const seen = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === goal) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(after.get(id) ?? []));
  }
  return false;
};

const guardDependency = (link: RecordOf<'dependency'>, preview: Preview): Result<null> => {
  const name = (id: string): string => {
    const end = preview.record('activity', id) ?? preview.record('movement', id);
    return end === undefined ? '' : titleOf(end);
  };
  const titles = { from: name(link.from), to: name(link.to) };
  if (link.from === link.to) return fail('DEPENDENCY_SELF', titles);
  const links = preview.links();
  if ((links.pairs.get(pairOf(link)) ?? 0) > 1) return fail('DEPENDENCY_DUPLICATE', titles);
  // The link itself leads on from where the way back would end, so it can stay among the others.
  return reaches(link.to, link.from, links) ? fail('DEPENDENCY_CYCLE', titles) : ok(null);
};

const guardCode = (record: RecordOf<'anchor' | 'participant'>, preview: Preview): Result<null> => {
  const taken = preview.all(record.kind).some(({ id, code }) => id !== record.id && code === record.code);
  return taken ? fail('CODE_TAKEN', { code: record.code }) : ok(null);
};

/** What the time of an anchor or activity hangs on. */
const nextTime =
  (preview: Preview) =>
  (id: string): string | undefined =>
    hangsOn(preview.record('anchor', id)?.at ?? preview.record('activity', id)?.start);

const guardAnchor = (anchor: RecordOf<'anchor'>, changes: Op['after'], preview: Preview): Result<null> => {
  if (isRing(anchor.id, nextTime(preview))) return fail('ANCHOR_CYCLE', { code: anchor.code });
  return changes !== null && 'code' in changes ? guardCode(anchor, preview) : ok(null);
};

const guardActivity = (activity: RecordOf<'activity'>, preview: Preview): Result<null> => {
  const { id, title } = activity;
  if (isRing(id, (each) => preview.record('activity', each)?.phase)) return fail('ACTIVITY_PHASE_CYCLE', { title });
  return isRing(id, nextTime(preview)) ? fail('ACTIVITY_LEAD_CYCLE', { title }) : ok(null);
};

const guardKind = (record: PlanRecord, changes: Op['after'], preview: Preview): Result<null> => {
  switch (record.kind) {
    case 'unit':
      return guardUnit(record, changes, preview);
    case 'dependency':
      return changes !== null && ('from' in changes || 'to' in changes) ? guardDependency(record, preview) : ok(null);
    case 'anchor':
      return guardAnchor(record, changes, preview);
    case 'participant':
      return changes !== null && 'code' in changes ? guardCode(record, preview) : ok(null);
    case 'activity':
      return guardActivity(record, preview);
    case 'agreement':
    case 'baseline':
    case 'exercise':
    case 'location':
    case 'movement':
    case 'profile':
      return ok(null);
  }
};

/** No label may lie above the exercise's ceiling, and no ceiling below a label that is in the plan already. */
const guardLabels = (plan: PlanState, ops: readonly Op[], preview: Preview): Result<null> => {
  const [exercise] = preview.all('exercise');
  const labelling = exercise?.labelling ?? labellingOf(plan);
  const { ceiling } = labelling;
  const decides = ops.some(({ kind, after }) => kind === 'exercise' && after !== null && 'labelling' in after);
  if (decides && !isOrderly(labelling)) return fail('LABELLING_ORDER');
  if (ceiling === undefined) return ok(null);
  for (const { kind, id, after } of ops) {
    const record = after !== null && 'label' in after ? preview.record(kind, id) : undefined;
    if (record?.label !== undefined && isAbove(record.label, ceiling, labelling))
      return fail('LABEL_ABOVE_CEILING', { what: titleOf(record), ceiling: ceiling.classification });
  }
  return decides ? guardLowering(plan, ops, labelling) : ok(null);
};

/**
 * Judges what operations would bring about.
 * @returns REFERENCE_MISSING, UNIT_CYCLE, UNIT_PARENT_FOREIGN, DEPENDENCY_SELF, DEPENDENCY_DUPLICATE, DEPENDENCY_CYCLE,
 * ANCHOR_CYCLE, ACTIVITY_PHASE_CYCLE, ACTIVITY_LEAD_CYCLE, CODE_TAKEN, LABEL_ABOVE_CEILING, LABEL_CEILING_TOO_LOW or LABELLING_ORDER.
 */
export const guarding = function* (plan: PlanState, ops: readonly Op[]): Work<Result<null>> {
  const preview = yield* previewOf(plan, ops);
  for (const [done, op] of ops.entries()) {
    if (done % PIECE === 0) yield done;
    const record = preview.record(op.kind, op.id) as PlanRecord | undefined;
    if (record === undefined) continue;
    const references = guardReferences(record, recordOf(plan, op.kind, op.id), preview);
    if (!references.ok) return references;
    const law = guardKind(record, op.after, preview);
    if (!law.ok) return law;
  }
  return guardLabels(plan, ops, preview);
};

/** `guarding` at once. */
export const guardOps = (plan: PlanState, ops: readonly Op[]): Result<null> => finish(guarding(plan, ops));
