/**
 * vis-timeline: a group for each row of ours, or one for each item as in a Gantt chart. It knows no dependencies. It
 * stands when it says so by its own event and items are in sight: it keeps its element hidden while it makes them.
 */
import { Timeline } from 'vis-timeline/standalone';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import { type Drawing, type Subject, WINDOW, firstWindow, middleOf, standsInSight } from './drawing.ts';

const shown = (): boolean => {
  const root = document.querySelector('.vis-timeline');
  return root !== null && getComputedStyle(root).visibility === 'visible';
};

export const vis = ({ bars }: Subject, each: boolean): Drawing => {
  let timeline: Timeline | undefined;
  let changed = false;
  const { start: from, end: to } = each ? firstWindow(bars) : WINDOW;
  const rows = each ? bars.map(({ id }) => id) : [...new Set(bars.map(({ units }) => units[0] ?? ''))].sort();
  const items = bars.map(({ id, title, start, end, units }) => ({
    id,
    content: title,
    start: new Date(start),
    end: new Date(end),
    group: each ? id : (units[0] ?? ''),
  }));
  const groups = rows.map((id, order) => ({ id, order, content: id.slice(-6) }));
  return {
    mount: (place) => {
      const options = {
        start: new Date(from),
        end: new Date(to),
        height: '900px',
        verticalScroll: true,
        orientation: 'top' as const,
        editable: true,
      };
      timeline = new Timeline(place, items, groups, options);
      timeline.on('changed', () => {
        changed = true;
      });
    },
    ready: () => changed && shown() && standsInSight('.vis-item'),
    pan: (right, down) => {
      const now = timeline?.getWindow();
      if (timeline === undefined || now === undefined) return;
      const [start, end] = [now.start.getTime(), now.end.getTime()];
      const by = right * (end - start);
      if (right !== 0) timeline.setWindow(new Date(start + by), new Date(end + by), { animation: false });
      if (down !== 0)
        document
          .querySelector('.vis-panel.vis-center')
          ?.dispatchEvent(new WheelEvent('wheel', { deltaY: down, bubbles: true, cancelable: true }));
    },
    zoom: (factor) => {
      const now = timeline?.getWindow();
      if (timeline === undefined || now === undefined) return;
      const [start, end] = [now.start.getTime(), now.end.getTime()];
      const more = ((factor - 1) * (end - start)) / 2;
      timeline.setWindow(new Date(start - more), new Date(end + more), { animation: false });
    },
    handle: () => {
      const item = bars.find(({ start, end }) => start > from && end < to);
      if (item !== undefined)
        timeline?.setSelection(item.id, { focus: true, animation: { animation: false } as never });
      return middleOf('.vis-item.vis-range');
    },
  };
};
