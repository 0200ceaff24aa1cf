/** The laws of merging, over random histories of nations that edit each other's records. */
import fc from 'fast-check';
import { acceptReview, decideAll, ACCEPT_WORDS } from '#shared/plan/merge/accept.ts';
import { redoDraft, undoDraft } from '#shared/plan/history.ts';
import { type Label, isWeaker } from '#shared/label/label.ts';
import { caveatsBinding } from '#shared/plan/caveat/bites.ts';
import type { Caveat } from '#shared/plan/caveat/schema.ts';
import { effectiveLabel } from '#shared/plan/label/effective.ts';
import { stampOfField } from '#shared/plan/merge/compare.ts';
import { sameValue } from '#shared/plan/sameValue.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { allRecords, EMPTY_PLAN, planOf, recordOf, type PlanState } from '#shared/plan/state.ts';
import { applyOps, makeStep, type Op, type Step } from '#shared/plan/step.ts';
import { stampOf } from '#shared/time/clock.ts';
import {
  change,
  content,
  createNation,
  createUnit,
  desk,
  idOf,
  importStep,
  must,
  redacted,
  release,
  review,
  take,
  whole,
  type Bundle,
  type Desk,
} from './world.ts';

type What = 'create' | 'name' | 'short' | 'strength' | 'delete' | 'restore' | 'release' | 'mark' | 'move' | 'forbid';

interface Action {
  readonly who: number;
  readonly what: What;
  readonly on: number;
  readonly value: number;
  /** Bit n set: record n is held back from this release. */
  readonly held: number;
}

const actions = (what: readonly What[], size: fc.SizeForArbitrary = 'small'): fc.Arbitrary<Action[]> =>
  fc.array(
    fc.record({
      who: fc.nat(1),
      what: fc.constantFrom(...what),
      on: fc.nat(5),
      value: fc.nat(2),
      held: fc.nat(63),
    }),
    { minLength: 5, maxLength: 40, size },
  );
const history = actions(['create', 'name', 'name', 'short', 'strength', 'delete', 'restore', 'release', 'release']);
const BOTH = [0, 1];
/** All units are there, and both nations know them. */
const BEGINNING: readonly Action[] = [
  ...BOTH.flatMap((who) => [0, 2, 4].map((on): Action => ({ who, what: 'create', on, value: 0, held: 0 }))),
  ...BOTH.map((who): Action => ({ who, what: 'release', on: 0, value: 1, held: 0 })),
];
/** With markings, caveats, and moves from under the records from which they are inherited; long, so that these meet. */
const markedHistory = actions(
  ['mark', 'mark', 'move', 'move', 'forbid', 'delete', 'restore', 'release', 'release', 'release'],
  'max',
).map((rest) => [...BEGINNING, ...rest]);
const eitherHistory = fc.oneof(history, markedHistory);

const marked = (caveat: string, releasableTo: string[] = []): Label => ({
  policy: 'NATO',
  classification: 'NATO UNCLASSIFIED',
  releasableTo,
  caveat,
});
const LABELS = [undefined, marked('ALPHA'), marked('BRAVO', ['AAA', 'BBB'])];

const caveatOf = (n: number): Caveat => ({
  id: idOf(900 + n),
  text: `caveat ${n}`,
  areas: [],
  countries: [],
  tasks: [],
  needsApproval: false,
});

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
    case 'mark':
      return change(at, on, { label: LABELS[value] ?? null }, now);
    case 'move':
      return change(at, on, { parent: value === 0 ? null : idOf((on + value) % 6) }, now);
    case 'forbid':
      return change(at, on, { caveats: value === 0 ? null : [caveatOf(on), caveatOf(value)].slice(0, value) }, now);
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
  const host = createNation(desk('AAA'), 0);
  const first = release(host);
  const desks: [Desk, Desk] = [host, take(desk('BBB'), first)];
  const bundles: Bundle[] = [first];
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

/** Bundles twice each, in a random order. */
const shuffledTwice = (bundles: readonly Bundle[], random: fc.Stream<number>): readonly Bundle[] =>
  [...bundles, ...bundles]
    .map((bundle) => ({ bundle, at: random.next().value ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ bundle }) => bundle);

test('the same bundle a second time changes nothing, whatever is accepted', () => {
  fc.assert(
    fc.property(eitherHistory, fc.constantFrom(...ACCEPT_WORDS), fc.nat(1), (actions, word, to) => {
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
    fc.property(eitherHistory, fc.infiniteStream(fc.nat()), (actions, random) => {
      const { bundles } = play(actions, true);
      const shuffled = shuffledTwice(bundles, random);
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
      eitherHistory,
      fc.array(fc.nat(0xfff), { minLength: 1, maxLength: 5 }),
      fc.infiniteStream(fc.nat()),
      (actions, masks, random) => {
        const bundles = play(actions, true).bundles.map((bundle, n) =>
          redacted(bundle, leftOut(masks[n % masks.length] ?? 0)),
        );
        const shuffled = shuffledTwice(bundles, random);
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
      eitherHistory,
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
            if (!sameValue(record, old)) expect([bundle.originator, me]).toContain(owner);
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
    fc.property(eitherHistory, fc.constantFrom(...ACCEPT_WORDS), (actions, word) => {
      const { desks, bundles } = play(actions, true);
      for (const bundle of bundles) {
        const at = desks[0];
        const seen = review(at, bundle);
        const step = importStep(at, must(acceptReview(seen, decideAll(seen, word))));
        const after = must(applyOps(at.plan, step.ops));
        // As the window commits it: as a step of ours, with a stamp of ours.
        const by = { ...step, stamp: stampOf(at.clock), id: idOf(3) };
        const undone = must(applyOps(after, makeStep(after, undoDraft(step), by, 'undo', step.id).ops));
        expect(whole(undone)).toEqual(whole(at.plan));
        const redone = makeStep(undone, redoDraft(undone, step), by, 'redo', step.id);
        expect(whole(must(applyOps(undone, redone.ops)))).toEqual(whole(after));
      }
    }),
  );
});

/** The label that a record has by the words of owners alone, and who answers for it. */
const saidOf = (plan: PlanState, record: PlanRecord): { readonly label: Label; readonly by: string | undefined } => {
  const { label, origin } = effectiveLabel(planOf(Object.values(content(plan))), record);
  return { label, by: origin?.owner };
};

/** What an import by `originator` may not take from a record: the markings that others put over it, and what was retained. */
const floorsOf = (before: PlanState, after: PlanState, record: PlanRecord, originator: string): readonly Label[] => {
  const { retained, ...bare } = record;
  const said = saidOf(before, bare as PlanRecord);
  const now = recordOf(after, record.kind, record.id);
  // The owner's later word about the label itself settles what was retained of it.
  const settled =
    record.owner === originator &&
    now !== undefined &&
    stampOfField(now, 'label') > (retained?.label?.since ?? '') &&
    stampOfField(now, 'label') > stampOfField(record, 'label');
  return [
    ...(said.by === undefined || said.by === originator ? [] : [said.label]),
    ...(retained?.label === undefined || settled ? [] : [retained.label.label]),
  ];
};

const weakened = (before: PlanState, after: PlanState, originator: string): readonly string[] => {
  return [...allRecords(before)].flatMap((record) => {
    const now = recordOf(after, record.kind, record.id);
    if (now === undefined) return [`${record.id} is gone`];
    const { label } = effectiveLabel(after, now);
    const lost = floorsOf(before, after, record, originator).filter((floor) => isWeaker(label, floor));
    const unbound =
      record.kind !== 'unit' || now.kind !== 'unit' || originator === 'BBB'
        ? []
        : caveatsBinding(before)(record).filter(({ id }) => caveatsBinding(after)(now).every((each) => each.id !== id));
    return [...lost.map(() => `${record.id} label`), ...unbound.map(({ id }) => `${record.id} ${id}`)];
  });
};

/** That no bundle, in whatever order, takes away what protects a record. */
const neverWeakens = (spoil?: (step: Step) => Step) =>
  fc.property(markedHistory, fc.boolean(), fc.infiniteStream(fc.nat()), (played, bare, random) => {
    const made = play(played, true).bundles;
    const bundles = bare ? made.map((bundle) => redacted(bundle, () => [])) : made;
    let at = desk('CCC');
    for (const bundle of shuffledTwice(bundles, random)) {
      const next = take(at, bundle, 'own', spoil);
      expect(weakened(at.plan, next.plan, bundle.originator)).toEqual([]);
      at = next;
    }
  });

test('no import weakens what another nation’s marking or caveats protect, whatever came before', () => {
  fc.assert(neverWeakens(), { numRuns: 200 });
});

/** A merge without memory. */
const forgetting = (step: Step): Step => ({
  ...step,
  ops: step.ops.map((op): Op => {
    if (op.after === null) return op;
    const { retained: _retained, ...after } = op.after;
    return { ...op, after };
  }),
});

test('without the memory the law would be broken', () => {
  expect(fc.check(neverWeakens(forgetting), { numRuns: 300, seed: 1, endOnFailure: true }).failed).toBe(true);
});

/** A merge that puts what it has seen in the place of the owner's word. */
const overwriting = (step: Step): Step => ({
  ...step,
  ops: step.ops.map((op): Op => {
    const { retained, ...after } = op.after ?? {};
    const kept = (retained ?? undefined) as PlanRecord['retained'];
    return kept?.label === undefined ? op : { ...op, after: { ...after, label: kept.label.label } };
  }),
});

/** That the records are the same in whatever order the bundles come. */
const alwaysAlike = (spoil?: (step: Step) => Step) =>
  fc.property(markedHistory, fc.infiniteStream(fc.nat()), (played, random) => {
    const { bundles } = play(played, true);
    const [straight, shuffled] = [bundles, shuffledTwice(bundles, random)].map((order) =>
      order.reduce((at, bundle) => take(at, bundle, 'own', spoil), desk('CCC')),
    );
    expect(content(shuffled?.plan ?? EMPTY_PLAN)).toEqual(content(straight?.plan ?? EMPTY_PLAN));
  });

test('markings, caveats and moves end in the same records in any order, each exactly', () => {
  fc.assert(alwaysAlike(), { numRuns: 400 });
});

test('written over the owner’s word they would not', () => {
  expect(fc.check(alwaysAlike(overwriting), { numRuns: 1000, seed: 1, endOnFailure: true }).failed).toBe(true);
});
