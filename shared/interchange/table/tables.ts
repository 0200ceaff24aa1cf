/** The tables of a plan by name, for the command line: the same facts as on the screen, headers in English. */
import { runChecks } from '../../plan/checks/run.ts';
import type { Finding } from '../../plan/checks/finding.ts';
import { titleIn } from '../../plan/dependency/ends.ts';
import type { PlanRecord } from '../../plan/records.ts';
import { type PlanState, find, live, recordOf } from '../../plan/state.ts';
import { activitySpan, movementSpan, timeResolver } from '../../plan/times.ts';
import { titleOf } from '../../plan/title.ts';
import type { Cell, SheetTable } from './csv.ts';

export const TABLE_NAMES = [
  'units',
  'activities',
  'movements',
  'locations',
  'participants',
  'agreements',
  'caveats',
  'findings',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export interface NamedTable {
  readonly table: SheetTable;
  /** The records that its rows are of. */
  readonly ids: readonly string[];
}

type Form = 'text' | 'number' | 'time';
type Field<R> = readonly [header: string, form: Form, value: (record: R) => Cell | undefined];

const tableOf = <R extends { readonly id: string }>(
  name: string,
  records: readonly R[],
  fields: readonly Field<R>[],
): NamedTable => ({
  table: {
    name,
    columns: fields.map(([header, form]) => ({ header, form })),
    rows: records.map((record) => fields.map(([, , value]) => value(record) ?? null)),
  },
  ids: records.map(({ id }) => id),
});

const naming = (plan: PlanState) => ({
  participant: (id: string | undefined): string => find(plan, 'participant', id)?.code ?? '',
  unit: (id: string | undefined): string => find(plan, 'unit', id)?.name ?? '',
  location: (id: string | undefined): string => find(plan, 'location', id)?.name ?? '',
});

const units = (plan: PlanState): NamedTable => {
  const name = naming(plan);
  return tableOf('Units', live(plan, 'unit'), [
    ['Participant', 'text', ({ participant }) => name.participant(participant)],
    ['Name', 'text', (unit) => unit.name],
    ['Short name', 'text', ({ shortName }) => shortName],
    ['Superior unit', 'text', ({ parent }) => name.unit(parent)],
    ['Symbol', 'text', ({ sidc }) => sidc],
    ['Strength', 'number', ({ personnel }) => personnel],
    ['Vehicles', 'number', ({ vehicles }) => vehicles],
    ['Home station', 'text', ({ homeStation }) => homeStation],
    ['Readiness', 'text', ({ readiness }) => readiness],
    ['Notice to move (h)', 'number', ({ noticeHours }) => noticeHours],
    ['Owner', 'text', ({ owner }) => owner],
    ['Remarks', 'text', ({ remarks }) => remarks],
  ]);
};

const activities = (plan: PlanState): NamedTable => {
  const name = naming(plan);
  const resolve = timeResolver(plan);
  return tableOf('Activities', live(plan, 'activity'), [
    ['Serial', 'text', ({ serial }) => serial],
    ['Title', 'text', ({ title }) => title],
    ['Kind', 'text', ({ type }) => type],
    ['Start', 'time', (activity) => activitySpan(activity, resolve)?.start],
    ['End', 'time', (activity) => activitySpan(activity, resolve)?.end],
    ['Length (min)', 'number', ({ minutes }) => minutes],
    ['Participants', 'text', ({ participants }) => participants.map(name.participant).join(', ')],
    ['Units', 'text', (activity) => activity.units.map(name.unit).join(', ')],
    ['Location', 'text', ({ location }) => name.location(location)],
    ['State', 'text', ({ state }) => state],
    ['Responsible', 'text', ({ responsible }) => responsible],
    ['Owner', 'text', ({ owner }) => owner],
    ['Remarks', 'text', ({ remarks }) => remarks],
  ]);
};

const movements = (plan: PlanState): NamedTable => {
  const name = naming(plan);
  const resolve = timeResolver(plan);
  return tableOf('Movements', live(plan, 'movement'), [
    ['ULN', 'text', ({ uln }) => uln],
    ['Name', 'text', (movement) => movement.name],
    ['Participant', 'text', ({ participant }) => name.participant(participant)],
    ['Direction', 'text', ({ direction }) => direction],
    ['Units', 'text', (movement) => movement.units.map(name.unit).join(', ')],
    ['Modes', 'text', ({ legs }) => [...new Set(legs.map(({ mode }) => mode))].join(', ')],
    ['Origin', 'text', ({ origin }) => name.location(origin)],
    ['POE', 'text', ({ poe }) => name.location(poe)],
    ['POD', 'text', ({ pod }) => name.location(pod)],
    ['Destination', 'text', ({ destination }) => name.location(destination)],
    ['Departure', 'time', (movement) => movementSpan(movement, resolve)?.start],
    ['Arrival', 'time', (movement) => movementSpan(movement, resolve)?.end],
    ['RDD', 'time', ({ rdd }) => resolve(rdd)],
    ['People', 'number', ({ pax }) => pax],
    ['Tonnes', 'number', ({ tonnes }) => tonnes],
    ['Priority', 'number', ({ priority }) => priority],
    ['State', 'text', ({ state }) => state],
    ['Remarks', 'text', ({ remarks }) => remarks],
  ]);
};

const locations = (plan: PlanState): NamedTable =>
  tableOf('Locations', live(plan, 'location'), [
    ['Name', 'text', ({ name }) => name],
    ['Code', 'text', ({ code }) => code],
    ['Type', 'text', ({ type }) => type],
    ['Country', 'text', ({ country }) => country],
    ['Latitude', 'number', ({ latitude }) => latitude],
    ['Longitude', 'number', ({ longitude }) => longitude],
    ['Time zone', 'text', ({ zone }) => zone],
    ['People a day', 'number', ({ paxPerDay }) => paxPerDay],
    ['Tonnes a day', 'number', ({ tonnesPerDay }) => tonnesPerDay],
    ['Beds', 'number', ({ beds }) => beds],
    ['Remarks', 'text', ({ remarks }) => remarks],
  ]);

const participants = (plan: PlanState): NamedTable =>
  tableOf('Participants', live(plan, 'participant'), [
    ['Code', 'text', ({ code }) => code],
    ['Name', 'text', ({ name }) => name],
    ['Type', 'text', ({ type }) => type],
    ['Role', 'text', ({ role }) => role],
    [
      'Contacts',
      'text',
      ({ contacts }) => contacts.map(({ name, post }) => [name, post].filter(Boolean).join(', ')).join('; '),
    ],
    ['Remarks', 'text', ({ remarks }) => remarks],
  ]);

const agreements = (plan: PlanState): NamedTable => {
  const name = naming(plan);
  const resolve = timeResolver(plan);
  return tableOf('Agreements', live(plan, 'agreement'), [
    ['Type', 'text', ({ type }) => type],
    ['Title', 'text', ({ title }) => title],
    ['Reference', 'text', ({ reference }) => reference],
    ['Host', 'text', ({ host }) => name.participant(host)],
    ['Parties', 'text', ({ parties }) => parties.map(name.participant).join(', ')],
    ['Forces of', 'text', ({ nations }) => nations.map(name.participant).join(', ')],
    ['Covers', 'text', ({ covers }) => covers.join(', ')],
    ['Signed', 'time', ({ signedOn }) => resolve(signedOn)],
    ['In force from', 'time', ({ inForceFrom }) => resolve(inForceFrom)],
    ['In force until', 'time', ({ inForceUntil }) => resolve(inForceUntil)],
    ['Notice (days)', 'number', ({ noticeDays }) => noticeDays],
    ['Next review', 'time', ({ nextReview }) => resolve(nextReview)],
    ['Costs', 'text', ({ costArrangement }) => costArrangement],
    ['Remarks', 'text', ({ remarks }) => remarks],
  ]);
};

/** A line for each caveat; it is marked by the record that has it. */
const caveats = (plan: PlanState): NamedTable => {
  const name = naming(plan);
  const lines = [...live(plan, 'participant'), ...live(plan, 'unit')].flatMap((record) =>
    (record.caveats ?? []).map((caveat) => ({ id: record.id, record, caveat })),
  );
  return tableOf('Caveats', lines, [
    ['Of', 'text', ({ record }) => titleOf(record)],
    ['Caveat', 'text', ({ caveat }) => caveat.text],
    ['Places', 'text', ({ caveat }) => caveat.areas.map(name.location).join(', ')],
    ['Countries', 'text', ({ caveat }) => caveat.countries.join(', ')],
    ['Tasks', 'text', ({ caveat }) => caveat.tasks.join(', ')],
    ['From (clock)', 'text', ({ caveat }) => caveat.from],
    ['Until (clock)', 'text', ({ caveat }) => caveat.until],
    ['Needs approval', 'text', ({ caveat }) => (caveat.needsApproval ? 'yes' : 'no')],
    ['Approved', 'text', ({ caveat }) => (caveat.approved === true ? 'yes' : 'no')],
  ]);
};

const findings = (plan: PlanState, sentence: (finding: Finding) => string): NamedTable => {
  const subjects = ({ subjects: all }: Finding): readonly PlanRecord[] =>
    all.flatMap(({ kind, id }) => recordOf(plan, kind, id) ?? []);
  const found = runChecks(plan).map((finding, index) => ({ id: String(index), finding }));
  const { table } = tableOf('Findings', found, [
    ['Severity', 'text', ({ finding }) => finding.severity],
    ['Code', 'text', ({ finding }) => finding.code],
    ['Finding', 'text', ({ finding }) => sentence(finding)],
    [
      'Records',
      'text',
      ({ finding }) =>
        subjects(finding)
          .map((record) => titleIn(plan, record))
          .join('; '),
    ],
  ]);
  return { table, ids: found.flatMap(({ finding }) => finding.subjects.map(({ id }) => id)) };
};

/** A table of a plan. @param sentence a finding in words. */
export const namedTable = (plan: PlanState, name: TableName, sentence: (finding: Finding) => string): NamedTable => {
  switch (name) {
    case 'units':
      return units(plan);
    case 'activities':
      return activities(plan);
    case 'movements':
      return movements(plan);
    case 'locations':
      return locations(plan);
    case 'participants':
      return participants(plan);
    case 'agreements':
      return agreements(plan);
    case 'caveats':
      return caveats(plan);
    case 'findings':
      return findings(plan, sentence);
  }
};
