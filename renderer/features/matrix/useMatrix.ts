import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { MATRIX_COLUMNS, type MatrixColumn, type MatrixColumnsBy, UNSCHEDULED } from '#shared/matrix/columns.ts';
import {
  MATRIX_ROWS,
  type Matrix,
  type MatrixRow,
  type MatrixSpec,
  matrixOf,
  matrixSteps,
  waitingFaces,
} from '#shared/matrix/matrix.ts';
import { type PlanState, live } from '#shared/plan/state.ts';
import type { EpochMs } from '#shared/time/instant.ts';
import { toWall } from '#shared/time/zone.ts';
import { useRemembered } from '../../state/layout.ts';
import { usePlan } from '../../state/plan.ts';
import { useTimeContext, useTimeText } from '../../state/time.ts';
import { useView } from '../../state/view.ts';
import { wordFor } from '../../ui/words.ts';
import { inSteps } from './inSteps.ts';

const specSchema = z.strictObject({
  rows: z.enum(MATRIX_ROWS),
  columns: z.enum(MATRIX_COLUMNS),
  filled: z.boolean(),
  waiting: z.boolean().optional(),
});
const SHORT: ReadonlySet<MatrixColumnsBy> = new Set(['halfDay', 'watch', 'hour']);
const FIRST: MatrixSpec = { rows: 'type', columns: 'day', filled: true };
const hasPhases = (plan: PlanState): boolean =>
  live(plan, 'activity').some(({ type, state }) => type === 'phase' && state !== 'cancelled');

const isWaiting = (plan: PlanState): boolean => waitingFaces(plan).length > 0;

/** What rows and columns go by, as it was left; until then functions against phases, or days where there are none. */
export const useMatrixSpec = (): readonly [MatrixSpec, (spec: MatrixSpec) => void] => {
  const [left, change] = useRemembered<MatrixSpec | null>('matrix.spec', specSchema.nullable(), null);
  const phases = usePlan((state) => left === null && hasPhases(state.plan));
  // As it was found: the column does not go when the last of them gets its time.
  const [waiting] = useState(() => isWaiting(usePlan.getState().plan));
  const first = useMemo(
    (): MatrixSpec => ({ ...FIRST, ...(phases ? { columns: 'phase' } : {}), ...(waiting ? { waiting } : {}) }),
    [phases, waiting],
  );
  return [left ?? first, change];
};

/** Activities and movements from which on the matrix is made in pieces, so that the window answers meanwhile. */
const LARGE = 4_000;

/**
 * The matrix of the open plan; of a large one the last that was made, while the next is on its way. Undefined until the
 * first is there.
 */
export const useMatrix = (spec: MatrixSpec): Matrix | undefined => {
  const plan = usePlan((state) => state.plan);
  const large = plan.activity.size + plan.movement.size > LARGE;
  const atOnce = useMemo(() => (large ? undefined : matrixOf(plan, spec)), [plan, spec, large]);
  const [made, setMade] = useState<Matrix | undefined>();
  useEffect(() => (large ? inSteps(matrixSteps(plan, spec), setMade) : undefined), [plan, spec, large]);
  return atOnce ?? made;
};

export interface MatrixWords {
  readonly title: string;
  /** What the rows stand for. */
  readonly corner: string;
  readonly row: (row: MatrixRow) => string;
  readonly column: (column: MatrixColumn) => string;
  /** The day in which a step shorter than a day lies; empty for what is no such step. */
  readonly dayOf: (column: MatrixColumn) => string;
}

/** `Sat 12 Jun 2027`, the day that begins at an instant on a zone's clock. */
const dayText = (at: EpochMs, zone: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(toWall(zone, at));

/** What stands in the heads: names, kinds in words, and steps in the reading of times that is chosen. */
export const useMatrixWords = (spec: MatrixSpec): MatrixWords => {
  const time = useTimeText();
  const { zone, locale } = useTimeContext();
  const mode = useView((state) => state.timeMode);
  const { t } = useTranslation();
  return useMemo(
    () => ({
      title: t('matrix.title'),
      corner: wordFor(`print.matrixRows.${spec.rows}`),
      row: ({ key, title }) => {
        if (key === '') return t('matrix.without');
        const word = spec.rows === 'type' ? `plan.activityType.${key}` : '';
        return word === '' || wordFor(word) === word ? title : wordFor(word);
      },
      column: ({ key, title, span }) => {
        if (key === UNSCHEDULED) return t('matrix.waiting');
        if (key === '') return t('matrix.noPhase');
        if (spec.columns === 'phase' || span === undefined) return title;
        // Days are days of the exercise; counted from an anchor they have names of their own.
        const whole = (spec.columns === 'day' || spec.columns === 'week') && mode !== 'anchor';
        return whole ? dayText(span.start, zone, locale) : time(span.start);
      },
      dayOf: ({ span }) => (span === undefined || !SHORT.has(spec.columns) ? '' : dayText(span.start, zone, locale)),
    }),
    [spec, time, zone, locale, mode, t],
  );
};
