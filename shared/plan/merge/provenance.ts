/** Where the values of a record come from: who wrote each, when, and with which bundle it came in. */
import { type Stamp } from '../../time/clock.ts';
import { META_FIELDS } from '../base.ts';
import type { PlanRecord } from '../records.ts';
import type { Fields, Op, Step, StepOrigin } from '../step.ts';
import { stampOfField } from './compare.ts';

export interface FieldOrigin {
  readonly field: string;
  readonly stamp: Stamp;
  /** The bundle that brought the value; absent for what was written here, or before bundles were noted in steps. */
  readonly bundle?: StepOrigin;
}

const stampIn = (after: Fields, field: string): unknown => {
  const stamps = after['stamps'];
  const own = typeof stamps === 'object' && stamps !== null ? (stamps as Fields)[field] : undefined;
  return own ?? after['stamp'];
};

/** Whether an operation brought the value that carries this stamp. */
const brought = ({ before, after }: Op, field: string, stamp: Stamp): boolean => {
  if (after === null) return false;
  // A new record brings all its fields; a change those that it names.
  return (before === null || field in after) && stampIn(after, field) === stamp;
};

/**
 * The origin of each field that has a value or a stamp of its own, in alphabetical order.
 * @param steps those that touched the record, oldest first, as the vault keeps them.
 */
export const provenanceOf = (record: PlanRecord, steps: readonly Step[]): readonly FieldOrigin[] => {
  const names = new Set([...Object.keys(record), ...Object.keys(record.stamps ?? {})]);
  const fields = [...names].filter((field) => !META_FIELDS.has(field)).sort();
  const imports = steps.filter(({ origin }) => origin !== undefined).toReversed();
  return fields.map((field) => {
    const stamp = stampOfField(record, field);
    const step = imports.find(({ ops }) => ops.some((op) => op.id === record.id && brought(op, field, stamp)));
    return step?.origin === undefined ? { field, stamp } : { field, stamp, bundle: step.origin };
  });
};
