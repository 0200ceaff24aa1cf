/** The floor: the rectangles in sight on a bare canvas, found by looking at every bar. */
import { type Drawing, type Subject, WINDOW } from './drawing.ts';

const ROW = 32;
const LEFT = 220;

export const bare = ({ bars }: Subject): Drawing => {
  const rowOf = new Map<string, number>();
  for (const { units } of bars) if (!rowOf.has(units[0] ?? '')) rowOf.set(units[0] ?? '', rowOf.size);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  let { start, end } = WINDOW;
  let drawn = 0;
  let shift = 0;
  let top = 0;
  const draw = (): void => {
    if (context === null) return;
    const width = canvas.width - LEFT;
    const scale = (end - start) / width;
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = '#7f9cc6';
    drawn = 0;
    for (const bar of bars) {
      const y = (rowOf.get(bar.units[0] ?? '') ?? 0) * ROW - top;
      if (bar.end < start || bar.start > end || y > canvas.height || y < -ROW) continue;
      const x = LEFT + (bar.start - start) / scale;
      context.fillRect(x + (drawn === 0 ? shift : 0), y + 4, Math.max(2, (bar.end - bar.start) / scale), ROW - 8);
      drawn += 1;
    }
  };
  return {
    mount: (place) => {
      canvas.width = window.innerWidth;
      canvas.height = window.innerHeight;
      place.append(canvas);
      draw();
      canvas.addEventListener('pointermove', (event) => {
        shift = event.clientX - 600;
        draw();
      });
    },
    ready: () => drawn > 0,
    pan: (right, down) => {
      const by = right * (end - start);
      [start, end] = [start + by, end + by];
      top = Math.max(0, top + down);
      draw();
    },
    zoom: (factor) => {
      const more = ((factor - 1) * (end - start)) / 2;
      [start, end] = [start - more, end + more];
      draw();
    },
    show: (from, to) => {
      [start, end] = [from, to];
      draw();
    },
    handle: () => ({ x: 600, y: 300 }),
  };
};
