/** What is selected of the schedule, and where it stands. */
import { type Scheduled, isScheduled } from '#shared/plan/schedule/scheduled.ts';
import { find } from '#shared/plan/state.ts';
import { type Span, scheduledSpan, timeResolver } from '#shared/plan/times.ts';
import { titleOf } from '#shared/plan/title.ts';
import type { Step } from '#shared/plan/step.ts';
import type { Result } from '#shared/result.ts';
import { formatSpan } from '#shared/time/display.ts';
import { usePlan } from '../../state/plan.ts';
import { selectedRecords, useView } from '../../state/view.ts';
import { announce } from '../../ui/announce.ts';
import { stepName } from '../../ui/words.ts';
import { timeContext } from './readings.ts';

/** The selected activities and movements, in the order in which they were selected. */
export const chosen = (): readonly Scheduled[] => selectedRecords(useView.getState().selection).filter(isScheduled);

export const spanOf = ({ kind, id }: Scheduled): Span | undefined => {
  const { plan } = usePlan.getState();
  const resolve = timeResolver(plan);
  const record = find(plan, kind, id);
  if (record === undefined) return undefined;
  return scheduledSpan(record, resolve);
};

/** Title and times of one record, in the reading that is chosen. */
const told = (record: Scheduled): string => {
  const found = find(usePlan.getState().plan, record.kind, record.id);
  const span = spanOf(record);
  const title = found === undefined ? '' : titleOf(found);
  if (span === undefined) return title;
  return `${title}, ${formatSpan(span.start, span.end, useView.getState().timeMode, timeContext())}`;
};

/** Says what a step has done, and of a single record where it stands now. Refusals are told by their notice. */
export const sayDone = (result: Result<Step>): void => {
  if (!result.ok) return;
  const records = chosen();
  const [only] = records;
  const place = records.length === 1 && only !== undefined ? `. ${told(only)}` : '';
  announce(`${stepName(result.value.label)}${place}`);
};
