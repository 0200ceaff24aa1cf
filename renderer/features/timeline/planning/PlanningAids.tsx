import { ActionIcon, Button, Popover, Select, Stack, Switch, Tooltip } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { useAid, useCompared, useSchedule } from '../../../state/planning.ts';
import { useRecords } from '../../../state/records.ts';
import { useWords } from '../../../ui/words.ts';
import { BaselinesDialog } from './BaselinesDialog.tsx';
import { useAidOverlays } from './useAidOverlays.ts';

/** Rings of dependencies that nobody can keep. */
const Rings = () => {
  const t = useWords();
  const count = useSchedule(true)?.rings.length ?? 0;
  return count === 0 ? null : <p role="status">{t('planning.rings', { count })}</p>;
};

const Panel = ({ onBaselines }: { readonly onBaselines: () => void }) => {
  const t = useWords();
  const [critical, setCritical] = useAid('critical');
  const [float, setFloat] = useAid('float');
  const [compared, compare] = useCompared();
  const baselines = useRecords('baseline');
  return (
    <Stack gap="xs" w={250}>
      <Switch
        label={t('planning.showCritical')}
        checked={critical}
        onChange={(event) => setCritical(event.currentTarget.checked)}
      />
      <Switch
        label={t('planning.showFloat')}
        checked={float}
        onChange={(event) => setFloat(event.currentTarget.checked)}
      />
      <Select
        label={t('planning.compareWith')}
        data={baselines.map(({ id, name }) => ({ value: id, label: name }))}
        value={compared?.id ?? null}
        placeholder={t('planning.noBaseline')}
        clearable
        clearButtonProps={{ 'aria-label': t('ui.clear', { field: t('planning.compareWith') }) }}
        comboboxProps={{ withinPortal: false }}
        onChange={(id) => compare(id ?? '')}
      />
      {(critical || float) && <Rings />}
      <Button variant="default" onClick={onBaselines}>
        {t('planning.baselines')}
      </Button>
    </Stack>
  );
};

/** Switches the planning aids of the timeline, and leads to the baselines. */
export const PlanningAids = () => {
  const t = useWords();
  useAidOverlays();
  const [critical] = useAid('critical');
  const [float] = useAid('float');
  const [compared] = useCompared();
  const [shown, show] = useState<'panel' | 'baselines' | undefined>();
  const count = Number(critical) + Number(float) + Number(compared !== undefined);
  const name = count === 0 ? t('planning.aids') : t('planning.aidsOn', { count });
  return (
    <>
      <Popover
        opened={shown === 'panel'}
        onChange={(open) => show(open ? 'panel' : undefined)}
        position="bottom-end"
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <Tooltip label={name} disabled={shown !== undefined}>
            <ActionIcon
              variant={count === 0 ? 'default' : 'light'}
              aria-label={name}
              onClick={() => show(shown === 'panel' ? undefined : 'panel')}
            >
              <IconRoute size={16} />
            </ActionIcon>
          </Tooltip>
        </Popover.Target>
        <Popover.Dropdown aria-label={t('planning.aids')}>
          <Panel onBaselines={() => show('baselines')} />
        </Popover.Dropdown>
      </Popover>
      {shown === 'baselines' && <BaselinesDialog onClose={() => show(undefined)} />}
    </>
  );
};
