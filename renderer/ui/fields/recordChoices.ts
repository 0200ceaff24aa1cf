import { useMemo } from 'react';
import type { Kind, PlanRecord } from '#shared/plan/records.ts';
import { useRecords } from '../../state/records.ts';
import type { Choice } from './ChoiceField.tsx';

/** How a record is called in lists, toasts and search. */
export const titleOf = (record: PlanRecord): string => {
  switch (record.kind) {
    case 'activity':
      return record.serial === undefined ? record.title : `${record.serial} ${record.title}`;
    case 'anchor':
      return record.code;
    case 'movement':
      return record.name === undefined ? record.uln : `${record.uln} ${record.name}`;
    case 'dependency':
      return record.type;
    case 'participant':
      return `${record.code} ${record.name}`;
    case 'exercise':
    case 'unit':
    case 'location':
      return record.name;
  }
};

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
