/** What lists of the plan have in common: their frame, and the names that stand in their cells. */
import type { Label } from '../label/label.ts';
import type { PlanRecord } from '../plan/records.ts';
import { type PlanState, exerciseOf, find } from '../plan/state.ts';
import type { Print } from './assemble.ts';
import type { SheetOptions, Stamp } from './base.ts';
import { frameGeometry } from './frameGeometry.ts';
import type { Marker } from './labels.ts';

interface ListFrame {
  readonly plan: PlanState;
  readonly options: SheetOptions;
  readonly stamp: Stamp;
  readonly marker: Marker;
  readonly label: Label;
  /** What is printed. */
  readonly subject: string;
  readonly details: string;
}

/** The frame of sheets that are read one by one. */
export const printOf = ({ plan, options, stamp, marker, label, subject, details }: ListFrame): Print => {
  const exercise = exerciseOf(plan);
  const { labelling } = marker;
  const content = { name: exercise?.name ?? '', nickname: exercise?.nickname, label, labelling, subject, details };
  return { options, stamp, geometry: frameGeometry(content, options), label, labelling };
};

/** Names of records, and the records themselves for the marking. */
export interface Named {
  readonly texts: readonly string[];
  readonly records: readonly (PlanRecord | undefined)[];
}

export const participantCodes = (plan: PlanState, ids: readonly string[]): Named => {
  const records = ids.map((id) => find(plan, 'participant', id));
  const codes = records.flatMap((record) => (record === undefined ? [] : [record.code]));
  return { texts: codes.length === 0 ? [] : [codes.join(', ')], records };
};

export const unitNames = (plan: PlanState, ids: readonly string[]): Named => {
  const records = ids.map((id) => find(plan, 'unit', id));
  return { texts: records.flatMap((unit) => (unit === undefined ? [] : [unit.shortName ?? unit.name])), records };
};

export const locationName = (plan: PlanState, id: string | undefined): Named => {
  const record = find(plan, 'location', id);
  if (record === undefined) return { texts: [], records: [] };
  return { texts: [record.code === undefined ? record.name : `${record.name} (${record.code})`], records: [record] };
};

const numbers = new Map<string, Intl.NumberFormat>();

export const numberText = (value: number, language: SheetOptions['language']): string => {
  const format = numbers.get(language) ?? new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'fr-FR');
  numbers.set(language, format);
  return format.format(value);
};

/** Text with line breaks of its own, line by line. */
export const linesOf = (text: string | undefined): readonly string[] => text?.split(/\r?\n/u) ?? [];
