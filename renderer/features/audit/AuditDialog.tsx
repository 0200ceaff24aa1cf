import { Button, Group, Modal, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { AUDIT_GROUPS } from '#shared/audit/codes.ts';
import { auditTable } from '#shared/interchange/table/exchange.ts';
import type { AuditVerdict } from '#shared/contract/audit.ts';
import { ask } from '../../platform/bridge.ts';
import { showScreen, useScreen } from '../../state/screen.ts';
import { tellDone, tellFailure } from '../../ui/perform.ts';
import { TableMenu } from '../../ui/table/TableMenu.tsx';
import { useWords, wordFor } from '../../ui/words.ts';
import { AuditDetail } from './AuditDetail.tsx';
import { AuditList } from './AuditList.tsx';
import { searchAudit, useAudit, wholeAudit } from './auditLog.ts';
import './audit.css';

const Filters = () => {
  const t = useWords();
  const group = useAudit((state) => state.group);
  const [text, setText] = useState('');
  const search = useDebouncedCallback((wanted: string) => searchAudit({ text: wanted }), 200);
  return (
    <Group justify="space-between">
      <SegmentedControl
        aria-label={t('audit.group')}
        data={(['all', ...AUDIT_GROUPS] as const).map((value) => ({
          value: value as string,
          label: wordFor(`audit.groups.${value}`),
        }))}
        value={group}
        onChange={(value) => searchAudit({ group: AUDIT_GROUPS.find((known) => known === value) ?? 'all' })}
      />
      <TextInput
        aria-label={t('audit.search')}
        placeholder={t('audit.search')}
        maxLength={200}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
      <TableMenu
        content={() => ({ ...auditTable(useAudit.getState().entries, wordFor), ofExercises: true })}
        complete={wholeAudit}
      />
    </Group>
  );
};

const Verdict = ({ verdict: { head, fault } }: { readonly verdict: AuditVerdict }) => {
  const t = useWords();
  return fault === null ? (
    <Text role="status">{t('audit.whole', { count: head.sequence, head: head.head.slice(0, 16) })}</Text>
  ) : (
    <Text role="alert" fw={600} c="red">
      {t('audit.broken', { seq: fault.seq, what: wordFor(`audit.fault.${fault.code}`) })}
    </Text>
  );
};

const Actions = () => {
  const t = useWords();
  const { total, entries, more, group, text } = useAudit();
  const count = entries.length;
  const [verdict, setVerdict] = useState<AuditVerdict | null>(null);
  const [busy, setBusy] = useState(false);
  const verify = async (): Promise<void> => {
    setBusy(true);
    const verified = await ask('audit.verify', undefined);
    setBusy(false);
    if (verified.ok) setVerdict(verified.value);
    else tellFailure(verified.error);
  };
  const exportLog = async (): Promise<void> => {
    const done = await ask('audit.export', undefined);
    if (!done.ok) return tellFailure(done.error);
    if (done.value === null) return;
    tellDone(t('audit.exported', { file: done.value.file }));
    searchAudit();
  };
  return (
    <Group justify="space-between">
      <Group gap="sm">
        <Text c="dimmed" role="status">
          {group === 'all' && text.trim() === ''
            ? t('audit.total', { count: total })
            : t(more ? 'audit.foundMore' : 'audit.found', { count, total })}
        </Text>
        {verdict !== null && <Verdict verdict={verdict} />}
      </Group>
      <Group gap="xs">
        <Button variant="default" loading={busy} onClick={() => void verify()}>
          {t('audit.verify')}
        </Button>
        <Button variant="default" onClick={() => void exportLog()}>
          {t('audit.export')}
        </Button>
      </Group>
    </Group>
  );
};

const Body = () => {
  const t = useWords();
  const { entries, total } = useAudit();
  useEffect(() => searchAudit({ group: 'all', text: '' }), []);
  return (
    <div className="audit">
      <Filters />
      {entries.length === 0 ? (
        <Text c="dimmed">{total === 0 ? t('audit.empty') : t('audit.none')}</Text>
      ) : (
        <div className="audit-work">
          <AuditList />
          <AuditDetail />
        </div>
      )}
      <Actions />
    </div>
  );
};

/** Everything that concerns trust, release, exchange and markings, as it happened, in a chain that shows any change. */
export const AuditDialog = () => {
  const t = useWords();
  const shown = useScreen(({ audit }) => audit);
  return (
    <Modal
      opened={shown}
      onClose={() => showScreen({ audit: false })}
      size="90%"
      title={t('audit.title')}
      closeButtonProps={{ 'aria-label': t('audit.close') }}
    >
      <Body />
    </Modal>
  );
};
