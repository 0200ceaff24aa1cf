import fc from 'fast-check';
import { setAnchor } from '#shared/plan/anchor/commands.ts';
import { anchorPreviewer } from '#shared/plan/anchor/preview.ts';
import { live } from '#shared/plan/state.ts';
import { activitySpan, movementSpan, timeResolver } from '#shared/plan/times.ts';
import { DAY, HOUR } from '#shared/time/instant.ts';
import { activityRecord, anchorRecord, movementRecord, participantRecord } from '#tests/support/records.ts';
import { actingOn, after, linkRecord, schedule } from '#tests/support/schedule.ts';
import { uuidOf } from '#tests/support/plans.ts';

const AT = Date.UTC(2027, 5, 12, 6);
const startex = anchorRecord(1, 'STARTEX', { at: '2027-06-12T06:00:00Z' });
const c = anchorRecord(2, 'C', { anchor: startex.id, offset: { unit: 'day', n: -30 } });
const onC = activityRecord(10, 'On C', { start: { anchor: c.id, offset: { unit: 'day', n: 3 } } });
const onStart = activityRecord(11, 'On start', {
  start: { anchor: startex.id, offset: { unit: 'day', n: 1, time: '0800' } },
});
const fixed = activityRecord(12, 'Fixed', { start: { at: '2027-06-20T06:00:00Z' } });
const fin = participantRecord(20, 'FIN');
const lift = movementRecord(30, 'U1', fin.id, { ead: { anchor: startex.id, offset: { unit: 'day', n: 0 } } });
const link = linkRecord(40, onStart.id, fixed.id);
const plan = schedule(startex, c, onC, onStart, fixed, fin, lift, link);

test('a preview names what moves, where to, what goes along and which links break', () => {
  const look = anchorPreviewer(plan, startex.id);
  const near = look(AT + 2 * DAY);
  expect(near?.moving.map(({ id }) => id).toSorted()).toEqual([onC.id, onStart.id, lift.id].toSorted());
  expect(near?.moving.find(({ id }) => id === onC.id)).toMatchObject({
    before: { start: AT - 27 * DAY },
    after: { start: AT - 25 * DAY },
  });
  expect(near?.anchors).toEqual([c.id]);
  expect(near?.broken).toEqual([]);
  expect(look(AT + 10 * DAY)?.broken).toEqual([link.id]);
  expect(look(AT)?.moving).toEqual([]);
});

test('links that join movements break too: the lift arrives after what waits for it, or leaves before what it waits for', () => {
  const waiting = activityRecord(13, 'Waiting', { start: { at: '2027-06-13T06:00:00Z' } });
  const over = activityRecord(14, 'Over', { start: { at: '2027-06-12T04:00:00Z' }, minutes: 60 });
  const [arrives, leaves] = [linkRecord(41, lift.id, waiting.id), linkRecord(42, over.id, lift.id)];
  const look = anchorPreviewer(schedule(startex, fin, lift, waiting, over, arrives, leaves), startex.id);
  expect(look(AT + DAY)?.broken).toEqual([]);
  expect(look(AT + DAY + HOUR)?.broken).toEqual([arrives.id]);
  expect(look(AT - HOUR)?.broken).toEqual([]);
  expect(look(AT - 2 * HOUR)?.broken).toEqual([leaves.id]);
});

test('an anchor that hangs on another goes on hanging on it', () => {
  expect(anchorPreviewer(plan, c.id)(AT - 29 * DAY)?.at).toEqual({
    anchor: startex.id,
    offset: { unit: 'day', n: -29, time: '0800' },
  });
  expect(anchorPreviewer(plan, startex.id)(AT + HOUR)?.at).toEqual({ at: '2027-06-12T07:00:00Z' });
});

test('there is nothing to see of an anchor that is not there', () => {
  expect(anchorPreviewer(plan, uuidOf(99))(AT)).toBeUndefined();
});

test('what the preview shows is what the step brings about', () => {
  const look = anchorPreviewer(plan, startex.id);
  fc.assert(
    fc.property(
      fc.integer({ min: -200_000, max: 200_000 }).filter((minutes) => minutes !== 0),
      (minutes) => {
        const preview = look(AT + minutes * 60_000);
        if (preview === undefined) throw new Error('no preview');
        const next = after(plan, setAnchor(actingOn(plan), startex.id, preview.at));
        const shown = new Map(preview.moving.map((each) => [each.id, each.after]));
        const [was, is] = [timeResolver(plan), timeResolver(next)];
        for (const activity of live(plan, 'activity'))
          expect(activitySpan(activity, is)).toEqual(shown.get(activity.id) ?? activitySpan(activity, was));
        for (const movement of live(plan, 'movement'))
          expect(movementSpan(movement, is)).toEqual(shown.get(movement.id) ?? movementSpan(movement, was));
      },
    ),
    { numRuns: 60 },
  );
});
