/** A plan of many activities for the drawings that are compared, the same at every run. */
import type { PlanRecord, RecordOf } from '#shared/plan/records.ts';
import { activityRecord, participantRecord, unitRecord } from '#tests/support/records.ts';
import { exerciseRecord, stampAt, uuidOf } from '#tests/support/plans.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday; activities are spread over half a year behind it. */
const START = Date.UTC(2027, 4, 31);
const DAYS = 180;
const NATIONS = 12;

/** Numbers that look random and are not (Park and Miller's generator): [0, below). */
const dice = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
};

const instant = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** As many rows as a fifth of the activities, and twice as many dependencies; most of every tenth of them are broken. */
export const planRecords = (activities: number): readonly PlanRecord[] => {
  const roll = dice(20_270_601);
  const rows = Math.max(1, Math.round(activities / 5));
  const participants = Array.from({ length: NATIONS }, (_, n) =>
    participantRecord(n + 10, `N${n}`, `Participant ${n}`, { colour: n }),
  );
  const nation = (n: number): string => participants[n % NATIONS]?.id ?? '';
  const units = Array.from({ length: rows }, (_, n) => unitRecord(n + 100, `Unit ${n + 1}`, nation(n)));
  const schedule = Array.from({ length: activities }, (_, n) => {
    const unit = roll(rows);
    return activityRecord(n + 1_000_000, `Serial ${n + 1}`, {
      serial: `S${n + 1}`,
      start: { at: instant(START + roll(DAYS * 96) * (DAY / 96)) },
      minutes: 60 * (2 + roll(60)),
      participants: [nation(unit)],
      units: [units[unit]?.id ?? ''],
    });
  });
  const startOf = ({ start }: RecordOf<'activity'>): number =>
    start !== undefined && 'at' in start ? Date.parse(start.at) : 0;
  const inOrder = schedule.toSorted((a, b) => startOf(a) - startOf(b));
  const dependencies = Array.from({ length: 2 * activities }, (_, n): PlanRecord => {
    const from = roll(activities - 1);
    const to = Math.min(activities - 1, from + 1 + roll(Math.min(40, activities)));
    return {
      id: uuidOf(n + 10_000_000),
      kind: 'dependency',
      owner: 'NOR',
      stamp: stampAt(n),
      from: inOrder[from]?.id ?? '',
      to: inOrder[to]?.id ?? '',
      type: n % 10 === 0 ? 'FS' : 'SS',
      lagMinutes: 0,
    };
  });
  return [exerciseRecord(uuidOf(1), 'Comparison'), ...participants, ...units, ...schedule, ...dependencies];
};
