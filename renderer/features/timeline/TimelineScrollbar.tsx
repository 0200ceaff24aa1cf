import { useEffect, useRef } from 'react';
import { scrollTo, useViewport } from './viewport.ts';

/** The browser's own scrollbar for the rows, which the painted surface follows and leads. */
export const TimelineScrollbar = () => {
  const bar = useRef<HTMLDivElement>(null);
  const boardHeight = useViewport((state) => state.boardHeight);
  const height = useViewport((state) => state.height);
  useEffect(
    () =>
      useViewport.subscribe(({ scrollTop }) => {
        if (bar.current !== null && Math.abs(bar.current.scrollTop - scrollTop) > 1) bar.current.scrollTop = scrollTop;
      }),
    [],
  );
  return (
    <div
      ref={bar}
      className="timeline-scrollbar"
      aria-hidden="true"
      tabIndex={-1}
      onScroll={({ currentTarget }) => {
        if (Math.abs(currentTarget.scrollTop - useViewport.getState().scrollTop) > 1) scrollTo(currentTarget.scrollTop);
      }}
    >
      <div style={{ height: Math.max(boardHeight, height) }} />
    </div>
  );
};
