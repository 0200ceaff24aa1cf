/** Tables and calendars on their way out: marked, written whole, and noted in the audit log as prints are. */
import path from 'node:path';
import { writeIcs } from '#shared/interchange/ics/write.ts';
import { csvOf, type SheetHead, type SheetTable } from '#shared/interchange/table/csv.ts';
import type { Saved, TABLE_FORMATS } from '#shared/contract/outgoing.ts';
import { type Label, markingText, stricter } from '#shared/label/label.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { type PlanState, exerciseOf, planOf, recordNamed } from '#shared/plan/state.ts';
import { markerOf } from '#shared/print/labels.ts';
import { type Result, ok } from '#shared/result.ts';
import { writeFileWhole } from '../exchange/atomicFile.ts';
import { planFromVault } from '../vault/plan.ts';
import type { VaultPort } from '../vault/port.ts';
import { xlsxOf } from './xlsx.ts';

export interface OutgoingPorts {
  readonly vault: VaultPort;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

type Format = (typeof TABLE_FORMATS)[number];

const recordsOf = (plan: PlanState, ids: readonly string[]): readonly PlanRecord[] =>
  [...new Set(ids)].flatMap((id) => recordNamed(plan, id) ?? []);

/** The head of a table: the roll-up over the records that its rows are of. @param foreign marks what is not in the plan. */
export const headOf = (plan: PlanState, ids: readonly string[], at: number, foreign?: Label): SheetHead => {
  const marker = markerOf(plan);
  const own = marker.over(recordsOf(plan, ids));
  const exercise = exerciseOf(plan);
  return {
    marking: markingText(foreign === undefined ? own : stricter(own, foreign, marker.labelling), marker.labelling),
    exercise: exercise?.nickname ?? exercise?.name ?? '',
    at,
  };
};

/** The exercises of a list as one plan: their labels are all that counts. */
export const exercisesAsPlan = async (vault: VaultPort, ids: readonly string[]): Promise<PlanState> => {
  const found = await Promise.all(ids.slice(0, 500).map((id) => planFromVault(vault, id)));
  return planOf(found.flatMap((one) => (one.ok ? (exerciseOf(one.value.plan) ?? []) : [])));
};

const bytesOf = async (table: SheetTable, head: SheetHead, format: Format): Promise<Uint8Array> =>
  format === 'xlsx' ? xlsxOf(table, head) : new TextEncoder().encode(csvOf(table, head));

/** Writes a table and notes that it left. Fails as `writeFileWhole`. */
export const saveTable = async (
  { vault, clock }: OutgoingPorts,
  file: string,
  {
    table,
    head,
    format,
    exerciseId,
  }: {
    readonly table: SheetTable;
    readonly head: SheetHead;
    readonly format: Format;
    readonly exerciseId: string | null;
  },
): Promise<Result<Saved>> => {
  const written = await writeFileWhole(file, await bytesOf(table, head, format));
  if (!written.ok) return written;
  const { marking } = head;
  const target = path.basename(file);
  const data = { exerciseId, table: table.name, rows: table.rows.length, format, target, marking };
  const noted = await vault.write({ log: [{ at: clock(), code: 'TABLE_SAVED', data }] });
  return noted.ok ? ok({ file: target, marking, count: table.rows.length }) : noted;
};

/** Writes the schedule as iCalendar and notes that it left. Fails as `writeFileWhole`. */
export const saveCalendar = async (
  { vault, clock }: OutgoingPorts,
  file: string,
  plan: PlanState,
): Promise<Result<Saved>> => {
  const { text, events, tasks, marking } = writeIcs(plan, clock());
  const written = await writeFileWhole(file, new TextEncoder().encode(text));
  if (!written.ok) return written;
  const target = path.basename(file);
  const data = { exerciseId: exerciseOf(plan)?.id ?? null, events, tasks, target, marking };
  const noted = await vault.write({ log: [{ at: clock(), code: 'CALENDAR_SAVED', data }] });
  return noted.ok ? ok({ file: target, marking, count: events, tasks }) : noted;
};
