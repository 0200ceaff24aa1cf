import { formatTime } from '#shared/time/display.ts';
import type { Board } from '#shared/timeline/board.ts';
import { useTimeContext } from '../../state/time.ts';
import { useView } from '../../state/view.ts';
import { useCursor } from './cursor.ts';
import { useViewport } from './viewport.ts';

/** The time cursor as a thin line with its time, and the stretch of it that stands in the chosen row. */
export const CursorMark = ({ board }: { readonly board: Board }) => {
  const at = useCursor((state) => state.at);
  const rowKey = useCursor((state) => state.row);
  const { origin, msPerPixel, width, scrollTop } = useViewport();
  const mode = useView((state) => state.timeMode);
  const context = useTimeContext();
  if (at === undefined) return null;
  const x = (at - origin) / msPerPixel;
  if (x < 0 || x > width) return null;
  const row = rowKey === undefined ? undefined : board.rows.find(({ key }) => key === rowKey);
  return (
    <div className="timeline-cursor" aria-hidden="true" style={{ transform: `translateX(${x}px)` }}>
      {row !== undefined && <i style={{ top: row.top - scrollTop, height: row.height }} />}
      <span data-left={x > width - 140 || undefined}>{formatTime(at, mode, context)}</span>
    </div>
  );
};
