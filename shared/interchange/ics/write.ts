/** The schedule as an iCalendar file (RFC 5545): activities and movements as events, each with its marking. */
import { type Label, markingText } from '../../label/label.ts';
import type { Activity } from '../../plan/activity/schema.ts';
import type { PlanRecord } from '../../plan/records.ts';
import { type PlanState, exerciseOf, find, recordOf } from '../../plan/state.ts';
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

const utc = (ms: EpochMs): string => `${wallText(ms)}Z`;

const timeLine = (name: string, ms: EpochMs, zone: Zone): string =>
  zone === 'UTC' ? `${name}:${utc(ms)}` : `${name};TZID=${zone}:${wallIn(zone, ms)}`;

const placeOf = (plan: PlanState, { locations }: Bar): string =>
  locations.flatMap((id) => find(plan, 'location', id)?.name ?? []).join(' – ');

const categoriesOf = (plan: PlanState, { type, participants }: Bar): readonly string[] => [
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

/**
 * Writes all that stands in the schedule, in the exercise's zone with a VTIMEZONE for its time.
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
  const label = marker.over(records);
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
    'END:VCALENDAR',
  ];
  return { text: lines.map(folded).join(''), events: bars.length, label, marking };
};
