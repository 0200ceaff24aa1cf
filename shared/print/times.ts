/** Times in the cells of lists: always the date-time group, and below it the other reading that was asked for. */
import type { TimeContext } from '../time/context.ts';
import { allReadings } from '../time/display.ts';
import { formatDtg } from '../time/dtg.ts';
import type { EpochMs } from '../time/instant.ts';

export const LIST_TIMES = ['dtg', 'local', 'anchor'] as const;
export type ListTimes = (typeof LIST_TIMES)[number];

export const timeLines = (at: EpochMs | undefined, times: ListTimes, context: TimeContext): readonly string[] => {
  if (at === undefined) return [];
  if (times === 'dtg') return [formatDtg(at)];
  const { dtg, localDtg, anchor } = allReadings(at, context);
  const other = times === 'local' ? localDtg : anchor;
  return other === undefined || other === dtg ? [dtg] : [dtg, other];
};
