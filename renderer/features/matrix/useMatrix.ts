import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { MATRIX_COLUMNS, type MatrixColumn } from '#shared/matrix/columns.ts';
import { MATRIX_ROWS, type Matrix, type MatrixRow, type MatrixSpec, matrixOf } from '#shared/matrix/matrix.ts';
import type { EpochMs } from '#shared/time/instant.ts';
import { toWall } from '#shared/time/zone.ts';
import { useRemembered } from '../../state/layout.ts';
import { usePlan } from '../../state/plan.ts';
import { useTimeContext, useTimeText } from '../../state/time.ts';
import { useView } from '../../state/view.ts';
import { wordFor } from '../../ui/words.ts';

const specSchema = z.strictObject({
  rows: z.enum(MATRIX_ROWS),
  columns: z.enum(MATRIX_COLUMNS),
  filled: z.boolean(),
});
const FIRST: MatrixSpec = { rows: 'type', columns: 'day', filled: true };

/** What rows and columns go by, as it was left. */
export const useMatrixSpec = (): readonly [MatrixSpec, (spec: MatrixSpec) => void] =>
  useRemembered<MatrixSpec>('matrix.spec', specSchema, FIRST);

export const useMatrix = (spec: MatrixSpec): Matrix => {
  const plan = useDeferredValue(usePlan((state) => state.plan));
  return useMemo(() => matrixOf(plan, spec), [plan, spec]);
};

export interface MatrixWords {
  readonly row: (row: MatrixRow) => string;
  readonly column: (column: MatrixColumn) => string;
}

/** `Sat 12 Jun 2027`, the day that begins at an instant on a zone's clock. */
const dayText = (at: EpochMs, zone: string, language: string): string =>
  new Intl.DateTimeFormat(language, {
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
      row: ({ key, title }) => {
        if (key === '') return t('matrix.without');
        const word = spec.rows === 'type' ? `plan.activityType.${key}` : '';
        return word === '' || wordFor(word) === word ? title : wordFor(word);
      },
      column: ({ key, title, span }) => {
        if (key === '') return t('matrix.noPhase');
        if (spec.columns === 'phase' || span === undefined) return title;
        // Days are days of the exercise; counted from an anchor they have names of their own.
        const whole = (spec.columns === 'day' || spec.columns === 'week') && mode !== 'anchor';
        return whole ? dayText(span.start, zone, locale) : time(span.start);
      },
    }),
    [spec, time, zone, locale, mode, t],
  );
};
