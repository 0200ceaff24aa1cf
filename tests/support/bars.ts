import type { Bar } from '#shared/timeline/bars.ts';

/** A bar of an activity that has nothing but a time. */
export const plainBar = (id: string, start: number, end: number, more: Partial<Bar> = {}): Bar => ({
  id,
  start,
  end,
  kind: 'activity',
  title: id,
  type: 'serial',
  countsAs: 'serial',
  state: 'planned',
  participants: [],
  units: [],
  locations: [],
  phase: undefined,
  owner: 'NOR',
  responsible: undefined,
  segments: [],
  anchored: false,
  ...more,
});
