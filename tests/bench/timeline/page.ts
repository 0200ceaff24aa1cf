/** The page of the comparison: mounts one drawing and times it from inside. */
import { exerciseOf, live, planOf } from '#shared/plan/state.ts';
import { barsOf } from '#shared/timeline/bars.ts';
import { planRecords } from './data.ts';
import type { Drawing, Subject } from './drawing.ts';
import type { Kind } from './kinds.ts';

const ours = async (subject: Subject, arrangement: 'lanes' | 'rows' | 'dense'): Promise<Drawing> => {
  const module = await import('./ours.tsx');
  return module.ours(subject, module.ARRANGEMENTS[arrangement]);
};

/** Each comes in a file of its own, so that none pays for another's code. */
const load = async (kind: Kind, subject: Subject): Promise<Drawing> => {
  switch (kind) {
    case 'ours':
      return ours(subject, 'lanes');
    case 'ours-rows':
      return ours(subject, 'rows');
    case 'ours-dense':
      return ours(subject, 'dense');
    case 'svar':
      return (await import('./svar.tsx')).svar(subject);
    case 'vis':
      return (await import('./vis.ts')).vis(subject, false);
    case 'vis-rows':
      return (await import('./vis.ts')).vis(subject, true);
    case 'calendar':
      return (await import('./calendar.tsx')).calendar(subject);
    case 'bare':
      return (await import('./bare.ts')).bare(subject);
  }
};

/** After the frame that is being made now has been handed over. */
const painted = (): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve(performance.now()), { once: true });
      port1.start();
      port2.postMessage(null);
    });
  });

let drawing: Drawing | undefined;
let began = 0;

const until = async (stands: () => boolean): Promise<number> => {
  let now = await painted();
  while (!stands()) now = await painted();
  return now - began;
};

/** @returns milliseconds from the call until the first bars are on the screen. */
const first = (): Promise<number> => {
  const place = document.getElementById('place');
  if (drawing === undefined || place === null) throw new Error('nothing is prepared');
  began = performance.now();
  drawing.mount(place);
  return until(drawing.ready);
};

/** @returns milliseconds from the same call until lines stand, and until problems do; undefined where there are none. */
const rest = async (): Promise<{ readonly lined?: number; readonly checked?: number }> => ({
  ...(drawing?.lined === undefined ? {} : { lined: await until(drawing.lined) }),
  ...(drawing?.checked === undefined ? {} : { checked: await until(drawing.checked) }),
});

export interface Frames {
  /** Milliseconds between frames. */
  readonly intervals: readonly number[];
  /** What each cost the page's own thread. */
  readonly work: readonly number[];
}

const frames = async (act: (frame: number) => void, count: number): Promise<Frames> => {
  const intervals: number[] = [];
  const work: number[] = [];
  let last = await new Promise<number>(requestAnimationFrame);
  for (let frame = 0; frame < count; frame += 1) {
    act(frame);
    const start = await new Promise<number>(requestAnimationFrame);
    const { port1, port2 } = new MessageChannel();
    const done = new Promise<number>((resolve) => {
      port1.addEventListener('message', () => resolve(performance.now()), { once: true });
      port1.start();
    });
    port2.postMessage(null);
    work.push((await done) - start);
    intervals.push(start - last);
    last = start;
  }
  return { intervals, work };
};

/** Frames in one direction before it changes. */
const PHASE = 30;
const RIGHT = 0.02;
const DOWN = 20;
const ROUND = [
  [RIGHT, 0],
  [0, DOWN],
  [-RIGHT, 0],
  [0, -DOWN],
] as const;

const bench = {
  prepare: async (kind: Kind, activities: number): Promise<void> => {
    const plan = planOf(planRecords(activities));
    if (exerciseOf(plan) === undefined) throw new Error('the plan has no exercise');
    const links = live(plan, 'dependency').map(({ id, from, to, type }) => ({ id, from, to, type }));
    drawing = await load(kind, { plan, bars: barsOf(plan), links });
  },
  first,
  rest,
  /** To the right, down, back and up again. */
  pan: (count: number) =>
    drawing?.pan === undefined
      ? undefined
      : frames((frame) => {
          const [right, down] = ROUND[Math.floor(frame / PHASE) % ROUND.length] ?? [0, 0];
          drawing?.pan?.(right, down);
        }, count),
  zoom: (count: number) =>
    drawing?.zoom === undefined
      ? undefined
      : frames((frame) => drawing?.zoom?.(frame % (2 * PHASE) < PHASE ? 1.04 : 1 / 1.04), count),
  /** From one stretch of time to another, around the middle of the first, in so many frames. */
  sweep: (from: number, to: number, middle: number, count: number) =>
    frames((frame) => {
      const length = from * (to / from) ** (frame / (count - 1));
      drawing?.show?.(middle - length / 2, middle + length / 2);
    }, count),
  show: (start: number, end: number) => drawing?.show?.(start, end),
  state: () => drawing?.state?.(),
  handle: () => drawing?.handle?.(),
  /** Notes, from now on, how long each move of the pointer takes until it is on the screen. */
  watchMoves: (): void => {
    const taken: number[] = [];
    Object.assign(window, { moves: taken });
    window.addEventListener(
      'pointermove',
      (event) => {
        void painted().then((now) => taken.push(now - event.timeStamp));
      },
      { capture: true },
    );
  },
};
export type Bench = typeof bench;

Object.assign(window, { bench });
