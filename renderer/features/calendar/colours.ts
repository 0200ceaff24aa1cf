import { find } from '#shared/plan/state.ts';
import { usePlan } from '../../state/plan.ts';
import type { CalendarEntry } from './entries.ts';

/** The class of the hue of an entry: its first participant's, or that of what has none. */
export const colourOf = (entry: CalendarEntry): string => {
  const participant = find(usePlan.getState().plan, 'participant', entry.bar.participants[0]);
  return participant === undefined ? 'timeline-hue-9' : `participant-${participant.colour}`;
};
