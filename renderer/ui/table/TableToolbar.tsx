import { ActionIcon, Group, Menu, Text, TextInput, Tooltip } from '@mantine/core';
import { IconColumns3, IconSearch, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useWords } from '../words.ts';
import type { Column } from './columns.ts';
import type { TableColumns } from './useTableLayout.ts';

interface ToolbarProps<R> {
  readonly columns: readonly Column<R>[];
  readonly layout: TableColumns<R>;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly shown: number;
  readonly total: number;
  /** The view's own buttons, on the left. */
  readonly actions?: ReactNode;
  readonly menu: ReactNode;
}

const ColumnChooser = <R,>({ columns, layout }: Pick<ToolbarProps<R>, 'columns' | 'layout'>) => {
  const t = useWords();
  return (
    <Menu closeOnItemClick={false} position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Tooltip label={t('ui.columns')}>
          <ActionIcon variant="subtle" size="md" aria-label={t('ui.columns')}>
            <IconColumns3 size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map((column) => (
          <Menu.CheckboxItem
            key={column.id}
            checked={layout.isShown(column)}
            onChange={() => layout.toggleShown(column)}
          >
            {column.header}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={layout.reset}>{t('ui.resetColumns')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

/** The table's own line: the view's buttons, filter, how many show, and the choice of columns. */
export const TableToolbar = <R,>(props: ToolbarProps<R>) => {
  const { columns, layout, filter, onFilter, shown, total, actions, menu } = props;
  const t = useWords();
  return (
    <Group gap="xs" wrap="nowrap" className="table-toolbar">
      {actions}
      <TextInput
        className="table-filter"
        aria-label={t('ui.filter')}
        placeholder={t('ui.filter')}
        leftSection={<IconSearch size={14} />}
        value={filter}
        onChange={(event) => onFilter(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && filter !== '') {
            event.stopPropagation();
            onFilter('');
          }
        }}
        rightSection={
          filter === '' ? undefined : (
            <ActionIcon variant="subtle" color="gray" aria-label={t('ui.clearFilter')} onClick={() => onFilter('')}>
              <IconX size={14} />
            </ActionIcon>
          )
        }
      />
      <Text c="dimmed" className="table-count" aria-live="polite">
        {shown === total ? t('ui.rows', { count: total }) : t('ui.rowsOf', { shown, total })}
      </Text>
      {menu}
      <ColumnChooser columns={columns} layout={layout} />
    </Group>
  );
};
