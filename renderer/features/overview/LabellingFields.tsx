import { Button, Group, Select, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { DEFAULT_LABELLING, type Labelling, policiesOf } from '#shared/label/policies.ts';
import type { Exercise } from '#shared/plan/exercise/schema.ts';
import { LabelField } from '../../ui/LabelField.tsx';
import { useWords } from '../../ui/words.ts';
import { LabellingDialog } from './LabellingDialog.tsx';

interface LabellingFieldsProps {
  readonly exercise: Exercise;
  readonly set: (changes: {
    readonly label?: Exercise['label'];
    readonly labelling?: Labelling;
    readonly twoPersonRelease?: true | null;
  }) => void;
}

/** Separates policy and level in a choice; neither has a control character. */
const SPLIT = '\n';

const Ceiling = ({ labelling, set }: { readonly labelling: Labelling; readonly set: (next: Labelling) => void }) => {
  const t = useWords();
  const { ceiling } = labelling;
  return (
    <Select
      label={t('label.ceiling')}
      description={t('label.ceilingHint')}
      data={policiesOf(labelling).map(({ id, levels }) => ({
        group: id,
        items: levels.map((level) => ({ value: `${id}${SPLIT}${level.id}`, label: level.id })),
      }))}
      value={ceiling === undefined ? null : `${ceiling.policy}${SPLIT}${ceiling.classification}`}
      placeholder={t('label.noCeiling')}
      clearable
      clearButtonProps={{ 'aria-label': t('ui.clear', { field: t('label.ceiling') }) }}
      onChange={(value) => {
        const { ceiling: _old, ...rest } = labelling;
        const [policy = '', classification = ''] = value?.split(SPLIT) ?? [];
        set(value === null ? rest : { ...rest, ceiling: { policy, classification } });
      }}
    />
  );
};

/** The exercise's own marking, how high its records may go, and the policies it marks by. */
export const LabellingFields = ({ exercise, set }: LabellingFieldsProps) => {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const labelling = exercise.labelling ?? DEFAULT_LABELLING;
  const setLabelling = (next: Labelling): void => set({ labelling: next });
  return (
    <>
      <Text fw={600} mt={8}>
        {t('overview.form.label')}
      </Text>
      <Text c="dimmed">{t('overview.form.labelHint')}</Text>
      <LabelField value={exercise.label} labelling={labelling} onCommit={(label) => set({ label })} />
      <Ceiling labelling={labelling} set={setLabelling} />
      <Switch
        label={t('cosign.twoPersons')}
        description={t('cosign.twoPersonsHint')}
        checked={exercise.twoPersonRelease === true}
        onChange={(event) => set({ twoPersonRelease: event.currentTarget.checked ? true : null })}
      />
      <Group>
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('label.labellingButton')}
        </Button>
      </Group>
      {open && <LabellingDialog labelling={labelling} set={setLabelling} onClose={() => setOpen(false)} />}
    </>
  );
};
