import { type RefObject, useEffect, useRef, useState } from 'react';
import { barsOf } from '#shared/timeline/bars.ts';
import { usePlan } from '../../state/plan.ts';
import type { CalendarEntry } from './entries.ts';
import type { Stand } from './stand.ts';

/** The calendar draws a page twice, to measure how many entries a day has room for: the focus has to outlive that. */
const FRAMES = 12;
const STEADY = 3;

/** Gives an element the focus, until it has kept it for some frames. */
const hold = (find: () => HTMLElement | null | undefined): (() => void) => {
  let frame = 0;
  let [left, steady] = [FRAMES, 0];
  const tick = (): void => {
    const element = find();
    if (element !== null && element !== undefined) {
      steady = document.activeElement === element ? steady + 1 : 0;
      if (steady === 0) element.focus();
    }
    left -= 1;
    if (left > 0 && steady < STEADY) frame = requestAnimationFrame(tick);
  };
  tick();
  return () => cancelAnimationFrame(frame);
};

const entryIn = (body: HTMLElement | null, id: string): HTMLElement | null | undefined =>
  body?.querySelector<HTMLElement>(`[data-bar="${id}"]`);

interface Wanted {
  /** Id of an entry; undefined for the cursor. */
  readonly id: string | undefined;
}

/**
 * Gives the focus where keys have led, once it is drawn; turns the page where an entry has left it.
 * @param settled whether the page shows that is asked for: another one is drawn in pieces, and comes a moment later.
 */
export const useFocus = (
  body: RefObject<HTMLElement | null>,
  stand: Stand,
  entries: readonly CalendarEntry[],
  settled: boolean,
) => {
  const [wanted, setWanted] = useState<Wanted | undefined>();
  const stop = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    if (wanted === undefined || !settled) return;
    const { id } = wanted;
    stop.current?.();
    const bar = id === undefined ? undefined : barsOf(usePlan.getState().plan).find((each) => each.id === id);
    if (bar !== undefined && !entries.some((entry) => entry.bar.id === id)) {
      stand.goTo({ at: new Date(bar.start) });
      return;
    }
    setWanted(undefined);
    const cursor = (): HTMLElement | null | undefined => body.current?.querySelector<HTMLElement>('[data-cursor]');
    stop.current = hold(() => (id === undefined ? cursor() : (entryIn(body.current, id) ?? cursor())));
    // Asked again when other entries show: then the page has been turned.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted, entries, settled]);
  return {
    focusCursor: (): void => setWanted({ id: undefined }),
    focusEntry: (id: string): void => setWanted({ id }),
  };
};
