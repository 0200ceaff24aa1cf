import { Group, NumberInput, Select } from '@mantine/core';
import type { Step as TimeStep } from '#shared/time/step.ts';
import { useWords, wordFor } from '../../../ui/words.ts';

const UNITS = ['minute', 'hour', 'day', 'week'] as const;
type Unit = (typeof UNITS)[number];

export interface Amount {
  readonly n: number;
  readonly unit: Unit;
}

/** The amount as a step of time: days and weeks on the calendar, hours and minutes as they pass. */
export const stepOfAmount = ({ n, unit }: Amount): TimeStep => {
  if (unit === 'minute' || unit === 'hour') return { unit: 'minute', n: unit === 'hour' ? n * 60 : n };
  return { unit: 'day', n: unit === 'week' ? n * 7 : n };
};

interface AmountFieldsProps {
  /** What is asked; `By` where the dialog says it. Then it is the first field, too. */
  readonly label?: string;
  readonly amount: Amount;
  readonly onChange: (amount: Amount) => void;
}

/** How far: a whole number and its unit. */
export const AmountFields = ({ label, amount, onChange }: AmountFieldsProps) => {
  const t = useWords();
  return (
    <Group align="start" wrap="nowrap">
      <NumberInput
        label={label ?? t('editing.amount')}
        description={t('editing.amountHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        data-autofocus={label === undefined || undefined}
        flex={1}
        allowDecimal={false}
        min={-100_000}
        max={100_000}
        value={amount.n}
        onChange={(n) => typeof n === 'number' && onChange({ ...amount, n })}
      />
      <Select
        label={t('editing.unit')}
        w={120}
        allowDeselect={false}
        data={UNITS.map((value) => ({ value, label: wordFor(`editing.units.${value}`) }))}
        value={amount.unit}
        onChange={(value) => {
          const unit = UNITS.find((each) => each === value);
          if (unit !== undefined) onChange({ ...amount, unit });
        }}
      />
    </Group>
  );
};
