/** A small world of nations that plan, release and import, without any file or signature between them. */
import { acceptReview, decideAll, type AcceptWord } from '#shared/plan/merge/accept.ts';
import { latestStamp, withOps, type Knowledge } from '#shared/plan/merge/knowledge.ts';
import { reviewBundle, type Review } from '#shared/plan/merge/review.ts';
import { effectiveLabels } from '#shared/plan/label/effective.ts';
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
const NATION = idOf(0xfffe);

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
            participant: NATION,
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

/** The nation of all units: BBB's, kept by whoever makes it. */
export const createNation = (at: Desk, now: number): Desk =>
  edit(
    at,
    {
      label: { key: 'x' },
      ops: [
        {
          kind: 'participant',
          id: NATION,
          before: null,
          after: {
            id: NATION,
            kind: 'participant',
            owner: at.me,
            code: 'BBB',
            name: 'Nation B',
            type: 'nation',
            role: 'contributing',
            colour: 0,
            contacts: [],
          },
        },
      ],
    },
    now,
  );

const NOTHING: ReadonlySet<string> = new Set();

/** As `selectForRelease` lets a record leave: what it inherits from others and what is retained are written out. */
const leaving = (plan: PlanState): ((record: PlanRecord) => PlanRecord) => {
  const labelOf = effectiveLabels(plan);
  return (record) => {
    const { retained, ...bare } = record;
    if (record.deleted === true) return retained === undefined ? record : (bare as PlanRecord);
    const { label, origin, retained: known } = labelOf(record);
    const inherits = record.label === undefined && origin !== undefined && origin.id !== record.id;
    if (!inherits && known === undefined && retained === undefined) return record;
    const written = inherits || known !== undefined ? label : undefined;
    return redact(record, { withheld: NOTHING, hidden: NOTHING, label: written }).record;
  };
};

/** The own records and what was changed of others', as `selectForRelease` would choose for everybody. */
export const release = (from: Desk, keep: (record: PlanRecord) => boolean = () => true): Bundle => ({
  originator: from.me,
  records: [...allRecords(from.plan)]
    .filter(
      (record) =>
        (record.owner === from.me ||
          Object.values(record.stamps ?? {}).some((stamp) => stamp.endsWith(`.${from.clock.author}`))) &&
        keep(record),
    )
    .map(leaving(from.plan)),
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

/** @param spoil what a faulty merge makes of the step */
export const take = (at: Desk, bundle: Bundle, word: AcceptWord = 'own', spoil = (step: Step): Step => step): Desk => {
  const seen = review(at, bundle);
  const step = spoil(importStep(at, must(acceptReview(seen, decideAll(seen, word)))));
  const latest = latestStamp(bundle.records);
  return {
    ...at,
    clock: latest === '' ? at.clock : must(receive(at.clock, latest, NOW)),
    plan: must(applyOps(at.plan, step.ops)),
    knowledge: withOps(at.knowledge, step.ops),
  };
};

export const unit = (at: Desk, n: number): Fields | undefined => recordOf(at.plan, 'unit', idOf(n));

type Content = Readonly<Record<string, PlanRecord>>;

/** The plan as comparable data, whatever order its maps were filled in; with what it retains for itself. */
export const whole = (plan: PlanState): Content =>
  Object.fromEntries([...allRecords(plan)].map((record) => [`${record.kind}:${record.id}`, record]));

const unretained = (record: PlanRecord): PlanRecord => {
  const { retained, ...bare } = record;
  return retained === undefined ? record : (bare as PlanRecord);
};

/** The records as their owners said them: what has to be the same everywhere. */
export const content = (plan: PlanState): Content =>
  Object.fromEntries([...allRecords(plan)].map((record) => [`${record.kind}:${record.id}`, unretained(record)]));
