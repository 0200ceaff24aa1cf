/**
 * The sample exercise: a fictional counter-terrorism and maritime-security exercise, planned from its conferences to
 * redeployment. It ships with the app; the tour and the end-to-end tests use it. Everything hangs on STARTEX, so a
 * planner who moves that one anchor moves it all.
 */
import type { CommandContext, NewRecord } from '../plan/command.ts';
import { newRecord } from '../plan/command.ts';
import type { Caveat } from '../plan/caveat/schema.ts';
import type { ContentOf } from '../plan/records.ts';
import { RELEASABLE_KINDS } from '../plan/profile/schema.ts';
import { createOp, type StepDraft } from '../plan/step.ts';
import { type Result, ok } from '../result.ts';
import { formatInstant } from '../time/instant.ts';
import { sampleAgreements, sampleCaveats } from './agreements.ts';
import { sampleBaseline } from './baselines.ts';
import { SAMPLE_FORCES } from './forces.ts';
import type { SampleIds } from './ids.ts';
import { SAMPLE_LOCATIONS } from './locations.ts';
import { sampleMovements } from './movements.ts';
import { SAMPLE_HOLIDAYS } from './holidays.ts';
import { SAMPLE_PARTICIPANTS } from './participants.ts';
import { sampleActivities, sampleDependencies } from './activities.ts';

type Context = Pick<CommandContext, 'actor' | 'newId'>;

const SAMPLE_NAME = 'Northern Beacon 2027';
const ZONE = 'Europe/Oslo';
const STARTEX = Date.UTC(2027, 5, 7, 4);
const DAY = 86_400_000;
/** The day before STARTEX on which the main planning conference ends. */
const MPC_ENDS = 156;

const exercise = (context: Context): NewRecord<'exercise'> =>
  newRecord(context, 'exercise', {
    name: SAMPLE_NAME,
    nickname: 'NOBE 27',
    types: ['LIVEX', 'CPX'],
    aim: 'Train nations and civil partners to prevent, contain and recover from a terrorist incident in a busy harbour and its sea approaches. All events are fictional.',
    objectives: [
      'Establish a common maritime picture and share it with civil authorities within thirty minutes.',
      'Protect a harbour and an oil terminal over several days with units of several nations.',
      'Hand over command of an incident between police and armed forces and back.',
      'Evacuate and care for 400 people from a ferry with civil organisations.',
      'Receive, stage and return multinational units within the agreed capacities of ports and airfields.',
    ].map((text) => ({ id: context.newId(), text })),
    start: formatInstant(STARTEX - 14 * DAY),
    end: formatInstant(STARTEX + 28 * DAY),
    hostNation: 'NOR',
    ose: 'Joint Training Board',
    oce: 'Commander Joint Exercise Control Bergen',
    ode: 'Director Exercise Control Group',
    zone: ZONE,
    stageModel: 'stages2023',
    label: { policy: 'EXERCISE', classification: 'UNCLASSIFIED', releasableTo: [] },
  });

const anchorsOf = (context: Context): NewRecord<'anchor'>[] => {
  const startex = newRecord(context, 'anchor', {
    code: 'STARTEX',
    name: 'Start of the exercise',
    counts: 'day',
    at: { at: formatInstant(STARTEX) },
  });
  const hang = (code: string, name: string, from: string, n: number, time: string): NewRecord<'anchor'> =>
    newRecord(context, 'anchor', { code, name, counts: 'day', at: { anchor: from, offset: { unit: 'day', n, time } } });
  const cDay = hang('C', 'Deployment begins', startex.id, -14, '0000');
  const dDay = hang('D', 'Harbour incident begins', startex.id, 5, '0000');
  const endex = hang('ENDEX', 'End of the exercise', startex.id, 12, '1400');
  const hHour = newRecord(context, 'anchor', {
    code: 'H',
    name: 'First report of the incident',
    counts: 'hour',
    at: { anchor: dDay.id, offset: { unit: 'day', n: 0, time: '0630' } },
  });
  return [startex, cDay, dDay, hHour, endex];
};

const holidaysFor = (context: Context, code: string): Pick<ContentOf<'participant'>, 'holidays'> => {
  const days = SAMPLE_HOLIDAYS[code];
  return days === undefined ? {} : { holidays: days.map(([date, name]) => ({ id: context.newId(), date, name })) };
};

const participantOf = (
  context: Context,
  index: number,
  caveats: ReadonlyMap<string, Caveat[]>,
): NewRecord<'participant'> => {
  const { contact, ...fields } = SAMPLE_PARTICIPANTS[index] ?? {
    contact: ['', ''] as const,
    code: 'XXX',
    name: '',
    type: 'other' as const,
    role: 'observer' as const,
  };
  const [name, post] = contact;
  const email = `${
    name
      .split(' ')
      .at(-1)
      ?.toLowerCase()
      .normalize('NFD')
      .replaceAll(/[^a-z]/g, '') ?? 'poc'
  }@exercise.example`;
  // One participant still owes its point of contact: the plan's checks say so, and a newcomer sees what they do.
  const contacts = name === '' ? [] : [{ id: context.newId(), name, post, email }];
  const own = caveats.get(fields.code);
  return newRecord(context, 'participant', {
    ...fields,
    colour: index,
    contacts,
    ...(own === undefined ? {} : { caveats: own }),
    ...holidaysFor(context, fields.code),
  });
};

const locationOf = (context: Context, index: number): NewRecord<'location'> => {
  const place = SAMPLE_LOCATIONS[index];
  const [paxPerDay = 0, tonnesPerDay = 0, beds = 0] = place?.capacity ?? [];
  const content: ContentOf<'location'> = {
    name: place?.name ?? '',
    code: place?.key ?? '',
    type: place?.type ?? 'other',
    country: place?.country ?? 'NOR',
    latitude: place?.latitude ?? 0,
    longitude: place?.longitude ?? 0,
    ...(paxPerDay === 0 ? {} : { paxPerDay }),
    ...(tonnesPerDay === 0 ? {} : { tonnesPerDay }),
    ...(beds === 0 ? {} : { beds }),
  };
  return newRecord(context, 'location', content);
};

/** The units of one participant: each under the last one that stands further left in the table. */
const unitsOf = (
  context: Context,
  participant: NewRecord<'participant'>,
  homes: readonly NewRecord<'location'>[],
): NewRecord<'unit'>[] => {
  const path: string[] = [];
  const home = homes.find(
    ({ country, type }) => country === participant.code && (type === 'barracks' || type === 'seaport'),
  );
  return (SAMPLE_FORCES[participant.code] ?? []).map((line, position) => {
    const parent = line.depth === 0 ? undefined : path[line.depth - 1];
    const unit = newRecord(context, 'unit', {
      name: line.name,
      shortName: line.short,
      participant: participant.id,
      ...(parent === undefined ? {} : { parent }),
      position,
      sidc: line.sidc,
      personnel: line.personnel,
      vehicles: line.vehicles,
      ...(home === undefined ? {} : { homeStation: home.name, homeLocation: home.id }),
      noticeHours: position % 3 === 0 ? 48 : 72,
      readiness: position % 7 === 6 ? 'limited' : 'ready',
    });
    path.splice(line.depth, path.length, unit.id);
    return unit;
  });
};

/** What a civil partner need not know: readiness and strength of the forces. */
const civilProfile = (context: Context): NewRecord<'profile'> =>
  newRecord(context, 'profile', {
    nation: 'SRS',
    name: 'Civil partners',
    kinds: [...RELEASABLE_KINDS],
    withheldFields: (['personnel', 'vehicles', 'readiness', 'noticeHours'] as const).map((field) => ({
      kind: 'unit',
      field,
    })),
  });

/** All records of the sample, what is referred to before what refers to it. */
const sampleRecords = (context: Context): readonly NewRecord[] => {
  const anchors = anchorsOf(context);
  const locations = SAMPLE_LOCATIONS.map((_, index) => locationOf(context, index));
  const places = new Map(SAMPLE_LOCATIONS.map(({ key }, index) => [key, locations[index]?.id ?? '']));
  const caveats = sampleCaveats(context, places);
  const participants = SAMPLE_PARTICIPANTS.map((_, index) => participantOf(context, index, caveats));
  const units = new Map(
    participants.map((participant) => [participant.code, unitsOf(context, participant, locations)]),
  );
  const ids: SampleIds = {
    anchors: new Map(anchors.map(({ code, id }) => [code, id])),
    participants: new Map(participants.map(({ code, id }) => [code, id])),
    locations: places,
    units,
  };
  const activities = sampleActivities(context, ids);
  const movements = sampleMovements(context, ids);
  const plan: readonly NewRecord[] = [
    exercise(context),
    ...anchors,
    ...participants,
    ...locations,
    ...[...units.values()].flat(),
    ...activities,
    ...movements,
    ...sampleDependencies(context, activities, movements),
    civilProfile(context),
    ...sampleAgreements(context, ids),
  ];
  return [...plan, sampleBaseline(context, plan, STARTEX - MPC_ENDS * DAY)];
};

/** The first step of a sample exercise. */
export const sampleDraft = (context: CommandContext): Result<StepDraft> =>
  ok({ label: { key: 'steps.create', params: { what: SAMPLE_NAME } }, ops: sampleRecords(context).map(createOp) });
