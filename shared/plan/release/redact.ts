/** A record as one audience gets it: fields left out, identifiers of held records replaced, the label written out. */
import type { Label } from '../../label/label.ts';
import { META_FIELDS } from '../base.ts';
import { entriesAbout, isEntryField } from '../baseline/entries.ts';
import type { BaselineEntry } from '../baseline/schema.ts';
import { ownCaveats } from '../caveat/join.ts';
import { type Kind, type PlanRecord, recordSchemas } from '../records.ts';
import { placeholderOf, mapIds } from './placeholder.ts';
import { tombstoneOf } from './tombstone.ts';

/** What a redaction did to a record. */
export interface Redaction {
  readonly record: PlanRecord;
  /** Fields that were left out, whole or (lines of a baseline) in part. */
  readonly withheld: readonly string[];
  /** Fields in which identifiers were replaced, with the identifiers. */
  readonly replaced: readonly { readonly field: string; readonly ref: string }[];
}

const optionalFields = new Map<Kind, ReadonlySet<string>>();

/** The fields of a kind that a record can do without, so that a profile may leave them out. */
export const withholdableFields = (kind: Kind): ReadonlySet<string> => {
  const known = optionalFields.get(kind);
  if (known !== undefined) return known;
  const shape = recordSchemas[kind].shape as Readonly<
    Record<string, { readonly safeParse: (value: unknown) => { readonly success: boolean } }>
  >;
  const fields = new Set(
    Object.keys(shape).filter(
      (field) =>
        !META_FIELDS.has(field) &&
        field !== 'label' &&
        field !== 'deleted' &&
        field !== 'labelling' &&
        shape[field]?.safeParse(undefined).success === true,
    ),
  );
  optionalFields.set(kind, fields);
  return fields;
};

export interface RedactionRules {
  /** Fields of this kind that this audience does not get. */
  readonly withheld: ReadonlySet<string>;
  /** Records that this audience must not learn of. */
  readonly hidden: ReadonlySet<string>;
  /** Whether a record is in the plan, so that it can be judged at all; lines about others stay here. */
  readonly knows?: (id: string) => boolean;
  /** The label to write out, where the recipient could not inherit it. */
  readonly label: Label | undefined;
}

/** What this plan retains stays here; caveats go with the record's own, the label is written out by `label`. */
const withoutMemory = (record: PlanRecord): PlanRecord => {
  if (record.retained === undefined) return record;
  const { retained, ...bare } = record;
  return (retained.caveats === undefined ? bare : { ...bare, caveats: ownCaveats(record) }) as PlanRecord;
};

/** Whether a value names one of these records, however deep. */
const namesAny = (value: unknown, ids: ReadonlySet<string>): boolean => {
  if (typeof value === 'string') return ids.has(value);
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((item) => namesAny(item, ids));
  for (const key in value) if (namesAny((value as Readonly<Record<string, unknown>>)[key], ids)) return true;
  return false;
};

/** Whether a record leaves just as it is: most do, and nothing is made anew for them. */
const isUntouched = (record: PlanRecord, { withheld, hidden, label }: RedactionRules): boolean => {
  if (label !== undefined) return false;
  if (withheld.size === 0 && hidden.size === 0) return record.kind !== 'baseline';
  const source = record as Readonly<Record<string, unknown>>;
  for (const field in source) {
    if (withheld.has(field) || isEntryField(record.kind, field)) return false;
    if (hidden.size > 0 && !META_FIELDS.has(field) && namesAny(source[field], hidden)) return false;
  }
  return true;
};

const NOTHING: readonly never[] = [];

/** The record as it leaves. A tombstone has nothing left that could be withheld. */
export const redact = (whole: PlanRecord, rules: RedactionRules): Redaction => {
  const record = withoutMemory(whole.deleted === true ? tombstoneOf(whole) : whole);
  return isUntouched(record, rules) ? { record, withheld: NOTHING, replaced: NOTHING } : changed(record, rules);
};

const changed = (record: PlanRecord, { withheld, hidden, label, knows = () => true }: RedactionRules): Redaction => {
  const source = record as Readonly<Record<string, unknown>>;
  const gone = Object.keys(source).filter((field) => withheld.has(field));
  const cut: string[] = [];
  const replaced: { field: string; ref: string }[] = [];
  let next: Record<string, unknown> | undefined;
  const change = (): Record<string, unknown> => (next ??= { ...source });
  for (const [field, value] of Object.entries(source)) {
    if (isEntryField(record.kind, field)) {
      const kept = entriesAbout(value as readonly BaselineEntry[], (id) => !hidden.has(id) && knows(id));
      if (kept !== value) {
        change()[field] = kept;
        cut.push(field);
      }
      continue;
    }
    if (hidden.size === 0 || META_FIELDS.has(field) || typeof value === 'number' || gone.includes(field)) continue;
    const mapped = mapIds(value, (id) => {
      if (!hidden.has(id)) return undefined;
      replaced.push({ field, ref: id });
      return placeholderOf(id);
    });
    if (mapped !== value) change()[field] = mapped;
  }
  if (label !== undefined) change()['label'] = label;
  if (gone.length > 0) {
    const bare = change();
    const stamps = { ...record.stamps };
    for (const field of gone) {
      delete bare[field];
      delete stamps[field];
    }
    // What we ourselves were not given stays marked as such.
    bare['withheld'] = [...new Set([...(record.withheld ?? []), ...gone])].sort();
    if (Object.keys(stamps).length === 0) delete bare['stamps'];
    else bare['stamps'] = stamps;
  }
  return { record: (next as PlanRecord | undefined) ?? record, withheld: [...gone, ...cut], replaced };
};
