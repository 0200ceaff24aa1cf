/** What a press on the timeline begins: the first of the list that takes it. */
import type { Hit } from '#shared/timeline/hit.ts';
import type { TimelineModel } from '../useTimelineModel.ts';

export interface Press {
  readonly hit: Hit;
  readonly event: PointerEvent;
  readonly model: TimelineModel;
  readonly selected: ReadonlySet<string>;
  /** Left and top of the window onto the bars, in client pixels. */
  readonly left: number;
  readonly top: number;
  /** What is at a place of the screen now. */
  readonly hitAt: (clientX: number, clientY: number) => Hit | undefined;
}

/** @returns whether it has taken the press. */
export type PressHandler = (press: Press) => boolean;
