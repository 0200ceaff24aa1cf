import { undoDraft } from '#shared/plan/history.ts';
import { provenanceOf } from '#shared/plan/merge/provenance.ts';
import { acceptReview, decideAll } from '#shared/plan/merge/accept.ts';
import { recordOf } from '#shared/plan/state.ts';
import { applyOps, changeOp, makeStep, type Step, type StepOrigin } from '#shared/plan/step.ts';
import {
  change,
  createUnit,
  desk,
  idOf,
  importStep,
  must,
  NOW,
  release,
  review,
  take,
  type Bundle,
  type Desk,
} from './world.ts';

const origin = (revision: number): StepOrigin => ({
  nation: 'AAA',
  name: 'J7',
  revision,
  file: `plan-${revision}.entente`,
  checkCode: '12345 67890 12345 67890',
  issuedAt: '2027-01-01T00:00:00Z',
});

const taken = (at: Desk, bundle: Bundle, revision: number): { desk: Desk; step: Step } => {
  const seen = review(at, bundle);
  const step = { ...importStep(at, must(acceptReview(seen, decideAll(seen, 'own')))), origin: origin(revision) };
  return { desk: { ...take(at, bundle), plan: must(applyOps(at.plan, step.ops)) }, step };
};

const owner = createUnit(desk('AAA'), 1, 1);
const first = taken(desk('BBB'), release(owner), 1);
const renamed = change(owner, 1, { name: 'renamed' }, 2);
const second = taken(first.desk, release(renamed), 2);

const fieldOf = (plan: Desk['plan'], steps: readonly Step[], field: string) => {
  const record = recordOf(plan, 'unit', idOf(1));
  if (record === undefined) throw new Error('the unit is gone');
  return provenanceOf(record, steps).find((each) => each.field === field);
};

test('each field is traced to the bundle that brought the value that stands there now', () => {
  const steps = [first.step, second.step];
  expect(fieldOf(second.desk.plan, steps, 'sidc')).toMatchObject({ bundle: { revision: 1 } });
  expect(fieldOf(second.desk.plan, steps, 'name')).toMatchObject({ bundle: { revision: 2 } });
  expect(fieldOf(second.desk.plan, steps, 'name')?.stamp).toMatch(/\.aaa1$/);
});

test('what was written here afterwards came with no bundle', () => {
  const record = recordOf(second.desk.plan, 'unit', idOf(1));
  const op = record === undefined ? undefined : changeOp(record, { name: 'ours' });
  const own = makeStep(
    second.desk.plan,
    { label: { key: 'x' }, ops: op === undefined ? [] : [op] },
    { exerciseId: idOf(9), author: 'bbb1', stamp: '0zzzzzzzz.0001.bbb1', at: NOW, id: idOf(3) },
  );
  const plan = must(applyOps(second.desk.plan, own.ops));
  expect(fieldOf(plan, [first.step, second.step, own], 'name')).toEqual({
    field: 'name',
    stamp: '0zzzzzzzz.0001.bbb1',
  });
});

test('an import that was taken back leaves the bundle before it', () => {
  const undone = makeStep(
    second.desk.plan,
    undoDraft(second.step),
    { exerciseId: idOf(9), author: 'bbb1', stamp: '0zzzzzzzz.0001.bbb1', at: NOW, id: idOf(4) },
    'import',
  );
  const plan = must(applyOps(second.desk.plan, undone.ops));
  expect(fieldOf(plan, [first.step, second.step, undone], 'name')).toMatchObject({ bundle: { revision: 1 } });
});
