import type { Movement } from '#shared/plan/movement/schema.ts';
import type { Participant } from '#shared/plan/participant/schema.ts';
import type { Unit } from '#shared/plan/unit/schema.ts';

/** A participant with what it brings. */
export interface ParticipantRow {
  readonly participant: Participant;
  readonly units: number;
  readonly strength: number;
  readonly movements: number;
}

/** One row for each participant, in one pass over units and movements. */
export const participantRows = (
  participants: readonly Participant[],
  units: readonly Unit[],
  movements: readonly Movement[],
): readonly ParticipantRow[] => {
  const sums = new Map(participants.map(({ id }) => [id, { units: 0, strength: 0, movements: 0 }]));
  for (const unit of units) {
    const sum = sums.get(unit.participant);
    if (sum === undefined) continue;
    sum.units += 1;
    sum.strength += unit.personnel ?? 0;
  }
  for (const movement of movements) {
    const sum = sums.get(movement.participant);
    if (sum !== undefined) sum.movements += 1;
  }
  return participants.map((participant) => ({
    participant,
    ...(sums.get(participant.id) ?? { units: 0, strength: 0, movements: 0 }),
  }));
};
