import { useMemo } from 'react';
import type { Kind } from '#shared/plan/records.ts';
import { titleOf } from '#shared/plan/title.ts';
import { useRecords } from '../../state/records.ts';
import type { Choice } from './ChoiceField.tsx';

/** The live records of a kind as choices, in the order of their titles. */
export const useRecordChoices = (kind: Kind): readonly Choice<string>[] => {
  const records = useRecords(kind);
  return useMemo(
    () =>
      records
        .map((record) => ({ value: record.id, label: titleOf(record) }))
        .sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0)),
    [records],
  );
};
