import { memo, useEffect, useRef, useState } from 'react';
import type { Bar } from '#shared/timeline/bars.ts';
import { BAR_HEIGHT, type Board, type BoardRow, laneTop } from '#shared/timeline/board.ts';
import { type BarPlace, POINT, walkBars } from '#shared/timeline/draw/bars.ts';
import { type Frame, type Scene, xOf } from '#shared/timeline/scene.ts';
import { formatSpan } from '#shared/time/display.ts';
import { useTimeContext } from '../../state/time.ts';
import { useView } from '../../state/view.ts';
import { useGesture } from './gesture.ts';
import { READINGS_ID } from './readings.ts';
import type { Surface } from './surface.ts';

/** As many bars are told to a screen reader at once; the first of those in sight, and the active one. */
const MOST = 250;
/** So few are kept in step with every frame; more wait until the surface is at rest. */
const FEW = 40;
const REST_MS = 90;

interface Option {
  readonly key: string;
  readonly id: string;
  readonly bar: Bar;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

interface Shown {
  readonly options: readonly Option[];
  readonly scene: Scene | undefined;
}

const NOTHING: Shown = { options: [], scene: undefined };

/** Where a bar is in the window: cut to it, so that its middle can be pressed. */
const boxOf = (bar: Bar, { x, w, top }: BarPlace, width: number): { left: number; width: number } | undefined => {
  const point = bar.end === bar.start;
  const from = Math.max(0, point ? x - POINT : x);
  const to = Math.min(width, point ? x + POINT : x + Math.max(w, 3));
  return to - from < 1 || top < -BAR_HEIGHT ? undefined : { left: from, width: to - from };
};

/** Names the option of a bar in a row; a bar that stands in several has one in each. */
export const optionId = ({ bars, rows, rowOf }: Board, index: number, row: BoardRow | undefined): string => {
  const id = `bar-${bars[index]?.id ?? ''}`;
  return row === undefined || row === rows[rowOf[index] ?? -1] ? id : `${id}-${row.key.replaceAll(' ', '_')}`;
};

/** Where a bar is that its row counts in a strip. */
const inStrip = (
  { board, frame }: Scene,
  id: string,
): { index: number; place: BarPlace; row: BoardRow } | undefined => {
  const index = board.indexOf.get(id) ?? -1;
  const [bar, row] = [board.bars[index], board.rows[board.rowOf[index] ?? -1]];
  if (bar === undefined || row?.crowded !== true || (board.laneOf[index] ?? 0) >= 0) return undefined;
  const top = laneTop(row, -1) - frame.scrollTop;
  if (top > frame.height) return undefined;
  return { index, row, place: { x: xOf(frame, bar.start), w: (bar.end - bar.start) / frame.msPerPixel, top, room: 0 } };
};

/** The bars in sight, row by row: those that are drawn for themselves, and the active one where it is only counted. */
const optionsOf = (scene: Scene, activeId: string | undefined): readonly Option[] => {
  const found: Option[] = [];
  const add = (index: number, place: BarPlace, row: BoardRow): void => {
    const bar = scene.board.bars[index];
    if (bar === undefined || (found.length >= MOST && bar.id !== activeId)) return;
    const box = boxOf(bar, place, scene.frame.width);
    if (box === undefined) return;
    found.push({ key: `${row.key} ${bar.id}`, id: optionId(scene.board, index, row), bar, top: place.top, ...box });
  };
  walkBars(scene, { whole: add, crowd: () => undefined });
  const counted = activeId === undefined ? undefined : inStrip(scene, activeId);
  if (counted !== undefined) add(counted.index, counted.place, counted.row);
  return found;
};

interface OptionProps {
  readonly option: Option;
  readonly selected: boolean;
  readonly label: string;
  /** The element that tells every reading of both ends, for the active bar. */
  readonly describedBy: string | undefined;
  readonly left: number;
  readonly width: number;
}

const PlainOption = ({ option, selected, label, describedBy, left, width }: OptionProps) => (
  <div
    role="option"
    tabIndex={-1}
    id={option.id}
    data-bar={option.bar.id}
    aria-selected={selected}
    aria-label={label}
    aria-describedby={describedBy}
    className="timeline-option"
    style={{ transform: `translate(${left}px, ${option.top}px)`, width, height: BAR_HEIGHT }}
  />
);
const BarOption = memo(PlainOption);

/** Moves what stands for one frame to where it is in another; at another zoom nothing of it would be right. */
const place = (layer: HTMLElement | null, then: Frame, now: Frame): void => {
  if (layer === null) return;
  const [x, y] = [(then.origin - now.origin) / now.msPerPixel, then.scrollTop - now.scrollTop];
  layer.style.transform = `translate(${x}px, ${y}px)`;
  layer.style.visibility = then.msPerPixel === now.msPerPixel ? '' : 'hidden';
};

/** Follows the surface: at once while few bars are in sight, else when it has come to rest. */
const useShown = (surface: Surface, activeId: string | undefined) => {
  const layer = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown>(NOTHING);
  const latest = useRef(shown);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = (scene: Scene): void => {
      latest.current = { options: optionsOf(scene, activeId), scene };
      place(layer.current, scene.frame, scene.frame);
      setShown(latest.current);
    };
    const follow = (scene: Scene): void => {
      const { options, scene: before } = latest.current;
      clearTimeout(timer);
      const [now, then] = [scene.frame, before?.frame];
      if (then === undefined || before?.board !== scene.board || options.length <= FEW || then.width !== now.width) {
        take(scene);
        return;
      }
      // Also where it has come back to where it was: the layer was moved or hidden on the way.
      place(layer.current, then, now);
      if (now.origin === then.origin && now.msPerPixel === then.msPerPixel && now.scrollTop === then.scrollTop) return;
      timer = setTimeout(() => take(scene), REST_MS);
    };
    const scene = surface.scene();
    if (scene !== undefined) take(scene);
    const end = surface.onPaint(follow);
    return () => {
      clearTimeout(timer);
      end();
    };
  }, [surface, activeId]);
  return { layer, options: shown.options, scene: shown.scene };
};

interface BarOptionsProps {
  readonly surface: Surface;
  readonly selected: ReadonlySet<string>;
  readonly activeId: string | undefined;
}

/**
 * What the painted bars are to a screen reader, and to whoever asks the page where a bar is: see-through elements over
 * those in sight. What is pressed is found by its place, not by these.
 */
export const BarOptions = ({ surface, selected, activeId }: BarOptionsProps) => {
  const { layer, options, scene } = useShown(surface, activeId);
  const mode = useView((state) => state.timeMode);
  const context = useTimeContext();
  const gesture = useGesture((state) => state.gesture);
  const ghosts = new Map(gesture?.ghosts.map((ghost) => [ghost.id, ghost]));
  return (
    <div ref={layer} className="timeline-options" role="presentation">
      {options.map((option) => {
        const { bar, left, width } = option;
        const ghost = ghosts.get(bar.id);
        const scale = scene?.frame.msPerPixel ?? 1;
        const shift = ghost === undefined ? 0 : (ghost.start - bar.start) / scale;
        const longer = ghost === undefined ? 0 : (ghost.end - ghost.start - (bar.end - bar.start)) / scale;
        return (
          <BarOption
            key={option.key}
            option={option}
            selected={selected.has(bar.id)}
            label={`${bar.title}, ${formatSpan(bar.start, bar.end, mode, context)}`}
            describedBy={bar.id === activeId ? READINGS_ID : undefined}
            left={left + shift}
            width={Math.max(1, width + longer)}
          />
        );
      })}
    </div>
  );
};
