import { useEffect, useState } from 'react';
import { type FieldOrigin, provenanceOf } from '#shared/plan/merge/provenance.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { ask } from '../../platform/bridge.ts';
import { usePlan } from '../../state/plan.ts';

/** A row that is only passed by on the way to another is not asked about. */
const PATIENCE_MS = 120;

export interface Known {
  readonly record: PlanRecord | undefined;
  readonly origins: readonly FieldOrigin[];
}

/** The origin of each field of a record of the plan, from the steps in the vault; empty until they are read. */
export const useOrigins = (record: PlanRecord | undefined): Known => {
  const [known, setKnown] = useState<Known>({ record, origins: [] });
  const exerciseId = usePlan(({ status }) => (status.phase === 'open' ? status.id : null));
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      if (exerciseId === null || record === undefined) return;
      const steps = await ask('vault.recordSteps', { exerciseId, id: record.id });
      const origins = provenanceOf(record, steps.ok ? steps.value.map(({ step }) => step) : []);
      if (current) setKnown({ record, origins });
    };
    const timer = setTimeout(() => void read(), PATIENCE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [exerciseId, record]);
  return known.record === record ? known : { record, origins: [] };
};
