import {
  daysUntil,
  deadlinesOf,
  forcesOf,
  nextOf,
  processOf,
  stripOf,
  tenseOf,
} from '#renderer/features/overview/model.ts';
import { planOf } from '#shared/plan/state.ts';
import { timeResolver } from '#shared/plan/times.ts';
import { stampMs } from '#shared/time/clock.ts';
import { DAY, HOUR } from '#shared/time/instant.ts';
import { activityRecord, movementRecord, participantRecord, unitRecord } from '#tests/support/records.ts';
import { exerciseRecord, stampAt } from '#tests/support/plans.ts';
import { finish } from '#shared/work.ts';

const at = (text: string) => ({ start: { at: text } });
const ipc = activityRecord(1, 'IPC', { type: 'conference', minutes: 600, ...at('2027-01-10T08:00:00Z') });
const stage = activityRecord(2, 'Planning', { type: 'phase', minutes: 60 * 24 * 60, ...at('2027-01-01T00:00:00Z') });
const due = activityRecord(3, 'EXPI', { type: 'deadline', minutes: 0, ...at('2027-03-01T16:00:00Z') });
const off = activityRecord(4, 'Off', { type: 'conference', state: 'cancelled', ...at('2027-02-01T08:00:00Z') });
const serial = activityRecord(5, 'Serial', at('2027-03-02T08:00:00Z'));
const plan = planOf([exerciseRecord(), ipc, stage, due, off, serial]);
const resolve = timeResolver(plan);

test('the process is its stages and conferences in order, without what was cancelled', () => {
  expect(finish(processOf(plan, resolve)).map(({ activity }) => activity.title)).toEqual(['Planning', 'IPC']);
});

test('next is what is not over yet, and no ordinary serial', () => {
  const during = Date.UTC(2027, 0, 10, 12);
  const deadlines = finish(deadlinesOf(plan, resolve));
  expect(nextOf(deadlines, during, 9).map(({ activity }) => activity.title)).toEqual(['IPC', 'EXPI']);
  expect(nextOf(deadlines, during + 7 * HOUR, 9).map(({ activity }) => activity.title)).toEqual(['EXPI']);
  expect(nextOf(deadlines, during, 1)).toHaveLength(1);
});

test('a span is ahead, now or past, its own ends being now', () => {
  const span = { start: 10, end: 20 };
  expect([9, 10, 20, 21].map((now) => tenseOf(span, now))).toEqual(['ahead', 'now', 'now', 'past']);
  expect(daysUntil(3 * DAY - 1, 0)).toBe(2);
  expect(daysUntil(0, DAY)).toBe(0);
});

test('forces count units and strength, and what is missing of them', () => {
  const fin = participantRecord(10, 'FIN');
  const swe = participantRecord(11, 'SWE', 'Sweden', { owner: 'SWE', stamps: { name: stampAt(900) } });
  const brigade = unitRecord(20, 'Bde', fin.id, { personnel: 100 });
  const battalion = unitRecord(21, 'Bn', fin.id, { parent: brigade.id });
  const alone = unitRecord(22, 'Coy', swe.id, { personnel: 20 });
  const move = movementRecord(30, 'U1', fin.id, { units: [brigade.id] });
  const [first, second] = finish(forcesOf(planOf([fin, swe, brigade, battalion, alone, move])));
  // The battalion has no strength of its own, and moves with its brigade.
  expect(first).toMatchObject({ units: 2, strength: 100, noStrength: 1, noMovement: 0, asOf: undefined });
  expect(second).toMatchObject({ units: 1, strength: 20, noStrength: 0, noMovement: 1 });
  expect(second?.asOf).toBe(stampMs(stampAt(900)));
});

test('the strip has every month in between, the empty ones too', () => {
  const months = finish(stripOf(planOf([exerciseRecord(), ipc, due]), resolve));
  expect(months.map(({ activities }) => activities)).toEqual([1, 0, 1]);
  expect(finish(stripOf(planOf([exerciseRecord()]), resolve))).toEqual([]);
});
