/** Tables and calendars that leave as files for other programmes: where they are saved is asked by main, and noted. */
import { z } from 'zod';
import { idSchema, line } from '../plan/base.ts';
import { request } from './define.ts';

export const TABLE_FORMATS = ['csv', 'xlsx'] as const;

/** As many as a sheet of a spreadsheet has. */
const MAX_TABLE_COLUMNS = 16_384;

const cellSchema = z.union([z.string().max(32_000), z.number(), z.null()]);

const tableSchema = z.strictObject({
  name: line(120).min(1),
  /** `time`: epoch milliseconds, written as a real date in UTC and as a group beside it. */
  columns: z
    .array(z.strictObject({ header: line(200), form: z.enum(['text', 'number', 'time']) }))
    .min(1)
    .max(MAX_TABLE_COLUMNS),
  rows: z.array(z.array(cellSchema).max(MAX_TABLE_COLUMNS)).max(250_000),
});

/** What left, and under which marking. */
export interface Saved {
  readonly file: string;
  readonly marking: string;
  readonly count: number;
  /** Of a calendar: the tasks without a date, beside the events that `count` says. */
  readonly tasks?: number;
}

export const outgoingRequests = {
  /** Null when the person chose no file. Marked by the roll-up over the records that the rows are of. */
  'outgoing.table': request<Saved | null>()(
    z.strictObject({
      /** Null for the list of exercises: then the records are exercises. */
      exerciseId: idSchema.nullable(),
      ids: z.array(idSchema).max(250_000),
      /** Of an opened bundle whose records the rows name: its marking counts. VAULT_TOKEN_UNKNOWN when it is not held any more. */
      token: line(64).optional(),
      table: tableSchema,
      format: z.enum(TABLE_FORMATS),
    }),
  ),
  /** The schedule of an exercise as an iCalendar file. Null when the person chose no file. */
  'outgoing.calendar': request<Saved | null>()(z.strictObject({ exerciseId: idSchema })),
} as const;
