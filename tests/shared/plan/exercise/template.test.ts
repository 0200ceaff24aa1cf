import { createFromTemplate } from '#shared/plan/exercise/template.ts';
import { EMPTY_PLAN, exerciseOf, live } from '#shared/plan/state.ts';
import { applyOps, makeStep } from '#shared/plan/step.ts';
import { timeResolver } from '#shared/plan/times.ts';
import { en } from '#shared/messages/en/index.ts';
import { TEMPLATES } from '#shared/reference/templates.ts';
import { stampAt, uuidOf } from '#tests/support/plans.ts';

const fields = {
  name: 'BALTIC GUARDIAN 27',
  zone: 'Europe/Tallinn',
  start: '2027-06-12T05:00:00Z',
  end: '2027-06-22T12:00:00Z',
};

const planFrom = (template: (typeof TEMPLATES)[number]) => {
  let n = 100;
  const context = { plan: EMPTY_PLAN, actor: 'EST', newId: () => uuidOf((n += 1)) };
  const draft = createFromTemplate(context, fields, template, (id) => `title of ${id}`);
  if (!draft.ok) throw new Error(draft.error.code);
  const id = draft.value.ops[0]?.id ?? '';
  const step = makeStep(EMPTY_PLAN, draft.value, {
    exerciseId: id,
    author: 'a',
    stamp: stampAt(1),
    at: 0,
    id: uuidOf(1),
  });
  const plan = applyOps(EMPTY_PLAN, step.ops);
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value;
};

test.each(TEMPLATES.map((template) => [template.id, template] as const))(
  '%s lays out a valid plan',
  (_id, template) => {
    const plan = planFrom(template);
    const resolve = timeResolver(plan);
    const activities = live(plan, 'activity');
    expect(activities).toHaveLength(template.items.length);
    expect(activities.every(({ start }) => resolve(start) !== undefined)).toBe(true);
    expect(live(plan, 'anchor').map(({ code }) => code)).toEqual(['STARTEX', 'ENDEX']);
    expect(exerciseOf(plan)?.stageModel).toBe(`title of ${template.id}`);
  },
);

test('lead times are calendar days of the exercise zone before STARTEX', () => {
  const [template] = TEMPLATES;
  if (template === undefined) throw new Error('no template');
  const plan = planFrom(template);
  const ipc = live(plan, 'activity').find(({ title }) => title === 'title of ipc');
  // 0900 in Tallinn in summer, 330 days before 12 June.
  expect(timeResolver(plan)(ipc?.start)).toBe(Date.UTC(2026, 6, 17, 6, 0));
  const stage = live(plan, 'activity').find(({ title }) => title === 'title of planning');
  expect(ipc?.phase).toBe(stage?.id);
});

test('every item of every template has its words', () => {
  for (const { id, items } of TEMPLATES) {
    expect(en.templates.name).toHaveProperty(id);
    for (const item of items) expect(en.templates.item).toHaveProperty(item.id);
  }
});
