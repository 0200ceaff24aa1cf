/** The page of the comparison: mounts one drawing and times it from inside. */
import { exerciseOf, live, planOf } from '#shared/plan/state.ts';
import { barsOf } from '#shared/timeline/bars.ts';
import { planRecords } from './data.ts';
import type { Drawing, Subject } from './drawing.ts';

const KINDS = ['ours', 'svar', 'vis', 'vis-rows', 'calendar', 'bare'] as const;
export type Kind = (typeof KINDS)[number];

/** Each comes in a file of its own, so that none pays for another's code. */
const load = async (kind: Kind, subject: Subject): Promise<Drawing> => {
  switch (kind) {
    case 'ours':
      return (await import('./ours.tsx')).ours(subject);
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

/** @returns milliseconds from the call until the first bars are on the screen. */
const first = async (): Promise<number> => {
  const place = document.getElementById('place');
  if (drawing === undefined || place === null) throw new Error('nothing is prepared');
  const start = performance.now();
  drawing.mount(place);
  let now = await painted();
  while (!drawing.ready()) now = await painted();
  return now - start;
};

/** Intervals between frames, and what each cost the page's own thread, while something happens at each of them. */
const frames = async (
  act: (frame: number) => void,
  count: number,
): Promise<{ readonly intervals: number[]; readonly work: number[] }> => {
  const intervals: number[] = [];
  const work: number[] = [];
  let last = await new Promise<number>(requestAnimationFrame);
  for (let frame = 0; frame < count; frame += 1) {
    act(frame);
    const began = await new Promise<number>(requestAnimationFrame);
    const { port1, port2 } = new MessageChannel();
    const done = new Promise<number>((resolve) => {
      port1.addEventListener('message', () => resolve(performance.now()), { once: true });
      port1.start();
    });
    port2.postMessage(null);
    work.push((await done) - began);
    intervals.push(began - last);
    last = began;
  }
  return { intervals, work };
};

const PHASE = 30;

const bench = {
  prepare: async (kind: Kind, activities: number): Promise<void> => {
    const plan = planOf(planRecords(activities));
    if (exerciseOf(plan) === undefined) throw new Error('the plan has no exercise');
    const links = live(plan, 'dependency').map(({ id, from, to, type }) => ({ id, from, to, type }));
    drawing = await load(kind, { plan, bars: barsOf(plan), links });
  },
  first,
  pan: (count: number) =>
    drawing?.pan === undefined
      ? undefined
      : frames((frame) => drawing?.pan?.(frame % (2 * PHASE) < PHASE ? 0.02 : -0.02), count),
  zoom: (count: number) =>
    drawing?.zoom === undefined
      ? undefined
      : frames((frame) => drawing?.zoom?.(frame % (2 * PHASE) < PHASE ? 1.04 : 1 / 1.04), count),
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
