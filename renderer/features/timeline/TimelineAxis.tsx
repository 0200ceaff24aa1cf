import type { Axis, Tick } from '#shared/timeline/axis.ts';
import type { AnchorMark } from './useTimelineModel.ts';

interface TimelineAxisProps {
  readonly axis: Axis;
  readonly anchors: readonly AnchorMark[];
  readonly origin: number;
  readonly msPerPixel: number;
  readonly width: number;
  readonly now: number;
  readonly nowLabel: string;
}

/** Where a coarse label stands: at its tick, or held at the left edge while its stretch of time lasts. */
const stickyX = (ticks: readonly Tick[], index: number, x: (at: number) => number): number => {
  const own = x(ticks[index]?.at ?? 0);
  const next = ticks[index + 1];
  const limit = next === undefined ? Number.POSITIVE_INFINITY : x(next.at) - 90;
  return Math.max(own, Math.min(0, limit));
};

/** The two scales on top, with the anchors of the exercise and the present on them. */
export const TimelineAxis = ({ axis, anchors, origin, msPerPixel, width, now, nowLabel }: TimelineAxisProps) => {
  const x = (at: number): number => (at - origin) / msPerPixel;
  const inside = (at: number): boolean => x(at) >= 0 && x(at) <= width;
  return (
    <div className="timeline-axis" aria-hidden="true">
      {axis.major.map((tick, index) => (
        <span
          key={tick.at}
          className="timeline-major"
          style={{ transform: `translateX(${stickyX(axis.major, index, x)}px)` }}
        >
          {tick.label}
        </span>
      ))}
      {axis.minor.map((tick) => (
        <span key={tick.at} className="timeline-minor" style={{ transform: `translateX(${x(tick.at)}px)` }}>
          {tick.label}
        </span>
      ))}
      {anchors
        .filter(({ at }) => inside(at))
        .map(({ id, code, at }) => (
          <span key={id} className="timeline-anchor" style={{ transform: `translateX(${x(at)}px)` }}>
            {code}
          </span>
        ))}
      {inside(now) && (
        <span className="timeline-now-label" style={{ transform: `translateX(${x(now)}px)` }}>
          {nowLabel}
        </span>
      )}
    </div>
  );
};
