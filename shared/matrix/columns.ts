/** The columns of a synchronisation matrix: phases, or steps of time on the exercise's clock. */
import { type PlanState, exerciseOf, live } from '../plan/state.ts';
import { type Span, activitySpan, timeResolver } from '../plan/times.ts';
import { titleOf } from '../plan/title.ts';
import { DAY, type EpochMs, HOUR } from '../time/instant.ts';
import { type Zone, fromWall, toWall } from '../time/zone.ts';
import { type Bar, extentOf } from '../timeline/bars.ts';

export const MATRIX_COLUMNS = ['phase', 'week', 'day', 'halfDay', 'watch', 'hour'] as const;
export type MatrixColumnsBy = (typeof MATRIX_COLUMNS)[number];

/** Length of a step; a watch is four hours. */
const STEP: Readonly<Record<Exclude<MatrixColumnsBy, 'phase'>, number>> = {
  week: 7 * DAY,
  day: DAY,
  halfDay: 12 * HOUR,
  watch: 4 * HOUR,
  hour: HOUR,
};

/** Key of the column of what is not scheduled yet. */
export const UNSCHEDULED = 'unscheduled';

/** From start to before end; the column of what belongs to no phase has no times of its own. */
export interface MatrixColumn {
  /** Id of the phase, or the start of the step as a number; `''` for what belongs to no phase; `UNSCHEDULED`. */
  readonly key: string;
  readonly title: string;
  readonly span: Span | undefined;
}

export interface ColumnFinder {
  readonly columns: readonly MatrixColumn[];
  /** The first and last column that a bar belongs to. */
  readonly columnsOf: (bar: Bar) => readonly [first: number, last: number];
}

const byPhase = (plan: PlanState): ColumnFinder => {
  const resolve = timeResolver(plan);
  const phases = live(plan, 'activity')
    .filter(({ type, state }) => type === 'phase' && state !== 'cancelled')
    .flatMap((phase) => {
      const span = activitySpan(phase, resolve);
      return span === undefined ? [] : [{ key: phase.id, title: titleOf(phase), span }];
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const columns: MatrixColumn[] = [...phases, { key: '', title: '', span: undefined }];
  const indexOf = new Map(columns.map(({ key }, index) => [key, index]));
  const around = (at: EpochMs): number => {
    let best = phases.length;
    let length = Number.POSITIVE_INFINITY;
    phases.forEach(({ span }, index) => {
      // Of phases around one moment the shortest says most.
      if (span.start <= at && at < span.end && span.end - span.start < length) {
        best = index;
        length = span.end - span.start;
      }
    });
    return best;
  };
  return {
    columns,
    columnsOf: ({ phase, start }) => {
      const column = (phase === undefined ? undefined : indexOf.get(phase)) ?? around(start);
      return [column, column];
    },
  };
};

/** So many steps no wall takes; the window is cut off behind them. */
const MAX_STEPS = 40_000;

/** Weeks begin on Mondays: the first day of the epoch was a Thursday. */
const phaseShift = (step: number): number => (step === STEP.week ? 4 * DAY : 0);

const bySteps = (step: number, zone: Zone, extent: Span | undefined): ColumnFinder => {
  if (extent === undefined) return { columns: [], columnsOf: () => [0, -1] };
  const shift = phaseShift(step);
  const stepOf = (at: EpochMs): number => Math.floor((toWall(zone, at) - shift) / step);
  const first = stepOf(extent.start);
  const count = Math.min(MAX_STEPS, stepOf(Math.max(extent.start, extent.end - 1)) - first + 1);
  const startOf = (index: number): EpochMs => fromWall(zone, (first + index) * step + shift);
  const columns = Array.from({ length: count }, (_, index): MatrixColumn => {
    const start = startOf(index);
    return { key: String(start), title: '', span: { start, end: startOf(index + 1) } };
  });
  const inside = (at: EpochMs): number => Math.min(count - 1, Math.max(0, stepOf(at) - first));
  return { columns, columnsOf: ({ start, end }) => [inside(start), inside(Math.max(start, end - 1))] };
};

/** The columns of a plan, whether anything is in them or not. @param bars what they have to hold. */
export const columnsBy = (plan: PlanState, by: MatrixColumnsBy, bars: readonly Bar[]): ColumnFinder =>
  by === 'phase' ? byPhase(plan) : bySteps(STEP[by], exerciseOf(plan)?.zone ?? 'UTC', extentOf(bars));
