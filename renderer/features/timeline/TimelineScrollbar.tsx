import { useEffect, useRef } from 'react';
import { type Viewport, scrollTo, useViewport } from './viewport.ts';

/** The browser's own scrollbar for the rows, which the painted surface follows and leads. */
export const TimelineScrollbar = () => {
  const bar = useRef<HTMLDivElement>(null);
  const boardHeight = useViewport((state) => state.boardHeight);
  const height = useViewport((state) => state.height);
  useEffect(() => {
    const follow = ({ scrollTop }: Pick<Viewport, 'scrollTop'>): void => {
      if (bar.current !== null && Math.abs(bar.current.scrollTop - scrollTop) > 1) bar.current.scrollTop = scrollTop;
    };
    // A board that has grown could not be scrolled that far before its height was known here.
    follow(useViewport.getState());
    return useViewport.subscribe(follow);
  }, [boardHeight]);
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
