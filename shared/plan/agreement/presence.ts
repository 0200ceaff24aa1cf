/** Whose forces are on whose territory, and when: what agreements have to cover. */
import { type Work, each } from '../../work.ts';
import type { Activity } from '../activity/schema.ts';
import type { Location } from '../location/schema.ts';
import type { Movement } from '../movement/schema.ts';
import type { Participant } from '../participant/schema.ts';
import { type PlanState, find, live } from '../state.ts';
import type { Span } from '../times.ts';

export interface Presence {
  readonly host: Participant;
  readonly sender: Participant;
  readonly record: Activity | Movement;
  /** Kind of activity, or `movement`: what an agreement may be limited to. */
  readonly task: string;
  readonly span: Span;
}

/** Meetings and marks in the calendar bring no forces. */
const WITHOUT_FORCES: ReadonlySet<string> = new Set(['conference', 'phase', 'milestone', 'deadline', 'ceremony']);

/** Where the host of a movement is: where it arrives, or for the way home where it leaves. */
const placeOf = ({ direction, origin, poe, pod, destination, legs }: Movement): string | undefined =>
  direction === 'redeployment' ? (origin ?? poe ?? legs[0]?.from) : (destination ?? pod ?? legs[legs.length - 1]?.to);

/** Finds the nations of a plan: who hosts in a country, who sends, and whether that is the same state. */
export interface Nations {
  readonly hostOf: (location: Location | undefined) => Participant | undefined;
  /** States that send forces: nations, and services that fly a state's flag. Others come under no such agreement. */
  readonly isState: (participant: Participant) => boolean;
  readonly isSameState: (a: Participant, b: Participant) => boolean;
}

export const nationsOf = (plan: PlanState): Nations => {
  const byCode = new Map<string, Participant>();
  for (const participant of live(plan, 'participant'))
    if (participant.type === 'nation') byCode.set(participant.code, participant);
  return {
    hostOf: (location) => (location?.country === undefined ? undefined : byCode.get(location.country)),
    isState: ({ type, flag }) => type === 'nation' || (flag !== undefined && type !== 'ngo' && type !== 'io'),
    isSameState: (a, b) => a.id === b.id || (a.flag !== undefined && a.flag === b.flag),
  };
};

const sendersOf = (plan: PlanState, participants: readonly string[], units: readonly string[]): Set<string> =>
  new Set([...participants, ...units.flatMap((id) => find(plan, 'unit', id)?.participant ?? [])]);

/** Every presence in the order in which it is given; each sender of an activity is one. */
export const presencesIn = function* (
  plan: PlanState,
  activities: readonly { readonly activity: Activity; readonly span: Span }[],
  movements: readonly { readonly movement: Movement; readonly span: Span }[],
): Work<readonly Presence[]> {
  const { hostOf, isState, isSameState } = nationsOf(plan);
  const found: Presence[] = [];
  const add = (
    record: Presence['record'],
    task: string,
    place: string | undefined,
    senders: Set<string>,
    span: Span,
  ) => {
    const host = hostOf(find(plan, 'location', place));
    if (host === undefined) return;
    for (const id of senders) {
      const sender = find(plan, 'participant', id);
      if (sender !== undefined && isState(sender) && !isSameState(sender, host))
        found.push({ host, sender, record, task, span });
    }
  };
  yield* each(activities, ({ activity, span }) => {
    if (activity.state === 'cancelled' || WITHOUT_FORCES.has(activity.type)) return;
    add(activity, activity.type, activity.location, sendersOf(plan, activity.participants, activity.units), span);
  });
  yield* each(movements, ({ movement, span }) =>
    add(movement, 'movement', placeOf(movement), new Set([movement.participant]), span),
  );
  return found;
};
