import { type RefObject, useEffect, useRef, useState } from 'react';
import { barsOf } from '#shared/timeline/bars.ts';
import { usePlan } from '../../state/plan.ts';
import type { CalendarEntry } from './entries.ts';
import type { Stand } from './stand.ts';

/** The calendar draws a page twice, to measure how many entries a day has room for: the focus has to outlive that. */
const FRAMES = 12;
const STEADY = 3;

/** Whether the focus has gone on by itself: a field that was opened since has it, and keeps it. */
const isElsewhere = (body: HTMLElement | null): boolean => {
  const { activeElement } = document;
  return activeElement !== null && activeElement !== document.body && body?.contains(activeElement) !== true;
};

/**
 * While a page is drawn anew what had the focus is gone, and a key that is pressed then would be lost: it waits until the
 * focus has arrived.
 */
interface Way {
  /** Until when the focus may be on its way: what never comes must not keep the keys of the window. */
  until: number;
  readonly keys: KeyboardEventInit[];
}

/** Milliseconds; a page of thousands is drawn in less. */
const LONGEST = 1_500;

const setOut = (way: Way): void => {
  way.until = performance.now() + LONGEST;
};

const isOnTheWay = ({ until }: Way): boolean => performance.now() < until;

/** Hands on the keys that have waited. @returns whether one of them has sent the focus on its way again. */
const handOn = (way: Way, element: HTMLElement): boolean => {
  way.until = 0;
  for (let next = way.keys.shift(); next !== undefined; next = way.keys.shift()) {
    element.dispatchEvent(new KeyboardEvent('keydown', next));
    if (isOnTheWay(way)) return true;
  }
  return false;
};

/** The calendar's body, and what in it is to have the focus. */
interface Goal {
  readonly body: HTMLElement | null;
  readonly find: () => HTMLElement | null | undefined;
  readonly way: Way;
}

/** Gives an element the focus, until it has kept it for some frames. @returns what ends that before. */
const hold = ({ body, find, way }: Goal): (() => void) => {
  let frame = 0;
  let [left, steady, given] = [FRAMES, 0, false];
  const end = (): void => {
    way.until = 0;
    way.keys.length = 0;
  };
  const tick = (): void => {
    if (given && isElsewhere(body)) return end();
    const element = find() ?? undefined;
    given ||= element !== undefined;
    left -= 1;
    if (element !== undefined) {
      steady = document.activeElement === element ? steady + 1 : 0;
      if (steady === 0) element.focus();
    }
    // Then that key's own goal is next.
    if (element !== undefined && way.keys.length > 0 && handOn(way, element)) return undefined;
    if (left === 0 || steady === STEADY) return end();
    setOut(way);
    frame = requestAnimationFrame(tick);
    return undefined;
  };
  tick();
  return () => cancelAnimationFrame(frame);
};

const entryIn = (body: HTMLElement | null, id: string): HTMLElement | null | undefined =>
  body?.querySelector<HTMLElement>(`[data-bar="${id}"]`);

/** Keeps the keys that nobody has while the focus is on its way. Tab goes where it goes. */
const useWay = (): Way => {
  const [way] = useState<Way>(() => ({ until: 0, keys: [] }));
  useEffect(() => {
    const wait = (event: KeyboardEvent): void => {
      if (!isOnTheWay(way) || event.target !== document.body || event.key === 'Tab') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const { key, code, altKey, ctrlKey, metaKey, shiftKey } = event;
      way.keys.push({ key, code, altKey, ctrlKey, metaKey, shiftKey, bubbles: true, cancelable: true });
    };
    addEventListener('keydown', wait, { capture: true });
    return () => removeEventListener('keydown', wait, { capture: true });
  }, [way]);
  return way;
};

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
  const way = useWay();
  const want = (next: Wanted): void => {
    setOut(way);
    setWanted(next);
  };
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
    stop.current = hold({
      body: body.current,
      find: () => (id === undefined ? cursor() : (entryIn(body.current, id) ?? cursor())),
      way,
    });
    // Asked again when other entries show: then the page has been turned.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [wanted, entries, settled]);
  return {
    focusCursor: (): void => want({ id: undefined }),
    focusEntry: (id: string): void => want({ id }),
  };
};
