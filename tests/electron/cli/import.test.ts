import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { openVault } from '#electron/vault/inProcess.ts';
import { must } from '../vault/support.ts';
import { type Desk, done, introduce, newDesk, type Planner, plannerIn, reasonOf } from './desk.ts';

let desk: Desk;
let nor: Planner;
let est: Planner;
let exercise = '';
beforeEach(async () => {
  desk = newDesk();
  await introduce(desk, ['NOR', 'EST']);
  nor = desk.planner('NOR');
  est = desk.planner('EST');
  exercise = done(await nor.run('exercise', 'create', '--sample')).trim();
});
afterEach(() => desk.clear());

const exportFrom = async (planner: Planner, name: string, ...more: readonly string[]): Promise<string> => {
  const file = desk.file(name);
  done(await planner.run('export', '--exercise', exercise, '--to', 'EST', '--out', file, ...more));
  return file;
};

/** All that a data folder knows, for comparing before and after. */
const stateOf = async ({ folder }: Planner) => {
  const vault = must(openVault(folder));
  const state = {
    exercises: must(await vault.exercises()),
    freshness: must(await vault.freshness()),
    steps: must(await vault.steps({ exerciseId: exercise, after: 0, limit: 100 })),
    // That a file was refused is in the log, and nowhere else.
    log: must(await vault.log(0, 1000)).filter(({ code }) => code !== 'REFUSED'),
  };
  await vault.close();
  return state;
};

/** The reasons of refusals that the log has. */
const refusalsOf = async ({ folder }: Planner): Promise<readonly unknown[]> => {
  const vault = must(openVault(folder));
  const entries = must(await vault.auditPage({ limit: 1000, codes: ['REFUSED'] }));
  await vault.close();
  return entries.map(({ data }) => data['reason']);
};

const dumpOf = async (planner: Planner): Promise<Map<string, string>> => {
  const lines = done(await planner.run('dump', '--exercise', exercise))
    .trimEnd()
    .split('\n');
  return new Map(lines.map((line) => [(JSON.parse(line) as { id: string }).id, line]));
};

test('a review lists what would come, and changes nothing', async () => {
  const file = await exportFrom(nor, 'one.entente');
  const before = await stateOf(est);
  const reviewed = await est.ask('import', file);
  expect(reviewed).toMatchObject({ exerciseId: exercise, from: 'NOR', revision: 1, taken: 0 });
  expect((reviewed['counts'] as { new: number }).new).toBeGreaterThan(50);
  expect(done(await est.run('import', file, '--accept', 'none'))).toContain('new');
  expect(await stateOf(est)).toEqual(before);
});

test('what is accepted is the sender’s word, byte for byte; the same bundle again changes nothing', async () => {
  const file = await exportFrom(nor, 'one.entente');
  const taken = await est.ask('import', file, '--accept', 'own');
  expect(taken['taken']).toBeGreaterThan(50);
  const [mine, theirs] = [await dumpOf(nor), await dumpOf(est)];
  expect(theirs.size).toBe(taken['taken']);
  for (const [id, line] of theirs) expect(line).toBe(mine.get(id));
  const before = await stateOf(est);
  expect(before.freshness).toMatchObject([{ exerciseId: exercise, revision: 1 }]);
  expect(await est.ask('import', file, '--accept', 'own')).toMatchObject({ taken: 0 });
  expect(await stateOf(est)).toEqual(before);
});

test('an encrypted bundle brings the same plan', async () => {
  const [plain, sealed] = [await exportFrom(nor, 'one.entente'), await exportFrom(nor, 'two.entente', '--encrypt')];
  done(await est.run('import', plain, '--accept', 'own'));
  const before = await dumpOf(est);
  expect(await est.ask('import', sealed, '--accept', 'own')).toMatchObject({ revision: 2, taken: 0 });
  expect(await dumpOf(est)).toEqual(before);
  expect((await stateOf(est)).steps.steps).toHaveLength(1);
});

test('an older bundle is refused after a newer one, even one that brought no news', async () => {
  const [one, two] = [await exportFrom(nor, 'one.entente'), await exportFrom(nor, 'two.entente')];
  done(await est.run('import', one, '--accept', 'own'));
  done(await est.run('import', two, '--accept', 'own'));
  const before = await stateOf(est);
  for (const command of ['import', 'verify', 'inspect'])
    expect(reasonOf(await est.run(command, one))).toBe('REVISION_ROLLBACK');
  expect(reasonOf(await est.run('import', one, '--accept', 'all', '--allow-gap'))).toBe('REVISION_ROLLBACK');
  expect(await stateOf(est)).toEqual(before);
});

test('two bundles under one number raise the alarm; a chain that does not fit needs leave', async () => {
  done(await est.run('import', await exportFrom(nor, 'one.entente'), '--accept', 'own'));
  cpSync(nor.folder, desk.file('restored'), { recursive: true });
  const restored = plannerIn(desk.file('restored'));
  done(await est.run('import', await exportFrom(nor, 'two.entente', '--expires', '60'), '--accept', 'own'));
  const other = await exportFrom(restored, 'other.entente', '--expires', '61');
  expect(reasonOf(await est.run('import', other, '--accept', 'own'))).toBe('REVISION_EQUIVOCATION');
  const third = await exportFrom(restored, 'third.entente');
  expect(reasonOf(await est.run('import', third, '--accept', 'own'))).toBe('REVISION_GAP');
  expect(await est.ask('verify', third)).toMatchObject({ standing: 'gap' });
  expect((await stateOf(est)).freshness).toMatchObject([{ revision: 2 }]);
  done(await est.run('import', third, '--accept', 'own', '--allow-gap'));
  expect((await stateOf(est)).freshness).toMatchObject([{ revision: 3 }]);
});

test('a changed bundle is refused whatever is to be accepted, and nothing changes', async () => {
  const file = await exportFrom(nor, 'one.entente');
  const bytes = readFileSync(file);
  const at = bytes.indexOf('records/exercise.ndjson') + 40;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  const before = await stateOf(est);
  expect(reasonOf(await est.run('import', file, '--accept', 'all', '--allow-gap'))).toBe('ZIP_CHECKSUM');
  expect(await stateOf(est)).toEqual(before);
  expect(await refusalsOf(est)).toContain('ZIP_CHECKSUM');
});

test('nobody takes in the plan of somebody whose key was never confirmed here', async () => {
  const file = await exportFrom(nor, 'one.entente');
  expect(reasonOf(await desk.planner('stranger').run('import', file, '--accept', 'all'))).toBe('SIGNER_UNKNOWN');
});

test('the maker’s own bundle changes nothing at home', async () => {
  const file = await exportFrom(nor, 'one.entente');
  const before = await dumpOf(nor);
  expect(await nor.ask('import', file, '--accept', 'all')).toMatchObject({ taken: 0 });
  expect(await dumpOf(nor)).toEqual(before);
});

test('wrong words are wrong usage; a file of nothing known is refused', async () => {
  expect((await est.run('import')).exit).toBe(2);
  expect((await est.run('import', 'x', '--accept', 'maybe')).exit).toBe(2);
  expect(reasonOf(await est.run('import', desk.file('none')))).toBe('FILE_NOT_READ');
  writeFileSync(desk.file('text'), 'Dear partner');
  expect(reasonOf(await est.run('import', desk.file('text')))).toBe('FILE_UNKNOWN_FORM');
  expect(reasonOf(await est.run('import', desk.file('NOR.entente-card')))).toBe('FILE_OF_PARTNER');
});

test('a second bundle is held against what the first one said, and each step names its bundle', async () => {
  done(await est.run('import', await exportFrom(nor, 'one.entente'), '--accept', 'own'));
  done(await nor.run('label', '--exercise', exercise, '--classification', 'NATO RESTRICTED', '--policy', 'NATO'));
  const second = await exportFrom(nor, 'two.entente');
  const fields = async (): Promise<readonly Record<string, unknown>[]> => {
    const { entries } = (await est.ask('import', second)) as unknown as {
      readonly entries: readonly { readonly fields: readonly Record<string, unknown>[] }[];
    };
    return entries.flatMap((entry) => entry.fields);
  };
  const last = { revision: 1, value: expect.objectContaining({ classification: 'UNCLASSIFIED' }) };
  expect(await fields()).toMatchObject([{ field: 'label', last }]);
  done(await est.run('import', second, '--accept', 'own'));
  const { steps } = await stateOf(est);
  expect(steps.steps.map(({ step }) => step.origin)).toMatchObject([
    { nation: 'NOR', name: 'Planner NOR', revision: 1, file: 'one.entente' },
    { nation: 'NOR', name: 'Planner NOR', revision: 2, file: 'two.entente' },
  ]);
  const vault = must(openVault(est.folder));
  // Norway's folder writes for Norway's key, by its own signed word; nobody else does.
  const [author, ...others] = must(await vault.authors());
  expect([author?.kid, others]).toEqual([must(await vault.freshness())[0]?.originator, []]);
  expect(steps.steps[0]?.step.ops[0]?.after?.['stamp']).toMatch(new RegExp(`\\.${author?.author ?? ''}$`));
  const [known] = must(await vault.freshness());
  const upTo = async (revision: number) =>
    must(await vault.sent(exercise, known?.originator ?? '', revision))?.revision ?? null;
  // The bundle that comes once more is held against the one before it.
  expect([await upTo(1), await upTo(2), await upTo(3)]).toEqual([null, 1, 2]);
  await vault.close();
});
