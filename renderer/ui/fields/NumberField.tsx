import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words.ts';
import { MIXED, type Mixed } from './mixed.ts';
import { useDraft } from './useDraft.ts';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | undefined | Mixed;
  readonly onCommit: (value: number | undefined) => void;
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  readonly required?: boolean;
  /** The unit of measure behind the number. */
  readonly unit?: string;
}

const read = (text: string): number => Number(text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.'));

/** A number typed freely (spaces and a decimal comma are fine), checked against its bounds when it is left. */
export const NumberField = ({
  label,
  value,
  onCommit,
  min = 0,
  max = 10_000_000,
  whole = false,
  required = false,
  unit,
}: NumberFieldProps) => {
  const t = useWords();
  const [error, setError] = useState<string | undefined>();
  const stored = value === MIXED || value === undefined ? '' : String(value);
  const draft = useDraft(stored, (text) => {
    if (text.trim() === '' && !required) {
      setError(undefined);
      onCommit(undefined);
      return;
    }
    const number = read(text);
    const good =
      text.trim() !== '' &&
      Number.isFinite(number) &&
      number >= min &&
      number <= max &&
      (!whole || Number.isInteger(number));
    setError(good ? undefined : t(whole ? 'ui.wholeNumberBetween' : 'ui.numberBetween', { field: label, min, max }));
    if (good) onCommit(number);
  });
  return (
    <TextInput
      label={label}
      value={draft.text}
      inputMode="decimal"
      error={error}
      required={required}
      placeholder={value === MIXED ? t('ui.mixed') : ''}
      rightSection={unit === undefined ? undefined : <span className="field-unit">{unit}</span>}
      onChange={(event) => draft.setText(event.currentTarget.value)}
      onBlur={draft.finish}
      onKeyDown={draft.onKeyDown}
    />
  );
};
