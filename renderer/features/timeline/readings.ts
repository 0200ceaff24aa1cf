/** What a tooltip says of a span: every reading of both ends, and how long it is. */
import { exerciseOf } from '#shared/plan/state.ts';
import type { Span } from '#shared/plan/times.ts';
import { timeContextOf } from '#shared/plan/times.ts';
import type { TimeContext } from '#shared/time/context.ts';
import { allReadings, formatDuration } from '#shared/time/display.ts';
import { usePlan } from '../../state/plan.ts';
import { usePreferences } from '../../state/preferences.ts';
import { wordFor } from '../../ui/words.ts';

let known: { readonly key: readonly unknown[]; readonly context: TimeContext } | undefined;

/** The time context of the open exercise, for gestures that live outside any component. */
export const timeContext = (): TimeContext => {
  const { plan } = usePlan.getState();
  const { language } = usePreferences.getState();
  const key = [exerciseOf(plan), plan.anchor, language];
  if (known?.key.every((part, index) => part === key[index]) === true) return known.context;
  known = { key, context: timeContextOf(plan, language, Date.now()) };
  return known.context;
};

interface SpanReadings {
  readonly dtg: string;
  readonly local: string;
  /** Undefined while no anchor has a date. */
  readonly anchor: string | undefined;
  /** Undefined for a point in time. */
  readonly length: string | undefined;
}

const readingsOf = ({ start, end }: Span): SpanReadings => {
  const context = timeContext();
  const [from, to] = [allReadings(start, context), allReadings(end, context)];
  const pair = (a: string, b: string): string => (start === end ? a : `${a} – ${b}`);
  return {
    dtg: pair(from.dtg, to.dtg),
    local: pair(from.local, to.local),
    anchor: from.anchor === undefined || to.anchor === undefined ? undefined : pair(from.anchor, to.anchor),
    length: start === end ? undefined : formatDuration(end - start, context.locale),
  };
};

/** `121400ZJUN27 – 121600ZJUN27`, local time, distance from an anchor, length: one line each. */
export const spanReadings = (span: Span): readonly string[] => {
  const { dtg, local, anchor, length } = readingsOf(span);
  return [dtg, local, anchor, length].filter((line) => line !== undefined);
};

/** The element that tells the readings of the active bar. */
export const READINGS_ID = 'timeline-readings';

/** The same with the name of each reading, for the table and screen readers. */
export const namedReadings = (span: Span): string => {
  const { dtg, local, anchor } = readingsOf(span);
  const parts = [
    `${wordFor('time.dtg')}: ${dtg}`,
    `${wordFor('time.local')}: ${local}`,
    ...(anchor === undefined ? [] : [`${wordFor('time.anchor')}: ${anchor}`]),
  ];
  return parts.join('; ');
};
