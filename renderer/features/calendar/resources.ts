/** Participants or locations side by side: which columns there are, and which entries stand in them. */
import type { PlanState } from '#shared/plan/state.ts';
import { find } from '#shared/plan/state.ts';
import { titleOf } from '#shared/plan/title.ts';
import type { CalendarEntry } from './entries.ts';

export const RESOURCE_KINDS = ['none', 'participant', 'location'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** More columns than this cannot be read, in a day or in a week. */
export const MAX_COLUMNS = { day: 12, week: 6 } as const;

export interface Resource {
  /** The record's id; `''` for those that have none. */
  readonly id: string;
  readonly title: string;
  /** How many entries stand there now. */
  readonly count: number;
}

const placesOf = ({ bar }: CalendarEntry, kind: Exclude<ResourceKind, 'none'>): readonly string[] => {
  const places = kind === 'participant' ? bar.participants : bar.locations;
  return places.length === 0 ? [''] : places;
};

/** Everything that could be a column: what has entries now comes first, the busiest before the others. */
export const resourcesOf = (
  plan: PlanState,
  kind: Exclude<ResourceKind, 'none'>,
  entries: readonly CalendarEntry[],
  nobody: string,
): readonly Resource[] => {
  const counts = new Map<string, number>();
  for (const entry of entries)
    for (const place of placesOf(entry, kind)) counts.set(place, (counts.get(place) ?? 0) + 1);
  const found: Resource[] = [{ id: '', title: nobody, count: counts.get('') ?? 0 }];
  for (const { id } of plan[kind].values()) {
    const record = find(plan, kind, id);
    if (record === undefined) continue;
    const title = record.kind === 'participant' ? record.code : titleOf(record);
    found.push({ id, title, count: counts.get(id) ?? 0 });
  }
  return found.sort((a, b) => b.count - a.count || (a.title < b.title ? -1 : 1));
};

/**
 * The columns that show: those that were chosen, else the busiest and then the others, never more than can be read; by
 * name. Those without entries are among them, for there an entry can be dropped.
 */
export const columnsOf = (all: readonly Resource[], chosen: readonly string[], most: number): readonly Resource[] => {
  const wanted = all.filter(({ id }) => chosen.includes(id));
  return (wanted.length > 0 ? wanted : all)
    .slice(0, most)
    .toSorted((a, b) => (a.id === '' ? 1 : b.id === '' ? -1 : a.title < b.title ? -1 : 1));
};

/** Each entry once for each column in which it stands. */
export const spreadOver = (
  entries: readonly CalendarEntry[],
  kind: Exclude<ResourceKind, 'none'>,
  columns: readonly Resource[],
): CalendarEntry[] => {
  const shown = new Set(columns.map(({ id }) => id));
  return entries.flatMap((entry) =>
    [...new Set(placesOf(entry, kind))]
      .filter((place) => shown.has(place))
      .map((resource) => ({ ...entry, id: `${entry.id} ${resource}`, resource })),
  );
};
