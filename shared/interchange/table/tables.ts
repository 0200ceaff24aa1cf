/** The tables of a plan by name, for the command line: the same facts as on the screen, in the words of the screen. */
import type { Activity } from '../../plan/activity/schema.ts';
import { variancesOf } from '../../plan/baseline/variance.ts';
import { ownCaveats } from '../../plan/caveat/join.ts';
import { runChecks } from '../../plan/checks/run.ts';
import type { Finding } from '../../plan/checks/finding.ts';
import { findingSentence } from '../../plan/checks/sentence.ts';
import { endOf, titleIn } from '../../plan/dependency/ends.ts';
import type { PlanRecord } from '../../plan/records.ts';
import { type PlanState, find, live, recordOf } from '../../plan/state.ts';
import { activitySpan, movementSpan, timeResolver } from '../../plan/times.ts';
import type { Kind } from '../../plan/records.ts';
import { memberWordIn } from '../../plan/memberWords.ts';
import { titleOf } from '../../plan/title.ts';
import type { Word } from '../../messages/word.ts';
import { type Field, type NamedTable, sheetOf } from './named.ts';

export const TABLE_NAMES = [
  'units',
  'activities',
  'movements',
  'locations',
  'participants',
  'agreements',
  'caveats',
  'findings',
  'anchors',
  'dependencies',
  'unscheduled',
  'baselines',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

const tableOf = <R extends { readonly id: string }>(
  name: string,
  records: readonly R[],
  fields: readonly Field<R>[],
): NamedTable => ({ table: sheetOf(name, records, fields), ids: records.map(({ id }) => id) });

/** What every table is made with. */
interface Desk {
  readonly plan: PlanState;
  readonly word: Word;
  /** The name of a record's field. */
  readonly field: (name: string) => string;
  readonly member: (kind: Kind, field: string, value: string) => string;
  readonly resolve: ReturnType<typeof timeResolver>;
  readonly name: {
    readonly participant: (id: string | undefined) => string;
    readonly unit: (id: string | undefined) => string;
    readonly location: (id: string | undefined) => string;
  };
}

const deskFor = (plan: PlanState, word: Word): Desk => ({
  plan,
  word,
  field: (name) => word(`plan.fields.${name}`),
  member: memberWordIn(word),
  resolve: timeResolver(plan),
  name: {
    participant: (id) => find(plan, 'participant', id)?.code ?? '',
    unit: (id) => find(plan, 'unit', id)?.name ?? '',
    location: (id) => find(plan, 'location', id)?.name ?? '',
  },
});

const units = ({ plan, word, field, member, name }: Desk): NamedTable => {
  return tableOf(word('review.kinds.unit'), live(plan, 'unit'), [
    [field('participant'), 'text', ({ participant }) => name.participant(participant)],
    [field('name'), 'text', (unit) => unit.name],
    [field('shortName'), 'text', ({ shortName }) => shortName],
    [field('parent'), 'text', ({ parent }) => name.unit(parent)],
    [field('sidc'), 'text', ({ sidc }) => sidc],
    [field('personnel'), 'number', ({ personnel }) => personnel],
    [field('vehicles'), 'number', ({ vehicles }) => vehicles],
    [field('homeStation'), 'text', ({ homeStation }) => homeStation],
    [field('readiness'), 'text', ({ readiness }) => readiness && member('unit', 'readiness', readiness)],
    [`${field('noticeHours')} (h)`, 'number', ({ noticeHours }) => noticeHours],
    [field('owner'), 'text', ({ owner }) => owner],
    [field('remarks'), 'text', ({ remarks }) => remarks],
  ]);
};

const activitiesOf = (title: string, list: readonly Activity[], desk: Desk): NamedTable => {
  const { field, member, name, resolve } = desk;
  return tableOf(title, list, [
    [field('serial'), 'text', ({ serial }) => serial],
    [field('title'), 'text', ({ title }) => title],
    [field('type'), 'text', ({ type }) => member('activity', 'type', type)],
    [field('start'), 'time', (activity) => activitySpan(activity, resolve)?.start],
    [field('end'), 'time', (activity) => activitySpan(activity, resolve)?.end],
    [`${field('minutes')} (min)`, 'number', ({ minutes }) => minutes],
    [field('participants'), 'text', ({ participants }) => participants.map(name.participant).join(', ')],
    [field('units'), 'text', (activity) => activity.units.map(name.unit).join(', ')],
    [field('location'), 'text', ({ location }) => name.location(location)],
    [field('state'), 'text', ({ state }) => member('activity', 'state', state)],
    [field('responsible'), 'text', ({ responsible }) => responsible],
    [field('owner'), 'text', ({ owner }) => owner],
    [field('remarks'), 'text', ({ remarks }) => remarks],
  ]);
};

const activities = (desk: Desk): NamedTable =>
  activitiesOf(desk.word('review.kinds.activity'), live(desk.plan, 'activity'), desk);

const unscheduled = (desk: Desk): NamedTable =>
  activitiesOf(
    desk.word('calendar.unscheduled'),
    live(desk.plan, 'activity').filter(({ start }) => start === undefined),
    desk,
  );

const movements = ({ plan, word, field, member, name, resolve }: Desk): NamedTable => {
  return tableOf(word('review.kinds.movement'), live(plan, 'movement'), [
    [field('uln'), 'text', ({ uln }) => uln],
    [field('name'), 'text', (movement) => movement.name],
    [field('participant'), 'text', ({ participant }) => name.participant(participant)],
    [field('direction'), 'text', ({ direction }) => member('movement', 'direction', direction)],
    [field('units'), 'text', (movement) => movement.units.map(name.unit).join(', ')],
    [
      field('mode'),
      'text',
      ({ legs }) => [...new Set(legs.map(({ mode }) => member('movement', 'mode', mode)))].join(', '),
    ],
    [field('origin'), 'text', ({ origin }) => name.location(origin)],
    [field('poe'), 'text', ({ poe }) => name.location(poe)],
    [field('pod'), 'text', ({ pod }) => name.location(pod)],
    [field('destination'), 'text', ({ destination }) => name.location(destination)],
    [word('logistics.depart'), 'time', (movement) => movementSpan(movement, resolve)?.start],
    [word('logistics.arrive'), 'time', (movement) => movementSpan(movement, resolve)?.end],
    [field('rdd'), 'time', ({ rdd }) => resolve(rdd)],
    [field('pax'), 'number', ({ pax }) => pax],
    [field('tonnes'), 'number', ({ tonnes }) => tonnes],
    [field('priority'), 'number', ({ priority }) => priority],
    [field('state'), 'text', ({ state }) => member('movement', 'state', state)],
    [field('remarks'), 'text', ({ remarks }) => remarks],
  ]);
};

const locations = ({ plan, word, field, member }: Desk): NamedTable =>
  tableOf(word('review.kinds.location'), live(plan, 'location'), [
    [field('name'), 'text', ({ name }) => name],
    [field('code'), 'text', ({ code }) => code],
    [field('type'), 'text', ({ type }) => member('location', 'type', type)],
    [field('country'), 'text', ({ country }) => country],
    [field('latitude'), 'number', ({ latitude }) => latitude],
    [field('longitude'), 'number', ({ longitude }) => longitude],
    [field('zone'), 'text', ({ zone }) => zone],
    [field('paxPerDay'), 'number', ({ paxPerDay }) => paxPerDay],
    [field('tonnesPerDay'), 'number', ({ tonnesPerDay }) => tonnesPerDay],
    [field('beds'), 'number', ({ beds }) => beds],
    [field('remarks'), 'text', ({ remarks }) => remarks],
  ]);

const participants = ({ plan, word, field, member }: Desk): NamedTable =>
  tableOf(word('review.kinds.participant'), live(plan, 'participant'), [
    [field('code'), 'text', ({ code }) => code],
    [field('name'), 'text', ({ name }) => name],
    [field('type'), 'text', ({ type }) => member('participant', 'type', type)],
    [field('role'), 'text', ({ role }) => member('participant', 'role', role)],
    [
      field('contacts'),
      'text',
      ({ contacts }) => contacts.map(({ name, post }) => [name, post].filter(Boolean).join(', ')).join('; '),
    ],
    [field('remarks'), 'text', ({ remarks }) => remarks],
  ]);

const agreements = ({ plan, word, field, member, name, resolve }: Desk): NamedTable => {
  return tableOf(word('review.kinds.agreement'), live(plan, 'agreement'), [
    [field('type'), 'text', ({ type }) => member('agreement', 'type', type)],
    [field('title'), 'text', ({ title }) => title],
    [field('reference'), 'text', ({ reference }) => reference],
    [field('host'), 'text', ({ host }) => name.participant(host)],
    [field('parties'), 'text', ({ parties }) => parties.map(name.participant).join(', ')],
    [field('nations'), 'text', ({ nations }) => nations.map(name.participant).join(', ')],
    [field('covers'), 'text', ({ covers }) => covers.map((kind) => member('activity', 'type', kind)).join(', ')],
    [field('signedOn'), 'time', ({ signedOn }) => resolve(signedOn)],
    [field('inForceFrom'), 'time', ({ inForceFrom }) => resolve(inForceFrom)],
    [field('inForceUntil'), 'time', ({ inForceUntil }) => resolve(inForceUntil)],
    [`${field('noticeDays')} (${word('exchange.days')})`, 'number', ({ noticeDays }) => noticeDays],
    [field('nextReview'), 'time', ({ nextReview }) => resolve(nextReview)],
    [field('costArrangement'), 'text', ({ costArrangement }) => costArrangement],
    [field('remarks'), 'text', ({ remarks }) => remarks],
  ]);
};

/** A line for each caveat; it is marked by the record that has it. */
const caveats = ({ plan, word, name }: Desk): NamedTable => {
  const lines = [...live(plan, 'participant'), ...live(plan, 'unit')].flatMap((record) =>
    ownCaveats(record).map((caveat) => ({ id: record.id, record, caveat })),
  );
  return tableOf(word('caveats.title'), lines, [
    [word('agreements.caveatsOf'), 'text', ({ record }) => titleOf(record)],
    [word('caveats.text'), 'text', ({ caveat }) => caveat.text],
    [word('caveats.areas'), 'text', ({ caveat }) => caveat.areas.map(name.location).join(', ')],
    [word('caveats.countries'), 'text', ({ caveat }) => caveat.countries.join(', ')],
    [word('caveats.tasks'), 'text', ({ caveat }) => caveat.tasks.join(', ')],
    [word('caveats.from'), 'text', ({ caveat }) => caveat.from],
    [word('caveats.until'), 'text', ({ caveat }) => caveat.until],
    [word('caveats.needsApproval'), 'text', ({ caveat }) => word(`timeline.truth.${caveat.needsApproval}`)],
    [word('caveats.approved'), 'text', ({ caveat }) => word(`timeline.truth.${caveat.approved === true}`)],
  ]);
};

const findings = ({ plan, word }: Desk): NamedTable => {
  const subjects = ({ subjects: all }: Finding): readonly PlanRecord[] =>
    all.flatMap(({ kind, id }) => recordOf(plan, kind, id) ?? []);
  const found = runChecks(plan).map((finding, index) => ({ id: String(index), finding }));
  const { table } = tableOf(word('app.findingsTitle'), found, [
    [word('app.findingColumns.severity'), 'text', ({ finding }) => word(`app.severityOne.${finding.severity}`)],
    [word('app.findingColumns.code'), 'text', ({ finding }) => finding.code],
    [word('app.findingColumns.finding'), 'text', ({ finding }) => findingSentence(finding, word)],
    [
      word('app.findingColumns.records'),
      'text',
      ({ finding }) =>
        subjects(finding)
          .map((record) => titleIn(plan, record))
          .join('; '),
    ],
  ]);
  return { table, ids: found.flatMap(({ finding }) => finding.subjects.map(({ id }) => id)) };
};

const anchors = ({ plan, word, field, resolve }: Desk): NamedTable =>
  tableOf(word('review.kinds.anchor'), live(plan, 'anchor'), [
    [field('code'), 'text', ({ code }) => code],
    [field('name'), 'text', (anchor) => anchor.name],
    [field('at'), 'time', ({ at }) => resolve(at)],
    [field('owner'), 'text', ({ owner }) => owner],
  ]);

const dependencies = ({ plan, word, field }: Desk): NamedTable => {
  const title = (id: string): string => {
    const end = endOf(plan, id);
    return end === undefined ? '' : titleOf(end);
  };
  return tableOf(word('review.kinds.dependency'), live(plan, 'dependency'), [
    [field('from'), 'text', ({ from }) => title(from)],
    [field('to'), 'text', ({ to }) => title(to)],
    [field('type'), 'text', ({ type }) => type],
    [`${field('lagMinutes')} (min)`, 'number', ({ lagMinutes }) => lagMinutes],
    [field('owner'), 'text', ({ owner }) => owner],
  ]);
};

/** A line for each time that a baseline keeps, and where its activity or movement stands now. */
const baselines = ({ plan, word }: Desk): NamedTable => {
  const lines = live(plan, 'baseline').flatMap((baseline) =>
    variancesOf(plan, baseline).map((variance) => ({ ...variance, baseline })),
  );
  const title = ({ kind, id }: (typeof lines)[number]): string => {
    const record = recordOf(plan, kind, id);
    return record === undefined ? '' : titleOf(record);
  };
  const { table, ids } = tableOf(word('review.kinds.baseline'), lines, [
    [word('app.kind.baseline'), 'text', ({ baseline }) => baseline.name],
    [word('planning.column.title'), 'text', title],
    [word('planning.column.kind'), 'text', ({ kind }) => word(`app.kind.${kind}`)],
    [word('planning.column.state'), 'text', ({ state }) => word(`planning.state.${state}`)],
    [word('planning.column.before'), 'time', ({ before }) => before?.start],
    [word('planning.column.now'), 'time', ({ now }) => now?.start],
    [`${word('planning.column.start')} (min)`, 'number', ({ start }) => start],
    [`${word('planning.column.end')} (min)`, 'number', ({ end }) => end],
  ]);
  return { table, ids: [...ids, ...lines.map(({ baseline }) => baseline.id)] };
};

const TABLES: Readonly<Record<TableName, (desk: Desk) => NamedTable>> = {
  units,
  activities,
  movements,
  locations,
  participants,
  agreements,
  caveats,
  findings,
  anchors,
  dependencies,
  unscheduled,
  baselines,
};

/** A table of a plan, in the words of one language. */
export const namedTable = (plan: PlanState, name: TableName, word: Word): NamedTable =>
  TABLES[name](deskFor(plan, word));
