/** What a person chooses about a printed synchronisation matrix. */
import { z } from 'zod';
import { MATRIX_COLUMNS } from '../../matrix/columns.ts';
import { MATRIX_ROWS } from '../../matrix/matrix.ts';
import type { PlanState } from '../../plan/state.ts';
import type { EpochMs } from '../../time/instant.ts';
import { type Taste, rowsSchema, sheetDefaults, sheetShape, spanCheck, spanShape, wholeDays } from '../base.ts';
import { firstSpan } from '../options.ts';
import { timesShape } from '../times.ts';

export const MAX_COLUMNS_WIDE = 20;

export const matrixOptionsSchema = z
  .strictObject({
    product: z.literal('matrix'),
    ...sheetShape,
    ...spanShape,
    /** What the rows stand for. */
    grouping: z.enum(MATRIX_ROWS),
    columns: z.enum(MATRIX_COLUMNS),
    /** Keys of the rows to print; all where null. */
    rows: rowsSchema,
    ...timesShape,
    /** Columns side by side; those that are left stand below or on the next sheets, with the rows' names again. */
    columnsWide: z.int().min(1).max(MAX_COLUMNS_WIDE),
    /** Without the rows and columns in which nothing stands. */
    filled: z.boolean(),
    /** A column before the others for activities that have no time yet. */
    undated: z.boolean(),
    /** The begin in front of each title. */
    entryTimes: z.boolean(),
  })
  .refine(...spanCheck);
export type MatrixPrintOptions = z.infer<typeof matrixOptionsSchema>;

/** Functions against days, as it hangs on the wall of an operations room. */
export const matrixDefaults = (plan: PlanState, taste: Taste, now: EpochMs): MatrixPrintOptions => ({
  product: 'matrix',
  ...sheetDefaults(taste),
  paper: 'A3',
  ...wholeDays(firstSpan(plan, now)),
  grouping: 'type',
  columns: 'day',
  rows: null,
  times: 'dtg',
  columnsWide: 7,
  filled: true,
  undated: true,
  entryTimes: true,
});
