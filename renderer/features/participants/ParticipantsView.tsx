import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import { removeRecords } from '#shared/plan/commands.ts';
import { useAction } from '../../state/actions.ts';
import { useRecords } from '../../state/records.ts';
import { openInspector, select, useSelectedIds, useView } from '../../state/view.ts';
import { EmptyView } from '../../ui/EmptyView.tsx';
import { performWithUndo } from '../../ui/perform.ts';
import { DataTable } from '../../ui/table/DataTable.tsx';
import { useWords } from '../../ui/words.ts';
import { AgreementsTable } from './agreements/AgreementsTable.tsx';
import { AddParticipant } from './AddParticipant.tsx';
import { useParticipantColumns } from './columns.tsx';
import { participantRows, type ParticipantRow } from './rows.ts';

const idOf = ({ participant }: ParticipantRow): string => participant.id;

/** Nations and organisations, with what they bring. */
const ParticipantsTable = ({ actions }: { readonly actions: ReactNode }) => {
  const t = useWords();
  const importFile = useAction('file.import');
  const [adding, setAdding] = useState(false);
  const participants = useRecords('participant');
  const units = useRecords('unit');
  const movements = useRecords('movement');
  const rows = useMemo(() => participantRows(participants, units, movements), [participants, units, movements]);
  const columns = useParticipantColumns();
  const selectedIds = useSelectedIds('participant');
  const filter = useView((state) => state.filter);
  const add = { label: t('participants.add'), act: () => setAdding(true) };
  const remove = (ids: readonly string[]): void => {
    if (performWithUndo((context) => removeRecords(context, 'participant', ids)).ok) select('participant', []);
  };
  return (
    <>
      <DataTable
        label={t('participants.title')}
        rows={rows}
        columns={columns}
        getId={idOf}
        selectedIds={selectedIds}
        onSelect={(ids) => select('participant', ids)}
        onOpen={openInspector}
        onDelete={remove}
        storageKey="participants"
        firstSort={{ column: 'code', descending: false }}
        filter={filter}
        empty={
          <EmptyView
            text={t('participants.empty')}
            actions={importFile === undefined ? [add] : [add, { label: t('participants.import'), act: importFile }]}
          />
        }
        actions={
          <>
            <Button leftSection={<IconPlus size={14} />} onClick={add.act}>
              {add.label}
            </Button>
            {actions}
          </>
        }
      />
      {adding && <AddParticipant onClose={() => setAdding(false)} />}
    </>
  );
};

/** Who takes part, and the agreements under which they come. */
export const ParticipantsView = () => {
  const t = useWords();
  const kind = useView((state) => state.selection?.kind);
  const [pane, setPane] = useState<'participant' | 'agreement'>(kind === 'agreement' ? kind : 'participant');
  // A finding or the search may lead to the other pane while this one is open.
  const [known, setKnown] = useState(kind);
  if (known !== kind) {
    setKnown(kind);
    if (kind === 'agreement' || kind === 'participant') setPane(kind);
  }
  const choose = (
    <SegmentedControl
      aria-label={t('agreements.show')}
      data={[
        { value: 'participant', label: t('participants.title') },
        { value: 'agreement', label: t('agreements.title') },
      ]}
      value={pane}
      onChange={(value) => setPane(value === 'agreement' ? 'agreement' : 'participant')}
    />
  );
  return pane === 'participant' ? <ParticipantsTable actions={choose} /> : <AgreementsTable actions={choose} />;
};
