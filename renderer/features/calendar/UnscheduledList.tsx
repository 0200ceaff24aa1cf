import { ActionIcon, Group, Text, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { Activity } from '#shared/plan/activity/schema.ts';
import { unscheduleActivities } from '#shared/plan/activity/commands.ts';
import { titleOf } from '#shared/plan/title.ts';
import { useRecords } from '../../state/records.ts';
import { openInspector, select, useSelectedIds } from '../../state/view.ts';
import { perform } from '../../ui/perform.ts';
import { memberWord } from '../../ui/memberWords.ts';
import { TableMenu } from '../../ui/table/TableMenu.tsx';
import { useWords } from '../../ui/words.ts';
import { unscheduledContent } from './calendarTable.ts';
import { createUnscheduled } from './edits.ts';
import { useCalendarDrag } from './drag.ts';

const ROW = 44;

/** Activities that nobody has given a time yet, by title. */
export const useUnscheduled = (): readonly Activity[] => {
  const activities = useRecords('activity');
  return useMemo(
    () =>
      activities
        .filter(({ start }) => start === undefined)
        .sort((a, b) => (titleOf(a) < titleOf(b) ? -1 : titleOf(a) > titleOf(b) ? 1 : 0)),
    [activities],
  );
};

const NewItem = () => {
  const t = useWords();
  const [title, setTitle] = useState('');
  const add = (): void => {
    if (title.trim() === '') return;
    createUnscheduled(title.trim());
    setTitle('');
  };
  return (
    <TextInput
      aria-label={t('calendar.newUnscheduled')}
      placeholder={t('calendar.newUnscheduled')}
      maxLength={200}
      value={title}
      onChange={(event) => setTitle(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && add()}
      rightSection={
        <ActionIcon variant="subtle" data-once aria-label={t('calendar.addUnscheduled')} onClick={add}>
          <IconPlus size={14} />
        </ActionIcon>
      }
    />
  );
};

const kindOf = ({ type }: Activity): string => memberWord('activity', 'type', type);

interface ListProps {
  readonly items: readonly Activity[];
  /** Puts one where Enter is to put it. */
  readonly onPlace: (id: string) => void;
}

const indexAfter = (key: string, index: number, last: number): number | undefined => {
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
};

interface ItemProps {
  readonly item: Activity;
  readonly id: string;
  readonly selected: boolean;
  readonly top: number;
}

const Item = ({ item, id, selected, top }: ItemProps) => (
  <div
    id={id}
    role="option"
    aria-selected={selected}
    className="unscheduled-item"
    draggable
    style={{ transform: `translateY(${top}px)` }}
    onClick={() => select('activity', [item.id])}
    onDoubleClick={openInspector}
    onDragStart={(event) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', titleOf(item));
      useCalendarDrag.setState({ outside: item.id });
    }}
    onDragEnd={() => useCalendarDrag.setState({ outside: null })}
  >
    <span className="unscheduled-title">{titleOf(item)}</span>
    <span className="unscheduled-kind">{kindOf(item)}</span>
  </div>
);

const Items = ({ items, onPlace }: ListProps) => {
  const t = useWords();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const selected = useSelectedIds('activity');
  const at = items.findIndex(({ id }) => selected.includes(id));
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const onKey = (event: KeyboardEvent): void => {
    const item = items[at];
    const next = indexAfter(event.key, at, items.length - 1);
    if (next !== undefined) {
      const id = items[next]?.id;
      if (id !== undefined) select('activity', [id]);
      virtual.scrollToIndex(next);
    } else if (event.key === 'Enter' && item !== undefined) onPlace(item.id);
    else if (event.key === 'F2') openInspector();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('calendar.unscheduled')}
      aria-activedescendant={at < 0 ? undefined : `${listId}-${at}`}
      className="unscheduled-list"
      onKeyDown={onKey}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          return item === undefined ? null : (
            <Item key={item.id} item={item} id={`${listId}-${index}`} selected={index === at} top={start} />
          );
        })}
      </div>
    </div>
  );
};

/** What is to be but has no time yet: dragged onto the calendar or put there by Enter; entries dropped here lose theirs. */
export const UnscheduledPanel = ({ items, onPlace }: ListProps) => {
  const t = useWords();
  const inside = useCalendarDrag((state) => state.inside);
  const takeBack = (): void => {
    if (inside === null) return;
    perform((context) => unscheduleActivities(context, [inside]));
  };
  return (
    <aside
      className="unscheduled"
      aria-label={t('calendar.unscheduled')}
      data-target={inside !== null || undefined}
      onMouseUp={takeBack}
    >
      <Group justify="space-between" wrap="nowrap">
        <Text fw={600}>{t('calendar.unscheduled')}</Text>
        {items.length > 0 && <TableMenu content={() => unscheduledContent(items)} />}
      </Group>
      <NewItem />
      {items.length === 0 ? (
        <Text c="dimmed">{t('calendar.noUnscheduled')}</Text>
      ) : (
        <Items items={items} onPlace={onPlace} />
      )}
      <Text c="dimmed" className="unscheduled-hint">
        {t('calendar.unscheduledHint')}
      </Text>
    </aside>
  );
};
