import { acceptReview, decideAll } from '#shared/plan/merge/accept.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { activityRecord, movementRecord } from '#tests/support/records.ts';
import { change, createUnit, desk, idOf, must, release, review, take, unit, type Bundle, type Desk } from './world.ts';

const classes = (at: Desk, bundle: Bundle): readonly string[] => review(at, bundle).entries.map((entry) => entry.class);

const owner = createUnit(desk('AAA'), 1, 1);
const partner = take(desk('BBB'), release(owner));

test('the originator’s own unknown record is new, and the same afterwards', () => {
  expect(classes(desk('BBB'), release(owner))).toEqual(['new']);
  expect(review(partner, release(owner))).toMatchObject({ entries: [], counts: { same: 1 } });
});

test('what the owner changed is changed, field by field with both stamps', () => {
  const next = change(owner, 1, { name: 'renamed' }, 2);
  const [entry] = review(partner, release(next)).entries;
  expect(entry).toMatchObject({
    class: 'changed',
    title: 'renamed',
    fields: [{ field: 'name', mine: 'unit 1', theirs: 'renamed', verdict: 'take' }],
  });
  expect(unit(take(partner, release(next)), 1)).toEqual(unit(next, 1));
});

test('an older bundle after a newer one changes nothing', () => {
  const newer = take(partner, release(change(owner, 1, { name: 'renamed' }, 2)));
  expect(review(newer, release(owner))).toMatchObject({ entries: [], counts: { same: 1 } });
});

test('a tombstone is a deletion, stays one under an older bundle, and the owner can bring the record back', () => {
  const deleted = change(owner, 1, { deleted: true }, 2);
  expect(classes(partner, release(deleted))).toEqual(['deleted']);
  const without = take(partner, release(deleted));
  expect(classes(without, release(owner))).toEqual([]);
  const back = change(deleted, 1, { deleted: null }, 3);
  expect(classes(without, release(back))).toEqual(['changed']);
  expect(unit(take(without, release(back)), 1)).toEqual(unit(back, 1));
});

test('a deletion of what we never had is kept, so that an older bundle does not bring it back', () => {
  const deleted = change(owner, 1, { deleted: true }, 2);
  const fresh = take(desk('CCC'), release(deleted));
  expect(unit(take(fresh, release(owner)), 1)).toMatchObject({ deleted: true });
});

test('what is absent from a bundle stays', () => {
  const empty: Bundle = { originator: 'AAA', records: [], knowledge: owner.knowledge };
  expect(take(partner, empty).plan).toEqual(partner.plan);
});

describe('somebody else’s record', () => {
  const proposed = change(partner, 1, { name: 'proposed' }, 2);

  test('is a proposal to its owner, taken only when asked for', () => {
    expect(review(owner, release(proposed)).entries).toMatchObject([{ class: 'proposal', takeable: true }]);
    expect(unit(take(owner, release(proposed)), 1)).toMatchObject({ name: 'unit 1' });
    expect(unit(take(owner, release(proposed), 'all'), 1)).toMatchObject({ name: 'proposed', owner: 'AAA' });
  });

  test('is shown to a third nation and cannot be taken', () => {
    const third = take(desk('CCC'), release(owner));
    const seen = review(third, release(proposed));
    expect(seen.entries).toMatchObject([{ class: 'proposal', takeable: false }]);
    expect(decideAll(seen, 'all').size).toBe(0);
    const key = seen.entries[0]?.key ?? '';
    expect(acceptReview(seen, new Map([[key, 'take']]))).toMatchObject({ error: { code: 'REVIEW_NOT_TAKEABLE' } });
  });

  test('once accepted gives the proposer nothing to decide, and a third nation takes it as the owner’s word', () => {
    const third = take(desk('CCC'), release(owner));
    const accepted = take(owner, release(proposed), 'all');
    expect(review(proposed, release(accepted))).toMatchObject({ entries: [], counts: { same: 1 } });
    expect(unit(take(third, release(accepted)), 1)).toMatchObject({ name: 'proposed' });
  });

  test('declined is offered again, until the owner has written the field anew', () => {
    const declined = take(owner, release(proposed), 'own');
    expect(classes(declined, release(proposed))).toEqual(['proposal']);
  });

  test('changed by both is a proposal with a concurrent field', () => {
    const moved = change(owner, 1, { name: 'mine' }, 3);
    expect(review(moved, release(proposed)).entries).toMatchObject([
      { class: 'proposal', fields: [{ field: 'name', verdict: 'concurrent' }] },
    ]);
  });

  test('does not change hands or labels in bulk', () => {
    const grab = change(
      partner,
      1,
      { owner: 'BBB', label: { policy: 'EXERCISE', classification: 'UNCLASSIFIED', releasableTo: [] }, name: 'n' },
      2,
    );
    const forged: Bundle = { originator: 'BBB', records: [unit(grab, 1) as PlanRecord], knowledge: grab.knowledge };
    const after = unit(take(owner, forged, 'all'), 1);
    expect(after).toMatchObject({ owner: 'AAA', name: 'n' });
    expect(after).not.toHaveProperty('label');
  });
});

describe('an unknown record of another owner', () => {
  const claim = (who: string): Bundle => ({
    originator: 'BBB',
    records: [{ ...(unit(createUnit(desk('BBB'), 7, 1), 7) as PlanRecord), owner: who }],
    knowledge: {},
  });

  test('is hearsay, whatever is accepted', () => {
    expect(review(owner, claim('CCC')).entries).toMatchObject([{ class: 'hearsay', takeable: false }]);
    expect(unit(take(owner, claim('CCC'), 'all'), 7)).toBeUndefined();
  });

  test('is an offer when it claims us', () => {
    expect(review(owner, claim('AAA')).entries).toMatchObject([{ class: 'proposal', takeable: true, whole: true }]);
    expect(unit(take(owner, claim('AAA'), 'own'), 7)).toBeUndefined();
    expect(unit(take(owner, claim('AAA'), 'all'), 7)).toMatchObject({ owner: 'AAA' });
  });
});

describe('two hands on one field', () => {
  const other = take(desk('AAA', 'aaa2'), release(owner));
  const here = change(owner, 1, { name: 'here', position: 5 }, 2);
  const there = change(other, 1, { name: 'there', shortName: 's' }, 3);

  test('are a conflict on both sides; undisputed fields go through', () => {
    expect(review(here, release(there)).entries).toMatchObject([{ class: 'conflict' }]);
    expect(review(there, release(here)).entries).toMatchObject([{ class: 'conflict' }]);
    expect(unit(take(here, release(there)), 1)).toMatchObject({ name: 'here', position: 5, shortName: 's' });
    expect(unit(take(here, release(there), 'all'), 1)).toMatchObject({ name: 'there', position: 5 });
  });

  test('end when one side has decided', () => {
    const decided = change(take(here, release(there), 'all'), 1, { name: 'decided' }, 9);
    expect(classes(there, release(decided))).toEqual(['changed']);
    expect(classes(take(there, release(decided)), release(here))).toEqual([]);
  });

  test('with the same value are none, and keep the later stamp', () => {
    const twin = change(other, 1, { name: 'here' }, 4);
    const seen = review(here, release(twin));
    expect(seen.counts).toMatchObject({ conflict: 0, same: 1 });
    expect(unit(take(here, release(twin)), 1)?.['stamps']).toMatchObject({ name: expect.stringMatching(/\.aaa2$/) });
    expect(unit(take(twin, release(here)), 1)?.['stamps']).toMatchObject({ name: expect.stringMatching(/\.aaa2$/) });
  });

  test('an edit here and a deletion there are a conflict', () => {
    const gone = change(other, 1, { deleted: true }, 5);
    expect(classes(here, release(gone))).toEqual(['conflict']);
    expect(classes(gone, release(here))).toEqual(['conflict']);
    expect(unit(take(here, release(gone)), 1)).not.toHaveProperty('deleted');
    expect(unit(take(here, release(gone), 'all'), 1)).toMatchObject({ deleted: true });
  });

  test('our own change of a partner’s field stays open when the partner changes it too', () => {
    const mine = change(partner, 1, { name: 'wish' }, 2);
    const theirs = change(owner, 1, { name: 'word' }, 3);
    expect(classes(mine, release(theirs))).toEqual(['conflict']);
  });
});

test('a second exercise is never taken into a plan', () => {
  const exercise = (n: number): PlanRecord => ({
    id: idOf(n),
    kind: 'exercise',
    owner: 'AAA',
    stamp: '0000000aa.0001.aaa1',
    label: { policy: 'EXERCISE', classification: 'UNCLASSIFIED', releasableTo: [] },
    name: 'x',
    types: [],
    objectives: [],
    zone: 'UTC',
  });
  const bundle = (n: number): Bundle => ({ originator: 'AAA', records: [exercise(n)], knowledge: {} });
  const first = take(partner, bundle(50));
  expect(first.plan.exercise.size).toBe(1);
  expect(classes(first, bundle(51))).toEqual(['hearsay']);
});

test('decisions name what exists and is open', () => {
  const seen = review(partner, release(change(owner, 1, { name: 'renamed' }, 2)));
  const key = seen.entries[0]?.key ?? '';
  expect(must(acceptReview(seen, new Map([[key, ['name']]]))).ops).toHaveLength(1);
  expect(acceptReview(seen, new Map([[key, ['sidc']]]))).toMatchObject({ error: { code: 'REVIEW_FIELD' } });
  const fresh = review(desk('CCC'), release(owner));
  expect(acceptReview(fresh, new Map([[key, ['name']]]))).toMatchObject({ error: { code: 'REVIEW_WHOLE' } });
  expect(must(acceptReview(seen, decideAll(seen, 'none'))).ops).toEqual([]);
});

test('a dependency is named by what it links, whether the plan or the bundle has it', () => {
  const first = activityRecord(60, 'Site survey', { owner: 'AAA', stamp: '0000000aa.0001.aaa1' });
  const second = activityRecord(61, 'Main conference', { owner: 'AAA', stamp: '0000000aa.0001.aaa1' });
  const dependency = (to: string): PlanRecord => ({
    id: idOf(62),
    kind: 'dependency',
    owner: 'AAA',
    stamp: first.stamp,
    from: first.id,
    to,
    type: 'FS',
    lagMinutes: 0,
  });
  const titles = (at: Desk, records: readonly PlanRecord[]): readonly string[] =>
    review(at, { originator: 'AAA', records, knowledge: {} }).entries.map(({ title }) => title);
  const both = [first, second, dependency(second.id)];
  expect(titles(desk('BBB'), both)).toContain('Site survey → Main conference (FS)');
  const known = take(desk('BBB'), { originator: 'AAA', records: [first, second], knowledge: {} });
  expect(titles(known, [dependency(second.id)])).toEqual(['Site survey → Main conference (FS)']);
  expect(titles(known, [dependency(idOf(99))])).toEqual(['Site survey → ? (FS)']);
  const lift = movementRecord(63, 'AAA-S1', idOf(1), { owner: 'AAA', stamp: first.stamp });
  expect(titles(known, [dependency(lift.id), lift])).toContain('Site survey → AAA-S1 (FS)');
  const moved = take(known, { originator: 'AAA', records: [lift], knowledge: {} });
  expect(titles(moved, [dependency(lift.id)])).toEqual(['Site survey → AAA-S1 (FS)']);
});

/** What a third nation has in the end, for each order in which the owner's bundles may come to it. */
const ends = (bundles: readonly Bundle[]): readonly unknown[] => {
  const [a, b, c] = bundles as readonly [Bundle, Bundle, Bundle];
  return [
    [a, b, c],
    [a, c, b],
    [b, a, c],
    [b, c, a],
    [c, a, b],
    [c, b, a],
  ].map((order) => {
    const at = order.reduce((sum, bundle) => take(sum, bundle), desk('CCC'));
    return unit(at, 1)?.['deleted'] ?? false;
  });
};

test('a return that the owner chose against its own deletion holds, whichever bundle comes first', () => {
  const made = createUnit(desk('BBB'), 1, 1);
  const proposer = change(take(desk('AAA'), release(made)), 1, { name: 'later name' }, 6);
  const deleted = change(made, 1, { deleted: true }, 5);
  const returned = take(deleted, release(proposer), 'all');
  expect(unit(returned, 1)).toMatchObject({ name: 'later name' });
  expect(ends([release(made), release(deleted), release(returned)])).toEqual(Array(6).fill(false));
});

test('a deletion that the owner took from somebody else against its own later change holds as well', () => {
  const made = createUnit(desk('BBB'), 1, 1);
  const proposer = change(take(desk('AAA'), release(made)), 1, { deleted: true }, 5);
  const changed = change(made, 1, { name: 'later name' }, 6);
  const gone = take(changed, release(proposer), 'all');
  expect(unit(gone, 1)).toMatchObject({ deleted: true });
  expect(ends([release(made), release(changed), release(gone)])).toEqual(Array(6).fill(true));
});

test('of a record that stands in a bundle twice the first counts, wherever the two stand', () => {
  const three = createUnit(createUnit(owner, 2, 2), 3, 3);
  const sent = release(three).records;
  const [one, two, last] = sent as readonly [PlanRecord, PlanRecord, PlanRecord];
  const again = { ...one, name: 'again' } as PlanRecord;
  const reviewed = (records: readonly PlanRecord[]) =>
    review(desk('BBB'), { ...release(three), records }).entries.map(({ title }) => title);
  expect(reviewed([one, again, two, last])).toEqual(['unit 1', 'unit 2', 'unit 3']);
  expect(reviewed([one, two, last, again])).toEqual(['unit 1', 'unit 2', 'unit 3']);
  expect(reviewed([last, again, two, one, two])).toEqual(['again', 'unit 2', 'unit 3']);
});
