/** Planning aids over a large schedule, beside one plain look at each record that they have to look at. */
import { spansOf } from '#shared/plan/baseline/commands.ts';
import { variancesOf } from '#shared/plan/baseline/variance.ts';
import type { Baseline } from '#shared/plan/baseline/schema.ts';
import { scheduleOf } from '#shared/plan/schedule/schedule.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { live, planOf, type PlanState } from '#shared/plan/state.ts';
import { formatInstant, HOUR, MINUTE } from '#shared/time/instant.ts';
import { exerciseRecord, stampAt, uuidOf } from '#tests/support/plans.ts';
import { activityRecord } from '#tests/support/records.ts';
import { matrixOf } from '#shared/matrix/matrix.ts';
import { barsOf } from '#shared/timeline/bars.ts';
import { type Figure, figure, inTurns } from './figures.ts';

const ACTIVITIES = 10_000;
const DEPENDENCIES = 20_000;
const FIRST = Date.UTC(2027, 5, 1);
const TYPES = ['FS', 'SS', 'FF', 'SF'] as const;

/** Layers of activities, each waiting for some of the layers before it; every hundredth is a milestone. */
const schedulePlan = (): PlanState => {
  const records: PlanRecord[] = [exerciseRecord()];
  for (let n = 0; n < ACTIVITIES; n += 1)
    records.push(
      activityRecord(1000 + n, `Activity ${n}`, {
        start: { at: formatInstant(FIRST + Math.floor(n / 50) * 3 * HOUR) },
        minutes: 60 + (n % 7) * 30,
        type: n % 100 === 0 ? 'milestone' : 'serial',
      }),
    );
  for (let n = 0; n < DEPENDENCIES; n += 1) {
    const to = 50 + ((n * 37) % (ACTIVITIES - 50));
    records.push({
      id: uuidOf(100_000 + n),
      kind: 'dependency',
      owner: 'NOR',
      stamp: stampAt(n),
      from: uuidOf(1000 + Math.max(0, to - 50 - ((n * 13) % 900))),
      to: uuidOf(1000 + to),
      type: TYPES[n % 4] ?? 'FS',
      lagMinutes: (n % 5) * 10,
    });
  }
  return planOf(records);
};

const plainLook = (plan: PlanState): number => {
  let sum = spansOf(plan).size;
  for (const { from, to, lagMinutes } of live(plan, 'dependency'))
    sum += (plan.activity.get(from)?.minutes ?? 0) + (plan.activity.get(to)?.minutes ?? 0) + lagMinutes;
  return sum;
};

export const benchPlanning = async (): Promise<readonly Figure[]> => {
  const plan = schedulePlan();
  const schedule = await inTurns(
    () => scheduleOf(plan),
    () => plainLook(plan),
  );
  const baseline: Baseline = {
    id: uuidOf(2),
    kind: 'baseline',
    owner: 'NOR',
    stamp: stampAt(2),
    name: 'At the MPC',
    takenAt: formatInstant(FIRST),
    times: [...spansOf(plan)].map(([id, { start, end }]) => [id, formatInstant(start), (end - start) / MINUTE]),
  };
  const variance = await inTurns(
    () => variancesOf(plan, baseline),
    () => spansOf(plan),
  );
  const bars = barsOf(plan);
  const matrix = await inTurns(
    () => matrixOf(plan, { rows: 'type', columns: 'day', filled: true }),
    () => barsOf(plan),
  );
  return [
    figure(`critical path: ${ACTIVITIES} activities, ${DEPENDENCIES} links (against reading each once)`, ...schedule),
    figure(`baseline: variance of ${ACTIVITIES} activities (against placing each once)`, ...variance),
    figure(`matrix: ${bars.length} activities by kind and day (against making their bars)`, ...matrix),
  ];
};
