import { Radio, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { FOLLOWINGS, type Following, followersOf } from '#shared/plan/schedule/follow.ts';
import { usePlan } from '../../../state/plan.ts';
import { useWords, wordFor } from '../../../ui/words.ts';
import { chosen } from '../chosen.ts';
import { closeDialog } from '../dialogs.ts';
import { shiftBars } from '../edits.ts';
import { type Amount, AmountFields, stepOfAmount } from './AmountFields.tsx';
import { DialogFrame } from './DialogFrame.tsx';

/** Shifts the selection by an amount, alone or with what follows it; says beforehand how much that is. */
export const ShiftDialog = () => {
  const t = useWords();
  const plan = usePlan((state) => state.plan);
  const [records] = useState(chosen);
  const [amount, setAmount] = useState<Amount>({ n: 1, unit: 'day' });
  const [what, setWhat] = useState<'alone' | Following>('alone');
  const counts = useMemo(
    () => FOLLOWINGS.map((following) => followersOf(plan, records, following).length + records.length),
    [plan, records],
  );
  const apply = (): void => {
    const shifted = shiftBars(records, stepOfAmount(amount), what === 'alone' ? undefined : what);
    if (shifted?.ok !== false) closeDialog();
  };
  return (
    <DialogFrame
      title={t('editing.shiftDialog.title')}
      apply={t('editing.shiftDialog.apply')}
      disabled={amount.n === 0}
      onApply={apply}
    >
      <AmountFields amount={amount} onChange={setAmount} />
      <Radio.Group
        label={t('editing.shiftDialog.what')}
        value={what}
        onChange={(value) => setWhat(FOLLOWINGS.find((each) => each === value) ?? 'alone')}
      >
        <Stack gap={6} mt={4}>
          <Radio value="alone" label={t('editing.shiftDialog.alone', { count: records.length })} />
          {FOLLOWINGS.map((value, index) => (
            <Radio
              key={value}
              value={value}
              label={wordFor(`editing.shiftDialog.${value}`, { count: counts[index] ?? 0 })}
            />
          ))}
        </Stack>
      </Radio.Group>
    </DialogFrame>
  );
};
