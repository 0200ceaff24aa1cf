import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words.ts';
import { MIXED, type Mixed } from './mixed.ts';
import { useDraft } from './useDraft.ts';

interface TextFieldProps {
  readonly label: string;
  readonly value: string | undefined | Mixed;
  /** Gets the trimmed text; undefined when the field was emptied. */
  readonly onCommit: (value: string | undefined) => void;
  readonly multiline?: boolean;
  readonly required?: boolean;
  readonly max?: number;
  readonly placeholder?: string;
  /** A sentence that says why the text cannot be taken, or undefined. */
  readonly check?: (text: string) => string | undefined;
}

/** One line or paragraph of text, committed on Enter or when the field is left. */
export const TextField = ({
  label,
  value,
  onCommit,
  multiline = false,
  required = false,
  max = 4000,
  placeholder,
  check,
}: TextFieldProps) => {
  const t = useWords();
  const [error, setError] = useState<string | undefined>();
  const stored = value === MIXED ? '' : (value ?? '');
  const draft = useDraft(
    stored,
    (text) => {
      const trimmed = text.trim();
      const problem = required && trimmed === '' ? t('ui.required', { field: label }) : check?.(trimmed);
      setError(problem);
      if (problem === undefined) onCommit(trimmed === '' ? undefined : trimmed);
    },
    multiline,
  );
  const shared = {
    label,
    value: draft.text,
    maxLength: max,
    error,
    required,
    placeholder: value === MIXED ? t('ui.mixed') : (placeholder ?? ''),
    onBlur: draft.finish,
    onKeyDown: draft.onKeyDown,
  };
  return multiline ? (
    <Textarea
      {...shared}
      autosize
      minRows={2}
      maxRows={10}
      onChange={(event) => draft.setText(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...shared} onChange={(event) => draft.setText(event.currentTarget.value)} />
  );
};
