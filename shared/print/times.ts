/**
 * Times on sheets: always the date-time group, and beside or below it the other reading that was asked for. The same
 * choice for every product.
 */
import { z } from 'zod';
import { idSchema } from '../plan/base.ts';
import type { PlanRecord } from '../plan/records.ts';
import { type PlanState, find, live } from '../plan/state.ts';
import { timeContextOf } from '../plan/times.ts';
import { type TimeContext, datedAnchors } from '../time/context.ts';
import { allReadings } from '../time/display.ts';
import { formatDtg } from '../time/dtg.ts';
import { type EpochMs, formatInstant } from '../time/instant.ts';
import type { SheetOptions } from './base.ts';
import { fill, sheetWords } from './words.ts';

export const PRINT_TIMES = ['dtg', 'local', 'anchor'] as const;

export const timesShape = {
  /** Zulu alone, with the exercise's local time, or with the distance from an anchor. */
  times: z.enum(PRINT_TIMES),
  /** The anchor of those distances; where absent, the nearest to each time, or the first for a line of days. */
  anchor: idSchema.optional(),
};

export interface TimesOptions {
  readonly times: (typeof PRINT_TIMES)[number];
  readonly anchor?: string | undefined;
}

/** What a sheet's times are read by. With an anchor chosen, that is the only one from which anything counts. */
export const printContext = (
  plan: PlanState,
  { times, anchor, language }: TimesOptions & Pick<SheetOptions, 'language'>,
  now: EpochMs,
): TimeContext => {
  const context = timeContextOf(plan, language, now);
  if (times !== 'anchor' || anchor === undefined) return context;
  const chosen = datedAnchors(context).find((dated) => dated.anchor.id === anchor);
  if (chosen === undefined) return context;
  return { ...context, anchors: [{ ...chosen.anchor, at: { at: formatInstant(chosen.ms) } }] };
};

/** The anchors whose codes may stand beside times: they count for the marking. */
export const anchorRecords = (plan: PlanState, { times, anchor }: TimesOptions): readonly PlanRecord[] => {
  if (times !== 'anchor') return [];
  const chosen = find(plan, 'anchor', anchor);
  return chosen === undefined ? live(plan, 'anchor') : [chosen];
};

/** The reading beside the group; undefined where none is asked for, or it says the same. */
const otherReading = (at: EpochMs, { times }: TimesOptions, context: TimeContext): string | undefined => {
  if (times === 'dtg') return undefined;
  const { dtg, localDtg, anchor } = allReadings(at, context);
  const other = times === 'local' ? localDtg : anchor;
  // No line ends between `D+3` and its hour.
  return other === dtg ? undefined : other?.replaceAll(' ', '\u00a0');
};

/** The group, and the other reading as a line below. */
export const timeLines = (at: EpochMs | undefined, options: TimesOptions, context: TimeContext): readonly string[] => {
  if (at === undefined) return [];
  const other = otherReading(at, options, context);
  return other === undefined ? [formatDtg(at)] : [formatDtg(at), other];
};

/** The same in one line: `121400ZJUN27 (121600BJUN27)`. */
export const timeText = (at: EpochMs, options: TimesOptions, context: TimeContext): string => {
  const [dtg = '', other] = timeLines(at, options, context);
  return other === undefined ? dtg : `${dtg} (${other})`;
};

/** Begin and end, the other readings of both behind them; a point in time has one. */
export const spanText = (start: EpochMs, end: EpochMs, options: TimesOptions, context: TimeContext): string => {
  if (start === end) return timeText(start, options, context);
  const [from, to] = [timeLines(start, options, context), timeLines(end, options, context)];
  const others = from[1] === undefined && to[1] === undefined ? '' : ` (${from[1] ?? from[0]} – ${to[1] ?? to[0]})`;
  return `${from[0]} – ${to[0]}${others}`;
};

/** The code of the anchor that was chosen. */
const chosenCode = (plan: PlanState, { anchor }: TimesOptions): string | undefined =>
  find(plan, 'anchor', anchor)?.code;

/** Says in the header which readings stand on the sheets, the other one below or behind the group. */
export const timesNote = (
  plan: PlanState,
  options: TimesOptions & Pick<SheetOptions, 'language'>,
  context: TimeContext,
): string => {
  const words = sheetWords(options.language);
  if (options.times === 'local') return fill(words.timesLocal, { zone: context.zone });
  if (options.times === 'dtg' || datedAnchors(context).length === 0) return words.timesZulu;
  const code = chosenCode(plan, options);
  return code === undefined ? words.timesAnchors : fill(words.timesAnchor, { anchor: code });
};
