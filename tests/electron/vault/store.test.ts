import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openVault } from '#electron/vault/inProcess.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import { EXERCISE_ID, change, firstStep, locationStep, stepOf, uuidOf } from '#tests/support/plans.ts';
import { must, useFolders } from './support.ts';

const newFolder = useFolders();
let folder: string;
let vault: VaultPort;
beforeEach(() => {
  folder = newFolder();
  vault = must(openVault(folder));
});
afterEach(() => vault.close());

const reopen = async (): Promise<void> => {
  await vault.close();
  vault = must(openVault(folder));
};

describe('steps', () => {
  test('come back as they were appended, small and large, after closing', async () => {
    const steps = [firstStep(), locationStep(10, { label: { key: 'k', params: { long: 'x'.repeat(299) } } })];
    const large = stepOf(Array.from({ length: 500 }, (_, n) => locationStep(1000 + n).ops).flat());
    for (const step of [...steps, large]) must(await vault.append(step));
    await reopen();
    const page = must(await vault.steps({ exerciseId: EXERCISE_ID, after: 0, limit: 10 }));
    expect(page.steps.map(({ step }) => step)).toEqual([...steps, large]);
    expect(page.head).toBe(page.steps.at(-1)?.seq);
  });

  test('appended twice keep their number; another step of that id is refused', async () => {
    const step = firstStep();
    const { seq } = must(await vault.append(step));
    const reordered = Object.fromEntries(Object.entries(step).toReversed()) as typeof step;
    expect(must(await vault.append(reordered)).seq).toBe(seq);
    expect(await vault.append({ ...step, at: 1 })).toEqual({
      ok: false,
      error: { code: 'VAULT_STEP_DIFFERS', data: { step: step.id } },
    });
    expect(must(await vault.exercises())[0]?.steps).toBe(1);
  });

  test('can neither be changed nor deleted, even in SQL', async () => {
    must(await vault.append(firstStep()));
    await vault.close();
    const db = new DatabaseSync(path.join(folder, 'vault.sqlite'));
    expect(() => db.exec('UPDATE step SET at = 0')).toThrow('append-only');
    expect(() => db.exec('DELETE FROM step')).toThrow('append-only');
    db.close();
  });

  test('go in pages: upwards after a number, and the newest ones below a number', async () => {
    must(await vault.append(firstStep()));
    for (let n = 0; n < 6; n += 1) must(await vault.append(locationStep(10 + n)));
    must(await vault.append(firstStep(uuidOf(2))));
    const numbers = async (query: { after: number; before?: number }) =>
      must(await vault.steps({ exerciseId: EXERCISE_ID, limit: 3, ...query })).steps.map(({ seq }) => seq);
    expect(await numbers({ after: 2 })).toEqual([3, 4, 5]);
    expect(await numbers({ after: 0, before: 8 })).toEqual([5, 6, 7]);
    expect(await numbers({ after: 7 })).toEqual([]);
  });

  test('a page holds about 8 MB, but always one step', async () => {
    const big = () => stepOf([change('location', uuidOf(10), {}, { remarks: 'x'.repeat(5_000_000) })]);
    const steps = [big(), big()];
    for (const step of steps) must(await vault.append(step));
    const page = must(await vault.steps({ exerciseId: EXERCISE_ID, after: 0, limit: 9 }));
    expect(page.steps).toHaveLength(1);
    expect(page.head).toBe(2);
  });

  test('an unknown exercise has none', async () => {
    expect(must(await vault.steps({ exerciseId: EXERCISE_ID, after: 0, limit: 9 }))).toEqual({ steps: [], head: 0 });
  });
});

describe('the list of exercises', () => {
  test('follows the exercise record through its steps', async () => {
    const first = firstStep();
    must(await vault.append(first));
    must(await vault.append(stepOf([change('exercise', EXERCISE_ID, { nickname: null }, { nickname: 'AR27' })])));
    must(await vault.append(stepOf([change('exercise', EXERCISE_ID, { archived: null }, { archived: true })])));
    expect(must(await vault.exercises())).toMatchObject([
      { id: EXERCISE_ID, name: 'Exercise ANCHOR', nickname: 'AR27', archived: true, deleted: false, steps: 3, head: 3 },
    ]);
    must(await vault.append(stepOf([change('exercise', EXERCISE_ID, { nickname: 'AR27' }, { nickname: null })])));
    expect(must(await vault.exercises())[0]).not.toHaveProperty('nickname');
  });

  test('knows a deleted exercise, and one that came back', async () => {
    must(await vault.append(firstStep()));
    must(await vault.append(stepOf([change('exercise', EXERCISE_ID, { deleted: null }, { deleted: true })])));
    expect(must(await vault.exercises())[0]?.deleted).toBe(true);
    must(await vault.append(stepOf([change('exercise', EXERCISE_ID, { deleted: true }, { deleted: null })])));
    expect(must(await vault.exercises())[0]?.deleted).toBe(false);
  });
});

describe('beside the steps', () => {
  const entry = { exerciseId: EXERCISE_ID, originator: 'kid', revision: 4, manifestHash: 'aa', issuedAt: 1000 };

  test('what is known of a bundle is written with its step, once', async () => {
    const step = firstStep();
    must(await vault.append(step, { freshness: [entry], trust: '{}', log: [{ at: 1, code: 'IMPORTED', data: {} }] }));
    must(
      await vault.append(step, { freshness: [{ ...entry, revision: 9 }], log: [{ at: 2, code: 'AGAIN', data: {} }] }),
    );
    expect(must(await vault.freshness())).toEqual([entry]);
    expect(must(await vault.trust())).toBe('{}');
    expect(must(await vault.log(0, 10)).map(({ code }) => code)).toEqual(['IMPORTED', 'EXERCISE_CREATED']);
  });

  test('and not without it', async () => {
    const step = firstStep();
    must(await vault.append(step));
    expect((await vault.append({ ...step, at: 2 }, { freshness: [entry] })).ok).toBe(false);
    expect(must(await vault.freshness())).toEqual([]);
  });

  test('a lower revision never takes the place of a higher one', async () => {
    must(await vault.write({ freshness: [entry] }));
    must(await vault.write({ freshness: [{ ...entry, revision: 3 }] }));
    expect(must(await vault.freshness(EXERCISE_ID))).toEqual([entry]);
    must(await vault.write({ freshness: [{ ...entry, revision: 5 }] }));
    expect(must(await vault.freshness(EXERCISE_ID))[0]?.revision).toBe(5);
    expect(must(await vault.freshness(uuidOf(9)))).toEqual([]);
  });

  test('author, settings and identity stay through closing', async () => {
    const author = must(await vault.author());
    expect(author).toMatch(/^[A-Za-z0-9_-]{12}$/);
    must(await vault.setting('timeline', '{"zoom":3}'));
    must(await vault.write({ identity: new Uint8Array([1, 2, 3]) }));
    await reopen();
    expect(must(await vault.author())).toBe(author);
    expect(must(await vault.setting('timeline'))).toBe('{"zoom":3}');
    expect([...(must(await vault.identity()) ?? [])]).toEqual([1, 2, 3]);
    expect(must(await vault.setting('timeline', null))).toBeNull();
  });

  test('a view cannot touch the author by a setting', async () => {
    const author = must(await vault.author());
    must(await vault.setting('vault.author', 'forged'));
    expect(must(await vault.author())).toBe(author);
  });

  test('nothing is there at first, and nothing after closing', async () => {
    expect(must(await vault.identity())).toBeNull();
    expect(must(await vault.trust())).toBeNull();
    expect(must(await vault.snapshot(EXERCISE_ID))).toBeNull();
    await vault.close();
    expect(await vault.author()).toEqual({ ok: false, error: { code: 'VAULT_STOPPED' } });
  });
});
