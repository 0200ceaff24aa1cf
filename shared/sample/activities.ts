/** Turns the sample's schedule tables into activities and what they wait for. */
import type { CommandContext, NewRecord } from '../plan/command.ts';
import { newRecord } from '../plan/command.ts';
import { NATIONS, PHASES, PLANNING, type SampleActivity, SERIALS } from './schedule.ts';
import { dayOf, type SampleIds } from './ids.ts';

type Context = Pick<CommandContext, 'actor' | 'newId'>;

/** Days of the exercise proper, STARTEX to ENDEX. */
const DAYS = 12;
const PHASE_OF_DAY = [
  'Phase I Maritime security',
  'Phase II Harbour incident',
  'Phase III Evacuation and relief',
] as const;

const phaseOfDay = (day: number): string => PHASE_OF_DAY[day < 5 ? 0 : day < 9 ? 1 : 2];

const activityOf = (
  context: Context,
  ids: SampleIds,
  line: SampleActivity,
  phases: ReadonlyMap<string, string>,
): NewRecord<'activity'> => {
  const location = line.location === undefined ? undefined : ids.locations.get(line.location);
  const phase = line.phase === undefined ? undefined : phases.get(line.phase);
  return newRecord(context, 'activity', {
    title: line.title,
    type: line.type,
    start: dayOf(ids, line.anchor, line.day, line.time),
    minutes: line.minutes,
    participants: line.participants.flatMap((code) => ids.participants.get(code) ?? []),
    units: [],
    ...(location === undefined ? {} : { location }),
    ...(phase === undefined ? {} : { phase }),
    state: line.type === 'deadline' ? 'confirmed' : 'planned',
  });
};

/** The next unit of a nation that has nothing to do that day; none when all are busy. */
const freeUnit = (ids: SampleIds, code: string, busy: Set<string>, turn: number): string | undefined => {
  const own = (ids.units.get(code) ?? []).filter(({ parent }) => parent !== undefined);
  const units = own.length === 0 ? (ids.units.get(code) ?? []) : own;
  for (let step = 0; step < units.length; step += 1) {
    const unit = units[(turn + step) % units.length];
    if (unit !== undefined && !busy.has(unit.id)) {
      busy.add(unit.id);
      return unit.id;
    }
  }
  return undefined;
};

/** One day's serials: each a unit from each nation that takes part, no unit twice. */
const serialsOf = (
  context: Context,
  ids: SampleIds,
  day: number,
  phases: ReadonlyMap<string, string>,
): NewRecord<'activity'>[] => {
  const busy = new Set<string>();
  return SERIALS.flatMap(([title, location, time, minutes, who], index) => {
    if ((day * 7 + index) % 10 === 3) return [];
    const codes = who === '*' ? NATIONS : who.split(',');
    const base = activityOf(
      context,
      ids,
      {
        title,
        type: 'serial',
        anchor: 'STARTEX',
        day,
        time,
        minutes,
        participants: codes,
        location,
        phase: phaseOfDay(day),
      },
      phases,
    );
    const units = who === '*' ? [] : codes.flatMap((code) => freeUnit(ids, code, busy, day + index) ?? []);
    const serial = `${String(day + 1).padStart(2, '0')}${String(index + 1).padStart(2, '0')}`;
    return [{ ...base, serial, units, responsible: 'EXCON' }];
  });
};

export const sampleActivities = (context: Context, ids: SampleIds): readonly NewRecord<'activity'>[] => {
  const phases = PHASES.map((line) => activityOf(context, ids, line, new Map()));
  const byTitle = new Map(phases.map(({ title, id }) => [title, id]));
  const planning = PLANNING.map((line) => activityOf(context, ids, line, byTitle));
  const serials = Array.from({ length: DAYS }, (_, day) => serialsOf(context, ids, day, byTitle)).flat();
  return [...phases, ...planning, ...serials];
};

/** What must be over before what: activities by title, movements by unit line number. */
const CHAIN: readonly (readonly [string, string])[] = [
  ['Exercise specification conference', 'EXSPEC signed'],
  ['EXSPEC signed', 'Initial planning conference (IPC)'],
  ['Initial planning conference (IPC)', 'Site survey harbours'],
  ['Initial planning conference (IPC)', 'Site survey training areas'],
  ['Site survey harbours', 'EXPI issued'],
  ['EXPI issued', 'MEL/MIL strategy workshop'],
  ['Host nation support conference', 'Statement of requirements due'],
  ['Statement of requirements due', 'Main planning conference (MPC)'],
  ['Main planning conference (MPC)', 'Force list frozen'],
  ['MEL/MIL strategy workshop', 'MEL/MIL incident workshop'],
  ['Force list frozen', 'Movement conference'],
  ['Movement conference', 'Diplomatic clearance requests due'],
  ['MEL/MIL incident workshop', 'MEL/MIL scripting workshop'],
  ['MEL/MIL scripting workshop', 'Final planning conference (FPC)'],
  ['Technical arrangement signed', 'Final planning conference (FPC)'],
  ['Final planning conference (FPC)', 'EXPLAN issued'],
  ['EXPLAN issued', 'Deployment day'],
  ['Movement tables final', 'Deployment day'],
  ['Advance parties complete', 'All units received'],
  ['All units received', 'STARTEX'],
  ['Phase I Maritime security', 'Phase II Harbour incident'],
  ['Phase II Harbour incident', 'Phase III Evacuation and relief'],
  ['ENDEX', 'Hot wash-up'],
  ['Hot wash-up', 'First impression report (FIR)'],
  ['First impression report (FIR)', 'Lessons workshop'],
  ['Lessons workshop', 'Final exercise report (FER)'],
];

/** Who has to be there before what, and what is over before who leaves. */
const TRAVEL: readonly (readonly [string, string])[] = [
  ['Deployment day', 'GBR-A1'],
  ['FIN-A1', 'Advance parties complete'],
  ['EST-V1', 'All units received'],
  ['Closing ceremony', 'FRA-RA2'],
];

export const sampleDependencies = (
  context: Context,
  activities: readonly NewRecord<'activity'>[],
  movements: readonly NewRecord<'movement'>[],
): readonly NewRecord<'dependency'>[] => {
  const byName = new Map([
    ...activities.map(({ title, id }) => [title, id] as const),
    ...movements.map(({ uln, id }) => [uln, id] as const),
  ]);
  return [...CHAIN, ...TRAVEL].flatMap(([before, after]) => {
    const from = byName.get(before);
    const to = byName.get(after);
    return from === undefined || to === undefined
      ? []
      : [newRecord(context, 'dependency', { from, to, type: 'FS', lagMinutes: 0 })];
  });
};
