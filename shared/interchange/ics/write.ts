/**
 * The schedule as an iCalendar file (RFC 5545), each entry with its marking: activities and movements as events, what has
 * no time yet as tasks without a date, which task lists of calendar programmes show and others pass over.
 */
import { type Label, markingText } from '../../label/label.ts';
import type { Activity } from '../../plan/activity/schema.ts';
import type { Movement } from '../../plan/movement/schema.ts';
import type { PlanRecord } from '../../plan/records.ts';
import { type PlanState, exerciseOf, find, live, recordOf } from '../../plan/state.ts';
import { titleOf } from '../../plan/title.ts';
import { markerOf } from '../../print/labels.ts';
import { type EpochMs, DAY } from '../../time/instant.ts';
import type { Zone } from '../../time/zone.ts';
import { type Bar, barsOf, extentOf } from '../../timeline/bars.ts';
import { UID_DOMAIN } from './draft.ts';
import { escaped, folded } from './lines.ts';
import { timezoneLines, wallIn, wallText } from './zone.ts';

export interface WrittenIcs {
  readonly text: string;
  readonly events: number;
  /** Tasks without a date: what is not scheduled yet. */
  readonly tasks: number;
  readonly label: Label;
  readonly marking: string;
}

const STATUS: Readonly<Record<Activity['state'], string>> = {
  draft: 'TENTATIVE',
  planned: 'TENTATIVE',
  confirmed: 'CONFIRMED',
  done: 'CONFIRMED',
  cancelled: 'CANCELLED',
};

/** A task is not confirmed but waits to be done. */
const TASK_STATUS: Readonly<Record<string, string>> = { done: 'COMPLETED', cancelled: 'CANCELLED' };

const utc = (ms: EpochMs): string => `${wallText(ms)}Z`;

const timeLine = (name: string, ms: EpochMs, zone: Zone): string =>
  zone === 'UTC' ? `${name}:${utc(ms)}` : `${name};TZID=${zone}:${wallIn(zone, ms)}`;

const placeOf = (plan: PlanState, { locations }: Bar): string =>
  locations.flatMap((id) => find(plan, 'location', id)?.name ?? []).join(' – ');

const categoriesOf = (
  plan: PlanState,
  { type, participants }: Pick<Bar, 'type' | 'participants'>,
): readonly string[] => [
  type.toUpperCase(),
  ...participants.flatMap((id) => find(plan, 'participant', id)?.code ?? []),
];

/** An activity's own title: its serial number stands beside it, so that what comes back is what went out. */
const summaryOf = (record: PlanRecord | undefined, bar: Bar): string =>
  record?.kind === 'activity' ? record.title : bar.title;

const eventLines = (plan: PlanState, bar: Bar, zone: Zone, now: EpochMs, marking: string): readonly string[] => {
  const record = recordOf(plan, bar.kind, bar.id);
  const place = placeOf(plan, bar);
  const remarks = record?.kind === 'activity' || record?.kind === 'movement' ? record.remarks : undefined;
  const serial = record?.kind === 'activity' ? record.serial : undefined;
  return [
    'BEGIN:VEVENT',
    `UID:${bar.id}${UID_DOMAIN}`,
    `DTSTAMP:${utc(now)}`,
    timeLine('DTSTART', bar.start, zone),
    // Without an end an event with a time ends when it begins: what a deadline is.
    ...(bar.end > bar.start ? [timeLine('DTEND', bar.end, zone)] : []),
    `SUMMARY:${escaped(summaryOf(record, bar))}`,
    `CATEGORIES:${categoriesOf(plan, bar).map(escaped).join(',')}`,
    ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
    `STATUS:${STATUS[bar.state as Activity['state']] ?? 'TENTATIVE'}`,
    `DESCRIPTION:${escaped(remarks === undefined ? marking : `${marking}\n${remarks}`)}`,
    `X-ENTENTE-MARKING:${escaped(marking)}`,
    `X-ENTENTE-KIND:${escaped(bar.type)}`,
    `X-ENTENTE-STATE:${bar.state}`,
    ...(serial === undefined ? [] : [`X-ENTENTE-SERIAL:${escaped(serial)}`]),
    'END:VEVENT',
  ];
};

type Waiting = Activity | Movement;

/** What nobody has given a time yet, or whose time hangs on something that has none. */
const waitingOf = (plan: PlanState, bars: readonly Bar[]): readonly Waiting[] => {
  const placed = new Set(bars.map(({ id }) => id));
  return [...live(plan, 'activity'), ...live(plan, 'movement')].filter(({ id }) => !placed.has(id));
};

const placesOfTask = (plan: PlanState, record: Waiting): string => {
  const ids = record.kind === 'activity' ? [record.location] : [record.origin, record.destination];
  return ids.flatMap((id) => find(plan, 'location', id)?.name ?? []).join(' – ');
};

const taskLines = (plan: PlanState, record: Waiting, now: EpochMs, marking: string): readonly string[] => {
  const isActivity = record.kind === 'activity';
  const type = isActivity ? record.type : 'movement';
  const participants = isActivity ? record.participants : [record.participant];
  const place = placesOfTask(plan, record);
  const { remarks } = record;
  return [
    'BEGIN:VTODO',
    `UID:${record.id}${UID_DOMAIN}`,
    `DTSTAMP:${utc(now)}`,
    `SUMMARY:${escaped(isActivity ? record.title : titleOf(record))}`,
    `CATEGORIES:${categoriesOf(plan, { type, participants }).map(escaped).join(',')}`,
    ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]),
    `STATUS:${TASK_STATUS[record.state] ?? 'NEEDS-ACTION'}`,
    `DESCRIPTION:${escaped(remarks === undefined ? marking : `${marking}\n${remarks}`)}`,
    `X-ENTENTE-MARKING:${escaped(marking)}`,
    `X-ENTENTE-KIND:${escaped(type)}`,
    `X-ENTENTE-STATE:${record.state}`,
    ...(isActivity ? [`X-ENTENTE-MINUTES:${record.minutes}`] : []),
    ...(isActivity && record.serial !== undefined ? [`X-ENTENTE-SERIAL:${escaped(record.serial)}`] : []),
    'END:VTODO',
  ];
};

/**
 * Writes all that stands in the schedule or waits for it, in the exercise's zone with a VTIMEZONE for its time.
 * @param now epoch milliseconds of the export, as DTSTAMP.
 */
export const writeIcs = (plan: PlanState, now: EpochMs): WrittenIcs => {
  const exercise = exerciseOf(plan);
  const zone = exercise?.zone ?? 'UTC';
  const bars = barsOf(plan);
  const marker = markerOf(plan);
  const markingOf = (records: readonly (PlanRecord | undefined)[]): string =>
    markingText(marker.over(records), marker.labelling);
  const records = bars.map(({ kind, id }) => recordOf(plan, kind, id));
  const waiting = waitingOf(plan, bars);
  const label = marker.over([...records, ...waiting]);
  const marking = markingText(label, marker.labelling);
  const extent = extentOf(bars) ?? { start: now, end: now };
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Entente//Exercise schedule//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(exercise?.name ?? 'Entente')}`,
    `X-WR-TIMEZONE:${zone}`,
    `X-ENTENTE-MARKING:${escaped(marking)}`,
    ...(zone === 'UTC' ? [] : timezoneLines(zone, extent.start, extent.end + DAY)),
    ...bars.flatMap((bar, index) => eventLines(plan, bar, zone, now, markingOf([records[index]]))),
    ...waiting.flatMap((record) => taskLines(plan, record, now, markingOf([record]))),
    'END:VCALENDAR',
  ];
  return { text: lines.map(folded).join(''), events: bars.length, tasks: waiting.length, label, marking };
};
