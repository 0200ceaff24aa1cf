/** Selectors over the plan, computed once per change of the records they read. */
import { useMemo } from 'react';
import type { Kind, RecordOf } from '#shared/plan/records.ts';
import { type PlanState, exerciseOf, find, live } from '#shared/plan/state.ts';
import { usePlan } from './plan.ts';

/** The live records of a kind, the same array until one of them changes. */
export const useRecords = <K extends Kind>(kind: K): readonly RecordOf<K>[] => {
  const map = usePlan((state) => state.plan[kind]);
  // The map alone decides: `live` reads nothing else of the plan.
  return useMemo(() => live({ ...usePlan.getState().plan, [kind]: map } as PlanState, kind), [map, kind]);
};

export const useRecord = <K extends Kind>(kind: K, id: string | undefined): RecordOf<K> | undefined =>
  usePlan((state) => find(state.plan, kind, id));

export const useExercise = (): RecordOf<'exercise'> | undefined => usePlan((state) => exerciseOf(state.plan));

/** Records of a kind by id. */
export const useRecordMap = <K extends Kind>(kind: K): ReadonlyMap<string, RecordOf<K>> => {
  const records = useRecords(kind);
  return useMemo(() => new Map(records.map((record) => [record.id, record])), [records]);
};
