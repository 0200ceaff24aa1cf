/** The lower part of a unit's sheet: its subordinates, its movements, what it takes part in, and the remarks. */
import type { Unit } from '../../plan/unit/schema.ts';
import type { Activity } from '../../plan/activity/schema.ts';
import type { Movement } from '../../plan/movement/schema.ts';
import { type PlanState, live } from '../../plan/state.ts';
import { type ResolveTime, type Span, activitySpan, movementSpan } from '../../plan/times.ts';
import type { TimeContext } from '../../time/context.ts';
import { isWithin, windowOf } from '../base.ts';
import { linesOf, locationName, numberText } from '../list.ts';
import type { CellRow, Column, TableRow } from '../table/content.ts';
import { anchorRecords, timeLines } from '../times.ts';
import { echelonWord, planWords, sheetWords, typeWord } from '../words.ts';
import type { UnitOptions } from './options.ts';

/** What of the plan belongs to which unit, gathered once for all sheets. */
export interface Involvement {
  readonly activities: ReadonlyMap<string, readonly Activity[]>;
  readonly movements: ReadonlyMap<string, readonly Movement[]>;
}

const byUnit = <T extends { readonly units: readonly string[] }>(records: readonly T[]): ReadonlyMap<string, T[]> => {
  const found = new Map<string, T[]>();
  for (const record of records) {
    for (const id of new Set(record.units)) {
      const known = found.get(id);
      if (known === undefined) found.set(id, [record]);
      else known.push(record);
    }
  }
  return found;
};

export const involvementOf = (plan: PlanState): Involvement => ({
  activities: byUnit(live(plan, 'activity')),
  movements: byUnit(live(plan, 'movement')),
});

export interface ScheduleContext {
  readonly plan: PlanState;
  readonly options: UnitOptions;
  readonly context: TimeContext;
  readonly resolve: ResolveTime;
  readonly involvement: Involvement;
  readonly children: ReadonlyMap<string, readonly Unit[]>;
}

export const scheduleColumns = ({ language }: UnitOptions): readonly Column[] => {
  const words = sheetWords(language).unit;
  return [
    { title: words.what, bold: true },
    { title: words.from },
    { title: words.until },
    { title: words.place },
    { title: words.details, grows: true },
  ];
};

const subordinateRow = ({ options }: ScheduleContext, unit: Unit): CellRow => {
  const { language } = options;
  const words = sheetWords(language).unit;
  const count = (value: number | undefined, word: string): readonly string[] =>
    value === undefined ? [] : [`${numberText(value, language)} ${word}`];
  const details = [
    echelonWord(language, unit.sidc),
    ...count(unit.personnel, words.people),
    ...count(unit.vehicles, words.cars),
    ...(unit.readiness === undefined ? [] : [planWords(language).readiness[unit.readiness]]),
  ].filter((text) => text !== '');
  const name = unit.shortName === undefined ? unit.name : `${unit.name} (${unit.shortName})`;
  return { is: 'cells', records: [unit], cells: [[name], [], [], linesOf(unit.homeStation), [details.join(' · ')]] };
};

type Timed = { readonly span: Span | undefined; readonly row: CellRow };

const activityRow = ({ plan, options, context, resolve }: ScheduleContext, activity: Activity): Timed => {
  const span = activitySpan(activity, resolve);
  const place = locationName(plan, activity.location);
  const { language } = options;
  const state = planWords(language).activityState[activity.state];
  return {
    span,
    row: {
      is: 'cells',
      records: [activity, ...place.records, ...anchorRecords(plan, options)],
      struck: activity.state === 'cancelled',
      cells: [
        [activity.serial === undefined ? activity.title : `${activity.serial} ${activity.title}`],
        timeLines(span?.start, options, context),
        span === undefined || span.end === span.start ? [] : timeLines(span.end, options, context),
        place.texts,
        [`${typeWord(language, activity.type)} · ${state}`],
      ],
    },
  };
};

const movementRow = ({ plan, options, context, resolve }: ScheduleContext, movement: Movement): Timed => {
  const span = movementSpan(movement, resolve);
  const { language } = options;
  const words = planWords(language);
  const [from, to] = [movement.origin ?? movement.poe, movement.destination ?? movement.pod].map((id) =>
    locationName(plan, id),
  );
  const modes = [...new Set(movement.legs.map(({ mode }) => words.mode[mode]))];
  return {
    span,
    row: {
      is: 'cells',
      records: [movement, ...(from?.records ?? []), ...(to?.records ?? []), ...anchorRecords(plan, options)],
      struck: movement.state === 'cancelled',
      cells: [
        [movement.name === undefined ? movement.uln : `${movement.uln} ${movement.name}`],
        timeLines(span?.start, options, context),
        span === undefined ? [] : timeLines(span.end, options, context),
        [[...(from?.texts ?? []), ...(to?.texts ?? [])].join(' → ')],
        [[words.direction[movement.direction], ...modes, words.movementState[movement.state]].join(' · ')],
      ],
    },
  };
};

/** What falls into the window in the order of time, and last what has no time yet. */
const inOrder = ({ options }: ScheduleContext, rows: readonly Timed[]): readonly CellRow[] => {
  const window = windowOf(options);
  const at = ({ span }: Timed): number => span?.start ?? Number.MAX_SAFE_INTEGER;
  return rows
    .filter(({ span }) => span === undefined || isWithin(span, window))
    .toSorted((a, b) => at(a) - at(b))
    .map(({ row }) => row);
};

/** Rows under their headings; what there is none of has no heading either. */
export const scheduleRows = (schedule: ScheduleContext, unit: Unit): readonly TableRow[] => {
  const words = sheetWords(schedule.options.language).unit;
  const { activities, movements } = schedule.involvement;
  const below = (schedule.children.get(unit.id) ?? []).map((child) => subordinateRow(schedule, child));
  const moves = inOrder(
    schedule,
    (movements.get(unit.id) ?? []).map((movement) => movementRow(schedule, movement)),
  );
  const acts = inOrder(
    schedule,
    (activities.get(unit.id) ?? []).map((activity) => activityRow(schedule, activity)),
  );
  const remarks: readonly CellRow[] =
    unit.remarks === undefined || unit.remarks.trim() === ''
      ? []
      : [{ is: 'cells', of: unit.id, records: [], span: true, cells: [linesOf(unit.remarks)] }];
  const parts = [
    [words.subordinates, below],
    [words.movements, moves],
    [words.activities, acts],
    [words.remarks, remarks],
  ] as const;
  return parts.flatMap(([text, rows]) =>
    rows.length === 0 ? [] : [{ is: 'heading' as const, text, records: [] }, ...rows],
  );
};
