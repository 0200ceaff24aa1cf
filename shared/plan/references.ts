/** Which fields of which kinds name other records: the one list that removal, checks, release and copies go by. */
import { hangsOn, type When } from '../time/when.ts';
import type { Kind, PlanRecord } from './records.ts';

/** `one`: an id; `many`: a list of ids; `when`: a time that may hang on an anchor, or else on an activity. */
export interface ReferenceField {
  readonly field: string;
  readonly target: Kind;
  readonly form: 'one' | 'many' | 'when';
}

const one = (field: string, target: Kind): ReferenceField => ({ field, target, form: 'one' });
const many = (field: string, target: Kind): ReferenceField => ({ field, target, form: 'many' });
const when = (field: string): ReferenceField => ({ field, target: 'anchor', form: 'when' });

/** Of a movement's leg; its legs are the only nested records. */
export const LEG_REFERENCES: readonly ReferenceField[] = [
  one('from', 'location'),
  one('to', 'location'),
  when('depart'),
  when('arrive'),
];

export const REFERENCES: Readonly<Record<Kind, readonly ReferenceField[]>> = {
  exercise: [],
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
  dependency: [one('from', 'activity'), one('to', 'activity')],
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
};

type Visit = (field: string, target: Kind, id: string) => void;

const visitWhen = (field: string, value: When, visit: Visit): void => {
  const id = hangsOn(value);
  if (id !== undefined) visit(field, 'activity' in value ? 'activity' : 'anchor', id);
};

const visitFields = (fields: object, list: readonly ReferenceField[], prefix: string, visit: Visit): void => {
  const values = fields as Readonly<Record<string, unknown>>;
  for (const { field, target, form } of list) {
    const value = values[field];
    if (value === undefined || value === null) continue;
    if (form === 'one') visit(prefix + field, target, value as string);
    else if (form === 'many') for (const id of value as readonly string[]) visit(prefix + field, target, id);
    else visitWhen(prefix + field, value as When, visit);
  }
};

/** Calls `visit` for each record that this one names; fields of legs are `legs.from` and so on. */
export const eachReference = (record: Omit<PlanRecord, 'stamp'>, visit: Visit): void => {
  const { kind } = record as PlanRecord;
  visitFields(record, REFERENCES[kind], '', visit);
  if (kind === 'movement') {
    for (const leg of (record as PlanRecord & { kind: 'movement' }).legs) {
      visitFields(leg, LEG_REFERENCES, 'legs.', visit);
    }
  }
};
