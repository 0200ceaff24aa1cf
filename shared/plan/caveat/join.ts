/** Lists of national caveats brought together. */
import { joinRedactions } from '../release/placeholder.ts';
import type { Retained } from '../retained.ts';
import type { Caveat } from './schema.ts';

/** Most caveats of one record (`caveatsSchema`). */
const MOST = 50;

const NONE: readonly Caveat[] = [];

/** A list with caveats that have to be in it, as they stand here. */
export const withCaveats = (caveats: readonly Caveat[], more: readonly Caveat[]): Caveat[] => {
  const ids = new Set(more.map(({ id }) => id));
  return [...more, ...caveats.filter(({ id }) => !ids.has(id))].slice(0, MOST);
};

/** The caveats that stand on a record: its owner's, and those that this plan retains. */
export const ownCaveats = ({
  caveats = NONE,
  retained,
}: {
  readonly caveats?: readonly Caveat[] | undefined;
  readonly retained?: Retained | undefined;
}): readonly Caveat[] => (retained?.caveats === undefined ? caveats : withCaveats(caveats, retained.caveats.caveats));

/** One of two versions of a caveat: both where they are redactions of one, else the one not approved. In whatever order, the same. */
const tighter = (a: Caveat, b: Caveat): Caveat => {
  const joined = joinRedactions(a, b);
  if (joined !== undefined) return joined as Caveat;
  if ((a.approved === true) !== (b.approved === true)) return a.approved === true ? b : a;
  return JSON.stringify(a) <= JSON.stringify(b) ? a : b;
};

const holdsAll = (list: readonly Caveat[], others: readonly Caveat[]): boolean => {
  const texts = new Set(list.map((caveat) => JSON.stringify(caveat)));
  return others.every((caveat) => texts.has(JSON.stringify(caveat)));
};

/**
 * All caveats of two lists, which are one word of a nation written out differently. In whatever order, the same: the
 * list that has the other's too, as it stands, or both in the order of their identifiers.
 */
export const allCaveats = (a: readonly Caveat[], b: readonly Caveat[]): readonly Caveat[] => {
  if (a.length !== b.length) {
    const [long, short] = a.length > b.length ? [a, b] : [b, a];
    if (holdsAll(long, short)) return long;
  }
  const byId = new Map(a.map((caveat) => [caveat.id, caveat]));
  for (const caveat of b) {
    const known = byId.get(caveat.id);
    byId.set(caveat.id, known === undefined ? caveat : tighter(known, caveat));
  }
  return [...byId.values()].sort((x, y) => (x.id < y.id ? -1 : 1)).slice(0, MOST);
};
