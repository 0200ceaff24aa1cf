/** Dependencies as lines between bars, in time across and pixels down. */
import { type PlanState, live } from '#shared/plan/state.ts';
import { type EpochMs, MINUTE } from '#shared/time/instant.ts';
import type { LaidRow } from '#shared/timeline/layout.ts';
import { LANE_HEIGHT, ROW_PADDING } from './useTimelineModel.ts';

export interface Link {
  /** Where the line leaves what comes first and reaches what waits for it. */
  readonly leave: EpochMs;
  readonly reach: EpochMs;
  readonly fromY: number;
  readonly toY: number;
  /** What waits begins or ends too early. */
  readonly late: boolean;
}

interface Place {
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly y: number;
}

/** Where each bar's middle stands; one that stands in several rows is linked in its first. */
const placesOf = (rows: readonly LaidRow[]): ReadonlyMap<string, Place> => {
  const places = new Map<string, Place>();
  for (const row of rows)
    for (const { bar, lane } of row.placed)
      if (!places.has(bar.id))
        places.set(bar.id, {
          start: bar.start,
          end: bar.end,
          y: row.top + ROW_PADDING + (lane + 0.5) * LANE_HEIGHT - 2,
        });
  return places;
};

/** A line for each dependency whose ends are both drawn, from the end or start that it names. */
export const linksOf = (plan: PlanState, rows: readonly LaidRow[]): readonly Link[] => {
  const places = placesOf(rows);
  return live(plan, 'dependency').flatMap(({ from, to, type, lagMinutes }) => {
    const a = places.get(from);
    const b = places.get(to);
    if (a === undefined || b === undefined) return [];
    const leave = type === 'FS' || type === 'FF' ? a.end : a.start;
    const reach = type === 'FS' || type === 'SS' ? b.start : b.end;
    return { leave, reach, fromY: a.y, toY: b.y, late: reach < leave + lagMinutes * MINUTE };
  });
};
