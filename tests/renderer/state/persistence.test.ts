import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Dexie } from 'dexie';
import fc from 'fast-check';
import { openVault } from '#electron/vault/inProcess.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import { planFromVault } from '#electron/vault/plan.ts';
import { undoDraft } from '#shared/plan/history.ts';
import { EMPTY_PLAN, allRecords, live } from '#shared/plan/state.ts';
import { type Step, makeStep } from '#shared/plan/step.ts';
import { type RecordRow, createDatabase } from '#renderer/db/database.ts';
import { type Persistence, createPersistence } from '#renderer/state/persistence.ts';
import { must } from '#tests/electron/vault/support.ts';
import { type TestBridge, installBridge } from '#tests/support/bridge.ts';
import {
  EXERCISE_ID,
  change,
  creation,
  firstStep,
  locationRecord,
  locationStep,
  stampAt,
  stepOf,
  uuidOf,
} from '#tests/support/plans.ts';
import { after, saveAll, sorted } from './saving.ts';

let folder: string;
let vault: VaultPort;
let bridge: TestBridge;
let name: string;
let opened: Persistence[] = [];
let count = 0;

const start = (): Persistence => {
  const persistence = createPersistence(createDatabase(name));
  opened.push(persistence);
  return persistence;
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-persistence-'));
  vault = must(openVault(folder));
  bridge = installBridge(vault);
  count += 1;
  name = `test-${count}`;
  opened = [];
});

afterEach(async () => {
  for (const persistence of opened) persistence.dispose();
  await Dexie.delete(name);
  await bridge.vault.close();
  rmSync(folder, { recursive: true });
});

const reopen = async () => {
  for (const persistence of opened) persistence.dispose();
  const persistence = start();
  return { persistence, ...must(await persistence.openPlan(EXERCISE_ID)) };
};

describe('saving and opening', () => {
  test('a saved plan opens again from the working database, with its history', async () => {
    const steps = [firstStep(), locationStep(10), locationStep(11)];
    const plan = await saveAll(start(), steps);
    const again = await reopen();
    expect(again).toMatchObject({ source: 'db', rebuilt: false });
    expect(sorted(again.plan)).toEqual(sorted(plan));
    expect(again.history.done.map(({ id }) => id)).toEqual(steps.map(({ id }) => id));
  });

  test('undo survives a restart: the undone step waits to be brought back', async () => {
    const persistence = start();
    const step = locationStep(10);
    const plan = await saveAll(persistence, [firstStep(), step]);
    const context = { exerciseId: EXERCISE_ID, author: 'tester', stamp: stampAt(9e6), at: 9e6, id: uuidOf(9_000_000) };
    await saveAll(persistence, [makeStep(plan, undoDraft(step), context, 'undo', step.id)], plan);
    const again = await reopen();
    expect(again.history.undone.map(({ id }) => id)).toEqual([step.id]);
    expect(live(again.plan, 'location')).toEqual([]);
  });

  test('a lost working database is rebuilt from the vault, and that is said', async () => {
    const plan = await saveAll(start(), [firstStep(), locationStep(10)]);
    for (const persistence of opened) persistence.dispose();
    await Dexie.delete(name);
    const again = await reopen();
    expect(again).toMatchObject({ source: 'vault', rebuilt: true });
    expect(sorted(again.plan)).toEqual(sorted(plan));
    expect(await reopen()).toMatchObject({ source: 'db', rebuilt: false });
  });

  test('an exercise that was never open here is read from the vault without alarm', async () => {
    must(await vault.append(firstStep()));
    expect(await reopen()).toMatchObject({ source: 'vault', rebuilt: false });
  });

  test('what the command line added meanwhile is caught up', async () => {
    const plan = await saveAll(start(), [firstStep()]);
    const step = locationStep(20);
    must(await vault.append(step));
    const again = await reopen();
    expect(again).toMatchObject({ source: 'caught-up', rebuilt: false });
    expect(sorted(again.plan)).toEqual(sorted(after(plan, step)));
    expect(await reopen()).toMatchObject({ source: 'db' });
  });

  test('more than the newest steps added meanwhile are caught up as well, with as much history as is kept', async () => {
    let plan = await saveAll(start(), [firstStep()]);
    for (let n = 0; n < 450; n += 1) {
      const step = locationStep(1000 + n);
      must(await vault.append(step));
      plan = after(plan, step);
    }
    const again = await reopen();
    expect(again).toMatchObject({ source: 'caught-up', rebuilt: false });
    expect(sorted(again.plan)).toEqual(sorted(plan));
    expect(again.history.done).toHaveLength(200);
  });

  test('a working database of the version before opens as it was, without alarm', async () => {
    const persistence = start();
    const plan = await saveAll(persistence, [firstStep(), locationStep(10), locationStep(11)]);
    persistence.dispose();
    const made = createDatabase(name);
    const [meta, exercises] = [await made.meta.toArray(), await made.exercises.toArray()];
    made.close();
    await Dexie.delete(name);
    const old = createDatabase(name, 4);
    await old
      .table<RecordRow>('records')
      .bulkPut([...allRecords(plan)].map((record) => ({ exerciseId: EXERCISE_ID, record })));
    await old.meta.bulkPut(meta);
    await old.exercises.bulkPut(exercises);
    old.close();
    const again = await reopen();
    expect(again).toMatchObject({ source: 'db', rebuilt: false });
    expect(sorted(again.plan)).toEqual(sorted(plan));
    await saveAll(again.persistence, [locationStep(12)], again.plan);
    expect(live((await reopen()).plan, 'location')).toHaveLength(3);
  });

  test('what most of has been superseded is written anew when it is opened, and what is not stays', async () => {
    const rowCount = async (): Promise<number> => {
      const db = createDatabase(name);
      const rows = await db.packs.count();
      db.close();
      return rows;
    };
    const ids = Array.from({ length: 400 }, (_, n) => 1_000 + n);
    const persistence = start();
    let plan = await saveAll(persistence, [firstStep(), stepOf(ids.map((n) => creation(locationRecord(n))))]);
    const few = await rowCount();
    for (let round = 0; round < 12; round += 1) {
      const ops = ids.slice(0, 190).map((n) => change('location', uuidOf(n), { name: '' }, { name: `Round ${round}` }));
      plan = await saveAll(persistence, [stepOf(ops)], plan);
    }
    const many = await rowCount();
    expect(many).toBeGreaterThan(2 * few);
    const again = await reopen();
    expect(sorted(again.plan)).toEqual(sorted(plan));
    expect(await rowCount()).toBeLessThanOrEqual(few + 1);
    const onceMore = await reopen();
    expect(onceMore).toMatchObject({ source: 'db', rebuilt: false });
    expect(sorted(onceMore.plan)).toEqual(sorted(plan));
  });

  test('records that are not what was written are rebuilt', async () => {
    const plan = await saveAll(start(), [firstStep(), locationStep(10)]);
    const db = createDatabase(name);
    await db.packs.put({ exerciseId: EXERCISE_ID, order: 9, words: '[{"kind":"nonsense","id":"x"}]' });
    db.close();
    const again = await reopen();
    expect(again).toMatchObject({ source: 'vault', rebuilt: true });
    expect(sorted(again.plan)).toEqual(sorted(plan));
  });

  test('a vault put back from an older copy wins over the working database', async () => {
    const first = firstStep();
    const plan = await saveAll(start(), [first, locationStep(10)]);
    await vault.close();
    const other = mkdtempSync(path.join(tmpdir(), 'entente-older-'));
    bridge.vault = must(openVault(other));
    must(await bridge.vault.append(first));
    const again = await reopen();
    expect(again).toMatchObject({ source: 'vault', rebuilt: true });
    expect(sorted(again.plan)).not.toEqual(sorted(plan));
    rmSync(other, { recursive: true });
  });

  test('an unknown exercise is refused', async () => {
    expect(await start().openPlan(uuidOf(77))).toMatchObject({ ok: false, error: { code: 'VAULT_EXERCISE_UNKNOWN' } });
  });
});

describe('when saving fails', () => {
  const full = { refuse: { code: 'VAULT_DISK_FULL' } } as const;

  test('the step waits in the outbox, the state says so, and a retry saves it', async () => {
    const persistence = start();
    const plan = await saveAll(persistence, [firstStep()]);
    bridge.trouble = full;
    const step = locationStep(10);
    const saved = await persistence.saveStep(step, after(plan, step));
    expect(saved).toEqual({ ok: false, error: full.refuse });
    expect(persistence.saveState()).toEqual({ state: 'not-saved', failure: full.refuse });
    bridge.trouble = undefined;
    await persistence.retrySaves();
    expect(persistence.saveState().state).toBe('saved');
    expect(must(await vault.steps({ exerciseId: EXERCISE_ID, after: 0, limit: 9 })).steps.at(-1)?.step.id).toBe(
      step.id,
    );
  });

  test('steps behind a refused one wait for it and keep their order through a restart', async () => {
    const persistence = start();
    let plan = await saveAll(persistence, [firstStep()]);
    bridge.trouble = full;
    const waiting = [
      locationStep(10),
      stepOf([change('location', uuidOf(10), { name: 'Location 10' }, { name: 'B' })]),
    ];
    for (const step of waiting) {
      plan = after(plan, step);
      expect((await persistence.saveStep(step, plan)).ok).toBe(false);
    }
    const stillFull = await reopen();
    expect(sorted(stillFull.plan)).toEqual(sorted(plan));
    bridge.trouble = undefined;
    await stillFull.persistence.retrySaves();
    expect(sorted(must(await planFromVault(vault, EXERCISE_ID)).plan)).toEqual(sorted(plan));
  });

  test('an exercise whose first step is not saved is in the list and opens', async () => {
    bridge.trouble = full;
    const persistence = start();
    const step = firstStep();
    await persistence.saveStep(step, after(EMPTY_PLAN, step));
    expect(must(await persistence.listExercises()).map((each) => each.name)).toEqual(['Exercise ANCHOR']);
    const again = await reopen();
    expect(again.plan.exercise.size).toBe(1);
    expect(must(await again.persistence.listExercises())).toHaveLength(1);
  });

  test('without a working database a step still reaches the vault', async () => {
    const db = createDatabase(name);
    const persistence = createPersistence(db);
    opened.push(persistence);
    const plan = await saveAll(persistence, [firstStep()]);
    db.close();
    const step = locationStep(10);
    must(await persistence.saveStep(step, after(plan, step)));
    const again = await reopen();
    expect(again.source).toBe('caught-up');
    expect(sorted(again.plan)).toEqual(sorted(after(plan, step)));
  });

  test('a vault that cannot be read leaves the working database open, and says what is wrong', async () => {
    const plan = await saveAll(start(), [firstStep(), locationStep(10)]);
    await bridge.vault.close();
    const again = await reopen();
    expect(sorted(again.plan)).toEqual(sorted(plan));
    expect(again.persistence.saveState()).toMatchObject({ failure: { code: 'VAULT_STOPPED' } });
  });
});

describe('an import', () => {
  const freshness = { exerciseId: EXERCISE_ID, originator: 'k', revision: 3, manifestHash: 'h', issuedAt: 5 };

  test('stores what is known of its bundle with the step', async () => {
    bridge.tokens.set('t', { freshness: [freshness] });
    const persistence = start();
    const plan = await saveAll(persistence, [firstStep()]);
    const step = stepOf([creation(locationRecord(30))], {}, 'import');
    must(await persistence.saveStep(step, after(plan, step), 't'));
    expect(must(await vault.freshness(EXERCISE_ID))).toEqual([freshness]);
  });

  test('whose bundle was forgotten in a crash is not in the plan afterwards', async () => {
    const persistence = start();
    const plan = await saveAll(persistence, [firstStep()]);
    bridge.trouble = 'die-before';
    const reached = bridge.reached();
    const step = stepOf([creation(locationRecord(30))], {}, 'import');
    void persistence.saveStep(step, after(plan, step), 'forgotten');
    await reached;
    bridge.trouble = undefined;
    const again = await reopen();
    expect(sorted(again.plan)).toEqual(sorted(plan));
    expect(must(await vault.freshness())).toEqual([]);
    expect((await reopen()).source).toBe('db');
  });
});

const manyFrom = (from: number) => Array.from({ length: 501 }, (_, n) => creation(locationRecord(from + n)));

test('law: whatever dies where, what opens again is all that was committed', async () => {
  const event = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ what: fc.constant('save' as const), place: fc.integer({ min: 10, max: 14 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ what: fc.constant('die-before' as const), place: fc.integer({ min: 10, max: 14 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ what: fc.constant('die-after' as const), place: fc.integer({ min: 10, max: 14 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ what: fc.constant('full' as const), place: fc.integer({ min: 10, max: 14 }) }),
    },
    { weight: 1, arbitrary: fc.record({ what: fc.constant('lose-db' as const), place: fc.constant(0) }) },
    {
      weight: 1,
      arbitrary: fc.record({ what: fc.constant('command-line' as const), place: fc.integer({ min: 20, max: 24 }) }),
    },
  );
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 14 }), async (events) => {
      run += 1;
      const id = uuidOf(500_000 + run);
      name = `law-${count}-${run}`;
      bridge.trouble = undefined;
      let persistence = start();
      let plan = await saveAll(persistence, [firstStep(id)]);
      let n = 0;
      const edit = (place: number): Step => {
        n += 1;
        // Now and then a step of very many records, which is saved another way.
        if (place === 14) return stepOf(manyFrom(1_000 * n), { exerciseId: id });
        const old = plan.location.get(uuidOf(place));
        const op =
          old === undefined
            ? creation(locationRecord(place))
            : change('location', old.id, { name: old.name }, { name: `Name ${n}` });
        return stepOf([op], { exerciseId: id });
      };
      const restart = async (): Promise<void> => {
        persistence.dispose();
        bridge.trouble = undefined;
        persistence = start();
        expect(sorted(must(await persistence.openPlan(id)).plan)).toEqual(sorted(plan));
      };
      for (const { what, place } of events) {
        if (what === 'lose-db') {
          persistence.dispose();
          await Dexie.delete(name);
          // What was never called saved was only there.
          plan = must(await planFromVault(bridge.vault, id)).plan;
          await restart();
        } else if (what === 'command-line') {
          persistence.dispose();
          const step = edit(place);
          must(await bridge.vault.append(step));
          plan = after(plan, step);
          await restart();
        } else {
          // It is the end of the window at this very step that a large one has to outlive: in parts it is stored by then.
          bridge.trouble = undefined;
          if (place === 14) await persistence.retrySaves();
          const step = edit(place);
          plan = after(plan, step);
          bridge.trouble =
            what === 'save' ? undefined : what === 'full' ? { refuse: { code: 'VAULT_DISK_FULL' } } : what;
          const reached = bridge.reached();
          const saved = persistence.saveStep(step, plan);
          await (what === 'die-before' || what === 'die-after' ? reached : saved);
          if (what === 'die-before' || what === 'die-after') await restart();
        }
      }
      await restart();
      await persistence.retrySaves();
      expect(sorted(must(await planFromVault(bridge.vault, id)).plan)).toEqual(sorted(plan));
      persistence.dispose();
      await Dexie.delete(name);
    }),
    { numRuns: 40 },
  );
}, 120_000);
