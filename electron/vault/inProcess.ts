/** The vault in this very process: for the command line and inside the vault's own process. */
import { type Result, fail, ok } from '#shared/result.ts';
import { failureOf } from './failures.ts';
import { openDatabase } from './open.ts';
import type { VaultPort } from './port.ts';
import { createStaging } from './staging.ts';
import { createStore } from './store.ts';

/**
 * Opens the vault of a data folder, creating both when missing. Only one process can hold it.
 * @returns the failures of `openDatabase`.
 */
export const openVault = (folder: string): Result<VaultPort> => {
  const opened = openDatabase(folder);
  if (!opened.ok) return opened;
  let store: ReturnType<typeof createStore> | undefined;
  try {
    store = createStore(opened.value, folder);
  } catch (error) {
    opened.value.close();
    return { ok: false, error: failureOf(folder, error) };
  }
  const run = <T>(work: (open: NonNullable<typeof store>) => T): Promise<Result<T>> => {
    if (store === undefined) return Promise.resolve(fail('VAULT_STOPPED'));
    try {
      return Promise.resolve(ok(work(store)));
    } catch (error) {
      return Promise.resolve({ ok: false, error: failureOf(folder, error) });
    }
  };
  const staged = createStaging();
  const done = (_nothing: void): null => null;
  return ok({
    exercises: () => run((open) => open.exercises()),
    steps: (query) => run((open) => open.steps(query)),
    stepHeads: (query) => run((open) => open.stepHeads(query)),
    stepOps: (exerciseId, seq, from) => run((open) => open.stepOps(exerciseId, seq, from)),
    packedSteps: (query) => run((open) => open.packedSteps(query)),
    append: (step, writes, count) => {
      const whole = staged.whole(step, count);
      return whole.ok ? run((open) => open.append(whole.value, writes)) : Promise.resolve(whole);
    },
    stage: (stepId, part, ops) => Promise.resolve(staged.add(stepId, part, ops)),
    recordSteps: (exerciseId, id, limit) => run((open) => open.recordSteps(exerciseId, id, limit)),
    sent: (exerciseId, originator, before) => run((open) => open.sent(exerciseId, originator, before)),
    write: (writes) => run((open) => done(open.write(writes))),
    author: () => run((open) => open.author()),
    setting: (key, value) => run((open) => open.setting(key, value)),
    identity: () => run((open) => open.identity()),
    trust: () => run((open) => open.trust()),
    authors: () => run((open) => open.authors()),
    freshness: (exerciseId) => run((open) => open.freshness(exerciseId)),
    log: (after, limit) => run((open) => open.log(after, limit)),
    auditPage: (query) => run((open) => open.auditPage(query)),
    auditHead: () => run((open) => open.auditHead()),
    auditEnd: () => run((open) => open.auditEnd()),
    snapshot: (exerciseId) => run((open) => open.snapshot(exerciseId)),
    putSnapshot: (exerciseId, snapshot) => run((open) => done(open.putSnapshot(exerciseId, snapshot))),
    close: () =>
      run((open) => {
        open.close();
        store = undefined;
        return null;
      }),
  });
};
