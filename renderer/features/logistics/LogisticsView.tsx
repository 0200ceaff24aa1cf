import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { createRecord, removeRecords } from '#shared/plan/commands.ts';
import { movementContent } from '#shared/plan/movement/totals.ts';
import { useAction } from '../../state/actions.ts';
import { usePlan } from '../../state/plan.ts';
import { useResolveTime } from '../../state/time.ts';
import { openInspector, select, useSelectedIds, useView } from '../../state/view.ts';
import { EmptyView } from '../../ui/EmptyView.tsx';
import { perform, performWithUndo, tellFailure } from '../../ui/perform.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { useWords } from '../../ui/words.ts';
import { useLocationColumns, useMovementColumns } from './columns.tsx';
import { locationRows, movementRows } from './rows.ts';

type Pane = 'movement' | 'location';

const openNew = (made: ReturnType<typeof perform>, kind: Pane): void => {
  const id = made.ok ? made.value.ops[0]?.id : undefined;
  if (id === undefined) return;
  select(kind, [id]);
  openInspector();
};

/** A movement of the first participant, to be filled in the inspector. */
const addMovement = (): void => {
  const { plan } = usePlan.getState();
  const participant = [...plan.participant.values()].find(({ deleted }) => deleted !== true);
  if (participant === undefined) return tellFailure({ code: 'MOVEMENT_NEEDS_PARTICIPANT' });
  openNew(
    perform((context) => createRecord(context, 'movement', movementContent(context.plan, participant))),
    'movement',
  );
};

const remove = (kind: Pane, ids: readonly string[]): void => {
  if (performWithUndo((context) => removeRecords(context, kind, ids)).ok) select(kind, []);
};

const Movements = ({ actions }: { readonly actions: ReactNode }) => {
  const t = useWords();
  const plan = usePlan((state) => state.plan);
  const resolve = useResolveTime();
  const rows = useMemo(() => movementRows(plan, resolve), [plan, resolve]);
  const importFile = useAction('file.import');
  return (
    <DataTable
      label={t('logistics.movements')}
      rows={rows}
      columns={useMovementColumns()}
      getId={({ movement }) => movement.id}
      selectedIds={useSelectedIds('movement')}
      onSelect={(ids) => select('movement', ids)}
      onOpen={openInspector}
      onDelete={(ids) => remove('movement', ids)}
      storageKey="movements"
      firstSort={{ column: 'uln', descending: false }}
      filter={useView.getState().filter}
      empty={
        <EmptyView
          text={t('logistics.noMovements')}
          actions={[
            { label: t('logistics.addMovement'), act: addMovement },
            ...(importFile === undefined ? [] : [{ label: t('logistics.import'), act: importFile }]),
          ]}
        />
      }
      actions={
        <>
          <Button leftSection={<IconPlus size={14} />} onClick={addMovement}>
            {t('logistics.addMovement')}
          </Button>
          {actions}
        </>
      }
    />
  );
};

const Locations = ({ actions }: { readonly actions: ReactNode }) => {
  const t = useWords();
  const plan = usePlan((state) => state.plan);
  const rows = useMemo(() => locationRows(plan), [plan]);
  const importFile = useAction('file.import');
  const add = (): void =>
    openNew(
      perform((context) => createRecord(context, 'location', { name: t('logistics.newLocation'), type: 'other' })),
      'location',
    );
  return (
    <DataTable
      label={t('logistics.locations')}
      rows={rows}
      columns={useLocationColumns()}
      getId={({ location }) => location.id}
      selectedIds={useSelectedIds('location')}
      onSelect={(ids) => select('location', ids)}
      onOpen={openInspector}
      onDelete={(ids) => remove('location', ids)}
      storageKey="locations"
      firstSort={{ column: 'name', descending: false }}
      filter={useView.getState().filter}
      empty={
        <EmptyView
          text={t('logistics.noLocations')}
          actions={[
            { label: t('logistics.addLocation'), act: add },
            ...(importFile === undefined ? [] : [{ label: t('logistics.import'), act: importFile }]),
          ]}
        />
      }
      actions={
        <>
          <Button leftSection={<IconPlus size={14} />} onClick={add}>
            {t('logistics.addLocation')}
          </Button>
          {actions}
        </>
      }
    />
  );
};

/** Movements and the places they lead over. */
export const LogisticsView = () => {
  const t = useWords();
  const kind = useView((state) => state.selection?.kind);
  const [pane, setPane] = useState<Pane>(kind === 'location' ? 'location' : 'movement');
  const choose = (
    <SegmentedControl
      aria-label={t('logistics.show')}
      data={[
        { value: 'movement', label: t('logistics.movements') },
        { value: 'location', label: t('logistics.locations') },
      ]}
      value={pane}
      onChange={(value) => setPane(value === 'location' ? 'location' : 'movement')}
    />
  );
  return pane === 'movement' ? <Movements actions={choose} /> : <Locations actions={choose} />;
};
