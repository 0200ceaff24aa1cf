import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { removeRecords, updateRecords } from '#shared/plan/commands.ts';
import { readLag } from '#shared/plan/dependency/commands.ts';
import { DEPENDENCY_TYPES, type Dependency } from '#shared/plan/dependency/schema.ts';
import { titleOf } from '#shared/plan/title.ts';
import { useRecordMap, useRecords } from '../../state/records.ts';
import { revealRecord } from '../../state/view.ts';
import { ChoiceField } from '../../ui/fields/ChoiceField.tsx';
import { DurationField } from '../../ui/fields/DurationField.tsx';
import { perform, performWithUndo } from '../../ui/perform.ts';
import { useWords } from '../../ui/words.ts';

const TYPES = DEPENDENCY_TYPES.map((value) => ({ value, label: value }));

const DependencyRow = ({ dependency, otherId }: { readonly dependency: Dependency; readonly otherId: string }) => {
  const t = useWords();
  const other = useRecordMap('activity').get(otherId);
  if (other === undefined) return null;
  return (
    <div className="dependency-row">
      <Text component="button" className="dependency-link" onClick={() => revealRecord('activity', otherId)}>
        {titleOf(other)}
      </Text>
      <Group gap="xs" wrap="nowrap" align="end">
        <ChoiceField
          label={t('activity.dependencyType')}
          value={dependency.type}
          choices={TYPES}
          required
          onCommit={(type) =>
            type !== undefined && perform((context) => updateRecords(context, 'dependency', [dependency.id], { type }))
          }
        />
        <DurationField
          label={t('activity.lag')}
          value={dependency.lagMinutes}
          read={readLag}
          onCommit={(lagMinutes) =>
            perform((context) => updateRecords(context, 'dependency', [dependency.id], { lagMinutes }))
          }
        />
        <ActionIcon
          variant="subtle"
          aria-label={t('activity.removeDependency', { what: titleOf(other) })}
          onClick={() => performWithUndo((context) => removeRecords(context, 'dependency', [dependency.id]))}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
    </div>
  );
};

/** What an activity waits for, and what waits for it. */
export const DependencyList = ({ id }: { readonly id: string }) => {
  const t = useWords();
  const dependencies = useRecords('dependency');
  const before = dependencies.filter(({ to }) => to === id);
  const after = dependencies.filter(({ from }) => from === id);
  if (before.length + after.length === 0) return null;
  return (
    <Stack gap={4}>
      {before.length > 0 && <Text fw={600}>{t('activity.waitsFor')}</Text>}
      {before.map((dependency) => (
        <DependencyRow key={dependency.id} dependency={dependency} otherId={dependency.from} />
      ))}
      {after.length > 0 && <Text fw={600}>{t('activity.before')}</Text>}
      {after.map((dependency) => (
        <DependencyRow key={dependency.id} dependency={dependency} otherId={dependency.to} />
      ))}
    </Stack>
  );
};
