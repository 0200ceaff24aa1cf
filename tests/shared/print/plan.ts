/** A small plan of dated records for printing, and the options that show all of it. */
import type { Label } from '#shared/label/label.ts';
import type { PlanRecord, RecordOf } from '#shared/plan/records.ts';
import { type PlanState, planOf } from '#shared/plan/state.ts';
import { type TimelinePrintOptions, timelineDefaults } from '#shared/print/options.ts';
import { formatInstant } from '#shared/time/instant.ts';
import { exerciseRecord, stampAt, uuidOf } from '#tests/support/plans.ts';

export const TASTE = { language: 'en', exerciseLine: true } as const;
export const NOW = Date.UTC(2027, 4, 1, 12);
const DAY_ONE = Date.UTC(2027, 5, 12);
const HOUR = 3_600_000;

export const NORWAY = uuidOf(10);
export const FINLAND = uuidOf(11);

const base = (n: number) => ({ id: uuidOf(n), owner: 'NOR', stamp: stampAt(n) });

const participant = (n: number, code: string, name: string): PlanRecord => ({
  ...base(n),
  kind: 'participant',
  code,
  name,
  type: 'nation',
  role: 'contributing',
  colour: n % 12,
  contacts: [],
});

export interface Shape {
  readonly title: string;
  /** Hours after the first day. */
  readonly at: number;
  readonly hours: number;
  readonly participants?: readonly string[];
  readonly type?: string;
  readonly state?: RecordOf<'activity'>['state'];
  readonly label?: Label;
}

export const activity = (n: number, shape: Shape): PlanRecord => ({
  ...base(n),
  kind: 'activity',
  title: shape.title,
  type: shape.type ?? 'serial',
  start: { at: formatInstant(DAY_ONE + shape.at * HOUR) },
  minutes: Math.round(shape.hours * 60),
  participants: [...(shape.participants ?? [NORWAY])],
  units: [],
  state: shape.state ?? 'planned',
  ...(shape.label === undefined ? {} : { label: shape.label }),
});

export const anchor = (n: number, code: string, at: number): PlanRecord => ({
  ...base(n),
  kind: 'anchor',
  code,
  counts: 'day',
  at: { at: formatInstant(DAY_ONE + at * HOUR) },
});

export const movement = (n: number, uln: string, at: number): PlanRecord => ({
  ...base(n),
  kind: 'movement',
  uln,
  participant: FINLAND,
  units: [],
  direction: 'deployment',
  legs: [
    {
      id: uuidOf(n + 500_000),
      mode: 'SEA',
      depart: { at: formatInstant(DAY_ONE + at * HOUR) },
      arrive: { at: formatInstant(DAY_ONE + (at + 30) * HOUR) },
    },
  ],
  pax: 1,
  tonnes: 1,
  dangerousGoods: false,
  priority: 1,
  state: 'planned',
});

export const planWith = (records: readonly PlanRecord[]): PlanState =>
  planOf([exerciseRecord(), participant(10, 'NOR', 'Norway'), participant(11, 'FIN', 'Finland'), ...records]);

export const optionsFor = (plan: PlanState, change: Partial<TimelinePrintOptions> = {}): TimelinePrintOptions => ({
  ...timelineDefaults(plan, TASTE, NOW),
  ...change,
});
