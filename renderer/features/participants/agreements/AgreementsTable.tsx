import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { createRecord, removeRecords } from '#shared/plan/commands.ts';
import { live } from '#shared/plan/state.ts';
import { useAction } from '../../../state/actions.ts';
import { useFindings } from '../../../state/findings.ts';
import { usePlan } from '../../../state/plan.ts';
import { useResolveTime } from '../../../state/time.ts';
import { openInspector, select, useSelectedIds, useView } from '../../../state/view.ts';
import { EmptyView } from '../../../ui/EmptyView.tsx';
import { perform, performWithUndo } from '../../../ui/perform.ts';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { useNow } from '../../../ui/useNow.ts';
import { useWords } from '../../../ui/words.ts';
import { useAgreementColumns } from './columns.tsx';
import { type AgreementRow, agreementRows } from './rows.ts';

const idOf = ({ agreement }: AgreementRow): string => agreement.id;

/** An agreement that the host is a party to, to be filled in the inspector. */
const addAgreement = (title: string): void => {
  const host = live(usePlan.getState().plan, 'participant').find(({ role }) => role === 'host');
  const made = perform((context) =>
    createRecord(context, 'agreement', {
      title,
      type: 'TA',
      ...(host === undefined ? {} : { host: host.id }),
      parties: host === undefined ? [] : [host.id],
      nations: [],
      covers: [],
    }),
  );
  const id = made.ok ? made.value.ops[0]?.id : undefined;
  if (id === undefined) return;
  select('agreement', [id]);
  openInspector();
};

const remove = (ids: readonly string[]): void => {
  if (performWithUndo((context) => removeRecords(context, 'agreement', ids)).ok) select('agreement', []);
};

/** The papers under which forces may come. @param actions what else stands in the toolbar. */
export const AgreementsTable = ({ actions }: { readonly actions: ReactNode }) => {
  const t = useWords();
  const plan = usePlan((state) => state.plan);
  const resolve = useResolveTime();
  const findings = useFindings(({ list }) => list);
  const now = useNow();
  const rows = useMemo(() => agreementRows(plan, resolve, findings, now), [plan, resolve, findings, now]);
  const importFile = useAction('file.import');
  const add = (): void => addAgreement(t('agreements.newTitle'));
  return (
    <DataTable
      label={t('agreements.title')}
      rows={rows}
      columns={useAgreementColumns()}
      getId={idOf}
      selectedIds={useSelectedIds('agreement')}
      onSelect={(ids) => select('agreement', ids)}
      onOpen={openInspector}
      onDelete={remove}
      storageKey="agreements"
      firstSort={{ column: 'type', descending: false }}
      filter={useView.getState().filter}
      empty={
        <EmptyView
          text={t('agreements.empty')}
          actions={[
            { label: t('agreements.add'), act: add },
            ...(importFile === undefined ? [] : [{ label: t('agreements.import'), act: importFile }]),
          ]}
        />
      }
      actions={
        <>
          <Button leftSection={<IconPlus size={14} />} onClick={add}>
            {t('agreements.add')}
          </Button>
          {actions}
        </>
      }
    />
  );
};
