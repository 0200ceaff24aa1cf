import type { Face } from '#shared/timeline/bars.ts';
import { find } from '#shared/plan/state.ts';
import { usePlan } from '../state/plan.ts';
import './hues.css';

/** The class of the hue of what a record shows: its first participant's, or that of what has none. */
export const hueOf = ({ participants }: Pick<Face, 'participants'>): string => {
  const participant = find(usePlan.getState().plan, 'participant', participants[0]);
  return participant === undefined ? 'timeline-hue-9' : `participant-${participant.colour}`;
};
