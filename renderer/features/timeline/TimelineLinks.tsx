import { useMemo } from 'react';
import type { PlanState } from '#shared/plan/state.ts';
import { live } from '#shared/plan/state.ts';
import type { Span } from '#shared/plan/times.ts';
import type { LaidRow } from '#shared/timeline/layout.ts';
import { LANE_HEIGHT, ROW_PADDING } from './useTimelineModel.ts';

interface TimelineLinksProps {
  readonly plan: PlanState;
  readonly rows: readonly LaidRow[];
  readonly base: number;
  readonly msPerPixel: number;
  readonly span: Span;
  readonly height: number;
  readonly width: number;
}

interface Place extends Span {
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

const MOST = 2_000;

/** Lines from what comes first to what waits for it, drawn from the end or start that the dependency names. */
export const TimelineLinks = ({ plan, rows, base, msPerPixel, span, height, width }: TimelineLinksProps) => {
  const places = useMemo(() => placesOf(rows), [rows]);
  const dependencies = useMemo(() => live(plan, 'dependency'), [plan]);
  const lines = useMemo(() => {
    const found: { id: string; d: string; late: boolean }[] = [];
    for (const { id, from, to, type, lagMinutes } of dependencies) {
      const a = places.get(from);
      const b = places.get(to);
      if (a === undefined || b === undefined) continue;
      const leave = type === 'FS' || type === 'FF' ? a.end : a.start;
      const reach = type === 'FS' || type === 'SS' ? b.start : b.end;
      if (Math.max(leave, reach) < span.start || Math.min(leave, reach) > span.end) continue;
      const [x1, x2] = [(leave - base) / msPerPixel, (reach - base) / msPerPixel];
      const bend = x2 - x1 > 16 ? x2 - 8 : x1 + 8;
      found.push({ id, d: `M${x1} ${a.y}H${bend}V${b.y}H${x2}`, late: reach < leave + lagMinutes * 60_000 });
      if (found.length >= MOST) break;
    }
    return found;
  }, [dependencies, places, base, msPerPixel, span]);
  return (
    <svg className="timeline-links" width={width} height={height} aria-hidden="true">
      <defs>
        <marker id="timeline-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" orient="auto">
          <path d="M0 0L8 4L0 8z" />
        </marker>
      </defs>
      {lines.map(({ id, d, late }) => (
        <path key={id} d={d} className={late ? 'is-late' : ''} markerEnd="url(#timeline-arrow)" />
      ))}
    </svg>
  );
};
