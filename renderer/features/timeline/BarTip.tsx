import { Portal } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import { allReadings, formatDuration } from '#shared/time/display.ts';
import { usePlan } from '../../state/plan.ts';
import { useTimeContext } from '../../state/time.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import { useGesture } from './gesture.ts';
import { dropHover, useHover } from './hover.ts';
import { linksAround } from './table/waits.ts';
import { useViewport } from './viewport.ts';

/** Pixels that the tooltip needs below and beside the pointer. */
const ROOM = { width: 560, height: 166 };

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

/** So many links of each way are told; of more, how many more. */
const LINKS = 3;

/** What the bar waits for and what waits for it: its lines lead out of the window more often than not. */
const TipLinks = ({ id }: { readonly id: string }) => {
  const t = useWords();
  const { locale } = useTimeContext();
  const plan = usePlan((state) => state.plan);
  const { before, after } = useMemo(() => linksAround(plan, id, locale), [plan, id, locale]);
  const lines = [
    [t('activity.waitsFor'), before],
    [t('activity.before'), after],
  ] as const;
  return lines.map(
    ([name, links]) =>
      links.length > 0 && (
        <div key={name} className="timeline-tip-links">
          <span>{name}</span> {links.slice(0, LINKS).join('; ')}
          {links.length > LINKS && ` ${t('app.more', { count: links.length - LINKS })}`}
        </div>
      ),
  );
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
        <TipLinks id={bar.id} />
        <small>
          {wordFor(`plan.activityState.${bar.state}`)}
          {!point && ` · ${formatDuration(bar.end - bar.start, context.locale)}`}
        </small>
      </div>
    </Portal>
  );
};
