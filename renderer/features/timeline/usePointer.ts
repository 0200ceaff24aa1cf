import { type PointerEvent, type RefObject, useEffect } from 'react';
import type { BoardRow } from '#shared/timeline/board.ts';
import { foldX } from '#shared/timeline/draw/heads.ts';
import type { BarPart, Hit } from '#shared/timeline/hit.ts';
import { loadAt } from '#shared/timeline/load.ts';
import { openInspector } from '../../state/view.ts';
import { createThere } from './acts.ts';
import { dragAnchor } from './gestures/anchor.ts';
import { follow } from './gestures/follow.ts';
import { takePress } from './gestures/list.ts';
import { stopCoasting } from './gestures/pan.ts';
import { type Subject, dropHover, hoverOver } from './hover.ts';
import { stageMenu, useStageClipboard } from './useStageActs.ts';
import type { Surface } from './surface.ts';
import type { TimelineModel } from './useTimelineModel.ts';
import { panBy, toggleFolded, useViewport, zoomAt } from './viewport.ts';
import { notePointer } from './zoomPlace.ts';

interface PointerParts {
  readonly surface: Surface;
  readonly stage: RefObject<HTMLElement | null>;
  readonly axis: RefObject<HTMLElement | null>;
  readonly model: TimelineModel;
  readonly selected: ReadonlySet<string>;
  readonly onHead: (row: BoardRow) => void;
}

const CURSORS: Readonly<Record<BarPart, string>> = {
  body: 'pointer',
  start: 'ew-resize',
  end: 'ew-resize',
  'link-start': 'crosshair',
  'link-end': 'crosshair',
};

/** Pixels of one turn of a wheel that counts in lines. */
const LINE = 18;

/**
 * Wheel and pinch: with Ctrl (as a pinch reports itself) zoom at the pointer, sideways or with Shift pan in time,
 * otherwise the rows scroll as in any list.
 */
const useWheel = (stage: RefObject<HTMLElement | null>, rows: boolean): void => {
  useEffect(() => {
    const element = stage.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      stopCoasting();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
      const [x, y] = [event.deltaX * unit, event.deltaY * unit];
      if (event.ctrlKey || event.metaKey) {
        const { left, top } = element.getBoundingClientRect();
        // On the axis above the rows, the first of these stays where it is.
        zoomAt({ x: event.clientX - left, y: rows ? event.clientY - top : 0 }, Math.exp(y / 300));
      } else if (event.shiftKey) panBy(x + y);
      else panBy(x, y);
    };
    // React registers wheel listeners as passive, which could not keep the page from zooming.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [stage, rows]);
};

/** The axis is taken along as the ground is. */
const dragAxis = (press: globalThis.PointerEvent): void => {
  let last = press.clientX;
  follow(press, {
    onMove: ({ clientX }) => {
      panBy(last - clientX);
      last = clientX;
    },
    onDone: () => undefined,
    onEnd: () => undefined,
  });
};

/** On the axis an anchor is taken along, or else the window. */
const axisHandlers = (surface: Surface, model: TimelineModel) => ({
  onPointerDown: (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    stopCoasting();
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const anchor = surface.anchor(event.clientX - left, event.clientY - top);
    if (anchor === undefined) dragAxis(event.nativeEvent);
    else dragAnchor(event.nativeEvent, anchor, model, left);
  },
  onPointerMove: (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    event.currentTarget.style.cursor = surface.anchor(x, y) === undefined ? '' : 'ew-resize';
    event.currentTarget.title = surface.axisNote(x, y);
  },
});

/** A head folds its row, or is pressed as a whole. */
const headHandlers = (surface: Surface, onHead: (row: BoardRow) => void) => ({
  onPointerDown: (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const row = surface.head(event.clientY - box.top);
    if (event.button !== 0 || row === undefined) return;
    if (row.foldable && event.clientX - box.left < foldX(row) + 8) toggleFolded(row.key);
    else onHead(row);
  },
  onWheel: (event: React.WheelEvent): void => panBy(0, event.deltaY),
});

/** What a tooltip tells of at a place. */
const subjectOf = ({ board }: TimelineModel, hit: Hit): Subject | undefined => {
  if (hit.on === 'bar') return { bar: hit.bar };
  const { row, at, strip } = hit;
  const load = row !== undefined && strip ? loadAt(board, row, at, useViewport.getState().msPerPixel) : undefined;
  return row === undefined || load === undefined ? undefined : { load, row };
};

/** A press begins a gesture, a move marks what is under the pointer, a wheel moves the window. */
export const usePointer = ({ surface, stage, axis, model, selected, onHead }: PointerParts) => {
  useWheel(stage, true);
  useWheel(axis, false);
  useStageClipboard(stage, model);
  const hitAt = (clientX: number, clientY: number): Hit | undefined => {
    const box = stage.current?.getBoundingClientRect();
    return box === undefined ? undefined : surface.hit(clientX - box.left, clientY - box.top);
  };
  return {
    stage: {
      onPointerDown: (event: PointerEvent<HTMLElement>): void => {
        const hit = hitAt(event.clientX, event.clientY);
        if (event.button !== 0 || hit === undefined) return;
        stopCoasting();
        const { left, top } = event.currentTarget.getBoundingClientRect();
        takePress({ hit, event: event.nativeEvent, model, selected, left, top, hitAt });
      },
      onPointerMove: (event: PointerEvent<HTMLElement>): void => {
        const box = event.currentTarget.getBoundingClientRect();
        notePointer({ x: event.clientX - box.left, y: event.clientY - box.top });
        if (event.buttons !== 0) return;
        const hit = hitAt(event.clientX, event.clientY);
        surface.hover(hit);
        hoverOver(hit && subjectOf(model, hit), event.clientX, event.clientY);
        event.currentTarget.style.cursor = hit?.on === 'bar' ? CURSORS[hit.part] : '';
      },
      onPointerLeave: (): void => {
        notePointer(undefined);
        surface.hover(undefined);
        dropHover();
      },
      onDoubleClick: (event: React.MouseEvent): void => {
        const hit = hitAt(event.clientX, event.clientY);
        if (hit?.on === 'bar') openInspector();
        else if (hit?.on === 'row') createThere(model, hit);
      },
      onContextMenu: stageMenu(model, selected, hitAt),
    },
    axis: axisHandlers(surface, model),
    heads: headHandlers(surface, onHead),
  };
};
