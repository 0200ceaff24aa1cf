/** Small real plans for tests of whatever keeps or carries plans. */
import type { Kind, PlanRecord } from '#shared/plan/records.ts';
import type { Op, Step, StepSource } from '#shared/plan/step.ts';
import { newClock, stampOf } from '#shared/time/clock.ts';

const hex = (n: number, width: number): string => n.toString(16).padStart(width, '0');

/** A valid UUIDv7 from a number, so that a red test names the same records every time. */
export const uuidOf = (n: number): string => `01900000-${hex(n >>> 16, 4)}-7000-8000-${hex(n, 12)}`;

export const EXERCISE_ID = uuidOf(1);

export const stampAt = (n: number): string => stampOf({ ...newClock('tester'), ms: 1_800_000_000_000 + n });

/** Fields in the order in which the schemas give them, so that plans compare as text too. */
export const exerciseRecord = (id: string = EXERCISE_ID, name = 'Exercise ANCHOR'): PlanRecord => ({
  id,
  owner: 'NOR',
  label: { policy: 'NATO', classification: 'NATO UNCLASSIFIED', releasableTo: [] },
  stamp: stampAt(0),
  kind: 'exercise',
  name,
  types: ['LIVEX'],
  objectives: [],
  zone: 'Europe/Oslo',
});

export const locationRecord = (n: number, name = `Location ${n}`): PlanRecord => ({
  id: uuidOf(n),
  owner: 'NOR',
  stamp: stampAt(n),
  kind: 'location',
  name,
  type: 'barracks',
});

let steps = 1_000_000;

/** A step of these operations, with an id of its own. */
export const stepOf = (ops: readonly Op[], more: Partial<Step> = {}, source: StepSource = 'edit'): Step => {
  steps += 1;
  return {
    format: 1,
    id: uuidOf(steps),
    exerciseId: EXERCISE_ID,
    source,
    author: 'tester',
    stamp: stampAt(steps),
    at: 1_800_000_000_000 + steps,
    label: { key: 'steps.test' },
    ops,
    ...more,
  };
};

export const creation = (record: PlanRecord): Op => ({ kind: record.kind, id: record.id, before: null, after: record });

export const change = (kind: Kind, id: string, before: Op['before'], after: Op['after']): Op => ({
  kind,
  id,
  before,
  after,
});

/** The first step of an exercise. */
export const firstStep = (id: string = EXERCISE_ID, name?: string): Step =>
  stepOf([creation(exerciseRecord(id, name))], { exerciseId: id });

export const locationStep = (n: number, more: Partial<Step> = {}): Step => stepOf([creation(locationRecord(n))], more);
