import { Portal } from '@mantine/core';
import { useEffect } from 'react';
import { allReadings, formatDuration } from '#shared/time/display.ts';
import { useTimeContext } from '../../state/time.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import { useGesture } from './gesture.ts';
import { dropHover, useHover } from './hover.ts';
import { useViewport } from './viewport.ts';

/** Pixels that the tooltip needs below and beside the pointer. */
const ROOM = { width: 560, height: 130 };

/** A tooltip that stays while the view moves under it tells of the wrong place. */
const useDrop = (): void => {
  useEffect(() => {
    const stop = useViewport.subscribe(dropHover);
    document.addEventListener('keydown', dropHover, true);
    document.addEventListener('pointerdown', dropHover, true);
    return () => {
      stop();
      document.removeEventListener('keydown', dropHover, true);
      document.removeEventListener('pointerdown', dropHover, true);
      dropHover();
    };
  }, []);
};

/** The tooltip of a bar: both ends as group, local time and distance from an anchor, whatever reading is chosen. */
export const BarTip = () => {
  const t = useWords();
  const context = useTimeContext();
  useDrop();
  const { bar, x, y } = useHover();
  const busy = useGesture((state) => state.gesture !== null);
  if (bar === undefined || busy) return null;
  const [from, to] = [allReadings(bar.start, context), allReadings(bar.end, context)];
  const point = bar.start === bar.end;
  const lines = [
    [t('time.dtg'), from.dtg, to.dtg],
    [t('time.local'), from.local, to.local],
    [t('time.anchor'), from.anchor, to.anchor],
  ] as const;
  // At the right edge it stands to the left of the pointer.
  const across = x + ROOM.width > window.innerWidth ? { right: window.innerWidth - x + 12 } : { left: x + 12 };
  const top = y + ROOM.height > window.innerHeight ? y - ROOM.height : y + 18;
  return (
    <Portal>
      <div role="tooltip" className="timeline-tip" style={{ ...across, top }}>
        <b>{bar.title}</b>
        <table>
          <tbody>
            {lines.map(
              ([name, start, end]) =>
                start !== undefined && (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td>{start}</td>
                    {!point && <td>{end}</td>}
                  </tr>
                ),
            )}
          </tbody>
        </table>
        <small>
          {wordFor(`plan.activityState.${bar.state}`)}
          {!point && ` · ${formatDuration(bar.end - bar.start, context.locale)}`}
        </small>
      </div>
    </Portal>
  );
};
