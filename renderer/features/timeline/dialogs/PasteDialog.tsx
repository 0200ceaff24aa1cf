import { NumberInput, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { clipSize } from '#shared/plan/schedule/clip.ts';
import { tellFailure } from '../../../ui/perform.ts';
import { useWords } from '../../../ui/words.ts';
import { heldClip, pasteShifted } from '../clipboard.ts';
import { closeDialog } from '../dialogs.ts';
import { type Amount, AmountFields, stepOfAmount } from './AmountFields.tsx';
import { DialogFrame } from './DialogFrame.tsx';

/** Pastes what was copied in this window an amount further, and again as often as wanted. */
export const PasteDialog = () => {
  const t = useWords();
  const [held] = useState(heldClip);
  const [amount, setAmount] = useState<Amount>({ n: 1, unit: 'day' });
  const [copies, setCopies] = useState(1);
  useEffect(() => {
    if (held.ok) return;
    tellFailure(held.error);
    closeDialog();
  }, [held]);
  if (!held.ok) return null;
  const apply = (): void => {
    pasteShifted(held.value, stepOfAmount(amount), copies);
    closeDialog();
  };
  return (
    <DialogFrame title={t('editing.pasteDialog.title')} apply={t('editing.pasteDialog.apply')} onApply={apply}>
      <Text>{t('editing.pasteDialog.what', { count: clipSize(held.value) })}</Text>
      <AmountFields amount={amount} onChange={setAmount} />
      <NumberInput
        label={t('editing.pasteDialog.copies')}
        description={t('editing.pasteDialog.copiesHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        allowDecimal={false}
        min={1}
        max={366}
        clampBehavior="strict"
        value={copies}
        onChange={(n) => typeof n === 'number' && n >= 1 && setCopies(n)}
      />
    </DialogFrame>
  );
};
