/** The rows of the timeline as lines of a table: the same groups in the same order, folded or not. */
import type { PlanState } from '#shared/plan/state.ts';
import type { Zone } from '#shared/time/zone.ts';
import type { Bar } from '#shared/timeline/bars.ts';
import type { LaneField } from '#shared/timeline/fields.ts';
import { type Group, groupsOf } from '#shared/timeline/groups.ts';

export interface TableLine {
  /** A bar that stands in several rows has a line in each. */
  readonly id: string;
  readonly bar: Bar;
  /** The row's key and title; the view has the words for kinds, states and bars without one. */
  readonly key: string;
  readonly title: string;
}

const linesOfGroup = (bars: readonly Bar[], { key, title, members, children }: Group): readonly TableLine[] => [
  ...members.flatMap((index) => {
    const bar = bars[index];
    return bar === undefined ? [] : [{ id: `${key} ${bar.id}`, bar, key, title }];
  }),
  ...children.flatMap((child) => linesOfGroup(bars, child)),
];

export const linesOf = (plan: PlanState, bars: readonly Bar[], by: LaneField, zone?: Zone): readonly TableLine[] =>
  groupsOf(plan, bars, by, zone).flatMap((group) => linesOfGroup(bars, group));
