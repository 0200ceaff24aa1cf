import { memo, type PointerEvent } from 'react';
import type { Bar } from '#shared/timeline/bars.ts';
import { dragged, type Grip, useDrag } from './drag.ts';
import { LANE_HEIGHT } from './useTimelineModel.ts';

export interface TimelineBarProps {
  readonly bar: Bar;
  readonly top: number;
  /** The instant at the left edge of the layer the bar stands in. */
  readonly base: number;
  readonly msPerPixel: number;
  readonly colour: string;
  readonly selected: boolean;
  readonly label: string;
  /** Pixels free beside the bar. */
  readonly room: number;
  readonly onPress: (event: PointerEvent, bar: Bar, grip: Grip) => void;
  readonly onOpen: (bar: Bar) => void;
}

const POINT = 14;

const gripAt = (event: PointerEvent<HTMLElement>, bar: Bar): Grip => {
  const box = event.currentTarget.getBoundingClientRect();
  if (bar.kind === 'movement' || bar.end === bar.start || box.width < 18) return 'move';
  if (event.clientX - box.left < 6) return 'start';
  return box.right - event.clientX < 6 ? 'end' : 'move';
};

/** One bar, or a diamond for a point in time. A movement shows its legs. */
const PlainBar = ({ bar, top, base, msPerPixel, colour, selected, label, room, onPress, onOpen }: TimelineBarProps) => {
  const drag = useDrag((state) => (state.drag?.ids.includes(bar.id) === true ? state.drag : null));
  const { start, end } = dragged(bar, drag);
  const left = (start - base) / msPerPixel;
  const point = bar.end === bar.start;
  const width = point ? POINT : Math.max(2, (end - start) / msPerPixel);
  const outside = point || width < 36;
  const classes = [
    'timeline-bar',
    colour,
    point ? 'is-point' : '',
    bar.kind === 'movement' ? 'is-movement' : '',
    !point && width < 8 ? 'is-narrow' : '',
    `is-${bar.state}`,
  ];
  return (
    <div
      role="option"
      tabIndex={-1}
      id={`bar-${bar.id}`}
      data-bar={bar.id}
      aria-selected={selected}
      aria-label={label}
      title={label}
      className={classes.join(' ')}
      style={{ transform: `translate(${point ? left - POINT / 2 : left}px, ${top}px)`, width, height: LANE_HEIGHT - 4 }}
      onPointerDown={(event) => onPress(event, bar, gripAt(event, bar))}
      onDoubleClick={() => onOpen(bar)}
    >
      {bar.segments.map((segment) => (
        <i
          key={segment.start}
          className={`timeline-leg mode-${segment.mode}`}
          style={{
            left: (segment.start - bar.start) / msPerPixel,
            width: Math.max(1, (segment.end - segment.start) / msPerPixel),
          }}
        />
      ))}
      {(!outside || room > 40) && (
        <span
          className={outside ? 'timeline-label is-outside' : 'timeline-label'}
          style={outside ? { maxWidth: room - 8 } : {}}
        >
          {bar.title}
        </span>
      )}
    </div>
  );
};

export const TimelineBar = memo(PlainBar);
