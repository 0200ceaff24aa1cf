import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type Axis, axisOf, weekendsOf } from '#shared/timeline/axis.ts';
import type { Bar } from '#shared/timeline/bars.ts';
import { barsWithin, type LaidRow, rowsBetween } from '#shared/timeline/layout.ts';
import { formatSpan } from '#shared/time/display.ts';
import type { PlacedBar } from '#shared/timeline/rows.ts';
import { useTimeContext } from '../../state/time.ts';
import { select, useView } from '../../state/view.ts';
import { useWords } from '../../ui/words.ts';
import { colourClass } from './colours.ts';
import { type Grip, startDrag } from './drag.ts';
import { finishDrag } from './edits.ts';
import { linksOf } from './links.ts';
import { legibleAt, paint } from './paint.ts';
import { TimelineAxis } from './TimelineAxis.tsx';
import { TimelineBar } from './TimelineBar.tsx';
import { TimelineHeads } from './TimelineHeads.tsx';
import { useNow } from '../../ui/useNow.ts';
import { useSize, useWheel } from './useStage.ts';
import { LANE_HEIGHT, ROW_PADDING, type TimelineModel } from './useTimelineModel.ts';
import { panBy, useViewport } from './viewport.ts';

interface StageProps {
  readonly model: TimelineModel;
  readonly selected: ReadonlySet<string>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly activeId: string | undefined;
  readonly onWidth: (width: number) => void;
}

/** Drawn beyond each edge (in window widths), so that small pans move a layer instead of drawing it anew. */
const OVERSCAN = 0.5;

const pressBackground = (event: PointerEvent): void => {
  if (event.button !== 0 || !(event.target instanceof Element) || event.target.closest('[data-bar]') !== null) return;
  let last = event.clientX;
  const onMove = (move: globalThis.PointerEvent): void => {
    panBy(last - move.clientX);
    last = move.clientX;
  };
  const stop = (): void => {
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', stop);
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', stop);
};

/** Selects as lists do: alone, toggled with Ctrl; a press on what is selected keeps the selection for the drag. */
const idsAfterPress = (event: PointerEvent, bar: Bar, selected: ReadonlySet<string>): readonly string[] => {
  if (event.ctrlKey || event.metaKey) {
    return selected.has(bar.id) ? [...selected].filter((id) => id !== bar.id) : [...selected, bar.id];
  }
  return selected.has(bar.id) ? [...selected] : [bar.id];
};

/** The part of the drawing that is rendered as elements: it is moved as one while the view stays within it. */
const useLayer = (width: number): { readonly base: number; readonly end: number } => {
  const origin = useViewport((state) => state.origin);
  const msPerPixel = useViewport((state) => state.msPerPixel);
  const margin = OVERSCAN * width * msPerPixel;
  const [layer, setLayer] = useState({ base: 0, msPerPixel: 0, width: 0 });
  const fits =
    layer.msPerPixel === msPerPixel &&
    layer.width === width &&
    origin >= layer.base &&
    origin <= layer.base + 2 * margin;
  if (!fits && width > 0) setLayer({ base: origin - margin, msPerPixel, width });
  return { base: layer.base, end: layer.base + (1 + 2 * OVERSCAN) * width * msPerPixel };
};

interface BarsLayerProps extends Pick<StageProps, 'model' | 'selected'> {
  readonly rows: readonly LaidRow[];
  readonly base: number;
  readonly end: number;
  readonly msPerPixel: number;
}

interface RoomyBar extends PlacedBar {
  /** Pixels from the bar's end to the next bar of its lane: what a label beside it may take. */
  readonly room: number;
}

const withRoom = (placed: readonly PlacedBar[], msPerPixel: number): readonly RoomyBar[] => {
  const next = new Map<number, number>();
  return placed
    .toReversed()
    .map(({ bar, lane }) => {
      const room = ((next.get(lane) ?? Number.POSITIVE_INFINITY) - bar.end) / msPerPixel;
      next.set(lane, bar.start);
      return { bar, lane, room };
    })
    .reverse();
};

const BarsLayer = ({ model, selected, rows, base, end, msPerPixel }: BarsLayerProps) => {
  const colouring = useViewport((state) => state.colouring);
  const mode = useView((state) => state.timeMode);
  const context = useTimeContext();
  const onPress = (event: PointerEvent, bar: Bar, grip: Grip): void => {
    if (event.button !== 0) return;
    const ids = idsAfterPress(event, bar, selected);
    select(bar.kind, ids);
    const anchors = model.anchors.map(({ at }) => at);
    const onDone = (drag: Parameters<typeof finishDrag>[0]): void => finishDrag(drag, model.bars);
    startDrag({
      bar,
      ids: grip === 'move' ? ids : [bar.id],
      grip,
      clientX: event.clientX,
      zone: model.zone,
      anchors,
      onDone,
    });
  };
  return rows.flatMap((row) =>
    withRoom(barsWithin(row, { start: base, end }, legibleAt(msPerPixel)).wide, msPerPixel).map(
      ({ bar, lane, room }) => (
        <TimelineBar
          key={`${row.key} ${bar.id}`}
          bar={bar}
          top={row.top + ROW_PADDING + lane * LANE_HEIGHT}
          base={base}
          msPerPixel={msPerPixel}
          colour={colourClass(bar, colouring, model.plan)}
          selected={selected.has(bar.id)}
          room={room}
          label={`${bar.title}, ${formatSpan(bar.start, bar.end, mode, context)}`}
          onPress={onPress}
          onOpen={() => useView.setState({ inspectorOpen: true })}
        />
      ),
    ),
  );
};

interface GroundProps {
  readonly model: TimelineModel;
  readonly axis: Axis;
  readonly width: number;
  readonly height: number;
  readonly scrollTop: number;
}

/** The painted ground: it stays put while the rows scroll, and is painted anew after each change of what shows. */
const Ground = ({ model, axis, width, height, scrollTop }: GroundProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { origin, msPerPixel, showLinks } = useViewport();
  const { plan, layout } = model;
  const links = useMemo(() => (showLinks ? linksOf(plan, layout.rows) : []), [showLinks, plan, layout.rows]);
  useEffect(() => {
    if (canvas.current === null || width === 0) return;
    const span = { start: origin, end: origin + width * msPerPixel };
    const weekends = weekendsOf(span, msPerPixel, model.zone);
    const rows = rowsBetween(model.layout.rows, scrollTop, scrollTop + height);
    paint(canvas.current, { width, height, scrollTop, origin, msPerPixel, axis, weekends, rows, links });
  });
  return (
    <canvas ref={canvas} className="timeline-ground" style={{ top: scrollTop, width, height }} aria-hidden="true" />
  );
};

/** Anchors and the present, through all rows. */
const Marks = ({ anchors, now }: { readonly anchors: TimelineModel['anchors']; readonly now: number }) => {
  const { origin, msPerPixel } = useViewport();
  const at = (instant: number): { transform: string } => ({
    transform: `translateX(${(instant - origin) / msPerPixel}px)`,
  });
  return (
    <>
      {anchors.map((anchor) => (
        <i key={anchor.id} className="timeline-anchor-line" style={at(anchor.at)} />
      ))}
      <i className="timeline-now-line" style={at(now)} />
    </>
  );
};

interface LayerProps extends Pick<StageProps, 'model' | 'selected'> {
  readonly rows: readonly LaidRow[];
  readonly width: number;
}

/** Bars, moved as one while the view stays within what is drawn. */
const Layer = ({ model, selected, rows, width }: LayerProps) => {
  const { origin, msPerPixel } = useViewport();
  const { base, end } = useLayer(width);
  return (
    <div
      className="timeline-layer"
      role="presentation"
      style={{ transform: `translateX(${(base - origin) / msPerPixel}px)` }}
    >
      <BarsLayer model={model} selected={selected} rows={rows} base={base} end={end} msPerPixel={msPerPixel} />
    </div>
  );
};

/** Selects all bars of a row that are of the kind of its first. */
const selectRow = ({ placed }: LaidRow): void => {
  const kind = placed[0]?.bar.kind;
  if (kind !== undefined)
    select(
      kind,
      placed.filter(({ bar }) => bar.kind === kind).map(({ bar }) => bar.id),
    );
};

/** The drawing surface: axis above, names at the left, bars over a painted ground. */
export const TimelineStage = ({ model, selected, onKeyDown, activeId, onWidth }: StageProps) => {
  const t = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const { width } = useSize(stage);
  const { height } = useSize(scroller);
  const [scrollTop, setScrollTop] = useState(0);
  const { origin, msPerPixel, grouping } = useViewport();
  const now = useNow();
  useWheel(stage);
  useEffect(() => onWidth(width), [width, onWidth]);
  const { rows, height: total } = model.layout;
  const axis = useMemo(
    () => axisOf({ start: origin, end: origin + width * msPerPixel }, msPerPixel, model.zone),
    [origin, width, msPerPixel, model.zone],
  );
  const shown = useMemo(() => rowsBetween(rows, scrollTop - 200, scrollTop + height + 200), [rows, scrollTop, height]);
  return (
    <div className="timeline-frame">
      <div className="timeline-corner">{model.zone === 'UTC' ? 'Z' : model.zone}</div>
      <TimelineAxis
        axis={axis}
        anchors={model.anchors}
        origin={origin}
        msPerPixel={msPerPixel}
        width={width}
        now={now}
        nowLabel={t('timeline.now')}
      />
      <div
        ref={scroller}
        className="timeline-scroller"
        onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      >
        <div className="timeline-content" style={{ height: Math.max(total, height) }}>
          <TimelineHeads rows={shown} grouping={grouping} plan={model.plan} onPick={selectRow} />
          <div
            ref={stage}
            className="timeline-stage"
            role="listbox"
            aria-multiselectable="true"
            aria-label={t('timeline.bars')}
            aria-activedescendant={activeId === undefined ? undefined : `bar-${activeId}`}
            tabIndex={0}
            onKeyDown={onKeyDown}
            onPointerDown={pressBackground}
          >
            <Ground model={model} axis={axis} width={width} height={height} scrollTop={scrollTop} />
            <Marks anchors={model.anchors} now={now} />
            <Layer model={model} selected={selected} rows={shown} width={width} />
          </div>
        </div>
      </div>
    </div>
  );
};
