import {
  duplicateActivities,
  moveActivities,
  scheduleActivity,
  unscheduleActivities,
} from '#shared/plan/activity/commands.ts';
import { countFrom, leadLength, leadOf, setLead, standAlone } from '#shared/plan/activity/lead.ts';
import { dependentsOf } from '#shared/plan/anchor/dependents.ts';
import { runChecks } from '#shared/plan/checks/run.ts';
import type { CommandContext } from '#shared/plan/command.ts';
import { removeRecords, updateRecords } from '#shared/plan/commands.ts';
import { clipOf } from '#shared/plan/schedule/clip.ts';
import { pasteClip } from '#shared/plan/schedule/paste.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { allRecords, find, planOf, type PlanState } from '#shared/plan/state.ts';
import { applyOps, type StepDraft } from '#shared/plan/step.ts';
import { activitySpan, timeResolver } from '#shared/plan/times.ts';
import type { Result } from '#shared/result.ts';
import { barsOf } from '#shared/timeline/bars.ts';
import { formatInstant } from '#shared/time/instant.ts';
import type { LeadOffset } from '#shared/time/when.ts';
import { exerciseRecord, uuidOf } from '#tests/support/plans.ts';
import { activityRecord, anchorRecord, participantRecord } from '#tests/support/records.ts';

const startex = anchorRecord(1, 'STARTEX', { at: '2027-06-12T06:00:00Z' });
const conference = activityRecord(10, 'MPC', {
  type: 'conference',
  start: { anchor: startex.id, offset: { unit: 'day', n: -60, time: '0900' } },
  minutes: 3 * 24 * 60,
});
const papers = activityRecord(11, 'Papers out', {
  type: 'deadline',
  start: { at: '2027-03-30T14:00:00Z' },
  minutes: 0,
});
const idea = activityRecord(12, 'Media day', { start: undefined });
const plan = planOf([exerciseRecord(), startex, conference, papers, idea]);

let next = 500;
const contextOf = (state: PlanState): CommandContext => ({
  plan: state,
  actor: 'NOR',
  newId: () => uuidOf((next += 1)),
});
const after = (state: PlanState, draft: Result<StepDraft>): PlanState => {
  if (!draft.ok) throw new Error(draft.error.code);
  const ops = draft.value.ops.map((op) =>
    op.before === null && op.after !== null ? { ...op, after: { ...op.after, stamp: papers.stamp } } : op,
  );
  const done = applyOps(state, ops);
  if (!done.ok) throw new Error(done.error.code);
  return done.value;
};
const allOf = (state: PlanState) => [...allRecords(state)];
const exerciseWith = (more: object): PlanRecord => ({ ...exerciseRecord(), ...more });
const startOf = (state: PlanState, id: string): string | undefined => {
  const activity = find(state, 'activity', id);
  const span = activity && activitySpan(activity, timeResolver(state));
  return span && formatInstant(span.start);
};

test('a deadline counts from a conference without moving, and moves with it from then on', () => {
  const linked = after(plan, countFrom(contextOf(plan), papers.id, conference.id));
  expect(find(linked, 'activity', papers.id)?.start).toEqual({
    activity: conference.id,
    offset: { unit: 'day', n: -14, time: '1600' },
  });
  expect(startOf(linked, papers.id)).toBe(startOf(plan, papers.id));
  const moved = after(linked, moveActivities(contextOf(linked), [conference.id], { unit: 'day', n: 7 }));
  expect(startOf(moved, papers.id)).toBe('2027-04-06T14:00:00Z');
  expect(barsOf(moved).find(({ id }) => id === papers.id)?.anchored).toBe(true);
});

test('it goes with an anchor that the conference hangs on, too, and is counted among what moves', () => {
  const linked = after(plan, countFrom(contextOf(plan), papers.id, conference.id));
  const moved = after(
    linked,
    updateRecords(contextOf(linked), 'anchor', [startex.id], { at: { at: '2027-06-13T06:00:00Z' } }),
  );
  expect(startOf(moved, papers.id)).toBe('2027-03-31T14:00:00Z');
  expect([...dependentsOf(linked, startex.id)]).toEqual([['activity', 2]]);
});

test('from an end it counts from where the other ends', () => {
  const lead = { activity: conference.id, edge: 'end', offset: { unit: 'day', n: 14, time: '1600' } } as const;
  const report = after(plan, setLead(contextOf(plan), papers.id, lead));
  expect(startOf(report, papers.id)).toBe('2027-04-30T14:00:00Z');
  expect(leadLength(lead)).toBe(14);
  const longer = after(report, updateRecords(contextOf(report), 'activity', [conference.id], { minutes: 4 * 24 * 60 }));
  expect(startOf(longer, papers.id)).toBe('2027-05-01T14:00:00Z');
});

test('in weeks it keeps the day of the week, in working days it passes weekends and holidays over', () => {
  const lead = (offset: LeadOffset) => ({ activity: conference.id, offset });
  // The conference begins on Tuesday 13 April 2027.
  const weeks = after(plan, setLead(contextOf(plan), papers.id, lead({ unit: 'week', n: -2, time: '1600' })));
  expect(startOf(weeks, papers.id)).toBe('2027-03-30T14:00:00Z');
  const work = after(plan, setLead(contextOf(plan), papers.id, lead({ unit: 'workday', n: -10, time: '1600' })));
  expect(startOf(work, papers.id)).toBe('2027-03-30T14:00:00Z');
  const holiday = { id: uuidOf(99), date: '2027-04-05', name: 'Easter Monday' };
  const norway = participantRecord(20, 'NOR', 'Norway', { holidays: [holiday] });
  const easter = planOf([...allOf(work), norway]);
  expect(startOf(easter, papers.id)).toBe('2027-03-29T14:00:00Z');
  const elsewhere = planOf([...allOf(work), norway, exerciseWith({ holidaysOf: [uuidOf(21)] })]);
  expect(startOf(elsewhere, papers.id)).toBe('2027-03-30T14:00:00Z');
  const sixDays = planOf([...allOf(work), exerciseWith({ weekend: [7] })]);
  expect(startOf(sixDays, papers.id)).toBe('2027-04-01T14:00:00Z');
});

test('moved by days a lead in working days stays on days of work, and one in weeks becomes days', () => {
  const lead = (offset: LeadOffset) => ({ activity: conference.id, offset });
  const offsetOf = (state: PlanState): unknown => leadOf(find(state, 'activity', papers.id)?.start)?.offset;
  const work = after(plan, setLead(contextOf(plan), papers.id, lead({ unit: 'workday', n: -12, time: '1600' })));
  expect(startOf(work, papers.id)).toBe('2027-03-26T15:00:00Z');
  const later = after(work, moveActivities(contextOf(work), [papers.id], { unit: 'day', n: 1 }));
  expect(offsetOf(later)).toEqual({ unit: 'workday', n: -11, time: '1600' });
  expect(startOf(later, papers.id)).toBe('2027-03-29T14:00:00Z');
  const back = after(later, moveActivities(contextOf(later), [papers.id], { unit: 'day', n: -1 }));
  expect(startOf(back, papers.id)).toBe('2027-03-26T15:00:00Z');
  const weeks = after(plan, setLead(contextOf(plan), papers.id, lead({ unit: 'week', n: -2, time: '1600' })));
  const third = after(weeks, moveActivities(contextOf(weeks), [papers.id], { unit: 'day', n: -7 }));
  expect(offsetOf(third)).toEqual({ unit: 'week', n: -3, time: '1600' });
  const odd = after(weeks, moveActivities(contextOf(weeks), [papers.id], { unit: 'day', n: 1 }));
  expect(offsetOf(odd)).toEqual({ unit: 'day', n: -13, time: '1600' });
});

test('counted from another activity it stays where it is, and in working days where it stands on one', () => {
  const other = activityRecord(30, 'FPC', { start: { at: '2027-05-04T07:00:00Z' } });
  const lead = { activity: conference.id, offset: { unit: 'workday', n: -10, time: '1600' } } as const;
  const work = after(planOf([...allOf(plan), other]), setLead(contextOf(plan), papers.id, lead));
  const next = after(work, countFrom(contextOf(work), papers.id, other.id));
  expect(startOf(next, papers.id)).toBe('2027-03-30T14:00:00Z');
  expect(leadOf(find(next, 'activity', papers.id)?.start)?.offset).toEqual({ unit: 'workday', n: -25, time: '1600' });
});

test('a removed participant goes from those whose holidays count', () => {
  const norway = participantRecord(20, 'NOR', 'Norway');
  const state = planOf([...allOf(plan), norway, exerciseWith({ holidaysOf: [norway.id] })]);
  const gone = after(state, removeRecords(contextOf(state), 'participant', [norway.id]));
  expect(gone.exercise.values().next().value?.holidaysOf).toEqual([]);
});

test('moved together with what it counts from, it moves once', () => {
  const linked = after(plan, countFrom(contextOf(plan), papers.id, conference.id));
  const moved = after(linked, moveActivities(contextOf(linked), [conference.id, papers.id], { unit: 'day', n: 7 }));
  expect(startOf(moved, papers.id)).toBe('2027-04-06T14:00:00Z');
  const both = [conference.id, papers.id].map((id) => ({ kind: 'activity' as const, id }));
  const clip = clipOf(linked, both, 'NOR');
  if (clip === undefined) throw new Error('nothing to copy');
  const copied = after(linked, pasteClip(contextOf(linked), clip, { unit: 'day', n: 7 }));
  const starts = [...copied.activity.keys()].map((id) => startOf(copied, id));
  expect(starts.filter((start) => start === '2027-04-06T14:00:00Z')).toHaveLength(1);
});

test('moved itself, it keeps counting, from another day', () => {
  const linked = after(plan, countFrom(contextOf(plan), papers.id, conference.id));
  const moved = after(linked, moveActivities(contextOf(linked), [papers.id], { unit: 'day', n: -1 }));
  expect(find(moved, 'activity', papers.id)?.start).toMatchObject({ offset: { n: -15, time: '1600' } });
});

test('nothing may come to count from itself, over whatever others', () => {
  const linked = after(plan, countFrom(contextOf(plan), papers.id, conference.id));
  expect(countFrom(contextOf(linked), conference.id, papers.id)).toMatchObject({
    error: { code: 'ACTIVITY_LEAD_CYCLE' },
  });
  expect(countFrom(contextOf(plan), papers.id, papers.id)).toMatchObject({ error: { code: 'ACTIVITY_LEAD_CYCLE' } });
  const ring = updateRecords(contextOf(linked), 'anchor', [startex.id], {
    at: { activity: papers.id, offset: { unit: 'day', n: 90 } },
  });
  expect(ring).toMatchObject({ error: { code: 'ANCHOR_CYCLE' } });
});

test('it stands where it stood when the other is deleted, or when it is to stand on its own', () => {
  const linked = after(plan, countFrom(contextOf(plan), papers.id, conference.id));
  const alone = after(linked, removeRecords(contextOf(linked), 'activity', [conference.id]));
  expect(find(alone, 'activity', papers.id)?.start).toEqual({ at: '2027-03-30T14:00:00Z' });
  const again = after(linked, standAlone(contextOf(linked), papers.id));
  expect(find(again, 'activity', papers.id)?.start).toEqual({ at: '2027-03-30T14:00:00Z' });
});

test('what is not scheduled has no bar, breaks no rule, and what counts from it waits without a fault', () => {
  const waiting = after(plan, countFrom(contextOf(plan), papers.id, idea.id));
  expect(barsOf(waiting).map(({ id }) => id)).toEqual([conference.id]);
  expect(runChecks(waiting).filter(({ code }) => code === 'TIME-001')).toEqual([]);
  const gone = after(waiting, removeRecords(contextOf(waiting), 'activity', [idea.id]));
  expect(find(gone, 'activity', papers.id)?.start).toBeUndefined();
  const lost = planOf([
    exerciseRecord(),
    activityRecord(13, 'Lost', { start: { activity: uuidOf(99), offset: { unit: 'day', n: 0 } } }),
  ]);
  expect(runChecks(lost).map(({ code }) => code)).toEqual(expect.arrayContaining(['REF-001', 'TIME-001']));
});

test('an activity is scheduled, taken off the schedule, moved and copied, each as far as it can be', () => {
  const placed = after(plan, scheduleActivity(contextOf(plan), idea.id, Date.UTC(2027, 5, 1, 8)));
  expect(startOf(placed, idea.id)).toBe('2027-06-01T08:00:00Z');
  const off = after(placed, unscheduleActivities(contextOf(placed), [idea.id, papers.id]));
  expect([startOf(off, idea.id), startOf(off, papers.id)]).toEqual([undefined, undefined]);
  expect(unscheduleActivities(contextOf(plan), [idea.id])).toMatchObject({ error: { code: 'NOTHING_TO_CHANGE' } });
  expect(moveActivities(contextOf(plan), [idea.id], 60)).toMatchObject({ error: { code: 'NOTHING_TO_CHANGE' } });
  const copied = after(plan, duplicateActivities(contextOf(plan), [idea.id], 60));
  expect(
    [...copied.activity.values()].filter(({ title, start }) => title === 'Media day' && start === undefined),
  ).toHaveLength(2);
});
