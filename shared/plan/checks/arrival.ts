import { each } from '../../work.ts';
import { find } from '../state.ts';
import { titleOf } from '../title.ts';
import type { Check, Finding } from './finding.ts';

/** MOV-007: a unit that is brought in has arrived before its first serial. */
export const arrival: Check = function* ({ plan, movements, byUnit, resolve }) {
  const found: Finding[] = [];
  yield* each(movements, (movement) => {
    if (movement.direction !== 'deployment') return;
    const last = movement.legs.at(-1);
    const arrives = resolve(last?.arrive) ?? resolve(movement.rdd);
    if (arrives === undefined) return;
    for (const unitId of movement.units) {
      const first = byUnit
        .get(unitId)
        ?.find(({ activity }) => activity.type === 'serial' || activity.type === 'training');
      const unit = find(plan, 'unit', unitId);
      if (first === undefined || unit === undefined || first.span.start >= arrives) continue;
      found.push({
        code: 'MOV-007',
        severity: 'warning',
        subjects: [
          { kind: 'movement', id: movement.id },
          { kind: 'activity', id: first.activity.id },
        ],
        params: { unit: unit.name, activity: titleOf(first.activity) },
      });
    }
  });
  return found;
};
