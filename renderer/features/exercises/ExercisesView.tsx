import { Button, Checkbox, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconPlus, IconUsers } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { ExerciseSummary } from '#shared/contract/vault.ts';
import { useAction } from '../../state/actions.ts';
import { refreshExercises, useExercises } from '../../state/exercises.ts';
import { openExercise, usePlan } from '../../state/plan.ts';
import { useRecent } from '../../state/recent.ts';
import { useExercise } from '../../state/records.ts';
import { showScreen, useScreen } from '../../state/screen.ts';
import { EmptyView } from '../../ui/EmptyView.tsx';
import { tellFailure } from '../../ui/perform.ts';
import { SettingsMenu } from '../../ui/SettingsMenu.tsx';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { sentenceFor, useWords } from '../../ui/words.ts';
import { ExerciseActions } from './ExerciseActions.tsx';
import { NewExercise } from './NewExercise.tsx';
import { openSample } from './sample.ts';
import { WhoPlans } from './WhoPlans.tsx';
import { deleteWithUndo } from './tasks.ts';
import { useExerciseColumns } from './columns.tsx';
import './exercises.css';

const open = (id: string): void => {
  void openExercise(id).then((opened) => {
    if (opened.ok) showScreen({ exercises: false });
    else tellFailure(opened.error);
  });
};

const Header = () => {
  const t = useWords();
  const openName = useExercise()?.name;
  const isOpen = usePlan(({ status }) => status.phase === 'open');
  return (
    <header className="exercises-head">
      <h1 className="exercises-brand">Entente</h1>
      {isOpen && openName !== undefined && (
        <Button
          variant="subtle"
          leftSection={<IconChevronLeft size={15} />}
          onClick={() => showScreen({ exercises: false })}
        >
          {t('exercises.back', { name: openName })}
        </Button>
      )}
      <span className="exercises-right">
        <Button variant="subtle" leftSection={<IconUsers size={15} />} onClick={() => showScreen({ partners: true })}>
          {t('exchange.identityAndPartners')}
        </Button>
        <SettingsMenu />
      </span>
    </header>
  );
};

const Recent = ({ list }: { readonly list: readonly ExerciseSummary[] }) => {
  const t = useWords();
  const recent = useRecent((state) => state.list);
  const known = recent.filter(({ id }) => list.some((summary) => summary.id === id));
  if (known.length < 2) return null;
  return (
    <Group gap="sm" wrap="nowrap" className="exercises-recent">
      <Text c="dimmed">{t('exercises.recent')}</Text>
      {known.slice(0, 5).map(({ id, name }) => (
        <button key={id} type="button" className="link" onClick={() => open(id)}>
          {name}
        </button>
      ))}
    </Group>
  );
};

const List = ({ all }: { readonly all: readonly ExerciseSummary[] }) => {
  const t = useWords();
  const importFile = useAction('file.import');
  const [selectedIds, setSelectedIds] = useState<readonly string[]>([]);
  const [archived, setArchived] = useState(false);
  const rows = useMemo(
    () => all.filter((summary) => !summary.deleted && (archived || !summary.archived)),
    [all, archived],
  );
  const selected = useMemo(() => rows.filter(({ id }) => selectedIds.includes(id)), [rows, selectedIds]);
  const columns = useExerciseColumns();
  const fill = [
    { label: t('exercises.new'), act: () => showScreen({ newExercise: true }) },
    { label: t('exercises.sample'), act: openSample },
    ...(importFile === undefined ? [] : [{ label: t('exercises.import'), act: importFile }]),
  ];
  return (
    <DataTable
      label={t('exercises.title')}
      rows={rows}
      columns={columns}
      getId={(summary) => summary.id}
      selectedIds={selectedIds}
      onSelect={setSelectedIds}
      onOpen={open}
      onDelete={(ids) => void deleteWithUndo(all.filter(({ id }) => ids.includes(id)))}
      storageKey="exercises"
      firstSort={{ column: 'changed', descending: true }}
      empty={<EmptyView text={t('exercises.empty')} actions={fill} />}
      actions={
        <>
          <Button leftSection={<IconPlus size={14} />} onClick={() => showScreen({ newExercise: true })}>
            {t('exercises.new')}
          </Button>
          <Button variant="default" onClick={openSample}>
            {t('exercises.sample')}
          </Button>
          {importFile !== undefined && (
            <Button variant="default" onClick={importFile}>
              {t('exercises.import')}
            </Button>
          )}
          <ExerciseActions selected={selected} onOpen={open} />
          {all.some((summary) => summary.archived && !summary.deleted) && (
            <Checkbox
              label={t('exercises.showArchived')}
              checked={archived}
              onChange={(event) => setArchived(event.currentTarget.checked)}
            />
          )}
        </>
      }
    />
  );
};

const Body = () => {
  const t = useWords();
  const exercises = useExercises();
  if (exercises.phase === 'loading') return <Text p="md">{t('exercises.reading')}</Text>;
  if (exercises.phase === 'failed') {
    return (
      <EmptyView
        text={sentenceFor(exercises.failure)}
        actions={[{ label: t('exercises.readAgain'), act: () => void refreshExercises() }]}
      />
    );
  }
  return (
    <>
      <Recent list={exercises.list} />
      <List all={exercises.list} />
    </>
  );
};

/** All exercises of this data folder: the first screen, and the way from one exercise to another. */
export const ExercisesView = () => {
  const creating = useScreen((state) => state.newExercise);
  const status = usePlan((state) => state.status);
  useEffect(() => {
    void refreshExercises();
  }, []);
  return (
    <div className="exercises">
      <Header />
      <main className="exercises-main">
        {status.phase === 'failed' && (
          <Text role="alert" c="var(--mantine-color-error)" p="sm">
            {sentenceFor(status.failure)}
          </Text>
        )}
        <WhoPlans />
        <Body />
      </main>
      {creating && <NewExercise onClose={() => showScreen({ newExercise: false })} />}
    </div>
  );
};
