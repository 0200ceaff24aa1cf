import { Portal } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import type { Span } from '#shared/plan/times.ts';
import type { Bar } from '#shared/timeline/bars.ts';
import type { BoardRow } from '#shared/timeline/board.ts';
import type { Load } from '#shared/timeline/load.ts';
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

/** Both ends of a span as group, local time and distance from an anchor, whatever reading is chosen. */
const Readings = ({ start, end }: Span) => {
  const t = useWords();
  const context = useTimeContext();
  const [from, to] = [allReadings(start, context), allReadings(end, context)];
  const lines = [
    [t('time.dtg'), from.dtg, to.dtg],
    [t('time.local'), from.local, to.local],
    [t('time.anchor'), from.anchor, to.anchor],
  ] as const;
  return (
    <table>
      <tbody>
        {lines.map(
          ([name, first, last]) =>
            first !== undefined && (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{first}</td>
                {start !== end && <td>{last}</td>}
              </tr>
            ),
        )}
      </tbody>
    </table>
  );
};

const OfBar = ({ bar }: { readonly bar: Bar }) => {
  const { locale } = useTimeContext();
  return (
    <>
      <b>{bar.title}</b>
      <Readings start={bar.start} end={bar.end} />
      <TipLinks id={bar.id} />
      <small>
        {wordFor(`plan.${bar.kind}State.${bar.state}`)}
        {bar.start !== bar.end && ` · ${formatDuration(bar.end - bar.start, locale)}`}
      </small>
    </>
  );
};

/** What a strip counts here, and why it does not show it bar by bar. */
const OfLoad = ({ load, row }: { readonly load: Load; readonly row: BoardRow }) => {
  const t = useWords();
  return (
    <>
      <b>{t('timeline.load', { count: load.count, most: load.most })}</b>
      <Readings start={load.start} end={load.end} />
      <small>{t(row.crowded ? 'timeline.stripCrowded' : 'timeline.stripFolded')}</small>
    </>
  );
};

/** The tooltip of what the pointer rests on. */
export const BarTip = () => {
  useDrop();
  const { subject, x, y } = useHover();
  const busy = useGesture((state) => state.gesture !== null);
  if (subject === undefined || busy) return null;
  // At the right edge it stands to the left of the pointer.
  const across = x + ROOM.width > window.innerWidth ? { right: window.innerWidth - x + 12 } : { left: x + 12 };
  const top = y + ROOM.height > window.innerHeight ? y - ROOM.height : y + 18;
  return (
    <Portal>
      <div role="tooltip" className="timeline-tip" style={{ ...across, top }}>
        {subject.bar === undefined ? <OfLoad {...subject} /> : <OfBar {...subject} />}
      </div>
    </Portal>
  );
};
