/** What a timeline draws, on the screen and on paper: every dated record of the plan as a bar. */
import { hangsOn } from '../time/when.ts';
import type { PlanRecord } from '../plan/records.ts';
import type { PlanState } from '../plan/state.ts';
import { live } from '../plan/state.ts';
import { type ResolveTime, type Span, activitySpan, movementSpan, timeResolver } from '../plan/times.ts';

interface BarSegment extends Span {
  readonly mode: string;
}

/** What a bar shows of its record, whenever that is; what waits for a time has no more. */
export interface Face {
  readonly id: string;
  readonly kind: 'activity' | 'movement';
  readonly title: string;
  /** The activity's type, or `movement`. */
  readonly type: string;
  /** The function among whose rows it stands: its type, for a movement another one where its planner says so. */
  readonly countsAs: string;
  readonly state: string;
  readonly participants: readonly string[];
  readonly units: readonly string[];
  readonly locations: readonly string[];
  readonly phase: string | undefined;
  /** The nation that answers for it. */
  readonly owner: string;
  /** Who is in charge of it, in words. */
  readonly responsible: string | undefined;
  /** True when it hangs on an anchor, so that moving it keeps it relative. */
  readonly anchored: boolean;
}

export interface Bar extends Face, Span {
  /** The legs of a movement. */
  readonly segments: readonly BarSegment[];
}

type ActivityRecord = PlanRecord & { kind: 'activity' };
type MovementRecord = PlanRecord & { kind: 'movement' };

export const faceOfActivity = (record: ActivityRecord): Face => ({
  id: record.id,
  kind: 'activity',
  title: record.serial === undefined ? record.title : `${record.serial} ${record.title}`,
  type: record.type,
  countsAs: record.type,
  state: record.state,
  participants: record.participants,
  units: record.units,
  locations: record.location === undefined ? [] : [record.location],
  phase: record.phase,
  owner: record.owner,
  responsible: record.responsible,
  anchored: hangsOn(record.start) !== undefined,
});

export const faceOfMovement = (record: MovementRecord): Face => {
  const places = [record.origin, record.poe, record.pod, record.destination].filter((place) => place !== undefined);
  return {
    id: record.id,
    kind: 'movement',
    title: record.name === undefined ? record.uln : `${record.uln} ${record.name}`,
    type: 'movement',
    countsAs: record.countsAs ?? 'movement',
    state: record.state,
    participants: [record.participant],
    units: record.units,
    locations: [...new Set(places)],
    phase: undefined,
    owner: record.owner,
    responsible: record.responsible,
    anchored: record.legs.some((leg) => hangsOn(leg.depart) !== undefined),
  };
};

const NO_SEGMENTS: readonly BarSegment[] = [];

/** Bars of activities whose time is an instant: nothing else of the plan moves them, so that each is made once. */
const fixed = new WeakMap<ActivityRecord, Bar>();

const activityBar = (record: ActivityRecord, resolve: ResolveTime): Bar | undefined => {
  const known = fixed.get(record);
  if (known !== undefined) return known;
  const span = activitySpan(record, resolve);
  if (span === undefined) return undefined;
  const bar: Bar = { ...span, ...faceOfActivity(record), segments: NO_SEGMENTS };
  if (record.start !== undefined && 'at' in record.start) fixed.set(record, bar);
  return bar;
};

const legSegments = (record: MovementRecord, resolve: ResolveTime): BarSegment[] =>
  record.legs.flatMap(({ mode, depart, arrive }) => {
    const start = resolve(depart);
    const end = resolve(arrive);
    return start === undefined || end === undefined ? [] : [{ start, end, mode }];
  });

const movementBar = (record: MovementRecord, resolve: ResolveTime): Bar | undefined => {
  const span = movementSpan(record, resolve);
  return span === undefined
    ? undefined
    : { ...span, ...faceOfMovement(record), segments: legSegments(record, resolve) };
};

/** All bars of a plan in the order of their start; records without a resolvable time are left to the checks. */
export const barsOf = (plan: PlanState): readonly Bar[] => {
  const resolve = timeResolver(plan);
  const bars: Bar[] = [];
  for (const record of live(plan, 'activity')) {
    const bar = activityBar(record, resolve);
    if (bar !== undefined) bars.push(bar);
  }
  for (const record of live(plan, 'movement')) {
    const bar = movementBar(record, resolve);
    if (bar !== undefined) bars.push(bar);
  }
  return bars.sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
};

/** From the first start to the last end; undefined without bars. */
export const extentOf = (bars: readonly Bar[]): Span | undefined => {
  const [first] = bars;
  if (first === undefined) return undefined;
  let end = first.end;
  for (const bar of bars) if (bar.end > end) end = bar.end;
  return { start: first.start, end };
};
