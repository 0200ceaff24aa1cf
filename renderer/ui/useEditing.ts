import { useMemo } from 'react';
import { type Changes, updateRecords } from '#shared/plan/commands.ts';
import type { Kind, RecordOf } from '#shared/plan/records.ts';
import { useRecordMap } from '../state/records.ts';
import { perform } from './perform.ts';

interface Editing<K extends Kind> {
  /** The selected records that are still there. */
  readonly records: readonly RecordOf<K>[];
  /** Sets fields of all of them in one step. */
  readonly set: (changes: Changes<K>) => void;
}

/** The records of an inspector, one or several, and how to change them. */
export const useEditing = <K extends Kind>(kind: K, ids: readonly string[]): Editing<K> => {
  const map = useRecordMap(kind);
  const records = useMemo(() => ids.flatMap((id) => map.get(id) ?? []), [map, ids]);
  const set = (changes: Changes<K>): void => {
    perform((context) => updateRecords(context, kind, ids, changes));
  };
  return { records, set };
};
