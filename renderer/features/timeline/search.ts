/** Text search in the timeline: what was typed, what it has found, and which hit one stands on. */
import { create } from 'zustand';
import { nextHit } from '#shared/timeline/find.ts';
import { announce } from '../../ui/announce.ts';
import { wordFor } from '../../ui/words.ts';

interface Search {
  readonly open: boolean;
  readonly query: string;
  /** Ids in the order of time. */
  readonly hits: readonly string[];
  readonly current: string | undefined;
  /** Counts how often the field was asked for. */
  readonly asked: number;
}

export const useSearch = create<Search>()(() => ({ open: false, query: '', hits: [], current: undefined, asked: 0 }));

export const openSearch = (): void => useSearch.setState(({ asked }) => ({ open: true, asked: asked + 1 }));

/** Closes the search line; what was typed is kept, so that F3 goes on with it. @returns whether it was open. */
export const closeSearch = (): boolean => {
  const { open } = useSearch.getState();
  useSearch.setState({ open: false });
  return open;
};

/** Goes to the next or previous hit. @returns its id; undefined where nothing was found. */
export const stepHit = (way: 1 | -1): string | undefined => {
  const { hits, current } = useSearch.getState();
  const next = nextHit(hits, current, way);
  useSearch.setState({ current: next });
  announce(
    next === undefined
      ? wordFor('editing.find.none')
      : wordFor('editing.find.at', { at: hits.indexOf(next) + 1, count: hits.length }),
  );
  return next;
};
