/** A large exercise, the same at every run: what a busy year of a joint headquarters might hold, and then some. */
import type { PlanRecord, RecordOf } from '#shared/plan/records.ts';
import { activityRecord, movementRecord, participantRecord, unitRecord } from '#tests/support/records.ts';
import { exerciseRecord, locationRecord, stampAt, uuidOf } from '#tests/support/plans.ts';

const DAY = 86_400_000;
const START = Date.UTC(2027, 5, 1);
/** Days over which activities and movements are spread. */
const DAYS = 180;
const CODES = ['NOR', 'SWE', 'FIN', 'DNK', 'POL', 'DEU', 'NLD', 'GBR', 'EST', 'LVA', 'LTU', 'CAN'] as const;

/** Numbers that look random and are not (Park and Miller's generator): [0, below). */
const dice = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
};

const instantOf = ({ start }: RecordOf<'activity'>): number =>
  start !== undefined && 'at' in start ? Date.parse(start.at) : 0;

const instant = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/**
 * @param count records in all: an exercise, 12 participants, and of the rest 70 % activities, 16 % dependencies, 8 %
 *   units, 4 % movements and 2 % locations.
 */
export const generate = (count: number): readonly PlanRecord[] => {
  const roll = dice(20_270_601);
  const share = (part: number): number => Math.floor((count - 13) * part);
  const [units, movements, locations, links] = [share(0.08), share(0.04), share(0.02), share(0.16)] as const;
  const activities = count - 13 - units - movements - locations - links;
  let next = 1;
  const numbers = (length: number): readonly number[] =>
    Array.from({ length }, () => {
      next += 1;
      return next;
    });
  const participants = numbers(CODES.length).map((n, index) =>
    participantRecord(n, CODES[index] ?? 'NOR', `Participant ${index + 1}`, { colour: index }),
  );
  const nation = (): string => participants[roll(participants.length)]?.id ?? '';
  const places = numbers(locations).map((n) => locationRecord(n, `Location ${n}`));
  const place = (): string => places[roll(places.length)]?.id ?? '';
  const forces = numbers(units).map((n, index) =>
    unitRecord(n, `Unit ${index + 1}`, nation(), { personnel: roll(900) }),
  );
  const force = (): string => forces[roll(forces.length)]?.id ?? '';
  const when = (): { at: string } => ({ at: instant(START + roll(DAYS * 96) * (DAY / 96)) });
  const schedule = numbers(activities).map((n, index) =>
    activityRecord(n, `Serial ${index + 1}`, {
      serial: `S${index + 1}`,
      start: when(),
      minutes: 30 + 15 * roll(40),
      participants: [nation()],
      units: [force()],
      location: place(),
      remarks: 'Coordinate boats, berths and the reporting line with the host nation’s harbour master.',
    }),
  );
  // One thing waits for what comes shortly before it.
  const inOrder = schedule.toSorted((a, b) => instantOf(a) - instantOf(b));
  const dependencies = numbers(links).map((n): PlanRecord => {
    const from = roll(schedule.length - 1);
    return {
      id: uuidOf(n),
      kind: 'dependency',
      owner: 'NOR',
      stamp: stampAt(n),
      from: inOrder[from]?.id ?? '',
      to: inOrder[from + 1]?.id ?? '',
      type: 'SS',
      lagMinutes: 0,
    };
  });
  const lifts = numbers(movements).map((n, index) => {
    const [depart, hours] = [START + roll(DAYS) * DAY, 6 + roll(60)];
    return movementRecord(n, `ULN-${index + 1}`, nation(), {
      units: [force()],
      pax: roll(400),
      tonnes: roll(900),
      legs: [
        {
          id: uuidOf(5_000_000 + n),
          mode: 'SEA',
          from: place(),
          to: place(),
          depart: { at: instant(depart) },
          arrive: { at: instant(depart + hours * 3_600_000) },
        },
      ],
    });
  });
  const exercise = exerciseRecord(uuidOf(1), 'Large exercise');
  return [exercise, ...participants, ...places, ...forces, ...schedule, ...dependencies, ...lifts];
};
