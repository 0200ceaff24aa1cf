/** The problems of a plan as a table for spreadsheets: all that the filter lets through. */
import type { Finding } from '#shared/plan/checks/finding.ts';
import { titleIn } from '#shared/plan/dependency/ends.ts';
import { recordOf } from '#shared/plan/state.ts';
import { usePlan } from '../state/plan.ts';
import { type Column, toTsv } from './table/columns.ts';
import { type TableContent, contentOf } from './table/saveTable.ts';
import { findingFor, wordFor } from './words.ts';

const subjectsOf = ({ subjects }: Finding): string => {
  const { plan } = usePlan.getState();
  return subjects
    .flatMap(({ kind, id }) => recordOf(plan, kind, id) ?? [])
    .map((record) => titleIn(plan, record))
    .join('; ');
};

const columns = (): readonly Column<Finding>[] => [
  {
    id: 'severity',
    header: wordFor('app.findingColumns.severity'),
    value: ({ severity }) => wordFor(`app.severityOne.${severity}`),
    width: 90,
  },
  { id: 'code', header: wordFor('app.findingColumns.code'), value: ({ code }) => code, width: 90 },
  {
    id: 'finding',
    header: wordFor('app.findingColumns.finding'),
    value: findingFor,
    width: 400,
  },
  { id: 'records', header: wordFor('app.findingColumns.records'), value: subjectsOf, width: 240 },
];

export const findingsTable = (findings: readonly Finding[]): TableContent => ({
  ...contentOf(wordFor('app.findingsTitle'), findings, columns(), ({ code }) => code),
  // Marked by every record that a sentence names.
  ids: [...new Set(findings.flatMap(({ subjects }) => subjects.map(({ id }) => id)))],
});

export const findingsTsv = (findings: readonly Finding[]): string => toTsv(findings, columns());
