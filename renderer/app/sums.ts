import type { PlanState } from '#shared/plan/state.ts';
import { find } from '#shared/plan/state.ts';
import type { SelectionPart } from '../state/view.ts';

/** A sum over the selected records; the name is that of its words. */
export interface Sum {
  readonly name: 'strength' | 'vehicles' | 'pax' | 'tonnes' | 'hours';
  readonly value: number;
}

const total = (values: readonly (number | undefined)[]): number => {
  let sum = 0;
  for (const value of values) sum += value ?? 0;
  return sum;
};

/** Strength and vehicles of units, people and tonnes of movements, hours of activities. */
export const selectionSums = (plan: PlanState, { kind, ids }: SelectionPart): readonly Sum[] => {
  if (kind === 'unit') {
    const units = ids.flatMap((id) => find(plan, 'unit', id) ?? []);
    return [
      { name: 'strength', value: total(units.map(({ personnel }) => personnel)) },
      { name: 'vehicles', value: total(units.map(({ vehicles }) => vehicles)) },
    ];
  }
  if (kind === 'movement') {
    const movements = ids.flatMap((id) => find(plan, 'movement', id) ?? []);
    return [
      { name: 'pax', value: total(movements.map(({ pax }) => pax)) },
      { name: 'tonnes', value: total(movements.map(({ tonnes }) => tonnes)) },
    ];
  }
  if (kind === 'activity') {
    const activities = ids.flatMap((id) => find(plan, 'activity', id) ?? []);
    return [{ name: 'hours', value: total(activities.map(({ minutes }) => minutes)) / 60 }];
  }
  return [];
};
