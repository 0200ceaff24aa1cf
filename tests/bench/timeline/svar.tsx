/** SVAR React Gantt: one row for each task, with its dependency lines. */
import { Gantt, Willow } from '@svar-ui/react-gantt';
import { createRoot } from 'react-dom/client';
import '@svar-ui/react-gantt/all.css';
import { type Drawing, type Subject, WINDOW, middleOf, standsInSight } from './drawing.ts';

const LINK = { FS: 'e2s', SS: 's2s', FF: 'e2e', SF: 's2e' } as const;
const SCALES = [
  { unit: 'month', step: 1, format: '%F %Y' },
  { unit: 'day', step: 1, format: '%j' },
];
/** Pixels of a day: the fortnight on the width that the others have. */
const CELL = 86;
const DAY = 86_400_000;

export const svar = ({ bars, links }: Subject): Drawing => {
  const tasks = bars.map((bar, n) => ({
    id: n + 1,
    text: bar.title,
    start: new Date(bar.start),
    end: new Date(bar.end),
    type: 'task',
    progress: 0,
  }));
  const idOf = new Map(bars.map(({ id }, n) => [id, n + 1]));
  const lines = links.flatMap(({ from, to, type }, n) => {
    const [source, target] = [idOf.get(from), idOf.get(to)];
    return source === undefined || target === undefined
      ? []
      : [{ id: n + 1, source, target, type: LINK[type as keyof typeof LINK] }];
  });
  const chart = (): HTMLElement | null => document.querySelector('.wx-chart');
  return {
    mount: (place) => {
      createRoot(place).render(
        <Willow>
          <div style={{ height: '100vh' }}>
            <Gantt tasks={tasks} links={lines} scales={SCALES} cellWidth={CELL} zoom />
          </div>
        </Willow>,
      );
    },
    ready: () => standsInSight('.wx-bar'),
    lined: () => document.querySelector('.wx-line') !== null,
    pan: (right, down) => {
      const area = chart();
      if (area === null) return;
      area.scrollLeft += right * area.clientWidth;
      area.scrollTop += down;
    },
    zoom: (factor) => {
      const area = chart();
      const box = area?.getBoundingClientRect();
      if (area === null || box === undefined) return;
      const at = { clientX: box.left + box.width / 2, clientY: box.top + 200 };
      const turn = { deltaY: factor > 1 ? 100 : -100, ctrlKey: true, bubbles: true, cancelable: true };
      area.dispatchEvent(new WheelEvent('wheel', { ...turn, ...at }));
    },
    handle: () => {
      const area = chart();
      const first = bars[0]?.start ?? WINDOW.start;
      // Rows follow the starts, so that the first rows stand at the left.
      if (area !== null) area.scrollLeft = Math.max(0, ((first - WINDOW.start) / DAY) * CELL);
      return middleOf('.wx-bar');
    },
  };
};
