/** On which days nobody works in an exercise: its weekends, and the holidays of its participants that count in it. */
import { DAY } from '../time/instant.ts';
import { type RestDays, USUAL_WEEKEND } from '../time/workdays.ts';
import { type PlanState, exerciseOf, live } from './state.ts';

interface Remembered {
  readonly exercise: PlanState['exercise'];
  readonly rest: RestDays;
}

const remembered = new WeakMap<PlanState['participant'], Remembered>();

const gathered = (plan: PlanState): RestDays => {
  const { weekend = USUAL_WEEKEND, holidaysOf = [] } = exerciseOf(plan) ?? {};
  const days = live(plan, 'participant')
    .filter(({ id }) => holidaysOf.length === 0 || holidaysOf.includes(id))
    .flatMap(({ holidays = [] }) => holidays.map(({ date }) => Date.parse(`${date}T00:00:00Z`) / DAY));
  return { weekend, holidays: [...new Set(days)].sort((a, b) => a - b) };
};

/** The same object until the exercise or a participant changes. */
export const restDaysOf = (plan: PlanState): RestDays => {
  const known = remembered.get(plan.participant);
  if (known?.exercise === plan.exercise) return known.rest;
  const rest = gathered(plan);
  remembered.set(plan.participant, { exercise: plan.exercise, rest });
  return rest;
};
