import type { PlanRecord, Kind, RecordOf } from './records.ts';
import { KINDS } from './records.ts';

/** The open exercise, normalised: one map per kind, tombstones included. Never changed in place. */
export type PlanState = { readonly [K in Kind]: ReadonlyMap<string, RecordOf<K>> };

export const EMPTY_PLAN: PlanState = {
  exercise: new Map(),
  anchor: new Map(),
  participant: new Map(),
  location: new Map(),
  unit: new Map(),
  activity: new Map(),
  dependency: new Map(),
  movement: new Map(),
  profile: new Map(),
  agreement: new Map(),
  baseline: new Map(),
};

/** The maps of a plan without regard to which kind they hold. */
export const mapOf = (plan: PlanState, kind: Kind): ReadonlyMap<string, PlanRecord> => plan[kind];

/** The record of that kind and id, whether live or a tombstone. */
export const recordOf = (plan: PlanState, kind: Kind, id: string): PlanRecord | undefined => mapOf(plan, kind).get(id);

/** The record of that id, whatever kind it is. */
export const recordNamed = (plan: PlanState, id: string): PlanRecord | undefined => {
  for (const kind of KINDS) {
    const record = recordOf(plan, kind, id);
    if (record !== undefined) return record;
  }
  return undefined;
};

/** The records of a kind that are not deleted. */
export const live = <K extends Kind>(plan: PlanState, kind: K): RecordOf<K>[] => {
  const found: RecordOf<K>[] = [];
  for (const record of plan[kind].values()) if (record.deleted !== true) found.push(record as RecordOf<K>);
  return found;
};

/** The live record of that kind and id. */
export const find = <K extends Kind>(plan: PlanState, kind: K, id: string | undefined): RecordOf<K> | undefined => {
  const record = id === undefined ? undefined : (plan[kind].get(id) as RecordOf<K> | undefined);
  return record?.deleted === true ? undefined : record;
};

/** The exercise's own record: a plan has exactly one. */
export const exerciseOf = (plan: PlanState): RecordOf<'exercise'> | undefined => plan.exercise.values().next().value;

export const allRecords = function* (plan: PlanState): Generator<PlanRecord> {
  for (const kind of KINDS) yield* mapOf(plan, kind).values();
};

/** A plan of these records; a later one replaces an earlier one of the same id. */
export const planOf = (records: Iterable<PlanRecord>): PlanState => {
  const maps: { [K in Kind]: Map<string, PlanRecord> } = {
    exercise: new Map(),
    anchor: new Map(),
    participant: new Map(),
    location: new Map(),
    unit: new Map(),
    activity: new Map(),
    dependency: new Map(),
    movement: new Map(),
    profile: new Map(),
    agreement: new Map(),
    baseline: new Map(),
  };
  for (const record of records) maps[record.kind].set(record.id, record);
  return maps as PlanState;
};
