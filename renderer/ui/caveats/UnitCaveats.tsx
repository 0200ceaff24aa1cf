import { useMemo } from 'react';
import { caveatsBinding } from '#shared/plan/caveat/bites.ts';
import { ownCaveats } from '#shared/plan/caveat/join.ts';
import type { Caveat } from '#shared/plan/caveat/schema.ts';
import { type PlanState, find } from '#shared/plan/state.ts';
import type { Unit } from '#shared/plan/unit/schema.ts';
import { useRecordMap } from '../../state/records.ts';
import { usePlan } from '../../state/plan.ts';
import { Caveats } from './Caveats.tsx';

/** The superior or nation that a caveat from above stands on. */
const ownerOf = (plan: PlanState, unit: Unit, caveat: Caveat): string => {
  const seen = new Set([unit.id]);
  for (let above = find(plan, 'unit', unit.parent); above !== undefined; above = find(plan, 'unit', above.parent)) {
    if (seen.has(above.id)) break;
    if (ownCaveats(above).some(({ id }) => id === caveat.id)) return above.name;
    seen.add(above.id);
  }
  return find(plan, 'participant', unit.participant)?.name ?? '';
};

interface UnitCaveatsProps {
  readonly unit: Unit;
  readonly onChange: (caveats: Caveat[] | undefined) => void;
}

/** The caveats of a unit, under those that bind it from above. */
export const UnitCaveats = ({ unit, onChange }: UnitCaveatsProps) => {
  const units = useRecordMap('unit');
  const participants = useRecordMap('participant');
  const inherited = useMemo(() => {
    // Only units and participants decide, and they are what this is computed anew for.
    const plan = { ...usePlan.getState().plan, unit: units, participant: participants };
    const own = ownCaveats(unit);
    return caveatsBinding(plan)(unit)
      .filter(({ id }) => own.every((each) => each.id !== id))
      .map((caveat) => ({ caveat, from: ownerOf(plan, unit, caveat) }));
  }, [unit, units, participants]);
  return (
    <Caveats caveats={ownCaveats(unit)} retained={unit.retained?.caveats} inherited={inherited} onChange={onChange} />
  );
};
