/**
 * The timeline beside what planners would take instead: SVAR's Gantt, vis-timeline, a plain react-big-calendar, and the
 * bare rectangles as the floor. One browser draws them all, in turns, each time on a fresh page, from the same plan.
 */
import type { Browser } from 'playwright-core';
import { type Figure, figure, quantile } from './figures.ts';
import { type Load, WINDOW_SIZE, type WindowSize, buildPage, ladder, launch, load } from './timeline/browse.ts';
import { KINDS, type Kind } from './timeline/kinds.ts';
import type { Frames } from './timeline/page.ts';

export interface TimelineOptions {
  readonly sizes: readonly number[];
  readonly peers: readonly string[];
  /** Fresh loads of each drawing. */
  readonly rounds: number;
  /** Of the window in which the ladder is climbed; drawings are compared in one size. */
  readonly window: WindowSize;
}

/** `ladder` is no drawing: the zooms from five years to fifteen minutes of those of ours that are named. */
export const TIMELINE_DEFAULTS: TimelineOptions = {
  sizes: [1_000, 10_000, 50_000],
  peers: [...KINDS.filter((kind) => kind !== 'ours-dense'), 'ladder'],
  rounds: 5,
  window: WINDOW_SIZE,
};

/** Frames are counted in so many of the loads. */
const FRAME_ROUNDS = 2;
/** What takes longer than this to begin is loaded once. */
const SLOW_MS = 5_000;

/** Medians over all loads at one size, in milliseconds and megabytes; frames of all loads together. */
interface TimelineFigures {
  readonly kind: Kind;
  readonly activities: number;
  readonly loads: number;
  readonly first: number | undefined;
  readonly lined: number | undefined;
  readonly checked: number | undefined;
  readonly panMedian: number | undefined;
  readonly pan95: number | undefined;
  readonly panWork95: number | undefined;
  readonly zoomMedian: number | undefined;
  readonly zoom95: number | undefined;
  readonly zoomWork95: number | undefined;
  readonly dragMedian: number | undefined;
  readonly drag95: number | undefined;
  readonly memory: number | undefined;
  readonly note: string;
}

const known = <T>(values: readonly (T | undefined)[]): readonly T[] => values.filter((value) => value !== undefined);
const at = (samples: readonly number[], share: number): number | undefined =>
  samples.length === 0 ? undefined : quantile(samples, share);

const together = (kind: Kind, activities: number, loads: readonly Load[]): TimelineFigures => {
  const middle = (pick: (one: Load) => number | undefined): number | undefined => at(known(loads.map(pick)), 0.5);
  const all = (pick: (one: Load) => readonly number[] | undefined): readonly number[] => known(loads.map(pick)).flat();
  const [pan, zoom] = [all((one) => one.pan?.intervals), all((one) => one.zoom?.intervals)];
  const drag = all((one) => one.drag);
  return {
    kind,
    activities,
    loads: loads.length,
    first: middle((one) => one.first),
    lined: middle((one) => one.lined),
    checked: middle((one) => one.checked),
    panMedian: at(pan, 0.5),
    pan95: at(pan, 0.95),
    panWork95: at(
      all((one) => one.pan?.work),
      0.95,
    ),
    zoomMedian: at(zoom, 0.5),
    zoom95: at(zoom, 0.95),
    zoomWork95: at(
      all((one) => one.zoom?.work),
      0.95,
    ),
    dragMedian: at(drag, 0.5),
    drag95: at(drag, 0.95),
    memory: middle((one) => one.memory),
    note: known(loads.map(({ note }) => note))[0] ?? '',
  };
};

const COLUMNS = [
  ['first', 'first'],
  ['lines', 'lined'],
  ['problems', 'checked'],
  ['pan med', 'panMedian'],
  ['pan p95', 'pan95'],
  ['pan work', 'panWork95'],
  ['zoom med', 'zoomMedian'],
  ['zoom p95', 'zoom95'],
  ['zoom work', 'zoomWork95'],
  ['drag med', 'dragMedian'],
  ['drag p95', 'drag95'],
  ['memory', 'memory'],
] as const satisfies readonly (readonly [string, keyof TimelineFigures])[];

const cell = (text: string): string => text.padStart(10);
const HEAD = `${'drawing'.padEnd(10)}${COLUMNS.map(([name]) => cell(name)).join('')}  loads`;
const LEGEND =
  'first: until bars stand; lines: until dependency lines do; problems: until those are found and drawn. ms, memory MB; work is of the page’s own thread, p95.';

const row = (figures: TimelineFigures): string =>
  `${figures.kind.padEnd(10)}${COLUMNS.map(([, key]) => cell(figures[key]?.toFixed(1) ?? '–')).join('')}  ${figures.loads} ${figures.note}`;

const ended = (browser: Browser): Promise<unknown> =>
  Promise.race([browser.close(), new Promise((resolve) => setTimeout(resolve, 3_000))]);

/** Loads every kind in turns, so that a busy moment of the machine falls on all. A browser that hangs is replaced. */
const inTurns = async (kinds: readonly Kind[], activities: number, rounds: number): Promise<TimelineFigures[]> => {
  const taken = new Map<Kind, Load[]>(kinds.map((kind) => [kind, []]));
  let browser = await launch();
  for (let round = 0; round < rounds; round += 1)
    for (const kind of kinds) {
      const loads = taken.get(kind) ?? [];
      const [before] = loads;
      if (before !== undefined && (before.note !== undefined || (before.first ?? 0) > SLOW_MS)) continue;
      const one = await load(browser, kind, activities, round < FRAME_ROUNDS);
      loads.push(one);
      if (one.note === undefined) continue;
      await ended(browser);
      browser = await launch();
    }
  await ended(browser);
  return [...taken].map(([kind, loads]) => together(kind, activities, loads));
};

/** The 95th percentile of frames, of the page's own work in them, and the longest. */
const rungOf = (frames: Frames | undefined): string =>
  (frames === undefined
    ? [undefined, undefined, undefined]
    : [quantile(frames.intervals, 0.95), quantile(frames.work, 0.95), Math.max(...frames.intervals)]
  )
    .map((ms) => cell(ms?.toFixed(1) ?? '–'))
    .join('');

/** How the frames of ours hold at every zoom: in swimlanes of units, a row each, and in a dozen very high ones. */
const zooms = async (activities: number, size: WindowSize): Promise<void> => {
  const browser = await launch();
  try {
    for (const kind of ['ours', 'ours-rows', 'ours-dense'] as const) {
      console.log(
        `\n${kind}, ${activities} activities, ${size.width}x${size.height}: frames of a pan, then of a zoom (p95, work p95, longest)`,
      );
      for (const { name, pan, zoom } of await ladder(browser, kind, activities, size))
        console.log(`${name.padEnd(12)}${rungOf(pan)}${rungOf(zoom)}`);
    }
  } finally {
    await ended(browser);
  }
};

/** Which of ours is held against which other: like with like, and the swimlanes against whatever draws the most. */
const PAIRS = [
  ['ours', 'svar', 'first'],
  ['ours-rows', 'svar', 'first'],
  ['ours', 'svar', 'lined'],
  ['ours', 'vis', 'first'],
  ['ours-rows', 'vis-rows', 'first'],
  ['ours', 'calendar', 'first'],
  ['ours', 'bare', 'pan95'],
  ['ours', 'bare', 'zoom95'],
  ['ours', 'svar', 'pan95'],
  ['ours', 'svar', 'zoom95'],
  ['ours', 'svar', 'dragMedian'],
] as const satisfies readonly (readonly [Kind, Kind, keyof TimelineFigures])[];

const asFigures = (taken: readonly TimelineFigures[], sizes: readonly number[]): readonly Figure[] => {
  const of = (kind: Kind, activities: number): TimelineFigures | undefined =>
    taken.find((one) => one.kind === kind && one.activities === activities);
  return sizes.flatMap((activities) =>
    PAIRS.flatMap(([own, other, what]) => {
      const [value, baseline] = [of(own, activities)?.[what], of(other, activities)?.[what]];
      if (value === undefined || baseline === undefined) return [];
      return [figure(`timeline: ${what}, ${own} with ${activities} activities (against ${other})`, value, baseline)];
    }),
  );
};

/** What the goals are about, as figures beside the others' and beside the floor. */
export const benchTimelineFigures = async ({
  sizes,
  peers,
  rounds,
  window,
}: TimelineOptions): Promise<readonly Figure[]> => {
  await buildPage();
  const kinds = KINDS.filter((kind) => peers.includes(kind));
  const taken: TimelineFigures[] = [];
  console.log(`\n${LEGEND}`);
  for (const activities of sizes) {
    console.log(`\n${activities} activities, ${activities / 5} units, ${2 * activities} dependencies\n${HEAD}`);
    const figures = await inTurns(kinds, activities, rounds);
    for (const one of figures) console.log(row(one));
    taken.push(...figures);
    if (peers.includes('ladder')) await zooms(activities, window);
  }
  return asFigures(taken, sizes);
};
