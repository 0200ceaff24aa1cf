import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Menu,
  Popover,
  ScrollArea,
  SegmentedControl,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconColumns, IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react';
import { useAction } from '../../state/actions.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import { exportCalendar } from './exportCalendar.ts';
import { RESOURCE_KINDS, type Resource, type ResourceKind } from './resources.ts';

interface ColumnsProps {
  readonly all: readonly Resource[];
  readonly shown: readonly Resource[];
  readonly chosen: readonly string[];
  readonly most: number;
  readonly onChoose: (ids: readonly string[]) => void;
}

/** Which participants or locations stand side by side: the busiest, until the person chooses. */
const ColumnChoice = ({ all, shown, chosen, most, onChoose }: ColumnsProps) => {
  const t = useWords();
  const ids = shown.map(({ id }) => id);
  const toggle = (id: string): void =>
    onChoose(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id].slice(-most));
  return (
    <Popover position="bottom-start" withinPortal={false} shadow="sm">
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconColumns size={14} />}
          aria-label={t('calendar.columns', { shown: shown.length, total: all.length })}
        >
          {`${shown.length}/${all.length}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <Text c="dimmed" size="xs">
          {t('calendar.columnsHint', { most })}
        </Text>
        <ScrollArea.Autosize mah={320} type="auto">
          {all.map(({ id, title, count }) => (
            <Checkbox
              key={id}
              size="xs"
              py={3}
              label={`${title} (${count})`}
              checked={ids.includes(id)}
              disabled={!ids.includes(id) && ids.length >= most}
              onChange={() => toggle(id)}
            />
          ))}
        </ScrollArea.Autosize>
        <Button variant="subtle" size="compact-xs" disabled={chosen.length === 0} onClick={() => onChoose([])}>
          {t('calendar.columnsBusiest')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
};

/** The schedule to and from calendar programmes. */
const FileMenu = () => {
  const t = useWords();
  const importFile = useAction('file.import');
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Tooltip label={t('calendar.file')}>
          <ActionIcon variant="default" size={30} aria-label={t('calendar.file')}>
            <IconFileImport size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {importFile !== undefined && <Menu.Item onClick={importFile}>{t('calendar.importFile')}</Menu.Item>}
        <Menu.Item onClick={() => void exportCalendar()}>{t('calendar.exportFile')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};

interface ToolbarProps {
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  /** The zone in which the days are cut. */
  readonly zone: string;
  readonly by: ResourceKind;
  readonly onBy: (by: ResourceKind) => void;
  /** Undefined where the view has no columns. */
  readonly columns: ColumnsProps | undefined;
  readonly unscheduled: number;
  readonly panel: boolean;
  readonly onPanel: () => void;
  readonly onNew: () => void;
}

/** The calendar's own line: a new activity, filter, what stands side by side, and what is not scheduled yet. */
export const CalendarToolbar = (props: ToolbarProps) => {
  const { filter, onFilter, zone, by, onBy, columns, unscheduled, panel, onPanel, onNew } = props;
  const t = useWords();
  return (
    <Group className="calendar-toolbar" gap={8} wrap="nowrap">
      <Button
        leftSection={<IconPlus size={14} />}
        className="calendar-new"
        aria-label={t('timeline.newActivity')}
        onClick={onNew}
      >
        <span className="calendar-new-word">{t('timeline.newActivity')}</span>
      </Button>
      <TextInput
        aria-label={t('timeline.filter')}
        placeholder={t('timeline.filter')}
        leftSection={<IconSearch size={14} />}
        value={filter}
        onChange={(event) => onFilter(event.currentTarget.value)}
        className="calendar-filter"
      />
      <SegmentedControl
        aria-label={t('calendar.sideBySide')}
        size="xs"
        data={RESOURCE_KINDS.map((value) => ({ value, label: wordFor(`calendar.by.${value}`) }))}
        value={by}
        onChange={(value) => onBy(RESOURCE_KINDS.find((kind) => kind === value) ?? 'none')}
      />
      {columns !== undefined && <ColumnChoice {...columns} />}
      <span className="calendar-hint" title={t('calendar.hint', { zone })}>
        {t('calendar.hint', { zone })}
      </span>
      <FileMenu />
      <Button variant={panel ? 'light' : 'default'} className="calendar-waiting" aria-pressed={panel} onClick={onPanel}>
        {t('calendar.unscheduledCount', { number: unscheduled })}
      </Button>
    </Group>
  );
};
