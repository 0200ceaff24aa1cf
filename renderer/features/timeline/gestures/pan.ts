/** Moving the window over the plan: with the pointer, with two fingers, and on by itself after a fling. */
import { select } from '../../../state/view.ts';
import { placeCursor } from '../useStageActs.ts';
import { panBy, useViewport, zoomAt } from '../viewport.ts';
import { follow } from './follow.ts';
import type { PressHandler } from './press.ts';

/** Milliseconds in which a fling loses two thirds of its speed, and the speed (pixels per ms) at which it ends. */
const DECAY = 220;
const STILL = 0.02;
/** Only what the pointer did last counts for a fling. */
const RECENT = 80;

let coasting = 0;

/** Ends a fling: whatever is pressed or turned next has the surface at rest. */
export const stopCoasting = (): void => {
  cancelAnimationFrame(coasting);
  coasting = 0;
};

const coast = (vx: number, vy: number): void => {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  let [x, y, last] = [vx, vy, performance.now()];
  let left = useViewport.getState();
  const step = (now: number): void => {
    const view = useViewport.getState();
    // Whoever has taken the window elsewhere meanwhile, by a key or a button, wants it to stay there.
    if (view.origin !== left.origin || view.msPerPixel !== left.msPerPixel) return stopCoasting();
    const passed = Math.min(50, Math.max(0, now - last));
    last = now;
    panBy(x * passed, y * passed);
    left = useViewport.getState();
    const rest = Math.exp(-passed / DECAY);
    [x, y] = [x * rest, y * rest];
    if (Math.hypot(x, y) > STILL) coasting = requestAnimationFrame(step);
  };
  coasting = requestAnimationFrame(step);
};

interface Sample {
  readonly x: number;
  readonly y: number;
  readonly time: number;
}

/** Fingers that are down: one pans, two also zoom. */
const fingers = new Map<number, { x: number; y: number }>();

/** How far two fingers are apart, and the middle between them. */
const spread = (): { readonly far: number; readonly x: number; readonly y: number } | undefined => {
  const [a, b] = [...fingers.values()];
  if (a === undefined || b === undefined) return undefined;
  return { far: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
};

/** What was between two fingers stays between them. */
const pinch = (event: PointerEvent, left: number, top: number): void => {
  const before = spread();
  fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  const after = spread();
  if (before === undefined || after === undefined || before.far === 0 || after.far === 0) return;
  panBy(before.x - after.x, before.y - after.y);
  zoomAt({ x: after.x - left, y: after.y - top }, before.far / after.far);
};

/** A press where no bar is takes hold of the surface; let go without a move it clears the selection and sets the cursor. */
export const pressGround: PressHandler = ({ hit, event, left, top, model }) => {
  if (hit.on !== 'row') return false;
  stopCoasting();
  fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  let last: Sample = { x: event.clientX, y: event.clientY, time: event.timeStamp };
  let trail: readonly Sample[] = [last];
  follow(event, {
    onMove: (move) => {
      if (fingers.size > 1) pinch(move, left, top);
      else panBy(last.x - move.clientX, last.y - move.clientY);
      last = { x: move.clientX, y: move.clientY, time: move.timeStamp };
      trail = [...trail.filter(({ time }) => last.time - time < RECENT), last];
    },
    onDone: (up) => {
      const [first] = trail;
      const passed = first === undefined ? 0 : last.time - first.time;
      if (first === undefined || passed <= 0 || up.timeStamp - last.time > RECENT || fingers.size > 0) return;
      coast((first.x - last.x) / passed, (first.y - last.y) / passed);
    },
    onClick: () => {
      select('activity', []);
      placeCursor(model, hit, event.altKey);
    },
    onEnd: () => fingers.delete(event.pointerId),
  });
  return true;
};
