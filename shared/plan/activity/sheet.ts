/** Activities from rows of a spreadsheet: a title, when, and what else its columns are called. */
import { type Result, fail, ok } from '../../result.ts';
import { MINUTE } from '../../time/instant.ts';
import { parseWhen } from '../../time/input.ts';
import { type CommandContext, draftOf, newRecord } from '../command.ts';
import type { ContentOf } from '../records.ts';
import { live } from '../state.ts';
import { type StepDraft, createOp } from '../step.ts';
import { timeContextOf, timeResolver } from '../times.ts';
import { readLength } from './commands.ts';
import { MAX_LENGTH } from './schema.ts';

const ACTIVITY_COLUMNS = [
  'title',
  'serial',
  'type',
  'start',
  'end',
  'duration',
  'participants',
  'location',
  'responsible',
  'remarks',
] as const;
type ActivityColumn = (typeof ACTIVITY_COLUMNS)[number];

/** In this order without headers. */
const USUAL: readonly ActivityColumn[] = ['title', 'start', 'end'];
const MOST_ROWS = 2_000;
const LONGEST = { title: 200, serial: 40, type: 40, responsible: 120, remarks: 4000 } as const;

/** Every name that a column, and every word that a kind with a meaning, is understood by. */
export interface ActivityNames {
  readonly columns: Readonly<Record<ActivityColumn, readonly string[]>>;
  readonly types: ReadonlyMap<string, readonly string[]>;
}

const plain = (text: string): string => text.trim().toLocaleLowerCase();

type Cells = readonly (readonly string[])[];
type Row = Partial<Record<ActivityColumn, string>>;

const columnsOf = (
  cells: Cells,
  names: ActivityNames,
): { readonly columns: readonly (ActivityColumn | undefined)[]; readonly headed: boolean } => {
  const head = (cells[0] ?? []).map((text) =>
    ACTIVITY_COLUMNS.find((column) => names.columns[column].some((name) => plain(name) === plain(text))),
  );
  return head.includes('title') ? { columns: head, headed: true } : { columns: USUAL, headed: false };
};

/** Whether a block on the clipboard can be meant as activities: it has a header for titles, or rows of several cells. */
export const isActivityBlock = (cells: Cells, names: ActivityNames): boolean =>
  columnsOf(cells, names).headed || (cells.length > 0 && cells.every((row) => row.length > 1));

type Reader = (column: ActivityColumn, row: Row) => Result<Partial<ContentOf<'activity'>>>;

const reader = ({ plan }: CommandContext, names: ActivityNames): Reader => {
  const times = timeContextOf(plan, 'en', 0);
  const resolve = timeResolver(plan);
  const participants = new Map(
    live(plan, 'participant').flatMap(({ id, code, name }) => [[plain(code), id] as const, [plain(name), id] as const]),
  );
  const locations = new Map(
    live(plan, 'location').flatMap(({ id, code, name }) => [
      [plain(name), id] as const,
      [plain(code ?? name), id] as const,
    ]),
  );
  const lengthTo = (end: string, start: string | undefined): Result<Partial<ContentOf<'activity'>>> => {
    const [from, to] = [parseWhen(start ?? '', times), parseWhen(end, times)];
    const [a, b] = [from.ok ? resolve(from.value) : undefined, to.ok ? resolve(to.value) : undefined];
    if (a === undefined || b === undefined || b < a || b - a > MAX_LENGTH * MINUTE) return fail('CELL_TIME');
    return ok({ minutes: Math.round((b - a) / MINUTE) });
  };
  return (column, row) => {
    const text = (row[column] ?? '').trim();
    if (text === '') return column === 'title' ? fail('CELL_TITLE_MISSING') : ok({});
    switch (column) {
      case 'start': {
        const start = parseWhen(text, times);
        return start.ok ? ok({ start: start.value }) : fail('CELL_TIME');
      }
      case 'end':
        return lengthTo(text, row.start);
      case 'duration': {
        // Where an end is given too, it decides.
        const minutes = readLength(text);
        return (row.end ?? '').trim() !== ''
          ? ok({})
          : minutes.ok
            ? ok({ minutes: minutes.value })
            : fail('CELL_LENGTH');
      }
      case 'participants': {
        const known = text
          .split(/[\s,;]+/)
          .filter(Boolean)
          .map((code) => participants.get(plain(code)));
        const ids = known.flatMap((id) => id ?? []);
        return ids.length === known.length ? ok({ participants: [...new Set(ids)] }) : fail('CELL_UNKNOWN');
      }
      case 'location': {
        const location = locations.get(plain(text));
        return location === undefined ? fail('CELL_UNKNOWN') : ok({ location });
      }
      case 'type':
        if (text.length > LONGEST.type) return fail('CELL_LONG');
        return ok({
          type:
            [...names.types].find(([id, words]) => [id, ...words].some((word) => plain(word) === plain(text)))?.[0] ??
            text,
        });
      default:
        return text.length > LONGEST[column] ? fail('CELL_LONG') : ok({ [column]: text });
    }
  };
};

/**
 * Adds the activities of a pasted block as drafts of the actor's own, one step; empty rows are passed over.
 * @param inRow what an activity has from the row it is pasted into, where its cells say nothing else.
 * @returns PASTE_LIMIT {limit}, or of the first cell that cannot be taken CELL_TITLE_MISSING, CELL_TIME, CELL_LENGTH,
 * CELL_UNKNOWN or CELL_LONG {row, column, text}: a block is taken whole or not at all.
 */
export const pasteActivities = (
  context: CommandContext,
  cells: Cells,
  names: ActivityNames,
  inRow: Partial<ContentOf<'activity'>>,
): Result<StepDraft> => {
  if (cells.length > MOST_ROWS) return fail('PASTE_LIMIT', { limit: MOST_ROWS });
  const { columns, headed } = columnsOf(cells, names);
  const read = reader(context, names);
  const records = [];
  for (const [index, texts] of cells.entries()) {
    if ((headed && index === 0) || texts.every((text) => text.trim() === '')) continue;
    const row: Row = Object.fromEntries(
      columns.flatMap((column, at) => (column === undefined ? [] : [[column, texts[at] ?? '']])),
    );
    let content: Partial<ContentOf<'activity'>> = {
      type: 'serial',
      participants: [],
      units: [],
      minutes: 60,
      ...inRow,
    };
    for (const [at, column] of columns.entries()) {
      if (column === undefined) continue;
      const cell = read(column, row);
      if (!cell.ok)
        return fail(cell.error.code, { row: index + 1, column: at + 1, text: (texts[at] ?? '').slice(0, 60), more: 0 });
      content = { ...content, ...cell.value };
    }
    records.push(newRecord(context, 'activity', { ...content, state: 'draft' } as ContentOf<'activity'>));
  }
  const [first] = records;
  const label =
    records.length === 1 && first !== undefined
      ? { key: 'steps.paste', params: { what: first.title } }
      : { key: 'steps.pasteMany', params: { count: records.length } };
  return draftOf(
    context,
    label,
    records.map((record) => createOp(record)),
  );
};
