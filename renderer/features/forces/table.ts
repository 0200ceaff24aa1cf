/** The order of battle as a table for spreadsheets: the lines that show, participants and units alike. */
import { type Column, toTsv } from '../../ui/table/columns.ts';
import { type TableContent, contentOf } from '../../ui/table/saveTable.ts';
import { wordFor } from '../../ui/words.ts';
import type { TreeRow } from './treeRows.ts';

const unitOf = (row: TreeRow) => (row.kind === 'unit' ? row.unit : undefined);

const columns = (): readonly Column<TreeRow>[] => [
  { id: 'level', header: wordFor('forces.level'), value: ({ depth }) => depth, width: 60 },
  {
    id: 'name',
    header: wordFor('forces.name'),
    value: (row) => (row.kind === 'unit' ? row.unit.name : `${row.participant.code} ${row.participant.name}`),
    width: 200,
  },
  { id: 'shortName', header: wordFor('forces.shortName'), value: (row) => unitOf(row)?.shortName, width: 90 },
  { id: 'sidc', header: wordFor('forces.sidc'), value: (row) => unitOf(row)?.sidc, width: 160 },
  // A participant's line sums up its units; a unit's is its own.
  {
    id: 'personnel',
    header: wordFor('forces.personnel'),
    value: (row) => (row.kind === 'unit' ? row.unit.personnel : row.personnel),
    width: 80,
  },
  {
    id: 'vehicles',
    header: wordFor('forces.vehicles'),
    value: (row) => (row.kind === 'unit' ? row.unit.vehicles : row.vehicles),
    width: 80,
  },
  { id: 'home', header: wordFor('forces.home'), value: (row) => unitOf(row)?.homeStation, width: 120 },
  {
    id: 'readiness',
    header: wordFor('forces.readiness'),
    value: (row) => {
      const readiness = unitOf(row)?.readiness;
      return readiness === undefined ? undefined : wordFor(`plan.readiness.${readiness}`);
    },
    width: 90,
  },
  { id: 'notice', header: wordFor('forces.notice'), value: (row) => unitOf(row)?.noticeHours, width: 90 },
  { id: 'remarks', header: wordFor('forces.remarks'), value: (row) => unitOf(row)?.remarks, width: 200 },
];

export const forcesTable = (rows: readonly TreeRow[]): TableContent =>
  contentOf(wordFor('forces.title'), rows, columns(), ({ id }) => id);

export const forcesTsv = (rows: readonly TreeRow[]): string => toTsv(rows, columns());
