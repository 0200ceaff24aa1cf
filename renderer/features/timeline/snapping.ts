/** The planner's snapping, remembered on this computer, and how a drag asks for it. */
import { create } from 'zustand';
import { z } from 'zod';
import type { EpochMs } from '#shared/time/instant.ts';
import { SNAP_GRIDS, SNAP_OFF, SNAP_RULES, type SnapRules, type Snapped, snapTo } from '#shared/timeline/snap.ts';
import type { TimelineModel } from './useTimelineModel.ts';
import { useViewport } from './viewport.ts';

const KEY = 'timeline.snapping';
const schema = z.object({ grid: z.enum(SNAP_GRIDS), anchors: z.boolean(), ends: z.boolean() });

const remembered = (): SnapRules => {
  try {
    const parsed = schema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? ''));
    return parsed.success ? parsed.data : SNAP_RULES;
  } catch {
    return SNAP_RULES;
  }
};

export const useSnapRules = create<SnapRules>()(remembered);

export const setSnapRules = (changes: Partial<SnapRules>): void => {
  useSnapRules.setState(changes);
  localStorage.setItem(KEY, JSON.stringify(useSnapRules.getState()));
};

const ends = new WeakMap<TimelineModel['bars'], readonly { readonly id: string; readonly at: EpochMs }[]>();

const sortedEnds = ({ bars }: TimelineModel): readonly { readonly id: string; readonly at: EpochMs }[] => {
  const known = ends.get(bars);
  if (known !== undefined) return known;
  const made = bars
    .flatMap(({ id, start, end }) => [
      { id, at: start },
      { id, at: end },
    ])
    .sort((a, b) => a.at - b.at);
  ends.set(bars, made);
  return made;
};

const NOBODY: ReadonlySet<string> = new Set();

/**
 * Prepares snapping for one gesture; the function answers where an edge comes to rest.
 * @param moving bars whose own ends are no targets.
 */
export const snapper = (
  model: TimelineModel,
  moving: ReadonlySet<string> = NOBODY,
): ((at: EpochMs, suspended: boolean) => Snapped) => {
  const targets = sortedEnds(model).flatMap(({ id, at }) => (moving.has(id) ? [] : [at]));
  const anchors = model.anchors.map(({ at }) => at);
  return (at, suspended) =>
    snapTo(at, suspended ? SNAP_OFF : useSnapRules.getState(), {
      msPerPixel: useViewport.getState().msPerPixel,
      zone: model.zone,
      anchors,
      ends: targets,
    });
};
