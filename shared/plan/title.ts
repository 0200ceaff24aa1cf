import type { PlanRecord } from './records.ts';

/** A record in a few words, as lists, labels and messages name it. */
export const titleOf = (record: PlanRecord | Omit<PlanRecord, 'stamp'>): string => {
  const named = record as PlanRecord;
  switch (named.kind) {
    case 'activity':
      return named.serial === undefined ? named.title : `${named.serial} ${named.title}`;
    case 'agreement':
      return `${named.type} ${named.title}`;
    case 'anchor':
      return named.code;
    case 'movement':
      return named.name === undefined ? named.uln : `${named.uln} ${named.name}`;
    case 'dependency':
      return named.type;
    case 'profile':
      return named.name === undefined ? named.nation : `${named.nation} ${named.name}`;
    case 'participant':
      return `${named.code} ${named.name}`;
    case 'exercise':
    case 'baseline':
    case 'unit':
    case 'location':
      return named.name;
  }
};
