import { collecting } from '../../work.ts';
import { MOVEMENT_DATES, type Movement } from '../movement/schema.ts';
import type { ResolveTime } from '../times.ts';
import { titleOf } from '../title.ts';
import type { Check, Finding } from './finding.ts';

/** What is wrong with the dates of one movement. */
export const dateFaults = (movement: Movement, resolve: ResolveTime): readonly Finding[] => {
  const subjects = [{ kind: 'movement' as const, id: movement.id }];
  const known = MOVEMENT_DATES.flatMap((field) => {
    const at = resolve(movement[field]);
    return at === undefined ? [] : [{ field, at }];
  });
  const found: Finding[] = known.flatMap(({ field, at }, index) => {
    const before = known[index - 1];
    if (before === undefined || before.at <= at) return [];
    const params = { movement: titleOf(movement), earlier: before.field.toUpperCase(), later: field.toUpperCase() };
    return [{ code: 'MOV-001', severity: 'error', subjects, params }];
  });
  const [rdd, crd] = [resolve(movement.rdd), resolve(movement.crd)];
  if (rdd !== undefined && crd !== undefined && rdd > crd) {
    found.push({ code: 'MOV-002', severity: 'warning', subjects, params: { movement: titleOf(movement) } });
  }
  return found;
};

/** MOV-001: ready and latest dates follow each other, RLD to RDD. MOV-002: what is required comes by then. */
export const movementDates: Check = ({ movements, resolve }) =>
  collecting(movements, (movement) => dateFaults(movement, resolve));
