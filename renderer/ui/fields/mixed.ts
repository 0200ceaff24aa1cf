import { sameValue } from '#shared/plan/sameValue.ts';

/** Stands for "the selected records differ here"; a field shows it as a hint and writes only when typed into. */
export const MIXED: unique symbol = Symbol('mixed');
export type Mixed = typeof MIXED;

/** The value that all records share in a field, or MIXED. */
export const sharedValue = <R, V>(records: readonly R[], read: (record: R) => V): V | Mixed => {
  const [first, ...rest] = records;
  if (first === undefined) return MIXED;
  const value = read(first);
  return rest.every((record) => sameValue(read(record), value)) ? value : MIXED;
};
