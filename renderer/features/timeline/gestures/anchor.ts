/** Dragging an anchor along the axis: ghosts show where all that hangs on it will stand, and a note how much that is. */
import { anchorPreviewer } from '#shared/plan/anchor/preview.ts';
import type { AnchorMark } from '#shared/timeline/scene.ts';
import { moveAnchor, previewLines } from '../anchors.ts';
import { showGesture } from '../gesture.ts';
import { spanReadings } from '../readings.ts';
import { snapper } from '../snapping.ts';
import type { TimelineModel } from '../useTimelineModel.ts';
import { useViewport } from '../viewport.ts';
import { follow } from './follow.ts';

/** @param left of the axis, in client pixels. */
export const dragAnchor = (event: PointerEvent, anchor: AnchorMark, model: TimelineModel, left: number): void => {
  const look = anchorPreviewer(model.plan, anchor.id);
  const others = { ...model, anchors: model.anchors.filter(({ id }) => id !== anchor.id) };
  let preview: ReturnType<typeof look>;
  let moved: ReadonlySet<string> = new Set();
  follow(event, {
    onMove: (move) => {
      const { origin, msPerPixel, scrollTop } = useViewport.getState();
      const pulled = anchor.at + (move.clientX - event.clientX) * msPerPixel;
      // What hangs on the anchor moves along and is no place to come to rest at.
      const { at } = snapper(others, moved)(pulled, move.altKey);
      preview = look(at);
      if (preview === undefined) return;
      if (preview.moving.length !== moved.size) moved = new Set(preview.moving.map(({ id }) => id));
      // Its distance from where it still stands would say nothing.
      const [dtg, local] = spanReadings({ start: at, end: at });
      showGesture({
        moved,
        ghosts: preview.moving.map(({ id, after }) => ({ id, ...after })),
        snap: at,
        note: {
          text: [`${anchor.code} ${dtg ?? ''}`, local ?? '', ...previewLines(anchor.code, preview)],
          at: origin + (move.clientX - left) * msPerPixel,
          y: scrollTop,
        },
      });
    },
    onDone: () => {
      if (preview !== undefined) moveAnchor(anchor.id, preview.at);
    },
    onEnd: () => showGesture(null),
  });
};
