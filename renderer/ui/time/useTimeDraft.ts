import { type KeyboardEvent, useState } from 'react';
import type { Failure } from '#shared/result.ts';
import { lookupOf, type TimeContext } from '#shared/time/context.ts';
import { allReadings, formatWhen, type Readings } from '#shared/time/display.ts';
import { parseWhen } from '#shared/time/input.ts';
import { stepWhen, type Step } from '#shared/time/step.ts';
import { resolveWhen, type When } from '#shared/time/when.ts';
import { useDraft } from '../fields/useDraft.ts';

const QUARTER = 15;

/** How far an arrow key steps a time; undefined for any other key. */
export function stepOf({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): Step | undefined {
  if ((key !== 'ArrowUp' && key !== 'ArrowDown') || altKey || ctrlKey || metaKey) return undefined;
  const sign = key === 'ArrowUp' ? 1 : -1;
  return shiftKey ? { unit: 'day', n: sign } : { unit: 'minute', n: sign * QUARTER };
}

interface TimeDraft {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly finish: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Why the text was refused, or why the stored time has no place on the calendar. */
  readonly failure: Failure | undefined;
  /** Every reading of what stands in the field, as soon as it can be read. */
  readonly readings: Readings | undefined;
}

/**
 * The text of a time field: Enter and leaving commit, Escape brings the stored time back, arrows step the text.
 * @param commit gets the time that was typed, or undefined when the field was emptied.
 */
export const useTimeDraft = (
  value: When | undefined,
  context: TimeContext,
  required: boolean,
  commit: (when: When | undefined) => void,
): TimeDraft => {
  const [refused, setRefused] = useState<{ readonly text: string; readonly failure: Failure } | undefined>();
  const stored = value === undefined ? '' : (formatWhen(value, context) ?? '');
  const accept = (text: string): void => {
    if (text.trim() === '' && !required) {
      commit(undefined);
      return;
    }
    const read = parseWhen(text, context);
    setRefused(read.ok ? undefined : { text, failure: read.error });
    if (read.ok && formatWhen(read.value, context) !== stored) commit(read.value);
  };
  const draft = useDraft(stored, accept);
  const finish = (): void => {
    const read = parseWhen(draft.text, context);
    draft.finish();
    if (read.ok) draft.setText(formatWhen(read.value, context) ?? draft.text);
  };
  const unchanged = draft.text === stored;
  const typed = unchanged && value !== undefined ? value : valueOf(draft.text, context);
  const placed = typed && resolveWhen(typed, lookupOf(context), context);
  const misplaced = unchanged && placed?.ok === false ? placed.error : undefined;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = stepOf(event);
    if (event.key === 'Enter') finish();
    else if (step === undefined) draft.onKeyDown(event);
    const next = step && typed && stepWhen(typed, step, context);
    if (next?.ok !== true) return;
    event.preventDefault();
    draft.setText(formatWhen(next.value, context) ?? draft.text);
  };
  return {
    text: draft.text,
    setText: draft.setText,
    finish,
    onKeyDown,
    failure: refused?.text === draft.text ? refused.failure : misplaced,
    readings: placed?.ok === true ? allReadings(placed.value, context) : undefined,
  };
};

function valueOf(text: string, context: TimeContext): When | undefined {
  const read = parseWhen(text, context);
  return read.ok ? read.value : undefined;
}
