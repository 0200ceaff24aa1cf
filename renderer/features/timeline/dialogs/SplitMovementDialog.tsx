import { NumberInput, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Movement } from '#shared/plan/movement/schema.ts';
import { type Load, type MovementShare, loadsOf, proposedShare, remaining } from '#shared/plan/movement/split.ts';
import { find } from '#shared/plan/state.ts';
import { titleOf } from '#shared/plan/title.ts';
import { usePlan } from '../../../state/plan.ts';
import { ChoicesField } from '../../../ui/fields/ChoicesField.tsx';
import { numberText } from '../../../ui/numbers.ts';
import { useWords, wordFor } from '../../../ui/words.ts';
import { chosen } from '../chosen.ts';
import { closeDialog } from '../dialogs.ts';
import { splitMovementBar } from '../edits.ts';
import { UNITS } from '../fieldWords.ts';
import { type Amount, AmountFields, stepOfAmount } from './AmountFields.tsx';
import { DialogFrame } from './DialogFrame.tsx';

interface PartProps {
  readonly movement: Movement;
  readonly share: MovementShare;
  readonly onChange: (changes: Partial<MovementShare>) => void;
}

/** How much of each load goes with the second movement; what stays with the first stands under it. */
const Loads = ({ movement, share, onChange }: PartProps) => {
  const t = useWords();
  const written = (load: Load, value: number): string => `${numberText(value)} ${UNITS[load] ?? ''}`;
  return loadsOf(movement).map((load) => (
    <NumberInput
      key={load}
      label={wordFor(`plan.fields.${load}`)}
      description={t('editing.splitDialog.rest', {
        whole: written(load, movement[load] ?? 0),
        rest: written(load, remaining(movement, share, load)),
        uln: movement.uln,
      })}
      inputWrapperOrder={['label', 'input', 'description']}
      allowDecimal={load !== 'pax'}
      min={0}
      max={movement[load] ?? 0}
      clampBehavior="strict"
      value={share.loads[load] ?? 0}
      onChange={(n) => typeof n === 'number' && onChange({ loads: { ...share.loads, [load]: n } })}
    />
  ));
};

const Units = ({ movement, share, onChange }: PartProps) => {
  const t = useWords();
  const plan = usePlan((state) => state.plan);
  if (movement.units.length === 0) return null;
  const choices = movement.units.map((id) => {
    const unit = find(plan, 'unit', id);
    return { value: id, label: unit === undefined ? id : titleOf(unit) };
  });
  const of = (part: 'first' | 'second', uln: string) => (
    <ChoicesField
      label={t('editing.splitDialog.units', { uln })}
      value={share[part]}
      choices={choices}
      onCommit={(ids) => onChange({ [part]: ids })}
    />
  );
  return (
    <>
      {of('first', movement.uln)}
      {of('second', share.uln)}
    </>
  );
};

const Share = ({ movement }: { readonly movement: Movement }) => {
  const t = useWords();
  const [share, setShare] = useState(() => proposedShare(usePlan.getState().plan, movement));
  const [later, setLater] = useState<Amount>({ n: 1, unit: 'day' });
  const onChange = (changes: Partial<MovementShare>): void => setShare({ ...share, ...changes });
  const apply = (): void => {
    if (splitMovementBar(movement.id, { ...share, later: stepOfAmount(later) }).ok) closeDialog();
  };
  return (
    <DialogFrame
      title={t('editing.splitDialog.title', { what: titleOf(movement) })}
      apply={t('editing.splitDialog.apply')}
      disabled={share.uln.trim() === ''}
      onApply={apply}
    >
      <Text size="sm">{t('editing.splitDialog.what', { uln: movement.uln })}</Text>
      <TextInput
        label={t('editing.splitDialog.uln')}
        data-autofocus
        maxLength={40}
        value={share.uln}
        onChange={(event) => onChange({ uln: event.currentTarget.value })}
      />
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="sm">
        <Loads movement={movement} share={share} onChange={onChange} />
      </SimpleGrid>
      <Units movement={movement} share={share} onChange={onChange} />
      <AmountFields label={t('editing.splitDialog.later')} amount={later} onChange={setLater} />
    </DialogFrame>
  );
};

/** Shares the load of the selected movement into two. */
export const SplitMovementDialog = () => {
  const [id] = useState(() => chosen().find(({ kind }) => kind === 'movement')?.id);
  const movement = usePlan((state) => find(state.plan, 'movement', id));
  return movement === undefined ? null : <Share movement={movement} />;
};
