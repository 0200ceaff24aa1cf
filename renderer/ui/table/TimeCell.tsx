import type { KeyboardEvent } from 'react';
import { anchorLookup, type TimeContext } from '#shared/time/context.ts';
import { allReadings, formatWhen } from '#shared/time/display.ts';
import { parseWhen } from '#shared/time/input.ts';
import { stepWhen } from '#shared/time/step.ts';
import { resolveWhen, type When } from '#shared/time/when.ts';
import { stepOf } from '../time/useTimeDraft.ts';
import { TextCell } from './TextCell.tsx';

interface TimeCellProps {
  readonly label: string;
  readonly value: When;
  readonly context: TimeContext;
  readonly onCommit: (when: When) => void;
  readonly onDone: () => void;
}

const stepped = (text: string, event: KeyboardEvent, context: TimeContext): string | undefined => {
  const step = stepOf(event);
  const read = step === undefined ? undefined : parseWhen(text, context);
  const next = step !== undefined && read?.ok === true ? stepWhen(read.value, step, context) : undefined;
  return next?.ok === true ? formatWhen(next.value, context) : undefined;
};

/** The reading that the text is not: local time behind a group, the group behind an anchored time. */
const otherReading = (text: string, context: TimeContext): string | undefined => {
  const read = parseWhen(text, context);
  const at = read.ok ? resolveWhen(read.value, anchorLookup(context.anchors), context) : undefined;
  if (at?.ok !== true) return undefined;
  const readings = allReadings(at.value, context);
  return /^\d/.test(text) ? readings.local : readings.dtg;
};

/** A time edited in its cell, typed freely as in any time field; arrows step by a quarter of an hour, with Shift by a day. */
export const TimeCell = ({ label, value, context, onCommit, onDone }: TimeCellProps) => (
  <TextCell
    label={label}
    text={formatWhen(value, context) ?? ''}
    read={(text) => parseWhen(text, context)}
    onCommit={onCommit}
    onDone={onDone}
    step={(text, event) => stepped(text, event, context)}
    reading={(text) => otherReading(text, context)}
  />
);
