/** What movements carry, and what units bring along. */
import type { ContentOf } from '../records.ts';
import { type PlanState, find, live } from '../state.ts';
import { subtreeOf } from '../unit/tree.ts';

export interface Strength {
  readonly personnel: number;
  readonly vehicles: number;
}

/** People and vehicles of these units themselves, each counted once; subordinates count when they are named too. */
export const strengthOf = (plan: PlanState, unitIds: Iterable<string>): Strength => {
  let [personnel, vehicles] = [0, 0];
  for (const id of new Set(unitIds)) {
    const unit = find(plan, 'unit', id);
    personnel += unit?.personnel ?? 0;
    vehicles += unit?.vehicles ?? 0;
  }
  return { personnel, vehicles };
};

/** These units with all their subordinates, each once, superiors first. */
export const withSubordinates = (plan: PlanState, unitIds: Iterable<string>): readonly string[] =>
  subtreeOf(plan, unitIds).map(({ id }) => id);

/** The next free unit line number of a participant: `FIN-007` after `FIN-006`, whatever else is in use. */
export const nextUln = (plan: PlanState, code: string): string => {
  const taken = new Set(live(plan, 'movement').map(({ uln }) => uln));
  let number = 1;
  const uln = (): string => `${code}-${String(number).padStart(3, '0')}`;
  while (taken.has(uln())) number += 1;
  return uln();
};

/** A new movement of a participant with what its units bring along; everything else is left to the planner. */
export const movementContent = (
  plan: PlanState,
  participant: { readonly id: string; readonly code: string },
  unitIds: readonly string[] = [],
): ContentOf<'movement'> => ({
  uln: nextUln(plan, participant.code),
  participant: participant.id,
  units: [...unitIds],
  direction: 'deployment',
  legs: [],
  pax: strengthOf(plan, unitIds).personnel,
  tonnes: 0,
  dangerousGoods: false,
  priority: 100,
  state: 'draft',
});

export interface MovementTotals {
  readonly movements: number;
  readonly pax: number;
  readonly tonnes: number;
}

/** Sums over movements; cancelled ones carry nothing. */
export const movementTotals = (
  movements: Iterable<{ readonly pax: number; readonly tonnes: number; readonly state: string }>,
): MovementTotals => {
  let [count, pax, tonnes] = [0, 0, 0];
  for (const movement of movements) {
    if (movement.state === 'cancelled') continue;
    count += 1;
    pax += movement.pax;
    tonnes += movement.tonnes;
  }
  return { movements: count, pax, tonnes };
};
