/** The laws of merging, over random histories of nations that edit each other's records. */
import fc from 'fast-check';
import { acceptReview, decideAll, ACCEPT_WORDS } from '#shared/plan/merge/accept.ts';
import { redoDraft, undoDraft } from '#shared/plan/history.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { applyOps, makeStep } from '#shared/plan/step.ts';
import { stampOf } from '#shared/time/clock.ts';
import {
  change,
  content,
  createUnit,
  desk,
  idOf,
  importStep,
  must,
  redacted,
  release,
  review,
  take,
  type Bundle,
  type Desk,
} from './world.ts';

interface Action {
  readonly who: number;
  readonly what: 'create' | 'name' | 'short' | 'strength' | 'delete' | 'restore' | 'release';
  readonly on: number;
  readonly value: number;
  /** Bit n set: record n is held back from this release. */
  readonly held: number;
}

const action: fc.Arbitrary<Action> = fc.record({
  who: fc.nat(1),
  what: fc.constantFrom('create', 'name', 'name', 'short', 'strength', 'delete', 'restore', 'release', 'release'),
  on: fc.nat(5),
  value: fc.nat(2),
  held: fc.nat(63),
});
const history = fc.array(action, { minLength: 5, maxLength: 40 });

const act = (at: Desk, { what, on, value }: Action, now: number): Desk => {
  switch (what) {
    case 'create':
      return at.plan.unit.has(createdId(at, on)) ? at : createUnit(at, numberOf(at, on), now);
    case 'name':
      return change(at, on, { name: `n${value}` }, now);
    case 'short':
      return change(at, on, { shortName: value === 0 ? null : `s${value}` }, now);
    case 'strength':
      return change(at, on, { personnel: value }, now);
    case 'delete':
      return change(at, on, { deleted: true }, now);
    case 'restore':
      return change(at, on, { deleted: null }, now);
    case 'release':
      return at;
  }
};

/** AAA creates even units, BBB odd ones; both may edit all. */
const numberOf = (at: Desk, on: number): number => (on >> 1) * 2 + (at.me === 'AAA' ? 0 : 1);
const createdId = (at: Desk, on: number): string =>
  `018f0000-0000-7000-8000-${numberOf(at, on).toString(16).padStart(12, '0')}`;

/** Plays a history of two nations that also take in each other's bundles, and gives all bundles they released. */
const play = (actions: readonly Action[], partly: boolean): { desks: readonly [Desk, Desk]; bundles: Bundle[] } => {
  const desks: [Desk, Desk] = [desk('AAA'), desk('BBB')];
  const bundles: Bundle[] = [];
  actions.forEach((each, now) => {
    const at = each.who === 0 ? 0 : 1;
    const next = act(desks[at], each, now + 1);
    desks[at] = next;
    if (each.what !== 'release') return;
    const bundle = release(next, (record) => !partly || ((each.held >> Number(record.id.at(-1))) & 1) === 0);
    bundles.push(bundle);
    if (each.value > 0) desks[1 - at] = take(desks[at === 0 ? 1 : 0], bundle, each.value === 1 ? 'own' : 'all');
  });
  bundles.push(release(desks[0]), release(desks[1]));
  return { desks, bundles };
};

const takeAll = (at: Desk, bundles: readonly Bundle[]): Desk => bundles.reduce((sum, bundle) => take(sum, bundle), at);

test('the same bundle a second time changes nothing, whatever is accepted', () => {
  fc.assert(
    fc.property(history, fc.constantFrom(...ACCEPT_WORDS), fc.nat(1), (actions, word, to) => {
      const { desks, bundles } = play(actions, true);
      for (const bundle of bundles) {
        const once = take(desks[to === 0 ? 0 : 1], bundle, word);
        const again = review(once, bundle);
        expect(must(acceptReview(again, decideAll(again, word))).ops).toEqual([]);
      }
    }),
  );
});

test('any order and any repetition of the bundles of several owners ends in the same plan', () => {
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.nat()), (actions, random) => {
      const { bundles } = play(actions, true);
      const shuffled = [...bundles, ...bundles]
        .map((bundle) => ({ bundle, at: random.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ bundle }) => bundle);
      const straight = takeAll(desk('CCC'), bundles);
      expect(content(takeAll(desk('CCC'), shuffled).plan)).toEqual(content(straight.plan));
    }),
    { numRuns: 300 },
  );
});

/** Which optional fields of which records a bundle leaves out: two bits for each record. */
const leftOut = (mask: number) => (record: PlanRecord) => {
  const at = Number(record.id.at(-1)) * 2;
  return ['shortName', 'personnel'].filter((_, n) => ((mask >> (at + n)) & 1) === 1);
};

test('the same with fields left out, other ones in each bundle: order and repetition change nothing', () => {
  fc.assert(
    fc.property(
      history,
      fc.array(fc.nat(0xfff), { minLength: 1, maxLength: 5 }),
      fc.infiniteStream(fc.nat()),
      (actions, masks, random) => {
        const bundles = play(actions, true).bundles.map((bundle, n) =>
          redacted(bundle, leftOut(masks[n % masks.length] ?? 0)),
        );
        const shuffled = [...bundles, ...bundles]
          .map((bundle) => ({ bundle, at: random.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ bundle }) => bundle);
        const straight = takeAll(desk('CCC'), bundles);
        expect(content(takeAll(desk('CCC'), shuffled).plan)).toEqual(content(straight.plan));
      },
    ),
    { numRuns: 300 },
  );
});

test('a field that is left out takes nothing away, and comes in when it is released at last', () => {
  fc.assert(
    fc.property(history, fc.nat(0xfff), (actions, mask) => {
      const [from] = play(actions, false).desks;
      // As bundles have it: of a deleted record only the tombstone.
      const full = redacted(release(from), () => []);
      const partial = redacted(full, leftOut(mask));
      const whole = take(desk('CCC'), full);
      expect(content(take(whole, partial).plan)).toEqual(content(whole.plan));
      expect(content(take(take(desk('CCC'), partial), full).plan)).toEqual(content(whole.plan));
    }),
  );
});

test('a record changes only by its owner’s bundle, or by ourselves as its owner', () => {
  fc.assert(
    fc.property(
      history,
      fc.constantFrom(...ACCEPT_WORDS),
      fc.constantFrom('AAA', 'BBB', 'CCC'),
      (actions, word, me) => {
        const { desks, bundles } = play(actions, false);
        let at: Desk = { ...takeAll(desk('CCC'), [release(desks[0]), release(desks[1])]), me };
        for (const bundle of bundles) {
          const next = take(at, bundle, word);
          const before = content(at.plan);
          for (const [key, record] of Object.entries(content(next.plan))) {
            const old: PlanRecord | undefined = before[key];
            const owner = old?.owner ?? record.owner;
            if (record !== old) expect([bundle.originator, me]).toContain(owner);
          }
          at = next;
        }
      },
    ),
  );
});

test('what conflicts on one side conflicts on the other', () => {
  fc.assert(
    fc.property(history, (actions) => {
      const first = createUnit(createUnit(desk('AAA'), 0, 1), 2, 2);
      let one = first;
      let two = take(desk('AAA', 'aaa2'), release(first));
      actions.forEach((each, now) => {
        if (each.who === 0) one = act(one, each, now + 10);
        else two = act(two, each, now + 10);
        if (each.what === 'release' && each.value === 2) two = take(two, release(one));
      });
      const disputed = (at: Desk, bundle: Bundle): readonly string[] =>
        review(at, bundle).entries.flatMap(({ key, fields }) =>
          fields.filter(({ verdict }) => verdict === 'concurrent').map(({ field }) => `${key} ${field}`),
        );
      expect(disputed(one, release(two))).toEqual(disputed(two, release(one)));
    }),
  );
});

test('two machines of one nation that hand over to each other end alike everywhere', () => {
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.nat()), (actions, random) => {
      let desks: [Desk, Desk] = [desk('AAA'), desk('AAA', 'aaa2')];
      const bundles: Bundle[] = [];
      let last = 0;
      actions.forEach((each, now) => {
        if (each.who !== last) {
          const bundle = release(desks[last === 0 ? 0 : 1]);
          bundles.push(bundle);
          const taken = take(desks[each.who === 0 ? 0 : 1], bundle);
          desks = each.who === 0 ? [taken, desks[1]] : [desks[0], taken];
          last = each.who;
        }
        const done = act(desks[each.who === 0 ? 0 : 1], each, now + 1);
        desks = each.who === 0 ? [done, desks[1]] : [desks[0], done];
      });
      const final = desks[last === 0 ? 0 : 1];
      bundles.push(release(final));
      const shuffled = bundles
        .map((bundle) => ({ bundle, at: random.next().value ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ bundle }) => bundle);
      expect(content(takeAll(desk('CCC'), bundles).plan)).toEqual(content(final.plan));
      expect(content(takeAll(desk('CCC'), shuffled).plan)).toEqual(content(final.plan));
    }),
  );
});

test('an import taken back gives the plan before, exactly, and brought back the plan after', () => {
  fc.assert(
    fc.property(history, fc.constantFrom(...ACCEPT_WORDS), (actions, word) => {
      const { desks, bundles } = play(actions, true);
      for (const bundle of bundles) {
        const at = desks[0];
        const seen = review(at, bundle);
        const step = importStep(at, must(acceptReview(seen, decideAll(seen, word))));
        const after = must(applyOps(at.plan, step.ops));
        // As the window commits it: as a step of ours, with a stamp of ours.
        const by = { ...step, stamp: stampOf(at.clock), id: idOf(3) };
        const undone = must(applyOps(after, makeStep(after, undoDraft(step), by, 'undo', step.id).ops));
        expect(content(undone)).toEqual(content(at.plan));
        const redone = makeStep(undone, redoDraft(undone, step), by, 'redo', step.id);
        expect(content(must(applyOps(undone, redone.ops)))).toEqual(content(after));
      }
    }),
  );
});
