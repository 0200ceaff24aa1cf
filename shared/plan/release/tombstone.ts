/**
 * A deleted record as it leaves: id, kind, owner, creation and deletion, and nothing that somebody wrote.
 * It has to pass the same schema at the reader as a live record, so required fields stay, filled with the first
 * meaningless value that the schema takes. The merge takes a tombstone as a whole, and a record that is brought back
 * travels whole again, so nothing is lost by this.
 */
import { type Kind, type PlanRecord, parseRecord, recordSchemas } from '../records.ts';
import { stampOfField } from '../merge/compare.ts';

const CANDIDATES: readonly unknown[] = [
  '-',
  'XX',
  [],
  0,
  1,
  false,
  '00000000000000000000',
  '2000-01-01T00:00:00Z',
  { at: '2000-01-01T00:00:00Z' },
];

const KEPT: ReadonlySet<string> = new Set(['id', 'kind', 'owner', 'stamp', 'stamps', 'deleted']);

interface FieldSchema {
  readonly safeParse: (value: unknown) => { readonly success: boolean };
}

const blanksOf = (kind: Kind): ReadonlyMap<string, unknown> => {
  const blanks = new Map<string, unknown>();
  const shape: Readonly<Record<string, FieldSchema>> = recordSchemas[kind].shape;
  for (const [field, schema] of Object.entries(shape)) {
    if (KEPT.has(field) || schema.safeParse(undefined).success) continue;
    const blank = CANDIDATES.find((candidate) => schema.safeParse(candidate).success);
    if (blank !== undefined) blanks.set(field, blank);
  }
  return blanks;
};

const blanks = new Map<Kind, ReadonlyMap<string, unknown>>();

/**
 * The tombstone to release for a deleted record. Required fields without a meaningless value (members of a fixed list,
 * identifiers, an exercise's own label) stay as they are; a record that would not pass the schema stays whole.
 */
export const tombstoneOf = (record: PlanRecord): PlanRecord => {
  const { kind } = record;
  const known = blanks.get(kind) ?? blanksOf(kind);
  blanks.set(kind, known);
  const shape: Readonly<Record<string, FieldSchema>> = recordSchemas[kind].shape;
  const bare: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(record)) {
    if (KEPT.has(field)) bare[field] = value;
    else if (known.has(field)) bare[field] = known.get(field);
    else if (shape[field]?.safeParse(undefined).success !== true) bare[field] = value;
  }
  bare['stamps'] = { deleted: stampOfField(record, 'deleted') };
  const parsed = parseRecord(bare);
  return parsed.ok ? parsed.value : record;
};
