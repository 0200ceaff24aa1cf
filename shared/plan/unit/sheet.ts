/** Units as rows of a spreadsheet, both ways: what is copied can be pasted again. */
import type { Result } from '../../result.ts';
import { type CommandContext, draftOf, labelFor, newRecord, type NewRecord } from '../command.ts';
import type { ContentOf } from '../records.ts';
import { find, live } from '../state.ts';
import { type StepDraft, createOp } from '../step.ts';
import type { UnitPlace } from './commands.ts';
import type { Unit } from './schema.ts';

/** The columns in the order in which they are copied, and read where the block has no headers. */
const SHEET_FIELDS = [
  'name',
  'shortName',
  'sidc',
  'personnel',
  'vehicles',
  'homeStation',
  'readiness',
  'noticeHours',
  'remarks',
] as const;
type SheetField = (typeof SHEET_FIELDS)[number];

/** What the columns and states are called: the first name is written, every name is understood. */
export interface SheetNames {
  readonly fields: Readonly<Record<SheetField, readonly string[]>>;
  readonly readiness: Readonly<Record<NonNullable<Unit['readiness']>, readonly string[]>>;
}

/** A cell that cannot be taken: where it stands in the block (both from 1), what it holds, and why as a stable code. */
interface CellProblem {
  readonly row: number;
  readonly column: number;
  readonly field: SheetField;
  readonly code: string;
  readonly text: string;
}

export type SheetUnit = Partial<Pick<ContentOf<'unit'>, SheetField>> & { readonly name: string; readonly sidc: string };

/** An unspecified land unit in exercise context, for rows that give no symbol. */
const PLAIN_SIDC = '10131000000000000000';
const MAX_LENGTH = { name: 160, shortName: 60, homeStation: 160, remarks: 4000 } as const;
const MAX_NUMBER = { personnel: 1_000_000, vehicles: 1_000_000, noticeHours: 8760 } as const;

const plain = (text: string): string => text.trim().toLocaleLowerCase();

const fieldNamed = (names: SheetNames, text: string): SheetField | undefined =>
  SHEET_FIELDS.find((field) => names.fields[field].some((name) => plain(name) === plain(text)));

type Read = { readonly value: string | number | undefined } | { readonly code: string };

const readNumber = (field: keyof typeof MAX_NUMBER, text: string): Read => {
  const digits = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(/[.,]0+$/, '');
  const value = Number(digits);
  return /^\d+$/.test(digits) && value <= MAX_NUMBER[field] ? { value } : { code: 'CELL_NUMBER' };
};

const readCode = (text: string): Read => {
  const code = text.replaceAll(/[\s'-]/g, '');
  // A spreadsheet keeps 15 digits of a number: the code is lost, and guessing it would draw another symbol.
  if (/^\d([.,]\d+)?E\+?\d+$/i.test(code)) return { code: 'CELL_SIDC_ROUNDED' };
  return /^(\d{20}|\d{30})$/.test(code) ? { value: code } : { code: 'CELL_SIDC' };
};

const readCell = (field: SheetField, raw: string, names: SheetNames): Read => {
  const text = raw.trim();
  if (text === '') return field === 'name' ? { code: 'CELL_NAME_MISSING' } : { value: undefined };
  if (field === 'sidc') return readCode(text);
  if (field === 'personnel' || field === 'vehicles' || field === 'noticeHours') return readNumber(field, text);
  if (field === 'readiness') {
    const states = Object.entries(names.readiness);
    const state = states.find(([code, words]) => [code, ...words].some((word) => plain(word) === plain(text)));
    return state === undefined ? { code: 'CELL_READINESS' } : { value: state[0] };
  }
  return text.length <= MAX_LENGTH[field] ? { value: text } : { code: 'CELL_LONG' };
};

/**
 * Reads a pasted block. A first row of known column names sets the columns; without one they stand in the usual order.
 * Empty rows are passed over.
 * @returns the units, or every cell that cannot be taken; a block is taken whole or not at all.
 */
export const unitsFromCells = (
  cells: readonly (readonly string[])[],
  names: SheetNames,
): { readonly units: readonly SheetUnit[]; readonly problems: readonly CellProblem[] } => {
  const head = (cells[0] ?? []).map((text) => fieldNamed(names, text));
  const headed = head.includes('name');
  const columns = headed ? head : SHEET_FIELDS;
  const units: SheetUnit[] = [];
  const problems: CellProblem[] = [];
  for (const [index, row] of cells.entries()) {
    if ((headed && index === 0) || row.every((text) => text.trim() === '')) continue;
    const unit: Record<string, unknown> = { sidc: PLAIN_SIDC };
    for (const [at, field] of columns.entries()) {
      if (field === undefined) continue;
      const text = row[at] ?? '';
      const read = readCell(field, text, names);
      if ('code' in read)
        problems.push({ row: index + 1, column: at + 1, field, code: read.code, text: text.slice(0, 60) });
      else if (read.value !== undefined) unit[field] = read.value;
    }
    units.push(unit as unknown as SheetUnit);
  }
  return { units, problems };
};

/** Units as a block with headers, for a spreadsheet. */
export const cellsOfUnits = (units: readonly Unit[], names: SheetNames): string[][] => [
  SHEET_FIELDS.map((field) => names.fields[field][0] ?? field),
  ...units.map((unit) =>
    SHEET_FIELDS.map((field) => {
      if (field === 'readiness' && unit.readiness !== undefined) return names.readiness[unit.readiness][0] ?? '';
      return String(unit[field] ?? '');
    }),
  ),
];

/**
 * Adds units behind the last sibling of a place, all of the actor's own, as one step.
 * @returns NOTHING_TO_CHANGE for none, REFERENCE_MISSING when the place is not there.
 */
export const addUnits = (
  context: CommandContext,
  contents: readonly SheetUnit[],
  place: UnitPlace,
): Result<StepDraft> => {
  const parent = 'parent' in place ? find(context.plan, 'unit', place.parent) : undefined;
  const participant = 'parent' in place ? (parent?.participant ?? '') : place.participant;
  const siblings = live(context.plan, 'unit').filter(
    (unit) => unit.parent === parent?.id && unit.participant === participant,
  );
  const last = siblings.reduce((most, { position }) => Math.max(most, position), 0);
  const records = contents.map(
    (content, index): NewRecord<'unit'> =>
      newRecord(context, 'unit', {
        ...content,
        participant,
        ...('parent' in place ? { parent: place.parent } : {}),
        position: last + index + 1,
      }),
  );
  return draftOf(context, labelFor('create', records, 'unit'), records.map(createOp));
};
