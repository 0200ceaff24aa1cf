/** Text search over the bars of a timeline: in their own words and in those of what they name. */
import { type PlanState, find } from '../plan/state.ts';
import type { Bar } from './bars.ts';

/** Letters without case and accents, so that `etat` finds `État-major`. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();

const namesOf = (plan: PlanState, bar: Bar): readonly string[] => {
  const names: string[] = [bar.title, bar.type];
  for (const id of bar.participants) {
    const participant = find(plan, 'participant', id);
    if (participant !== undefined) names.push(participant.code, participant.name);
  }
  for (const id of bar.units) {
    const unit = find(plan, 'unit', id);
    if (unit !== undefined) names.push(unit.name, unit.shortName ?? '');
  }
  for (const id of bar.locations) {
    const location = find(plan, 'location', id);
    if (location !== undefined) names.push(location.name, location.code ?? '');
  }
  if (bar.kind === 'activity') {
    const activity = find(plan, 'activity', bar.id);
    names.push(activity?.responsible ?? '', activity?.remarks ?? '');
  }
  return names;
};

/** What can be found of each bar; built once per plan, since typing asks again with every letter. */
export const searchIndex = (plan: PlanState, bars: readonly Bar[]): ((query: string) => readonly string[]) => {
  const texts = bars.map((bar) => ({ id: bar.id, text: plain(namesOf(plan, bar).join('\n')) }));
  return (query) => {
    const words = plain(query).split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    return texts.filter(({ text }) => words.every((word) => text.includes(word))).map(({ id }) => id);
  };
};

/**
 * The hit after (or before) where one stands, round the end; from outside the hits the first or last.
 * @param hits ids in the order in which they are walked.
 */
export const nextHit = (hits: readonly string[], current: string | undefined, way: 1 | -1): string | undefined => {
  if (hits.length === 0) return undefined;
  const at = current === undefined ? -1 : hits.indexOf(current);
  if (at === -1) return way === 1 ? hits[0] : hits.at(-1);
  return hits[(at + way + hits.length) % hits.length];
};
