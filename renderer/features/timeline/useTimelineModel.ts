import { useMemo } from 'react';
import { type PlanState, exerciseOf } from '#shared/plan/state.ts';
import { timeResolver, type Span } from '#shared/plan/times.ts';
import type { EpochMs } from '#shared/time/instant.ts';
import { live } from '#shared/plan/state.ts';
import { type Bar, barsOf, extentOf } from '#shared/timeline/bars.ts';
import { layRows, type RowLayout } from '#shared/timeline/layout.ts';
import { type Grouping, rowsOf } from '#shared/timeline/rows.ts';
import { usePlan } from '../../state/plan.ts';
import { useView } from '../../state/view.ts';

export const LANE_HEIGHT = 24;
export const ROW_PADDING = 4;

export interface AnchorMark {
  readonly id: string;
  readonly code: string;
  readonly at: EpochMs;
}

export interface TimelineModel {
  readonly plan: PlanState;
  readonly bars: readonly Bar[];
  readonly layout: RowLayout;
  readonly extent: Span | undefined;
  readonly anchors: readonly AnchorMark[];
  /** Zone of the axis: Zulu unless local times are chosen. */
  readonly zone: string;
}

const anchorMarks = (plan: PlanState): AnchorMark[] => {
  const resolve = timeResolver(plan);
  return live(plan, 'anchor').flatMap(({ id, code, at }) => {
    const instant = resolve(at);
    return instant === undefined ? [] : [{ id, code, at: instant }];
  });
};

const matching = (bars: readonly Bar[], filter: string): readonly Bar[] => {
  const wanted = filter.trim().toLocaleLowerCase();
  return wanted === '' ? bars : bars.filter((bar) => `${bar.title} ${bar.type}`.toLocaleLowerCase().includes(wanted));
};

/** Everything the timeline draws, computed anew only when the plan, the grouping or the filter changes. */
export const useTimelineModel = (grouping: Grouping, filter: string): TimelineModel => {
  const plan = usePlan((state) => state.plan);
  const local = useView((state) => state.timeMode === 'local');
  const bars = useMemo(() => barsOf(plan), [plan]);
  const anchors = useMemo(() => anchorMarks(plan), [plan]);
  const layout = useMemo(
    () => layRows(rowsOf(plan, matching(bars, filter), grouping), LANE_HEIGHT, ROW_PADDING),
    [plan, bars, grouping, filter],
  );
  return {
    plan,
    bars,
    layout,
    extent: useMemo(() => extentOf(bars), [bars]),
    anchors,
    zone: local ? (exerciseOf(plan)?.zone ?? 'UTC') : 'UTC',
  };
};
