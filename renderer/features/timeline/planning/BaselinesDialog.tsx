import { ActionIcon, Button, Group, Modal, Radio, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type FormEvent, useMemo, useState } from 'react';
import { takeBaseline } from '#shared/plan/baseline/commands.ts';
import type { Baseline } from '#shared/plan/baseline/schema.ts';
import { type Variance, variancesOf } from '#shared/plan/baseline/variance.ts';
import { removeRecords, updateRecords } from '#shared/plan/commands.ts';
import { usePlan } from '../../../state/plan.ts';
import { useCompared } from '../../../state/planning.ts';
import { useRecords } from '../../../state/records.ts';
import { instantMs, useTimeText } from '../../../state/time.ts';
import { revealRecord } from '../../../state/view.ts';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { perform, performWithUndo } from '../../../ui/perform.ts';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { useWords } from '../../../ui/words.ts';
import { useVarianceColumns, varianceRows } from './varianceColumns.tsx';
import './baselines.css';

const Take = ({ onTaken }: { readonly onTaken: (id: string) => void }) => {
  const t = useWords();
  const [name, setName] = useState('');
  const take = (event: FormEvent): void => {
    event.preventDefault();
    const made = perform((context) => takeBaseline(context, name.trim(), Date.now()));
    const id = made.ok ? made.value.ops[0]?.id : undefined;
    if (id === undefined) return;
    setName('');
    onTaken(id);
  };
  return (
    <form onSubmit={take}>
      <Group gap="xs" align="flex-end">
        <TextInput
          data-autofocus
          label={t('planning.newName')}
          value={name}
          maxLength={120}
          onChange={(event) => setName(event.currentTarget.value)}
          style={{ flex: 1 }}
        />
        <Button type="submit" disabled={name.trim() === ''}>
          {t('planning.take')}
        </Button>
      </Group>
    </form>
  );
};

interface LineProps {
  readonly baseline: Baseline;
  readonly compared: boolean;
  readonly onCompare: () => void;
}

const Line = ({ baseline, compared, onCompare }: LineProps) => {
  const t = useWords();
  const time = useTimeText();
  const { id, name, takenAt, times, owner } = baseline;
  return (
    <div className="baseline-line">
      <Radio checked={compared} aria-label={t('planning.compare', { name })} onChange={onCompare} />
      <div className="baseline-name">
        <TextField
          label={t('planning.name')}
          value={name}
          required
          max={120}
          onCommit={(next) =>
            next !== undefined && perform((context) => updateRecords(context, 'baseline', [id], { name: next }))
          }
        />
      </div>
      <Text c="dimmed" className="figure">
        {t('planning.taken', { at: time(instantMs(takenAt) ?? 0), owner, count: times.length })}
      </Text>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('planning.remove', { name })}
        onClick={() => performWithUndo((context) => removeRecords(context, 'baseline', [id]))}
      >
        <IconTrash size={16} />
      </ActionIcon>
    </div>
  );
};

const idOf = ({ id }: Variance): string => id;

/** How far everything has moved from one baseline, the furthest first. */
const Variances = ({ baseline, onReveal }: { readonly baseline: Baseline; readonly onReveal: () => void }) => {
  const t = useWords();
  const plan = usePlan((state) => state.plan);
  const [all, setAll] = useState(false);
  const [selected, setSelected] = useState<readonly string[]>([]);
  const rows = useMemo(() => {
    const variances = variancesOf(plan, baseline);
    return varianceRows(plan, all ? variances : variances.filter(({ state }) => state !== 'same'));
  }, [plan, baseline, all]);
  const reveal = (): void => {
    const row = rows.find(({ id }) => id === selected[0]);
    if (row === undefined || row.state === 'gone') return;
    onReveal();
    revealRecord(row.kind, row.id);
  };
  return (
    <div className="baseline-variances">
      <DataTable
        label={t('planning.variances', { name: baseline.name })}
        rows={rows}
        columns={useVarianceColumns()}
        getId={idOf}
        selectedIds={selected}
        onSelect={setSelected}
        onOpen={reveal}
        storageKey="variances"
        firstSort={{ column: 'start', descending: true }}
        empty={<Text p="md">{t('planning.noVariance')}</Text>}
        actions={
          <SegmentedControl
            aria-label={t('planning.which')}
            data={[
              { value: 'moved', label: t('planning.onlyChanged') },
              { value: 'all', label: t('planning.all') },
            ]}
            value={all ? 'all' : 'moved'}
            onChange={(value) => setAll(value === 'all')}
          />
        }
      />
    </div>
  );
};

/** Baselines of the plan's times: take, name, delete, compare with one. */
export const BaselinesDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords();
  const baselines = useRecords('baseline');
  const [compared, compare] = useCompared();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('planning.baselinesTitle')}
      size={1030}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Stack gap="sm">
        <Text c="dimmed">{t('planning.hint')}</Text>
        <Take onTaken={compare} />
        {baselines.map((baseline) => (
          <Line
            key={baseline.id}
            baseline={baseline}
            compared={baseline.id === compared?.id}
            onCompare={() => compare(baseline.id)}
          />
        ))}
        {compared !== undefined && <Variances key={compared.id} baseline={compared} onReveal={onClose} />}
      </Stack>
    </Modal>
  );
};
