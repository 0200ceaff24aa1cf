/** A small world of nations that plan, release and import, without any file or signature between them. */
import { acceptReview, decideAll, type AcceptWord } from '#shared/plan/merge/accept.ts';
import { latestStamp, withOps, type Knowledge } from '#shared/plan/merge/knowledge.ts';
import { reviewBundle, type Review } from '#shared/plan/merge/review.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { redact } from '#shared/plan/release/redact.ts';
import { allRecords, EMPTY_PLAN, recordOf, type PlanState } from '#shared/plan/state.ts';
import { applyOps, changeOp, makeStep, type Fields, type Step, type StepDraft } from '#shared/plan/step.ts';
import { newClock, receive, stampOf, tick, type ClockState } from '#shared/time/clock.ts';
import type { Result } from '#shared/result.ts';

export const NOW = Date.UTC(2027, 0, 1);

export const idOf = (n: number): string => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

export const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export interface Desk {
  readonly me: string;
  readonly clock: ClockState;
  readonly plan: PlanState;
  readonly knowledge: Knowledge;
}

export interface Bundle {
  readonly originator: string;
  readonly records: readonly PlanRecord[];
  readonly knowledge: Knowledge;
}

export const desk = (me: string, author = `${me.toLowerCase()}1`): Desk => ({
  me,
  clock: newClock(author),
  plan: EMPTY_PLAN,
  knowledge: {},
});

const EXERCISE = idOf(0xffff);

/** The step number stands in for the wall clock, so that stamps of different desks interleave. */
const edit = (at: Desk, draft: StepDraft, now: number): Desk => {
  const clock = tick(at.clock, NOW + now);
  const step = makeStep(at.plan, draft, {
    exerciseId: EXERCISE,
    author: clock.author,
    stamp: stampOf(clock),
    at: NOW,
    id: idOf(1),
  });
  return {
    ...at,
    clock,
    plan: must(applyOps(at.plan, step.ops)),
    knowledge: withOps(at.knowledge, step.ops),
  };
};

export const createUnit = (at: Desk, n: number, now: number, fields: Fields = {}): Desk =>
  edit(
    at,
    {
      label: { key: 'x' },
      ops: [
        {
          kind: 'unit',
          id: idOf(n),
          before: null,
          after: {
            id: idOf(n),
            kind: 'unit',
            owner: at.me,
            name: `unit ${n}`,
            participant: idOf(0xfffe),
            position: n,
            sidc: '10031000161211000000',
            ...fields,
          },
        },
      ],
    },
    now,
  );

export const change = (at: Desk, n: number, fields: Fields, now: number): Desk => {
  const record = recordOf(at.plan, 'unit', idOf(n));
  // As the commands do it: a tombstone can only be brought back.
  const fits = record !== undefined && (record.deleted !== true || 'deleted' in fields);
  const op = fits ? changeOp(record, fields) : undefined;
  return op === undefined ? at : edit(at, { label: { key: 'x' }, ops: [op] }, now);
};

/** The own records and what was changed of others', as `selectForRelease` would choose for everybody. */
export const release = (from: Desk, keep: (record: PlanRecord) => boolean = () => true): Bundle => ({
  originator: from.me,
  records: [...allRecords(from.plan)].filter(
    (record) =>
      (record.owner === from.me ||
        Object.values(record.stamps ?? {}).some((stamp) => stamp.endsWith(`.${from.clock.author}`))) &&
      keep(record),
  ),
  knowledge: from.knowledge,
});

/** The same with fields left out of some records, as a profile does it. */
export const redacted = (bundle: Bundle, fieldsOf: (record: PlanRecord) => readonly string[]): Bundle => ({
  ...bundle,
  records: bundle.records.map((record) => {
    const withheld = new Set(fieldsOf(record));
    return record.owner === bundle.originator
      ? redact(record, { withheld, hidden: new Set(), label: undefined }).record
      : record;
  }),
});

export const review = (at: Desk, bundle: Bundle): Review =>
  reviewBundle({ plan: at.plan, me: at.me, myKnowledge: at.knowledge, bundle });

export const importStep = (at: Desk, draft: StepDraft): Step =>
  makeStep(
    at.plan,
    draft,
    { exerciseId: EXERCISE, author: at.clock.author, stamp: stampOf(at.clock), at: NOW, id: idOf(2) },
    'import',
  );

export const take = (at: Desk, bundle: Bundle, word: AcceptWord = 'own'): Desk => {
  const seen = review(at, bundle);
  const step = importStep(at, must(acceptReview(seen, decideAll(seen, word))));
  const latest = latestStamp(bundle.records);
  return {
    ...at,
    clock: latest === '' ? at.clock : must(receive(at.clock, latest, NOW)),
    plan: must(applyOps(at.plan, step.ops)),
    knowledge: withOps(at.knowledge, step.ops),
  };
};

export const unit = (at: Desk, n: number): Fields | undefined => recordOf(at.plan, 'unit', idOf(n));

/** The plan as comparable data, whatever order its maps were filled in. */
export const content = (plan: PlanState): Readonly<Record<string, PlanRecord>> =>
  Object.fromEntries([...allRecords(plan)].map((record) => [`${record.kind}:${record.id}`, record]));
