import { useEffect, useMemo } from 'react';
import { baselineSpans } from '#shared/plan/baseline/variance.ts';
import { isOnPath } from '#shared/plan/schedule/schedule.ts';
import { MINUTE } from '#shared/time/instant.ts';
import { useAid, useCompared, useSchedule } from '../../../state/planning.ts';
import { useOverlays } from '../overlays.ts';

/** Lays over the bars what is switched on: the critical path, float, and where the bars stood in the baseline. */
export const useAidOverlays = (): void => {
  const [critical] = useAid('critical');
  const [float] = useAid('float');
  const [baseline] = useCompared();
  const schedule = useSchedule(critical || float);
  const path = useMemo(() => {
    if (schedule === undefined || !critical) return undefined;
    const ids = new Set<string>();
    for (const each of schedule.byId.values()) if (isOnPath(each, schedule)) ids.add(each.id);
    return ids;
  }, [schedule, critical]);
  const slack = useMemo(() => {
    if (schedule === undefined || !float) return undefined;
    const ends = new Map<string, number>();
    // What nothing is linked to could slip to the end of the plan: a line on every bar, and no news.
    for (const { id, end, totalFloat, linked } of schedule.byId.values())
      if (linked && totalFloat > 0) ends.set(id, end + totalFloat * MINUTE);
    return ends;
  }, [schedule, float]);
  const before = useMemo(() => baseline && baselineSpans(baseline), [baseline]);
  useEffect(() => useOverlays.setState({ critical: path, float: slack, baseline: before }), [path, slack, before]);
};
