import { TextInput, Tooltip } from '@mantine/core';
import type { TimeContext } from '#shared/time/context.ts';
import type { When } from '#shared/time/when.ts';
import { MIXED, type Mixed } from '../fields/mixed.ts';
import { sentenceFor, useWords } from '../words.ts';
import { TimeReadings } from './TimeReadings.tsx';
import { useTimeDraft } from './useTimeDraft.ts';

interface TimeFieldProps {
  readonly label: string;
  readonly value: When | undefined | Mixed;
  readonly context: TimeContext;
  /** Gets the new time, or undefined when the field was emptied. */
  readonly onChange: (when: When | undefined) => void;
  readonly required?: boolean;
}

/**
 * A time typed freely, absolute or hanging on an anchor. Under it stands the other reading that matters (the group of an
 * anchored time, the local time of a group) or what is wrong; hovering and focus show all readings.
 * Arrow up and down step by 15 minutes, with Shift by a day.
 */
export const TimeField = ({ label, value, context, onChange, required = false }: TimeFieldProps) => {
  const t = useWords();
  const single = value === MIXED ? undefined : value;
  const { text, setText, finish, onKeyDown, failure, readings } = useTimeDraft(single, context, required, onChange);
  const other = readings && (/^\d/.test(text) ? readings.local : readings.dtg);
  return (
    <Tooltip
      label={readings && <TimeReadings readings={readings} />}
      disabled={readings === undefined}
      events={{ hover: true, focus: true, touch: false }}
      openDelay={300}
      position="bottom-start"
    >
      <TextInput
        label={label}
        value={text}
        required={required}
        placeholder={value === MIXED ? t('ui.mixed') : t('time.placeholder')}
        description={other}
        error={failure && sentenceFor(failure)}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={onKeyDown}
      />
    </Tooltip>
  );
};
