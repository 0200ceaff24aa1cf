/** Moving bars in time and changing their length: ghosts while it lasts, one step when it ends, nothing on Escape. */
import type { Bar } from '#shared/timeline/bars.ts';
import type { Ghost } from '#shared/timeline/gesture.ts';
import { MINUTE } from '#shared/time/instant.ts';
import { select } from '../../../state/view.ts';
import { type Grip, finishDrag } from '../edits.ts';
import { showGesture } from '../gesture.ts';
import { snap } from '../snap.ts';
import { useViewport } from '../viewport.ts';
import { follow } from './follow.ts';
import type { Press, PressHandler } from './press.ts';

/** Selects as lists do: alone, toggled with Ctrl; a press on what is selected keeps the selection for the drag. */
const idsAfterPress = (event: PointerEvent, bar: Bar, selected: ReadonlySet<string>): readonly string[] => {
  if (event.ctrlKey || event.metaKey)
    return selected.has(bar.id) ? [...selected].filter((id) => id !== bar.id) : [...selected, bar.id];
  return selected.has(bar.id) ? [...selected] : [bar.id];
};

/** Whole minutes between the gripped edge and where the pointer has taken it, snapped. */
const displacement = ({ event: press, model }: Press, bar: Bar, grip: Grip, x: number): number => {
  const { msPerPixel } = useViewport.getState();
  const edge = grip === 'end' ? bar.end : bar.start;
  const wanted = edge + (x - press.clientX) * msPerPixel;
  const anchors = model.anchors.map(({ at }) => at);
  const delta = Math.round((snap(wanted, msPerPixel, model.zone, anchors) - edge) / MINUTE) * MINUTE;
  if (grip === 'start') return Math.min(delta, bar.end - bar.start);
  return grip === 'end' ? Math.max(delta, bar.start - bar.end) : delta;
};

const ghostOf = (bar: Bar, grip: Grip, delta: number): Ghost => ({
  id: bar.id,
  start: grip === 'end' ? bar.start : bar.start + delta,
  end: grip === 'start' ? bar.end : bar.end + delta,
});

/** A press on a bar selects it; from there on it is dragged by its body or by an end. */
export const pressBar: PressHandler = (press) => {
  const { hit, event, model, selected } = press;
  if (hit.on !== 'bar' || hit.part === 'link-start' || hit.part === 'link-end') return false;
  const { bar } = hit;
  const grip: Grip = hit.part === 'body' ? 'move' : hit.part;
  const ids = idsAfterPress(event, bar, selected);
  select(bar.kind, ids);
  const moved = new Set(grip === 'move' ? ids : [bar.id]);
  const dragged = model.board.bars.filter(({ id }) => moved.has(id));
  let delta = 0;
  follow(event, {
    onMove: ({ clientX }) => {
      delta = displacement(press, bar, grip, clientX);
      showGesture({
        moved,
        ghosts: dragged.map((one) => ghostOf(one, grip, delta)),
        snap: (grip === 'end' ? bar.end : bar.start) + delta,
      });
    },
    onDone: () => {
      if (delta !== 0) finishDrag({ ids: [...moved], grip, delta }, model.bars);
    },
    onEnd: () => showGesture(null),
  });
  return true;
};
