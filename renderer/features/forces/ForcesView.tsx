import { ActionIcon, Button, Group, TextInput, Tooltip } from '@mantine/core';
import { IconCopy, IconFold, IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { duplicateUnit } from '#shared/plan/unit/commands.ts';
import { useAction } from '../../state/actions.ts';
import { useRecords } from '../../state/records.ts';
import { showView, useSelectedIds, useView } from '../../state/view.ts';
import { EmptyView } from '../../ui/EmptyView.tsx';
import { perform } from '../../ui/perform.ts';
import { useWords } from '../../ui/words.ts';
import { AddUnit } from './AddUnit.tsx';
import { ForcesTree } from './ForcesTree.tsx';
import { TableMenu } from '../../ui/table/TableMenu.tsx';
import { forcesTable, forcesTsv } from './table.ts';
import { type TreeRow, treeOf, treeRows } from './treeRows.ts';
import './forces.css';

interface ToolbarProps {
  readonly search: string;
  readonly onSearch: (text: string) => void;
  readonly onAdd: () => void;
  readonly onFold: () => void;
  readonly selectedIds: readonly string[];
  readonly rows: readonly TreeRow[];
}

const Toolbar = ({ search, onSearch, onAdd, onFold, selectedIds, rows }: ToolbarProps) => {
  const t = useWords();
  const [first] = selectedIds;
  return (
    <Group className="forces-toolbar" gap="xs" wrap="nowrap">
      <Button leftSection={<IconPlus size={14} />} onClick={onAdd}>
        {first === undefined ? t('forces.addUnit') : t('forces.addSubordinate')}
      </Button>
      <TextInput
        aria-label={t('forces.search')}
        placeholder={t('forces.search')}
        leftSection={<IconSearch size={14} />}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        style={{ flex: 1, maxWidth: 420 }}
      />
      <Tooltip label={t('forces.fold')}>
        <ActionIcon variant="default" aria-label={t('forces.fold')} onClick={onFold}>
          <IconFold size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('forces.duplicate')}>
        <ActionIcon
          variant="default"
          aria-label={t('forces.duplicate')}
          disabled={selectedIds.length !== 1}
          onClick={() => first !== undefined && perform((context) => duplicateUnit(context, first))}
        >
          <IconCopy size={16} />
        </ActionIcon>
      </Tooltip>
      <TableMenu content={() => forcesTable(rows)} tsv={() => forcesTsv(rows)} />
    </Group>
  );
};

/** The order of battle, participant by participant. */
export const ForcesView = () => {
  const t = useWords();
  const importFile = useAction('file.import');
  const participants = useRecords('participant');
  const units = useRecords('unit');
  const selectedIds = useSelectedIds('unit');
  const [search, setSearch] = useState(() => useView.getState().filter);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [adding, setAdding] = useState(false);
  const tree = useMemo(() => treeOf(units), [units]);
  const rows = useMemo(
    () => treeRows(participants, units, tree, folded, search),
    [participants, units, tree, folded, search],
  );
  const foldAll = (): void =>
    setFolded((now) => (now.size > 0 ? new Set() : new Set([...participants, ...units].map(({ id }) => id))));
  const setOpen = (id: string, open: boolean): void =>
    setFolded((now) => {
      const next = new Set(now);
      if (open) next.delete(id);
      else next.add(id);
      return next;
    });
  const importing = importFile === undefined ? [] : [{ label: t('forces.import'), act: importFile }];
  return (
    <section className="forces-view" aria-label={t('forces.title')}>
      <Toolbar
        search={search}
        onSearch={setSearch}
        onAdd={() => setAdding(true)}
        onFold={foldAll}
        selectedIds={selectedIds}
        rows={rows}
      />
      {participants.length === 0 ? (
        <EmptyView
          text={t('forces.empty')}
          actions={[{ label: t('forces.toParticipants'), act: () => showView('participants') }, ...importing]}
        />
      ) : (
        <ForcesTree rows={rows} selectedIds={selectedIds} onOpenChange={setOpen} />
      )}
      {adding && <AddUnit superior={selectedIds[0]} onClose={() => setAdding(false)} />}
    </section>
  );
};
