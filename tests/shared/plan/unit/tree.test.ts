import fc from 'fast-check';
import { planOf } from '#shared/plan/state.ts';
import { forestOf, subtreeOf } from '#shared/plan/unit/tree.ts';
import { uuidOf } from '#tests/support/plans.ts';
import { participantRecord, unitRecord } from '#tests/support/records.ts';

const fin = participantRecord(10, 'FIN');
const brigade = unitRecord(20, 'Brigade', fin.id, { position: 1 });
const second = unitRecord(21, 'Second', fin.id, { parent: brigade.id, position: 2 });
const first = unitRecord(22, 'First', fin.id, { parent: brigade.id, position: 1 });
const platoon = unitRecord(23, 'Platoon', fin.id, { parent: second.id });

const names = (units: readonly { readonly name: string }[] = []) => units.map(({ name }) => name);

test('siblings stand by position, superiors before their subordinates', () => {
  const forest = forestOf([platoon, second, first, brigade]);
  expect(names(forest.roots)).toEqual(['Brigade']);
  expect(names(forest.children.get(brigade.id))).toEqual(['First', 'Second']);
  expect(names(forest.order)).toEqual(['Brigade', 'First', 'Second', 'Platoon']);
});

test('a unit whose superior is not in the plan stands at the top', () => {
  expect(names(forestOf([platoon, first]).roots)).toEqual(['First', 'Platoon']);
});

test('superiors in a ring are shown, from the lowest id on', () => {
  const a = unitRecord(30, 'A', fin.id, { parent: uuidOf(31) });
  const b = unitRecord(31, 'B', fin.id, { parent: a.id });
  const forest = forestOf([b, a]);
  expect(names(forest.roots)).toEqual(['A']);
  expect(names(forest.children.get(a.id))).toEqual(['B']);
  expect(forest.children.get(b.id)).toBeUndefined();
});

test('whatever the superiors, each unit stands in the forest exactly once', () => {
  const superior = fc.option(fc.nat(14), { nil: undefined });
  fc.assert(
    fc.property(fc.array(superior, { minLength: 1, maxLength: 12 }), (parents) => {
      const units = parents.map((parent, n) =>
        unitRecord(100 + n, `U${n}`, fin.id, parent === undefined ? {} : { parent: uuidOf(100 + parent) }),
      );
      const forest = forestOf(units);
      const drawn = [...forest.roots, ...[...forest.children.values()].flat()].map(({ id }) => id);
      expect(drawn.toSorted()).toEqual(units.map(({ id }) => id).toSorted());
      expect(forest.order).toHaveLength(units.length);
    }),
  );
});

test('a chain of 10,000 superiors is no trouble', () => {
  const chain = Array.from({ length: 10_000 }, (_, n) =>
    unitRecord(1000 + n, `U${n}`, fin.id, n === 0 ? {} : { parent: uuidOf(999 + n) }),
  );
  expect(forestOf(chain).order).toHaveLength(10_000);
});

test('a subtree holds each unit once, also when a unit and its superior are both named', () => {
  const plan = planOf([fin, brigade, first, second, platoon]);
  expect(names(subtreeOf(plan, [second.id, platoon.id]))).toEqual(['Second', 'Platoon']);
  expect(subtreeOf(plan, [uuidOf(99)])).toEqual([]);
});
