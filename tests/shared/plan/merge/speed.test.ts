/** 50,000 records are reviewed in well under a second; held against the cost of comparing them as text. */
import { reviewBundle } from '#shared/plan/merge/review.ts';
import { knowledgeOf } from '#shared/plan/merge/knowledge.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { allRecords, planOf } from '#shared/plan/state.ts';
import { idOf } from './world.ts';

const COUNT = 50_000;

const activity = (n: number, title: string, stamps?: Readonly<Record<string, string>>): PlanRecord => ({
  id: idOf(n),
  kind: 'activity',
  owner: 'AAA',
  stamp: '0000000aa.0001.aaa1',
  title,
  type: 'serial',
  start: { anchor: idOf(1), offset: { unit: 'day', n: n % 90, time: '0600' } },
  minutes: 60,
  participants: [idOf(2), idOf(3)],
  units: [idOf(4)],
  state: 'planned',
  ...(stamps === undefined ? {} : { stamps }),
});

/** The best of ten, the first of which still warm up: what a busy machine takes on top says nothing about the code. */
const fastest = (run: () => void): number =>
  Math.min(
    ...Array.from({ length: 10 }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );

test('a review of 50,000 records stays instant, one in ten of them changed', () => {
  const plan = planOf(Array.from({ length: COUNT }, (_, n) => activity(n + 10, `serial ${n}`)));
  const records = Array.from({ length: COUNT }, (_, n) =>
    n % 10 === 0 ? activity(n + 10, `moved ${n}`, { title: '0000000ab.0001.aaa1' }) : activity(n + 10, `serial ${n}`),
  );
  const byId = new Map(records.map((record) => [record.id, record]));
  let equal = 0;
  const text = fastest(() => {
    equal = 0;
    for (const record of allRecords(plan)) {
      if (JSON.stringify(record) === JSON.stringify(byId.get(record.id))) equal += 1;
    }
  });
  const myKnowledge = knowledgeOf(plan);
  const bundle = { originator: 'AAA', records, knowledge: {} };
  const review = reviewBundle({ plan, me: 'BBB', myKnowledge, bundle });
  const took = fastest(() => reviewBundle({ plan, me: 'BBB', myKnowledge, bundle }));
  expect(equal).toBe(COUNT * 0.9);
  expect(review.counts).toMatchObject({ changed: COUNT / 10, same: COUNT * 0.9 });
  // Outside the test runner, whose sandbox slows every global down, a review costs about as much as the texts.
  expect(took).toBeLessThan(Math.max(text * 4, 1_000));
});
