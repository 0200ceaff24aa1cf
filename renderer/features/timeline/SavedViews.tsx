import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark, IconPencil, IconTrash } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { usePlan } from '../../state/plan.ts';
import { announce } from '../../ui/announce.ts';
import { notify } from '../../ui/notify.ts';
import { tellDone, tellFailure } from '../../ui/perform.ts';
import { UndoToast } from '../../ui/UndoToast.tsx';
import { useWords } from '../../ui/words.ts';
import { type SavedView, type ViewContent, keepViews, loadViews, useSavedViews, withView } from './savedViews.ts';

interface SavedViewsProps {
  /** What shows now. */
  readonly current: () => ViewContent;
  readonly onApply: (content: ViewContent) => void;
}

const keep = async (views: readonly SavedView[], said: string): Promise<void> => {
  const kept = await keepViews(views);
  if (kept.ok) tellDone(said);
  else tellFailure(kept.error);
};

interface RowProps {
  readonly view: SavedView;
  readonly onApply: () => void;
  readonly onRename: (name: string) => void;
  readonly onRemove: () => void;
}

const ViewRow = ({ view, onApply, onRename, onRemove }: RowProps) => {
  const t = useWords();
  const [name, setName] = useState<string | undefined>();
  if (name !== undefined) {
    const finish = (): void => {
      if (name.trim() !== '' && name.trim() !== view.name) onRename(name.trim());
      setName(undefined);
    };
    return (
      <TextInput
        aria-label={t('editing.views.newName', { name: view.name })}
        ref={(input) => input?.focus()}
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish();
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setName(undefined);
        }}
      />
    );
  }
  return (
    <Group gap={4} wrap="nowrap">
      <Button variant="subtle" justify="flex-start" flex={1} miw={0} px={8} title={view.name} onClick={onApply}>
        <Text span inherit truncate>
          {view.name}
        </Text>
      </Button>
      <Tooltip label={t('editing.views.rename')}>
        <ActionIcon
          variant="subtle"
          aria-label={t('editing.views.renameOf', { name: view.name })}
          onClick={() => setName(view.name)}
        >
          <IconPencil size={14} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('editing.views.remove')}>
        <ActionIcon variant="subtle" aria-label={t('editing.views.removeOf', { name: view.name })} onClick={onRemove}>
          <IconTrash size={14} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
};

interface NewViewProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onSave: (name: string) => void;
}

const NewView = ({ field, onSave }: NewViewProps) => {
  const t = useWords();
  const [name, setName] = useState('');
  const save = (): void => {
    if (name.trim() === '') return;
    onSave(name.trim());
    setName('');
  };
  return (
    <Group gap={4} wrap="nowrap" align="end">
      <TextInput
        ref={field}
        label={t('editing.views.name')}
        maxLength={60}
        flex={1}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
      <Button onClick={save} disabled={name.trim() === ''}>
        {t('editing.views.save')}
      </Button>
    </Group>
  );
};

/** Named views of this exercise's timeline: apply, save what shows now, rename, delete. */
export const SavedViews = ({ current, onApply }: SavedViewsProps) => {
  const t = useWords();
  const [opened, setOpened] = useState(false);
  // Where the focus goes when the line that had it is gone.
  const field = useRef<HTMLInputElement>(null);
  const views = useSavedViews((state) => state.views);
  const exerciseId = usePlan((state) => (state.status.phase === 'open' ? state.status.id : ''));
  useEffect(() => {
    if (exerciseId !== '') void loadViews(exerciseId);
  }, [exerciseId]);
  const save = (name: string): void => {
    const view = { id: views.find((each) => each.name === name)?.id ?? uuid(), name, content: current() };
    void keep(withView(views, view), t('editing.views.saved', { name }));
  };
  const apply = ({ name, content }: SavedView): void => {
    onApply(content);
    setOpened(false);
    announce(t('editing.views.applied', { name }));
  };
  const remove = async (view: SavedView): Promise<void> => {
    const kept = await keepViews(views.filter(({ id }) => id !== view.id));
    if (!kept.ok) return tellFailure(kept.error);
    field.current?.focus();
    const back = (): void => {
      notifications.hide(view.id);
      void keepViews(withView(useSavedViews.getState().views, view));
    };
    const text = t('editing.views.removed', { name: view.name });
    notify({ id: view.id, message: <UndoToast text={text} onUndo={back} />, autoClose: 10_000 });
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={340} trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t('editing.views.title')}>
          <ActionIcon variant="default" aria-label={t('editing.views.title')} onClick={() => setOpened((is) => !is)}>
            <IconBookmark size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('editing.views.title')}>
        <Stack gap={4}>
          {views.length === 0 && <Text c="dimmed">{t('editing.views.none')}</Text>}
          {views.map((view) => (
            <ViewRow
              key={view.id}
              view={view}
              onApply={() => apply(view)}
              onRename={(name) => {
                field.current?.focus();
                void keep(withView(views, { ...view, name }), t('editing.views.saved', { name }));
              }}
              onRemove={() => void remove(view)}
            />
          ))}
          <NewView field={field} onSave={save} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
