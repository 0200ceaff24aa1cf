import { toDraft } from '#shared/interchange/draft.ts';
import { readMsdl } from '#shared/interchange/msdl.ts';
import { readOrbatMapper } from '#shared/interchange/orbatmapper.ts';
import type { CommandContext } from '#shared/plan/command.ts';
import { live, planOf, type PlanState } from '#shared/plan/state.ts';
import { applyOps, makeStep, type StepDraft } from '#shared/plan/step.ts';
import { idOf, must, NOW } from '../plan/merge/world.ts';
import { fixture, sample, withSample } from './samples.ts';

let made = 0;
const context = (plan: PlanState, actor = 'AAA'): CommandContext => ({
  plan,
  actor,
  newId: () => idOf((made += 1)),
});
const apply = (plan: PlanState, draft: StepDraft): PlanState => {
  const step = makeStep(plan, draft, {
    exerciseId: idOf(0),
    author: 'a1',
    stamp: '0000000aa.0001.a1',
    at: NOW,
    id: idOf(0),
  });
  return must(applyOps(plan, step.ops));
};
const harbour = (text = fixture('harbour.json')) => must(readOrbatMapper(text));
const empty = planOf([]);
const imported = (): PlanState => apply(empty, must(toDraft(harbour(), 'harbour.json', context(empty))));

test('sides become participants with exercise codes, units a tree of the importer’s own', () => {
  const plan = imported();
  expect(live(plan, 'participant').map(({ code, name, owner }) => [code, name, owner])).toEqual([
    ['XA1', 'Blue', 'AAA'],
    ['XA2', 'Red', 'AAA'],
  ]);
  const units = new Map(live(plan, 'unit').map((unit) => [unit.foreignId, unit]));
  expect(units.size).toBe(4);
  expect(units.get('u2')?.parent).toBe(units.get('u1')?.id);
  expect(units.get('u1')).toMatchObject({ personnel: 530, owner: 'AAA' });
});

test('the same file again has nothing to change', () => {
  const plan = imported();
  expect(toDraft(harbour(), 'harbour.json', context(plan))).toMatchObject({ error: { code: 'NOTHING_TO_CHANGE' } });
});

test('a changed file updates what it brought, and leaves remarks and places alone', () => {
  const plan = imported();
  const text = fixture('harbour.json').replace('"1 Mech Bn"', '"1 Armd Bn"').replace('Guards the pier.', 'Sleeps.');
  const draft = must(toDraft(harbour(text), 'harbour.json', context(plan)));
  expect(draft.ops).toHaveLength(1);
  expect(draft.ops[0]?.after).toEqual({ name: '1 Armd Bn' });
});

test('a side joins the participant of its name, and codes in use are passed over', () => {
  const before = imported();
  const [blue] = live(before, 'participant');
  if (blue === undefined) throw new Error('no participant');
  const plan = planOf([{ ...blue, name: 'BLUE ' }]);
  const next = apply(plan, must(toDraft(harbour(), 'f', context(plan))));
  expect(live(next, 'participant').map(({ code }) => code)).toEqual(['XA1', 'XA2']);
  expect(live(next, 'unit')[0]?.participant).toBe(blue.id);
});

test('another nation’s unit of the same identifier stays as it is', () => {
  const plan = imported();
  const text = fixture('harbour.json').replace('"1 Mech Bn"', '"1 Armd Bn"');
  expect(toDraft(harbour(text), 'f', context(plan, 'BBB'))).toMatchObject({ error: { code: 'NOTHING_TO_CHANGE' } });
});

for (const [name, read, units] of [
  ['orbatmapper-falkland82.json', readOrbatMapper, 139],
  ['orbatmapper-narvik40.json', readOrbatMapper, 39],
  ['msdl-SimpleScenarioNETN.xml', readMsdl, undefined],
  ['msdl-TestScenario2.xml', readMsdl, undefined],
] as const) {
  withSample(name)(`${name} goes into a plan and comes to nothing the second time`, () => {
    const model = must(read(sample(name)));
    const plan = apply(empty, must(toDraft(model, name, context(empty))));
    expect(live(plan, 'unit')).toHaveLength(units ?? model.units.length);
    expect(toDraft(model, name, context(plan))).toMatchObject({ error: { code: 'NOTHING_TO_CHANGE' } });
  });
}
