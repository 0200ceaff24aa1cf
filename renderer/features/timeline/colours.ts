import type { PlanState } from '#shared/plan/state.ts';
import { find } from '#shared/plan/state.ts';
import type { Bar } from '#shared/timeline/bars.ts';
import type { Colouring } from './viewport.ts';

/** Hues for types and states, apart from one another for colour-blind eyes; participants bring their own palette. */
const TYPE_CLASS: Readonly<Record<string, string>> = {
  serial: 'timeline-hue-0',
  conference: 'timeline-hue-1',
  phase: 'timeline-hue-2',
  milestone: 'timeline-hue-3',
  deadline: 'timeline-hue-4',
  training: 'timeline-hue-5',
  logistics: 'timeline-hue-6',
  ceremony: 'timeline-hue-7',
  movement: 'timeline-hue-8',
};
const STATE_CLASS: Readonly<Record<string, string>> = {
  draft: 'timeline-hue-3',
  planned: 'timeline-hue-0',
  confirmed: 'timeline-hue-5',
  done: 'timeline-hue-2',
  cancelled: 'timeline-hue-9',
};

/** The class that gives a bar its colour; kinds of the user's own share one. */
export const colourClass = (bar: Bar, colouring: Colouring, plan: PlanState): string => {
  if (colouring === 'type') return TYPE_CLASS[bar.type] ?? 'timeline-hue-9';
  if (colouring === 'state') return STATE_CLASS[bar.state] ?? 'timeline-hue-9';
  const participant = find(plan, 'participant', bar.participants[0]);
  return participant === undefined ? 'timeline-hue-9' : `participant-${participant.colour}`;
};
