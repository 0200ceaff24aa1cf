import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { panBy, zoomAt } from './viewport.ts';

export interface StageSize {
  readonly width: number;
  readonly height: number;
}

/** The size of an element, followed as panels are dragged. */
export const useSize = (ref: RefObject<HTMLElement | null>): StageSize => {
  const [size, setSize] = useState<StageSize>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
};

/**
 * Wheel and pinch: with Ctrl (as a pinch reports itself) zoom at the pointer, sideways or with Shift pan in time,
 * otherwise the rows scroll as in any list.
 */
export const useWheel = (ref: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const onWheel = (event: WheelEvent): void => {
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        zoomAt(event.clientX - element.getBoundingClientRect().left, Math.exp(event.deltaY / 300));
      } else if (Math.abs(sideways) > 0 && Math.abs(sideways) >= Math.abs(event.shiftKey ? 0 : event.deltaY)) {
        event.preventDefault();
        panBy(sideways);
      }
    };
    // React registers wheel listeners as passive, which could not keep the page from zooming.
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [ref]);
};
