/** The scene of a moment: what is to be shown, seen through the viewport. */
import type { Span } from '#shared/plan/times.ts';
import { type Scales, scalesOf } from '#shared/timeline/axis.ts';
import type { Palette } from '#shared/timeline/palette.ts';
import type { Scene, Shading } from '#shared/timeline/scene.ts';
import { type ShadingSource, shadingOf } from '#shared/timeline/shading.ts';
import type { TimelineModel } from './useTimelineModel.ts';
import type { Viewport } from './viewport.ts';

export interface SceneInput {
  readonly model: TimelineModel;
  readonly palette: Palette;
  readonly flags: Uint8Array;
  readonly baseline: ReadonlyMap<number, Span> | undefined;
  readonly critical: ReadonlySet<string> | undefined;
  readonly float: ReadonlyMap<number, number> | undefined;
  readonly now: number;
  /** Language of the names of weekdays. */
  readonly locale: string;
}

interface TimeMarks {
  readonly key: string;
  readonly shades: ShadingSource;
  readonly scales: Scales;
  readonly shading: Shading;
}

let last: TimeMarks | undefined;

/** Ticks and shades of a stretch of time; kept until it changes, since hit tests ask between frames. */
const timeMarks = ({ model, locale }: SceneInput, span: Span, msPerPixel: number): TimeMarks => {
  const key = `${span.start} ${span.end} ${msPerPixel} ${model.zone} ${locale}`;
  if (last?.key === key && last.shades === model.shades) return last;
  last = {
    key,
    shades: model.shades,
    scales: scalesOf(span, msPerPixel, model.zone, locale),
    shading: shadingOf(model.shades, span, msPerPixel, model.zone),
  };
  return last;
};

export const sceneOf = (input: SceneInput, view: Viewport): Scene => {
  const { origin, msPerPixel, scrollTop, width, height } = view;
  const { model, palette, flags, baseline, critical, now } = input;
  const { scales, shading } = timeMarks(input, { start: origin, end: origin + width * msPerPixel }, msPerPixel);
  return {
    frame: { width, height, origin, msPerPixel, scrollTop },
    board: model.board,
    links: model.links,
    palette,
    hues: model.colouring.hues,
    flags,
    scales,
    shading,
    anchors: model.anchors,
    now,
    baseline,
    critical,
    float: input.float,
  };
};
