import { type PointerEvent, type RefObject, useEffect } from 'react';
import type { BoardRow } from '#shared/timeline/board.ts';
import { foldX } from '#shared/timeline/draw/heads.ts';
import type { BarPart, Hit } from '#shared/timeline/hit.ts';
import { openInspector } from '../../state/view.ts';
import { createThere } from './acts.ts';
import { dragAnchor } from './gestures/anchor.ts';
import { takePress } from './gestures/list.ts';
import { stopCoasting } from './gestures/pan.ts';
import { hoverBar } from './hover.ts';
import { stageActs } from './useStageActs.ts';
import type { Surface } from './surface.ts';
import type { TimelineModel } from './useTimelineModel.ts';
import { panBy, toggleFolded, zoomAt } from './viewport.ts';

interface PointerParts {
  readonly surface: Surface;
  readonly stage: RefObject<HTMLElement | null>;
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
const useWheel = (stage: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const element = stage.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      stopCoasting();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
      const [x, y] = [event.deltaX * unit, event.deltaY * unit];
      if (event.ctrlKey || event.metaKey)
        zoomAt(event.clientX - element.getBoundingClientRect().left, Math.exp(y / 300));
      else if (event.shiftKey) panBy(x + y);
      else panBy(x, y);
    };
    // React registers wheel listeners as passive, which could not keep the page from zooming.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [stage]);
};

/** A press begins a gesture, a move marks what is under the pointer, a wheel moves the window. */
export const usePointer = ({ surface, stage, model, selected, onHead }: PointerParts) => {
  useWheel(stage);
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
        if (event.buttons !== 0) return;
        const hit = hitAt(event.clientX, event.clientY);
        surface.hover(hit);
        hoverBar(hit?.on === 'bar' ? hit.bar : undefined, event.clientX, event.clientY);
        event.currentTarget.style.cursor = hit?.on === 'bar' ? CURSORS[hit.part] : '';
      },
      onPointerLeave: (): void => {
        surface.hover(undefined);
        hoverBar(undefined, 0, 0);
      },
      onDoubleClick: (event: React.MouseEvent): void => {
        const hit = hitAt(event.clientX, event.clientY);
        if (hit?.on === 'bar') openInspector();
        else if (hit?.on === 'row') createThere(model, hit);
      },
      ...stageActs(model, selected, hitAt),
    },
    axis: {
      onPointerDown: (event: PointerEvent<HTMLElement>): void => {
        const { left, top } = event.currentTarget.getBoundingClientRect();
        const anchor = surface.anchor(event.clientX - left, event.clientY - top);
        if (event.button === 0 && anchor !== undefined) dragAnchor(event.nativeEvent, anchor, model, left);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>): void => {
        const { left, top } = event.currentTarget.getBoundingClientRect();
        const over = surface.anchor(event.clientX - left, event.clientY - top);
        event.currentTarget.style.cursor = over === undefined ? '' : 'ew-resize';
      },
    },
    heads: {
      onPointerDown: (event: PointerEvent<HTMLElement>): void => {
        const box = event.currentTarget.getBoundingClientRect();
        const row = surface.head(event.clientY - box.top);
        if (event.button !== 0 || row === undefined) return;
        if (row.foldable && event.clientX - box.left < foldX(row) + 8) toggleFolded(row.key);
        else onHead(row);
      },
      onWheel: (event: React.WheelEvent): void => panBy(0, event.deltaY),
    },
  };
};
