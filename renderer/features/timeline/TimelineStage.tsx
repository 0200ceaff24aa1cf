import { useComputedColorScheme } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Board, BoardRow } from '#shared/timeline/board.ts';
import { AXIS_HEIGHT } from '#shared/timeline/draw/axis.ts';
import { HEADS_WIDTH } from '#shared/timeline/draw/heads.ts';
import { MINIMAP_HEIGHT } from '#shared/timeline/draw/minimap.ts';
import { useFindings } from '../../state/findings.ts';
import { usePreferences } from '../../state/preferences.ts';
import { takeCaret } from '../../ui/caret.ts';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/words.ts';
import { AxisText } from './AxisText.tsx';
import { BarOptions, optionId } from './BarOptions.tsx';
import { useHeld } from './clipboard.ts';
import { activeRow, useCursor } from './cursor.ts';
import { CursorMark } from './CursorMark.tsx';
import { useModes } from './modes.ts';
import { flagsOf } from './flags.ts';
import { useGesture } from './gesture.ts';
import { useHeadWords } from './headWords.ts';
import { paletteOf } from './inks.ts';
import { scrollKeeping } from './keepPlace.ts';
import { offerPicture } from './pictureSource.ts';
import { useOverlays } from './overlays.ts';
import { TimelineScrollbar } from './TimelineScrollbar.tsx';
import { type Surface, type SurfaceInput, type SurfaceParts, createSurface } from './surface.ts';
import { useMinimapPointer } from './useMinimapPointer.ts';
import { usePointer } from './usePointer.ts';
import type { TimelineModel } from './useTimelineModel.ts';
import { useViewport } from './viewport.ts';

interface StageProps {
  readonly model: TimelineModel;
  readonly selected: ReadonlySet<string>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly activeId: string | undefined;
  readonly onHead: (row: BoardRow) => void;
}

const LAYERS = ['main', 'overlay', 'axis', 'heads', 'minimap'] as const;

/**
 * The options under the pointer come and go with the plan, and the focus that they take would go with them: the stage has
 * it, and the caret with it.
 */
const takeFocus = (stage: HTMLElement, target: EventTarget): void => {
  if (target !== stage) stage.focus({ preventScroll: true });
  else takeCaret(stage);
};

/** The surface on the canvases within an element. */
const useSurface = (host: RefObject<HTMLElement | null>): Surface => {
  const [surface] = useState(createSurface);
  useEffect(() => {
    const found = LAYERS.map((layer) => [layer, host.current?.querySelector(`canvas[data-layer="${layer}"]`)] as const);
    const whole = found.every(([, canvas]) => canvas instanceof HTMLCanvasElement);
    if (!whole) return undefined;
    return surface.attach(Object.fromEntries(found) as unknown as SurfaceParts);
  }, [host, surface]);
  return surface;
};

/** What the surface is to show, put together from all that has a say in it. */
const useInput = (
  model: TimelineModel,
  selected: ReadonlySet<string>,
  scheme: 'light' | 'dark',
): Omit<SurfaceInput, 'palette'> => {
  const t = useWords();
  const locale = usePreferences((state) => state.language);
  const findings = useFindings((state) => state.list);
  const dragged = useGesture((state) => state.gesture?.moved);
  const cut = useHeld((state) => state.cut);
  // What is dragged or cut is shown faint where it still is.
  const moved = dragged ?? (cut.size === 0 ? undefined : cut);
  const { hits, critical, baseline, float } = useOverlays();
  const now = useNow();
  const words = useHeadWords(model, scheme);
  // The same from every distance, so that a zoom does not make them anew.
  const { bars, indexOf } = model.board;
  const flags = useMemo(
    () => flagsOf({ bars, indexOf }, { selected, findings, moved, hits, critical }),
    [bars, indexOf, selected, findings, moved, hits, critical],
  );
  const before = useMemo(
    () => baseline && new Map([...baseline].map(([id, span]) => [indexOf.get(id) ?? -1, span])),
    [baseline, indexOf],
  );
  const slack = useMemo(
    () => float && new Map([...float].map(([id, end]) => [indexOf.get(id) ?? -1, end])),
    [float, indexOf],
  );
  return { model, flags, baseline: before, critical, float: slack, now, locale, words, nowWord: t('timeline.now') };
};

/** Tells the viewport the size of its window and of the board, so that it knows how far it can go. */
const useExtent = (stage: RefObject<HTMLElement | null>, board: Board): void => {
  const seen = useRef(board);
  useEffect(() => {
    const element = stage.current;
    if (element === null) return;
    const measure = (): void => useViewport.setState({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [stage]);
  useEffect(() => {
    const before = seen.current;
    seen.current = board;
    useViewport.setState((view) => {
      const top = scrollKeeping(before, board, view);
      const { height: boardHeight } = board;
      return {
        boardHeight,
        scrollTop: view.height === 0 ? top : Math.max(0, Math.min(top, boardHeight - view.height)),
      };
    });
  }, [board]);
};

/** The id of the element that stands for the active bar in the row where the keyboard stands. */
const activeOptionOf = (board: Board, activeId: string | undefined): string | undefined => {
  const index = activeId === undefined ? undefined : board.indexOf.get(activeId);
  return index === undefined ? undefined : optionId(board, index, board.rows[activeRow(board, activeId)]);
};

/** The drawing surface: axis above, heads at the left, bars in the middle, the whole plan below; all of it painted. */
export const TimelineStage = ({ model, selected, onKeyDown, activeId, onHead }: StageProps) => {
  const t = useWords();
  const host = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const axis = useRef<HTMLDivElement>(null);
  const surface = useSurface(host);
  useExtent(stage, model.board);
  const scheme = useComputedColorScheme('light');
  const input = useInput(model, selected, scheme);
  useEffect(() => offerPicture(surface.shown), [surface]);
  useEffect(() => {
    if (host.current !== null) surface.set({ ...input, palette: paletteOf(host.current, scheme) });
  });
  useCursor((state) => state.row);
  const { board } = model;
  const activeOption = activeOptionOf(board, activeId);
  const drawing = useModes((state) => state.drawing);
  const pointer = usePointer({ surface, stage, axis, model, selected, onHead });
  const minimapPointer = useMinimapPointer(surface);
  return (
    <div
      ref={host}
      className="timeline-frame"
      style={{
        gridTemplate: `${AXIS_HEIGHT}px minmax(0, 1fr) ${MINIMAP_HEIGHT}px / ${HEADS_WIDTH}px minmax(0, 1fr) 12px`,
      }}
    >
      <div className="timeline-corner">{model.zone === 'UTC' ? 'Z' : model.zone}</div>
      <div ref={axis} className="timeline-axis-box" {...pointer.axis}>
        <canvas data-layer="axis" aria-hidden="true" />
        <AxisText surface={surface} />
      </div>
      <div className="timeline-edge" />
      <canvas data-layer="heads" className="timeline-heads" aria-hidden="true" {...pointer.heads} />
      <div
        ref={stage}
        className="timeline-stage"
        role="listbox"
        aria-multiselectable="true"
        aria-label={t('timeline.bars')}
        aria-activedescendant={activeOption}
        tabIndex={0}
        data-drawing={drawing || undefined}
        onKeyDown={onKeyDown}
        onFocus={({ target, currentTarget }) => takeFocus(currentTarget, target)}
        {...pointer.stage}
      >
        <canvas data-layer="main" aria-hidden="true" />
        <canvas data-layer="overlay" aria-hidden="true" />
        <BarOptions surface={surface} selected={selected} activeId={activeId} />
        <CursorMark board={model.board} />
      </div>
      <TimelineScrollbar />
      <div className="timeline-foot" />
      <canvas data-layer="minimap" className="timeline-minimap" aria-hidden="true" {...minimapPointer} />
      <div className="timeline-edge" />
    </div>
  );
};
