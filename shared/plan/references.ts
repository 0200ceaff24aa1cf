/** Which fields of which kinds name other records: the one list that removal, checks, release and copies go by. */
import { hangsOn, type When } from '../time/when.ts';
import type { Kind, PlanRecord } from './records.ts';

/** `one`: an id; `many`: a list of ids; `when`: a time that may hang on an anchor, or else on an activity. */
export interface ReferenceField {
  readonly field: string;
  /** The kinds of which it may name one; of a `when` that of anchors. */
  readonly targets: readonly Kind[];
  readonly form: 'one' | 'many' | 'when';
}

const ANCHOR: readonly Kind[] = ['anchor'];
const ACTIVITY: readonly Kind[] = ['activity'];

/** A list whose members name records too. */
interface NestedField {
  readonly field: string;
  readonly references: readonly ReferenceField[];
}

const one = (field: string, ...targets: readonly Kind[]): ReferenceField => ({ field, targets, form: 'one' });
const many = (field: string, target: Kind): ReferenceField => ({ field, targets: [target], form: 'many' });
const when = (field: string): ReferenceField => ({ field, targets: ANCHOR, form: 'when' });

/** Lists of records within records (a movement's legs, caveats), and what each member names. */
export const NESTED: Readonly<Partial<Record<Kind, NestedField>>> = {
  movement: {
    field: 'legs',
    references: [one('from', 'location'), one('to', 'location'), when('depart'), when('arrive')],
  },
  participant: { field: 'caveats', references: [many('areas', 'location')] },
  unit: { field: 'caveats', references: [many('areas', 'location')] },
};

export const REFERENCES: Readonly<Record<Kind, readonly ReferenceField[]>> = {
  exercise: [many('holidaysOf', 'participant')],
  anchor: [when('at')],
  participant: [],
  location: [],
  unit: [one('participant', 'participant'), one('parent', 'unit'), one('homeLocation', 'location')],
  activity: [
    many('participants', 'participant'),
    many('units', 'unit'),
    one('location', 'location'),
    one('phase', 'activity'),
    when('start'),
  ],
  dependency: [one('from', 'activity', 'movement'), one('to', 'activity', 'movement')],
  movement: [
    one('participant', 'participant'),
    many('units', 'unit'),
    one('origin', 'location'),
    one('poe', 'location'),
    one('pod', 'location'),
    one('destination', 'location'),
    ...['rld', 'ald', 'ead', 'lad', 'rdd', 'crd'].map(when),
  ],
  profile: [many('participants', 'participant')],
  agreement: [
    one('host', 'participant'),
    many('parties', 'participant'),
    many('nations', 'participant'),
    ...['signedOn', 'inForceFrom', 'inForceUntil', 'nextReview'].map(when),
  ],
  // The lines of a baseline stay when what they speak of is deleted: that is what they are kept for.
  baseline: [],
};

/** `targets`: the kinds of which the named record may be one. */
type Visit = (field: string, targets: readonly Kind[], id: string) => void;

const visitWhen = (field: string, value: When, visit: Visit): void => {
  const id = hangsOn(value);
  if (id !== undefined) visit(field, 'activity' in value ? ACTIVITY : ANCHOR, id);
};

const visitFields = (fields: object, list: readonly ReferenceField[], prefix: string, visit: Visit): void => {
  const values = fields as Readonly<Record<string, unknown>>;
  for (const { field, targets, form } of list) {
    const value = values[field];
    if (value === undefined || value === null) continue;
    if (form === 'one') visit(prefix + field, targets, value as string);
    else if (form === 'many') for (const id of value as readonly string[]) visit(prefix + field, targets, id);
    else visitWhen(prefix + field, value as When, visit);
  }
};

/** The members of a nested list; none where the record has no such list. */
export const nestedIn = (record: object, field: string): readonly object[] =>
  ((record as Readonly<Record<string, unknown>>)[field] as readonly object[] | undefined) ?? [];

/** Calls `visit` for each record that this one names; fields of nested records are `legs.from` and so on. */
export const eachReference = (record: Omit<PlanRecord, 'stamp'>, visit: Visit): void => {
  const { kind } = record as PlanRecord;
  visitFields(record, REFERENCES[kind], '', visit);
  const nested = NESTED[kind];
  if (nested === undefined) return;
  for (const member of nestedIn(record, nested.field))
    visitFields(member, nested.references, `${nested.field}.`, visit);
};
