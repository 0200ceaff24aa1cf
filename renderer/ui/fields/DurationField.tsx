import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Failure, Result } from '#shared/result.ts';
import { formatDuration } from '#shared/time/display.ts';
import { MINUTE } from '#shared/time/instant.ts';
import { useTimeContext } from '../../state/time.ts';
import { sentenceFor, useWords } from '../words.ts';
import { MIXED, type Mixed } from './mixed.ts';
import { useDraft } from './useDraft.ts';

interface DurationFieldProps {
  readonly label: string;
  /** Minutes. */
  readonly value: number | Mixed;
  /** What a text means in minutes, or why it means none. */
  readonly read: (text: string) => Result<number>;
  readonly onCommit: (minutes: number) => void;
}

/** A length of time in days, hours and minutes, typed as people write it in either language. */
export const DurationField = ({ label, value, read, onCommit }: DurationFieldProps) => {
  const t = useWords();
  const { locale } = useTimeContext();
  const [failure, setFailure] = useState<Failure | undefined>();
  const stored = value === MIXED ? '' : formatDuration(value * MINUTE, locale);
  const draft = useDraft(stored, (text) => {
    const minutes = read(text);
    setFailure(minutes.ok ? undefined : minutes.error);
    if (minutes.ok) onCommit(minutes.value);
  });
  const finish = (): void => {
    const minutes = read(draft.text);
    if (!minutes.ok || minutes.value !== value) return draft.finish();
    // The same length in other words is no change: its own words come back.
    setFailure(undefined);
    draft.setText(stored);
  };
  return (
    <TextInput
      label={label}
      title={t('ui.durationForms')}
      value={draft.text}
      error={failure === undefined ? undefined : sentenceFor(failure)}
      required
      autoComplete="off"
      spellCheck={false}
      placeholder={value === MIXED ? t('ui.mixed') : ''}
      onChange={(event) => draft.setText(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => (event.key === 'Enter' ? finish() : draft.onKeyDown(event))}
    />
  );
};
