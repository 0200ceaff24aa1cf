import fc from 'fast-check';
import { followersOf } from '#shared/plan/schedule/follow.ts';
import { shiftScheduled, shifting, stepBetween } from '#shared/plan/schedule/shift.ts';
import { find } from '#shared/plan/state.ts';
import { movementSpan, scheduledSpan, timeResolver } from '#shared/plan/times.ts';
import { MINUTE } from '#shared/time/instant.ts';
import { activityRecord, anchorRecord, movementRecord, participantRecord } from '#tests/support/records.ts';
import { actingOn, after, codeOf, linkRecord, schedule } from '#tests/support/schedule.ts';
import { uuidOf } from '#tests/support/plans.ts';
import { finish } from '#shared/work.ts';

const at = (day: number, hour = 8): { at: string } => ({
  at: `2027-06-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00Z`,
});
const startex = anchorRecord(2, 'STARTEX', at(10));
const fin = participantRecord(3, 'FIN');
const a = activityRecord(10, 'A', { start: at(11) });
const b = activityRecord(11, 'B', { start: at(12) });
const c = activityRecord(12, 'C', { start: { anchor: startex.id, offset: { unit: 'day', n: 4 } } });
const done = activityRecord(13, 'Done', { start: at(13), state: 'done' });
const behindDone = activityRecord(14, 'Behind done', { start: at(15) });
const early = activityRecord(15, 'Early', { start: at(1) });
const lift = movementRecord(20, 'U1', fin.id, {
  ead: at(12),
  crd: at(14),
  legs: [{ id: uuidOf(21), mode: 'SEA', depart: at(12), arrive: at(13) }],
});
const plan = schedule(
  startex,
  fin,
  a,
  b,
  c,
  done,
  behindDone,
  early,
  lift,
  linkRecord(30, a.id, b.id),
  linkRecord(31, b.id, c.id),
  linkRecord(32, b.id, done.id),
  linkRecord(33, done.id, behindDone.id),
);
const activity = (id: string) => ({ kind: 'activity' as const, id });
const movement = (id: string) => ({ kind: 'movement' as const, id });

describe('shifting', () => {
  test('activities and movements go together in one step; what hangs on an anchor stays on it', () => {
    const draft = shiftScheduled(actingOn(plan), [activity(c.id), movement(lift.id)], { unit: 'day', n: 2 });
    expect(draft.ok && draft.value.label).toEqual({ key: 'steps.moveMany.scheduled', params: { count: 2 } });
    const next = after(plan, draft);
    expect(find(next, 'activity', c.id)?.start).toEqual({ anchor: startex.id, offset: { unit: 'day', n: 6 } });
    expect(find(next, 'movement', lift.id)).toMatchObject({
      ead: at(14),
      crd: at(14),
      legs: [{ depart: at(14), arrive: at(15) }],
    });
  });

  test('what is not there, and a shift by nothing, are refused', () => {
    expect(codeOf(shiftScheduled(actingOn(plan), [activity(uuidOf(99))], { unit: 'day', n: 1 }))).toBe(
      'RECORD_MISSING',
    );
    expect(codeOf(shiftScheduled(actingOn(plan), [activity(a.id)], { unit: 'minute', n: 0 }))).toBe(
      'NOTHING_TO_CHANGE',
    );
  });

  test('a distance is of days where the clock of the zone reads the same, across a change of clocks too', () => {
    const saturday = Date.UTC(2027, 2, 27, 7);
    const monday = Date.UTC(2027, 2, 29, 6);
    expect(stepBetween(saturday, monday, 'Europe/Oslo')).toEqual({ unit: 'day', n: 2 });
    expect(stepBetween(saturday, monday, 'UTC')).toEqual({ unit: 'minute', n: 47 * 60 });
  });
});

describe('with what follows', () => {
  const idsOf = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id).toSorted();

  test('by links: through any number of them, but not through what is done', () => {
    expect(idsOf(followersOf(plan, [activity(a.id)], 'links'))).toEqual(idsOf([b, c]));
    expect(followersOf(plan, [activity(c.id)], 'links')).toEqual([]);
  });

  test('by links: through movements as through activities, but not through one that is done', () => {
    const chain = (state: 'planned' | 'done') =>
      schedule(startex, fin, a, b, { ...lift, state }, linkRecord(30, a.id, lift.id), linkRecord(31, lift.id, b.id));
    expect(followersOf(chain('planned'), [activity(a.id)], 'links')).toEqual([movement(lift.id), activity(b.id)]);
    expect(followersOf(chain('done'), [activity(a.id)], 'links')).toEqual([]);
    const draft = finish(shifting(actingOn(chain('planned')), [activity(a.id)], { unit: 'day', n: 1 }, 'links'));
    const next = after(chain('planned'), draft);
    expect(find(next, 'movement', lift.id)).toMatchObject({ legs: [{ depart: at(13), arrive: at(14) }] });
    expect(find(next, 'activity', b.id)?.start).toEqual(at(13));
  });

  test('by time: all that starts then or later, movements too, nothing that is done or earlier', () => {
    expect(idsOf(followersOf(plan, [activity(b.id)], 'time'))).toEqual(idsOf([c, behindDone, lift]));
    expect(idsOf(followersOf(plan, [movement(lift.id)], 'time'))).toEqual(idsOf([b, c, behindDone]));
  });

  test('the whole chain moves by the same distance and the step says how many follow', () => {
    const draft = finish(shifting(actingOn(plan), [activity(a.id)], { unit: 'minute', n: 90 }, 'links'));
    expect(draft.ok && draft.value.label).toEqual({ key: 'steps.moveFollowing', params: { what: 'A', count: 2 } });
    const next = after(plan, draft);
    const [before, behind] = [timeResolver(plan), timeResolver(next)];
    for (const record of [a, b, c]) {
      const moved = find(next, 'activity', record.id);
      expect((behind(moved?.start) ?? 0) - (before(record.start) ?? 0)).toBe(90 * MINUTE);
    }
    expect(find(next, 'activity', behindDone.id)).toEqual(behindDone);
  });

  test('shifted there and back every plan is as it was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { maxLength: 20 }),
        fc.integer({ min: -20_000, max: 20_000 }).filter((minutes) => minutes !== 0),
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom('links' as const, 'time' as const),
        (pairs, minutes, chosen, following) => {
          const activities = Array.from({ length: 10 }, (_, n) =>
            activityRecord(100 + n, `T${n}`, {
              start: n % 3 === 0 ? { anchor: startex.id, offset: { unit: 'minute', n: n * 100 } } : at(12 + n),
            }),
          );
          // Every fourth is a movement, so that chains run through both kinds.
          const nodes = activities.map((each, n) =>
            n % 4 === 1
              ? movementRecord(100 + n, `M${n}`, fin.id, {
                  legs: [{ id: uuidOf(300 + n), mode: 'SEA', depart: at(12 + n), arrive: at(13 + n) }],
                })
              : each,
          );
          const links = pairs
            .filter(([from, to]) => from < to)
            .map(([from, to], n) => linkRecord(200 + n, uuidOf(100 + from), uuidOf(100 + to)));
          const base = schedule(startex, fin, ...nodes, ...links);
          const picked = [chosen % 4 === 1 ? movement(uuidOf(100 + chosen)) : activity(uuidOf(100 + chosen))];
          const followers = followersOf(base, picked, following);
          const there = after(
            base,
            finish(shifting(actingOn(base), picked, { unit: 'minute', n: minutes }, following)),
          );
          const moved = [...picked, ...followers];
          const back = after(there, shiftScheduled(actingOn(there), moved, { unit: 'minute', n: -minutes }));
          const spans = (state: typeof base): unknown[] =>
            [...state.activity.values(), ...state.movement.values()].map((each) =>
              scheduledSpan(each, timeResolver(state)),
            );
          expect(spans(back)).toEqual(spans(base));
          for (const { id, kind } of nodes) {
            const stayed = !moved.some((each) => each.id === id);
            if (stayed) expect(find(there, kind, id)).toEqual(find(base, kind, id));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('a movement shifted alone keeps its length', () => {
    const next = after(plan, shiftScheduled(actingOn(plan), [movement(lift.id)], { unit: 'minute', n: 45 }));
    const moved = find(next, 'movement', lift.id);
    const [was, is] = [movementSpan(lift, timeResolver(plan)), moved && movementSpan(moved, timeResolver(next))];
    expect(is).toEqual({ start: (was?.start ?? 0) + 45 * MINUTE, end: (was?.end ?? 0) + 45 * MINUTE });
  });
});
