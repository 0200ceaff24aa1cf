/** The vault is the last judge of markings: whatever asks it, nothing comes in above the ceiling of an exercise. */
import fc from 'fast-check';
import type { Label } from '#shared/label/label.ts';
import { DEFAULT_LABELLING, type Labelling } from '#shared/label/policies.ts';
import { guardCeiling } from '#shared/plan/label/ceiling.ts';
import { EMPTY_PLAN, type PlanState } from '#shared/plan/state.ts';
import { applyOps, type Op } from '#shared/plan/step.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import { vaultHandlers } from '#electron/vault/handlers.ts';
import { ok } from '#shared/result.ts';
import { change, creation, EXERCISE_ID, firstStep, locationRecord, stepOf, uuidOf } from '#tests/support/plans.ts';
import { must, useFolders } from './support.ts';

const newFolder = useFolders();

const LEVELS = ['NATO UNCLASSIFIED', 'NATO RESTRICTED', 'NATO SECRET'] as const;
const nato = (classification: string): Label => ({ policy: 'NATO', classification, releasableTo: [] });
const capped = (classification: string): Labelling => ({
  ...DEFAULT_LABELLING,
  ceiling: { policy: 'NATO', classification },
});
const ceiling = (classification: string | null): Op =>
  change('exercise', EXERCISE_ID, {}, { labelling: classification === null ? null : capped(classification) });
const marked = (n: number, classification: string | null): Op =>
  change('location', uuidOf(n), {}, { label: classification === null ? null : nato(classification) });
const codeOf = (done: Awaited<ReturnType<VaultPort['append']>>): string => (done.ok ? 'ok' : done.error.code);

/** An exercise with a ceiling and one location, 10, marked as high as it allows. */
const openCapped = async (): Promise<VaultPort> => {
  const vault = must(openVault(newFolder()));
  must(await vault.append(firstStep()));
  must(await vault.append(stepOf([ceiling('NATO SECRET'), creation(locationRecord(10)), marked(10, 'NATO SECRET')])));
  return vault;
};

it('refuses a step that a page makes up, and keeps nothing of it', async () => {
  const vault = await openCapped();
  const handlers = vaultHandlers({ vault, person: () => Promise.resolve(ok(null)), writesOf: () => undefined });
  const before = must(await vault.exercises());
  const made = [creation(locationRecord(11)), marked(11, 'COSMIC TOP SECRET')];
  for (const source of ['edit', 'undo', 'redo', 'import'] as const)
    expect(codeOf(await handlers['vault.append']({ step: stepOf(made, {}, source) }))).toBe('LABEL_ABOVE_CEILING');
  const staged = stepOf([]);
  must(await handlers['vault.stage']({ stepId: staged.id, part: 0, ops: JSON.stringify(made) }));
  expect(codeOf(await handlers['vault.append']({ step: staged, parts: 1 }))).toBe('LABEL_ABOVE_CEILING');
  expect(must(await vault.exercises())).toEqual(before);
  await vault.close();
});

it('does not let a second exercise record, or a level that nobody knows, lift the ceiling', async () => {
  const vault = await openCapped();
  const second = creation({ ...locationRecord(12), kind: 'exercise', labelling: DEFAULT_LABELLING } as never);
  must(await vault.append(stepOf([second])));
  expect(codeOf(await vault.append(stepOf([marked(10, 'COSMIC TOP SECRET')])))).toBe('LABEL_ABOVE_CEILING');
  expect(codeOf(await vault.append(stepOf([marked(10, 'UMBRA')])))).toBe('LABEL_ABOVE_CEILING');
  const broken = change('location', uuidOf(10), {}, { label: { policy: 7, classification: ['NATO RESTRICTED'] } });
  expect(codeOf(await vault.append(stepOf([broken])))).toBe('LABEL_ABOVE_CEILING');
  await vault.close();
});

it('takes a lower ceiling than what stands from a verified bundle alone, and then nothing new above it', async () => {
  const vault = await openCapped();
  const lower = stepOf([ceiling('NATO RESTRICTED')], {}, 'import');
  expect(await vault.append(lower)).toMatchObject({
    ok: false,
    error: { code: 'LABEL_CEILING_TOO_LOW', data: { count: 1, what: uuidOf(10) } },
  });
  // The word of another bundle does not do.
  expect(codeOf(await vault.append(lower, { labelling: capped('NATO UNCLASSIFIED') }))).toBe('LABEL_CEILING_TOO_LOW');
  expect(codeOf(await vault.append(lower, { labelling: capped('NATO RESTRICTED') }))).toBe('ok');
  // Whatever else is changed of how the exercise marks does not put it above: it stands there already.
  const more = { ...capped('NATO RESTRICTED'), equivalences: DEFAULT_LABELLING.equivalences.slice(0, 4) };
  expect(codeOf(await vault.append(stepOf([change('exercise', EXERCISE_ID, {}, { labelling: more })])))).toBe('ok');
  const rename = change('location', uuidOf(10), { name: 'Location 10' }, { name: 'Camp' });
  expect(codeOf(await vault.append(stepOf([rename])))).toBe('ok');
  expect(codeOf(await vault.append(stepOf([marked(10, 'NATO SECRET')])))).toBe('LABEL_ABOVE_CEILING');
  expect(codeOf(await vault.append(stepOf([marked(10, 'NATO RESTRICTED')])))).toBe('ok');
  expect(codeOf(await vault.append(stepOf([marked(10, 'NATO SECRET')], {}, 'undo')))).toBe('LABEL_ABOVE_CEILING');
  await vault.close();
});

describe('undo and redo of a lower ceiling that a verified bundle brought', () => {
  const RESTRICTED = { labelling: capped('NATO RESTRICTED') };
  const lower = () => stepOf([ceiling('NATO RESTRICTED')], {}, 'import');
  const back = () => stepOf([ceiling('NATO SECRET')], {}, 'undo');
  const again = (more: readonly Op[] = [], id = EXERCISE_ID) =>
    stepOf([ceiling('NATO RESTRICTED'), ...more], { exerciseId: id }, 'redo');

  it('lead back to it, also after the vault was closed, as often as it is done', async () => {
    const folder = newFolder();
    let vault = must(openVault(folder));
    must(await vault.append(firstStep()));
    must(await vault.append(stepOf([ceiling('NATO SECRET'), creation(locationRecord(10)), marked(10, 'NATO SECRET')])));
    must(await vault.append(lower(), RESTRICTED));
    for (let n = 0; n < 2; n += 1) {
      must(await vault.append(back()));
      await vault.close();
      vault = must(openVault(folder));
      expect(codeOf(await vault.append(again()))).toBe('ok');
    }
    // What is above it stays there; nothing new comes.
    expect(codeOf(await vault.append(stepOf([creation(locationRecord(11)), marked(11, 'NATO SECRET')])))).toBe(
      'LABEL_ABOVE_CEILING',
    );
    // An own edit lifts it, and is taken back.
    must(await vault.append(stepOf([ceiling('NATO SECRET')])));
    expect(codeOf(await vault.append(stepOf([ceiling('NATO RESTRICTED')], {}, 'undo')))).toBe('ok');
    await vault.close();
  });

  it('are refused where nobody brought it, and where more would stand above it than then', async () => {
    const vault = await openCapped();
    const handlers = vaultHandlers({ vault, person: () => Promise.resolve(ok(null)), writesOf: () => undefined });
    const made = async (step: ReturnType<typeof stepOf>): Promise<string> =>
      codeOf(await handlers['vault.append']({ step }));
    // Before any bundle said so.
    for (const source of ['edit', 'undo', 'redo', 'import'] as const)
      expect(await made(stepOf([ceiling('NATO RESTRICTED')], {}, source))).toBe('LABEL_CEILING_TOO_LOW');
    must(await vault.append(lower(), RESTRICTED));
    must(await vault.append(back()));
    // Another ceiling than the one that was brought.
    expect(await made(stepOf([ceiling('NATO UNCLASSIFIED')], {}, 'redo'))).toBe('LABEL_CEILING_TOO_LOW');
    // As an edit or an import it is a word of its own.
    expect(await made(stepOf([ceiling('NATO RESTRICTED')]))).toBe('LABEL_CEILING_TOO_LOW');
    expect(await made(stepOf([ceiling('NATO RESTRICTED')], {}, 'import'))).toBe('LABEL_CEILING_TOO_LOW');
    // A marking that comes along, or came meanwhile by a made-up undo.
    expect(await made(again([creation(locationRecord(12)), marked(12, 'NATO SECRET')]))).toBe('LABEL_ABOVE_CEILING');
    must(await vault.append(stepOf([creation(locationRecord(13)), marked(13, 'NATO SECRET')], {}, 'undo')));
    expect(await made(again())).toBe('LABEL_CEILING_TOO_LOW');
    must(await vault.append(stepOf([marked(13, 'NATO RESTRICTED'), marked(10, 'NATO CONFIDENTIAL')])));
    expect(await made(again())).toBe('LABEL_CEILING_TOO_LOW');
    must(await vault.append(stepOf([marked(10, 'NATO SECRET')])));
    expect(await made(again())).toBe('ok');
    await vault.close();
  });

  it('say nothing about another exercise', async () => {
    const vault = await openCapped();
    must(await vault.append(lower(), RESTRICTED));
    const other = uuidOf(2);
    must(await vault.append(firstStep(other)));
    const elsewhere = (classification: string): Op =>
      change('exercise', other, {}, { labelling: capped(classification) });
    const there = stepOf([elsewhere('NATO SECRET'), creation(locationRecord(20)), marked(20, 'NATO SECRET')], {
      exerciseId: other,
    });
    must(await vault.append(there));
    expect(codeOf(await vault.append(stepOf([elsewhere('NATO RESTRICTED')], { exerciseId: other }, 'redo')))).toBe(
      'LABEL_CEILING_TOO_LOW',
    );
    await vault.close();
  });
});

describe('what a plan retains', () => {
  const retaining = (n: number, classification: string | null, more: object = {}): Op =>
    change(
      'location',
      uuidOf(n),
      {},
      {
        ...more,
        retained:
          classification === null
            ? null
            : { label: { label: nato(classification), from: [{ nation: 'FRA', title: 'x' }], since: 'x' } },
      },
    );

  it('counts as a marking: nothing above the ceiling that does not stand there already', async () => {
    const vault = await openCapped();
    must(await vault.append(stepOf([creation(locationRecord(11))])));
    for (const source of ['edit', 'undo', 'redo', 'import'] as const)
      expect(codeOf(await vault.append(stepOf([retaining(11, 'COSMIC TOP SECRET')], {}, source)))).toBe(
        'LABEL_ABOVE_CEILING',
      );
    // Nothing in the same step makes room for it.
    const hidden = change('location', uuidOf(10), {}, { label: nato('COSMIC TOP SECRET'), deleted: true });
    expect(codeOf(await vault.append(stepOf([hidden, retaining(11, 'COSMIC TOP SECRET')])))).toBe(
      'LABEL_ABOVE_CEILING',
    );
    must(await vault.append(stepOf([retaining(11, 'NATO SECRET')], {}, 'import')));
    expect(await vault.append(stepOf([ceiling('NATO RESTRICTED')]))).toMatchObject({
      ok: false,
      error: { code: 'LABEL_CEILING_TOO_LOW', data: { count: 2 } },
    });
    must(
      await vault.append(stepOf([ceiling('NATO RESTRICTED')], {}, 'import'), { labelling: capped('NATO RESTRICTED') }),
    );
    // What protected a record stands above the lower ceiling; the record that leaves it stays as high.
    must(await vault.append(stepOf([creation(locationRecord(12)), retaining(12, 'NATO SECRET')], {}, 'import')));
    must(await vault.append(stepOf([retaining(12, null, { deleted: true })])));
    must(await vault.append(stepOf([retaining(11, 'NATO SECRET', { deleted: true })])));
    const back = change('location', uuidOf(11), { deleted: true }, { deleted: null });
    expect(codeOf(await vault.append(stepOf([back])))).toBe('LABEL_ABOVE_CEILING');
    await vault.close();
  });
});

it('brings nothing back above the ceiling', async () => {
  const vault = await openCapped();
  must(await vault.append(stepOf([change('location', uuidOf(10), { deleted: null }, { deleted: true })])));
  must(await vault.append(stepOf([ceiling('NATO RESTRICTED')])));
  const back = change('location', uuidOf(10), { deleted: true }, { deleted: null });
  expect(codeOf(await vault.append(stepOf([back], {}, 'undo')))).toBe('LABEL_ABOVE_CEILING');
  must(await vault.append(stepOf([ceiling('NATO SECRET')])));
  expect(codeOf(await vault.append(stepOf([back], {}, 'undo')))).toBe('ok');
  await vault.close();
});

type Make = (plan: PlanState) => Op | undefined;

const PLACES = [10, 11, 12];
const level = fc.constantFrom(...LEVELS);
const opArb = fc.oneof(
  fc.option(level, { nil: null }).map((to) => () => ceiling(to)),
  fc.tuple(fc.constantFrom(...PLACES), fc.option(level, { nil: null })).map(
    ([n, to]) =>
      (plan: PlanState) =>
        plan.location.has(uuidOf(n))
          ? // As the commands do it: a tombstone can only be brought back.
            plan.location.get(uuidOf(n))?.deleted === true
            ? undefined
            : marked(n, to)
          : creation({ ...locationRecord(n), ...(to === null ? {} : { label: nato(to) }) } as never),
  ),
  fc.tuple(fc.constantFrom(...PLACES), fc.boolean()).map(
    ([n, gone]) =>
      (plan: PlanState) =>
        plan.location.has(uuidOf(n)) ? change('location', uuidOf(n), {}, { deleted: gone ? true : null }) : undefined,
  ),
  fc
    .constantFrom(...PLACES)
    .map(
      (n) => (plan: PlanState) =>
        plan.location.has(uuidOf(n))
          ? ({ kind: 'location', id: uuidOf(n), before: {}, after: null } as const)
          : undefined,
    ),
);

it('judges as window and command line do, whatever came before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(opArb, { minLength: 1, maxLength: 25 }), async (makers) => {
      const vault = must(openVault(newFolder()));
      const first = firstStep();
      must(await vault.append(first));
      let plan = must(applyOps(EMPTY_PLAN, first.ops));
      for (const make of makers as readonly Make[]) {
        const op = make(plan);
        if (op === undefined) continue;
        const held = guardCeiling(plan, [op]);
        expect(codeOf(await vault.append(stepOf([op])))).toBe(held.ok ? 'ok' : held.error.code);
        if (held.ok) plan = must(applyOps(plan, [op]));
      }
      await vault.close();
    }),
    { numRuns: 40 },
  );
});
