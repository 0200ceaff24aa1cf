import { Table, Text } from '@mantine/core';
import { META_FIELDS } from '#shared/plan/base.ts';
import { sameValue } from '#shared/plan/sameValue.ts';
import { hasPlaceholder } from '#shared/plan/release/placeholder.ts';
import type { ReleaseRow } from '#shared/plan/release/rows.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import { useFieldText } from './fieldText.ts';

type Values = Readonly<Record<string, unknown>>;

const fieldsOf = ({ record, leaves }: ReleaseRow): readonly string[] =>
  [...new Set([...Object.keys(record), ...Object.keys(leaves ?? {})])].filter(
    (field) => !META_FIELDS.has(field) || field === 'deleted',
  );

/** Field by field what the plan has and what the recipient gets. */
export const Comparison = ({ row, to }: { readonly row: ReleaseRow | undefined; readonly to: string }) => {
  const t = useWords();
  const textOf = useFieldText();
  if (row === undefined) return <Text c="dimmed">{t('release.choose')}</Text>;
  const full: Values = row.record;
  const { kind } = row.record;
  const leaves: Values | undefined = row.leaves;
  const cell = (field: string): string => {
    if (leaves === undefined) return '–';
    if (!(field in leaves) && field in full) return t('release.leftOut');
    return hasPlaceholder(leaves[field])
      ? `${textOf(leaves[field], kind, field)} (${t('release.placeholder')})`
      : textOf(leaves[field], kind, field);
  };
  return (
    <Table className="release-fields" aria-label={row.title}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('release.field')}</Table.Th>
          <Table.Th>{t('release.full')}</Table.Th>
          <Table.Th>{t('release.gets', { to })}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {fieldsOf(row).map((field) => (
          <Table.Tr key={field} data-differs={leaves === undefined || !sameValue(full[field], leaves[field])}>
            <Table.Td>{wordFor(`plan.fields.${field}`)}</Table.Td>
            <Table.Td>{textOf(full[field], kind, field)}</Table.Td>
            <Table.Td>{cell(field)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
