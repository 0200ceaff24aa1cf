/** vis-timeline: a group for each row of ours, or one for each item as in a Gantt chart. It knows no dependencies. */
import { Timeline } from 'vis-timeline/standalone';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import { type Drawing, type Subject, WINDOW, middleOf } from './drawing.ts';

export const vis = ({ bars }: Subject, each: boolean): Drawing => {
  let timeline: Timeline | undefined;
  const rows = each ? bars.map(({ id }) => id) : [...new Set(bars.map(({ units }) => units[0] ?? ''))].sort();
  return {
    mount: (place) => {
      const items = bars.map(({ id, title, start, end, units }) => ({
        id,
        content: title,
        start: new Date(start),
        end: new Date(end),
        group: each ? id : (units[0] ?? ''),
      }));
      const groups = rows.map((id) => ({ id, content: id.slice(-6) }));
      const options = {
        start: new Date(WINDOW.start),
        end: new Date(WINDOW.end),
        height: '900px',
        verticalScroll: true,
        orientation: 'top' as const,
        editable: true,
      };
      timeline = new Timeline(place, items, groups, options);
    },
    ready: () => document.querySelector('.vis-item') !== null,
    pan: (step) => {
      const now = timeline?.getWindow();
      if (timeline === undefined || now === undefined) return;
      const [from, to] = [now.start.getTime(), now.end.getTime()];
      const by = step * (to - from);
      timeline.setWindow(new Date(from + by), new Date(to + by), { animation: false });
    },
    zoom: (factor) => {
      const now = timeline?.getWindow();
      if (timeline === undefined || now === undefined) return;
      const [from, to] = [now.start.getTime(), now.end.getTime()];
      const more = ((factor - 1) * (to - from)) / 2;
      timeline.setWindow(new Date(from - more), new Date(to + more), { animation: false });
    },
    handle: () => {
      const item = bars.find(({ start, end }) => start > WINDOW.start && end < WINDOW.end);
      if (item !== undefined)
        timeline?.setSelection(item.id, { focus: true, animation: { animation: false } as never });
      return middleOf('.vis-item.vis-range');
    },
  };
};
