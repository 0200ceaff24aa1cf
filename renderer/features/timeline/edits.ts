/** What the timeline's gestures and keys do to the plan. */
import { moveActivities, resizeActivity } from '#shared/plan/activity/commands.ts';
import { moveMovements } from '#shared/plan/movement/commands.ts';
import { MINUTE } from '#shared/time/instant.ts';
import type { Bar } from '#shared/timeline/bars.ts';
import { perform } from '../../ui/perform.ts';

export type Grip = 'move' | 'start' | 'end';

export interface Drag {
  readonly ids: readonly string[];
  readonly grip: Grip;
  /** Milliseconds by which the gripped edge (or the whole bar) is displaced. */
  readonly delta: number;
}

/** Shifts bars in time; those of one kind at once, so that one gesture is one step. */
export const shiftBars = (bars: readonly Bar[], milliseconds: number): void => {
  const minutes = Math.round(milliseconds / MINUTE);
  const idsOf = (kind: Bar['kind']): string[] => bars.filter((bar) => bar.kind === kind).map(({ id }) => id);
  const activities = idsOf('activity');
  const movements = idsOf('movement');
  if (activities.length > 0) perform((context) => moveActivities(context, activities, minutes));
  if (movements.length > 0) perform((context) => moveMovements(context, movements, minutes));
};

/** Carries out what a drag showed. */
export const finishDrag = (drag: Drag, bars: readonly Bar[]): void => {
  const ids = new Set(drag.ids);
  const dragged = bars.filter(({ id }) => ids.has(id));
  const [bar] = dragged;
  if (drag.grip === 'move') shiftBars(dragged, drag.delta);
  else if (bar?.kind === 'activity') {
    const edge = drag.grip === 'start' ? 'start' : 'end';
    perform((context) => resizeActivity(context, bar.id, edge, Math.round(drag.delta / MINUTE)));
  }
};
