import fc from 'fast-check';
import { moveActivities } from '#shared/plan/activity/commands.ts';
import { addLink } from '#shared/plan/dependency/commands.ts';
import type { Dependency } from '#shared/plan/dependency/schema.ts';
import type { Network, NetworkLink, NetworkNode } from '#shared/plan/schedule/network.ts';
import { networkOf } from '#shared/plan/schedule/network.ts';
import { isOnPath, scheduleOf, scheduleOfNetwork, type Scheduled } from '#shared/plan/schedule/schedule.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { planOf } from '#shared/plan/state.ts';
import { applyOps } from '#shared/plan/step.ts';
import { HOUR, MINUTE } from '#shared/time/instant.ts';
import { exerciseRecord, stampAt, uuidOf } from '#tests/support/plans.ts';
import { activityRecord, anchorRecord, movementRecord, participantRecord, unitRecord } from '#tests/support/records.ts';
import { linkRecord } from '#tests/support/schedule.ts';
import { must } from '#tests/shared/plan/merge/world.ts';

const TYPES = ['FS', 'SS', 'FF', 'SF'] as const satisfies readonly Dependency['type'][];

const node = (n: number, start: number, length: number, fixed = false): NetworkNode => ({
  id: `n${n}`,
  kind: 'activity',
  start: start * MINUTE,
  length: length * MINUTE,
  fixed,
});
const link = (from: number, to: number, type: Dependency['type'] = 'FS', lag = 0): NetworkLink => ({
  from,
  to,
  type,
  lag: lag * MINUTE,
});
const floatsOf = (nodes: readonly NetworkNode[], links: readonly NetworkLink[]) =>
  [...scheduleOfNetwork({ nodes, links }).byId.values()].map(({ totalFloat, freeFloat }) => [totalFloat, freeFloat]);

test('the longest way has no float, the other as much as it is shorter', () => {
  // 0 -> 1 (60) -> 3, and 0 -> 2 (20) -> 3
  const nodes = [node(0, 0, 10), node(1, 10, 60), node(2, 10, 20), node(3, 70, 10)];
  expect(floatsOf(nodes, [link(0, 1), link(0, 2), link(1, 3), link(2, 3)])).toEqual([
    [0, 0],
    [0, 0],
    [40, 40],
    [0, 0],
  ]);
});

test('free float ends at the next one, total float at the end', () => {
  const nodes = [node(0, 0, 10), node(1, 15, 10), node(2, 0, 100)];
  expect(floatsOf(nodes, [link(0, 1)])).toEqual([
    [80, 5],
    [75, 75],
    [0, 0],
  ]);
});

test.each([
  ['FS', 5, 25],
  ['SS', 5, 15],
  ['FF', 5, 20],
  ['SF', 5, 10],
] as const)('%s with a lag of %d minutes lets the second start at %d', (type, lag, start) => {
  // 10 to 20, and 5 minutes long.
  const schedule = scheduleOfNetwork({ nodes: [node(0, 10, 10), node(1, 0, 5)], links: [link(0, 1, type, lag)] });
  expect((schedule.byId.get('n1')?.start ?? 0) / MINUTE).toBe(start);
});

test('a fixed date bounds what comes before it, and one that is missed gives negative float', () => {
  const nodes = [node(0, 0, 10), node(1, 30, 0, true), node(2, 0, 500)];
  expect(floatsOf(nodes, [link(0, 1)])).toEqual([
    [20, 20],
    [0, 0],
    [0, 0],
  ]);
  expect(floatsOf([node(0, 0, 50), node(1, 30, 0, true), node(2, 0, 500)], [link(0, 1)])[0]).toEqual([-20, 0]);
});

test('rings are named, their links do not count, and the rest is reckoned as ever', () => {
  const nodes = [node(0, 0, 10), node(1, 0, 10), node(2, 0, 10), node(3, 0, 10)];
  const schedule = scheduleOfNetwork({ nodes, links: [link(0, 1), link(1, 2), link(2, 1), link(2, 3), link(3, 3)] });
  expect(schedule.rings.map((ring) => ring.toSorted((a, b) => a.localeCompare(b)))).toEqual([['n1', 'n2'], ['n3']]);
  expect((schedule.byId.get('n1')?.start ?? 0) / MINUTE).toBe(10);
  expect((schedule.byId.get('n3')?.start ?? 0) / MINUTE).toBe(10);
});

const network: fc.Arbitrary<Network> = fc
  .array(fc.tuple(fc.nat(500), fc.nat(100), fc.nat(9)), { minLength: 1, maxLength: 14 })
  .chain((specs) => {
    const nodes = specs.map(([start, length, fixed], n) => node(n, start, length, fixed === 0));
    const pair = fc.tuple(
      fc.nat(nodes.length - 1),
      fc.nat(nodes.length - 1),
      fc.constantFrom(...TYPES),
      fc.integer({ min: -60, max: 120 }),
    );
    // Forward only, so that there is no ring.
    return fc.array(pair, { maxLength: 25 }).map((pairs) => ({
      nodes,
      links: pairs.flatMap(([a, b, type, lag]) => (a === b ? [] : [link(Math.min(a, b), Math.max(a, b), type, lag)])),
    }));
  });

const isKept = ({ type, lag, from, to }: NetworkLink, at: (index: number) => Scheduled): boolean => {
  const [a, b] = [at(from), at(to)];
  const left = type === 'FS' || type === 'FF' ? a.end : a.start;
  return (type === 'FS' || type === 'SS' ? b.start : b.end) >= left + lag;
};
const atIn = (schedule: ReturnType<typeof scheduleOfNetwork>) => (index: number) => {
  const found = schedule.byId.get(`n${index}`);
  if (found === undefined) throw new Error('no such node');
  return found;
};

test('nothing starts earlier than it is planned or than what it waits for allows', () => {
  fc.assert(
    fc.property(network, (net) => {
      const schedule = scheduleOfNetwork(net);
      for (const each of net.links) expect(isKept(each, atIn(schedule))).toBe(true);
      net.nodes.forEach(({ start }, index) => expect(atIn(schedule)(index).start).toBeGreaterThanOrEqual(start));
    }),
  );
});

/** The same network with one node planned so much later than it could be. */
const delayed = (net: Network, index: number, to: number): Network => ({
  ...net,
  nodes: net.nodes.map((each, at) => (at === index ? { ...each, start: to, fixed: false } : each)),
});

test('a delay by the total float moves neither the end nor a fixed date; a minute more moves one of them', () => {
  fc.assert(
    fc.property(network, fc.nat(13), (net, pick) => {
      const index = pick % net.nodes.length;
      const before = scheduleOfNetwork(net);
      const { start, totalFloat, fixed } = atIn(before)(index);
      if (totalFloat < 0 || fixed) return;
      const after = (by: number) => scheduleOfNetwork(delayed(net, index, start + by * MINUTE));
      const within = after(totalFloat);
      expect(within.end).toBe(before.end);
      const starts = (schedule: typeof before) =>
        net.nodes.map((each, at) => (each.fixed ? atIn(schedule)(at).start : 0));
      expect(starts(within)).toEqual(starts(before));
      const beyond = after(totalFloat + 1);
      const missed = net.nodes.some((each, at) => each.fixed && at !== index && atIn(beyond)(at).start > each.start);
      expect(missed || beyond.end !== before.end).toBe(true);
    }),
  );
});

test('a delay by the free float moves nothing else, and is never more than the total float', () => {
  fc.assert(
    fc.property(network, fc.nat(13), (net, pick) => {
      const index = pick % net.nodes.length;
      const before = scheduleOfNetwork(net);
      const { start, freeFloat, totalFloat, critical, fixed } = atIn(before)(index);
      expect(critical).toBe(totalFloat <= 0);
      if (totalFloat >= 0) expect(freeFloat).toBeLessThanOrEqual(totalFloat);
      if (fixed) return;
      const after = scheduleOfNetwork(delayed(net, index, start + freeFloat * MINUTE));
      net.nodes.forEach((_, at) => {
        if (at !== index) expect(atIn(after)(at).start).toBe(atIn(before)(at).start);
      });
    }),
  );
});

test('something without float ends when the plan ends', () => {
  fc.assert(
    fc.property(network, (net) => {
      const schedule = scheduleOfNetwork(net);
      const last = [...schedule.byId.values()].filter(({ end }) => end === schedule.end);
      expect(last.length).toBeGreaterThan(0);
      expect(last.every(({ critical }) => critical)).toBe(true);
    }),
  );
});

describe('of a plan', () => {
  const at = (time: string) => ({ at: `2027-06-${time}:00Z` });
  const nor = participantRecord(10, 'NOR');
  const coy = unitRecord(20, 'Coy', nor.id);
  const serial = (n: number, start: string, more = {}) =>
    activityRecord(n, `Serial ${n}`, { start: at(start), ...more });
  const floatOf = (id: number, ...records: PlanRecord[]) =>
    scheduleOf(planOf([exerciseRecord(), nor, coy, ...records])).byId.get(uuidOf(id))?.totalFloat;

  test('an arrival comes before the first serial of each unit that it brings', () => {
    const movement = movementRecord(40, 'A', nor.id, { units: [coy.id], ald: at('08T00:00'), lad: at('08T06:00') });
    const first = serial(50, '08T08:00', { units: [coy.id], type: 'serial' });
    const later = serial(51, '12T08:00', { units: [coy.id] });
    const fixed = { ...first, state: 'done' } as PlanRecord;
    expect(floatOf(40, movement, fixed, later)).toBe(120);
    expect(floatOf(40, { ...movement, direction: 'redeployment' } as PlanRecord, fixed, later)).toBeGreaterThan(120);
  });

  describe('with links of movements', () => {
    const lift = movementRecord(40, 'A', nor.id, { units: [coy.id], ald: at('08T00:00'), lad: at('08T06:00') });
    const use = serial(50, '08T08:00', { units: [coy.id] });
    const end = serial(52, '12T08:00', { type: 'milestone', minutes: 0 });
    const held = (from: number, to: number, type: Dependency['type'] = 'FS', lag = 0) =>
      linkRecord(70 + from + to, uuidOf(from), uuidOf(to), type, lag);

    test('the movement comes before, with its lag, and what waits for it behind', () => {
      expect(floatOf(40, { ...lift, units: [] } as PlanRecord, end, held(40, 52, 'FS', 60))).toBe(4 * 24 * 60 + 60);
      const home = movementRecord(41, 'R', nor.id, {
        direction: 'redeployment',
        ald: at('12T09:00'),
        lad: at('12T20:00'),
      });
      expect(floatOf(50, use, home, held(50, 41))).toBe(4 * 24 * 60);
      expect(floatOf(50, use, home)).toBe(4 * 24 * 60 + 11 * 60);
    });

    test('what the planner draws between a lift and the first use of its units takes the place of what is implied', () => {
      const done = { ...use, state: 'done' } as PlanRecord;
      expect(floatOf(40, lift, done)).toBe(120);
      expect(floatOf(40, lift, done, held(40, 50, 'FS', 30))).toBe(90);
      expect(floatOf(40, lift, done, held(40, 50, 'SS'))).toBe(180);
      expect(networkOf(planOf([nor, coy, lift, use, held(50, 40)])).links).toMatchObject([{ from: 0, to: 1 }]);
    });

    test('what is implied gives way where it makes a ring of links that are drawn; a drawn ring is named', () => {
      const load = serial(51, '07T08:00', { minutes: 60 });
      const drawn = [held(50, 51), held(51, 40)];
      const open = scheduleOf(planOf([exerciseRecord(), nor, coy, lift, use, load, ...drawn]));
      expect(open.rings).toEqual([]);
      expect(open.byId.get(uuidOf(51))?.start).toBe(Date.parse(at('08T09:00').at));
      const ring = scheduleOf(planOf([exerciseRecord(), nor, coy, lift, use, load, ...drawn, held(40, 50)]));
      expect(ring.rings.map((ids) => ids.toSorted())).toEqual([[40, 50, 51].map(uuidOf)]);
    });

    test('a phase that only a movement is linked to is part of the network', () => {
      const phase = serial(53, '07T08:00', { type: 'phase' });
      const ids = (...records: PlanRecord[]) => networkOf(planOf(records)).nodes.map(({ id }) => id);
      expect(ids(phase, lift, held(53, 40))).toEqual([phase.id, lift.id]);
      expect(ids(phase, lift)).toEqual([lift.id]);
    });
  });

  test('milestones, deadlines, what is done and what stands on an anchor itself are fixed', () => {
    const d = anchorRecord(60, 'D', at('10T08:00'));
    const on = (n: number, offset: object) => serial(50 + n, '08T08:00', { start: { anchor: d.id, offset } });
    const fixedIds = networkOf(
      planOf([
        exerciseRecord(),
        d,
        on(0, { unit: 'day', n: 0 }),
        on(1, { unit: 'day', n: 0, time: '0600' }),
        on(2, { unit: 'minute', n: 90 }),
        serial(53, '08T08:00', { type: 'milestone' }),
        serial(54, '08T08:00', { type: 'deadline' }),
        serial(55, '08T08:00', { state: 'done' }),
        serial(56, '08T08:00'),
      ]),
    ).nodes.flatMap(({ id, fixed }) => (fixed ? [id] : []));
    expect(fixedIds).toEqual([50, 53, 54, 55].map(uuidOf));
  });

  test('phases that nothing is linked to, what is cancelled and what has no time are left out', () => {
    const { nodes } = networkOf(
      planOf([
        exerciseRecord(),
        serial(50, '08T08:00', { type: 'phase' }),
        serial(51, '08T08:00', { state: 'cancelled' }),
        activityRecord(52, 'Undated', { start: { anchor: uuidOf(99), offset: { unit: 'minute', n: 0 } } }),
        movementRecord(40, 'A', nor.id),
        serial(53, '08T08:00'),
      ]),
    );
    expect(nodes.map(({ id }) => id)).toEqual([uuidOf(53)]);
  });

  test('the path is what has no float; a deadline that stands alone is not on it', () => {
    const plan = planOf([
      exerciseRecord(),
      serial(50, '08T08:00'),
      serial(51, '08T09:00'),
      serial(52, '08T08:30', { type: 'deadline', minutes: 0 }),
      {
        id: uuidOf(70),
        kind: 'dependency',
        owner: 'NOR',
        stamp: stampAt(70),
        from: uuidOf(50),
        to: uuidOf(51),
        type: 'FS',
        lagMinutes: 0,
      },
    ]);
    const schedule = scheduleOf(plan);
    const path = [...schedule.byId.values()].filter((each) => isOnPath(each, schedule)).map(({ id }) => id);
    expect(path).toEqual([uuidOf(50), uuidOf(51)]);
    expect(schedule.byId.get(uuidOf(52))).toMatchObject({ critical: true, linked: false });
  });

  test('commands and float agree: what is moved within its float breaks nothing', () => {
    let n = 500;
    const context = (plan: ReturnType<typeof planOf>) => ({ plan, actor: 'NOR', newId: () => uuidOf((n += 1)) });
    const plan = planOf([exerciseRecord(), serial(50, '08T08:00'), serial(51, '08T12:00')]);
    const draft = must(addLink(context(plan), uuidOf(50), uuidOf(51)));
    const ops = draft.ops.map((op) => ({ ...op, after: { ...op.after, stamp: stampAt(1) } }));
    const linked = must(applyOps(plan, ops));
    const float = scheduleOf(linked).byId.get(uuidOf(50))?.totalFloat ?? 0;
    expect(float).toBe((3 * HOUR) / MINUTE);
    const moved = must(applyOps(linked, must(moveActivities(context(linked), [uuidOf(50)], float)).ops));
    expect(scheduleOf(moved).end).toBe(scheduleOf(linked).end);
  });
});
