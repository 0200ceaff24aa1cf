/** Finding records by words in their titles and codes. */
import { type Kind, KINDS, type PlanRecord } from '#shared/plan/records.ts';
import { type PlanState, mapOf } from '#shared/plan/state.ts';
import { titleOf } from '#shared/plan/title.ts';

export interface Hit {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
}

interface Entry extends Hit {
  readonly text: string;
}

const textOf = (record: PlanRecord): string => {
  switch (record.kind) {
    case 'unit':
      return `${record.name} ${record.shortName ?? ''} ${record.homeStation ?? ''}`;
    case 'location':
      return `${record.name} ${record.code ?? ''} ${record.country ?? ''}`;
    case 'anchor':
      return `${record.code} ${record.name ?? ''}`;
    case 'activity':
      return `${titleOf(record)} ${record.responsible ?? ''}`;
    case 'exercise':
    case 'participant':
    case 'dependency':
    case 'movement':
    case 'profile':
    case 'agreement':
    case 'baseline':
      return titleOf(record);
  }
};

/** Dependencies have no names of their own to be found by; profiles and baselines are found where they are used. */
const UNSEARCHED: ReadonlySet<Kind> = new Set(['dependency', 'profile', 'baseline']);
const SEARCHED = KINDS.filter((kind) => !UNSEARCHED.has(kind));

const known = new WeakMap<ReadonlyMap<string, PlanRecord>, readonly Entry[]>();

/** The words of a kind's records, built when they are first searched and kept until one of them changes. */
const entriesOf = (plan: PlanState, kind: Kind): readonly Entry[] => {
  const map = mapOf(plan, kind);
  const built = known.get(map);
  if (built !== undefined) return built;
  const entries: Entry[] = [];
  for (const record of map.values()) {
    if (record.deleted === true) continue;
    entries.push({ kind, id: record.id, title: titleOf(record), text: textOf(record).toLocaleLowerCase() });
  }
  known.set(map, entries);
  return entries;
};

/** Records in which every word occurs; those whose title begins with what was typed come first. */
export const searchRecords = (plan: PlanState, query: string, limit: number): readonly Hit[] => {
  const wanted = query.trim().toLocaleLowerCase();
  const words = wanted.split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const first: Hit[] = [];
  const others: Hit[] = [];
  for (const kind of SEARCHED) {
    for (const entry of entriesOf(plan, kind)) {
      if (!words.every((word) => entry.text.includes(word))) continue;
      (entry.text.startsWith(wanted) ? first : others).push(entry);
      if (first.length >= limit) return first;
    }
  }
  return [...first, ...others].slice(0, limit);
};
