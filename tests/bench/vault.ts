/** Commits and checks against the plain operation beneath. */
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openVault } from '#electron/vault/inProcess.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import { runChecks } from '#shared/plan/checks/run.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { allRecords, planOf } from '#shared/plan/state.ts';
import { change, creation, stepOf, uuidOf } from '#tests/support/plans.ts';
import { type Figure, figure, inTurns, sure } from './figures.ts';

/** Puts a plan into the vault of a data folder, ready for a window to open. */
const fillVault = async (folder: string, records: readonly PlanRecord[]): Promise<VaultPort> => {
  const vault = sure(openVault(folder));
  sure(await vault.append(stepOf(records.map(creation))));
  return vault;
};

/** One activity renamed again and again, as a planner at work does. */
const benchCommit = async (folder: string, vault: VaultPort, records: readonly PlanRecord[]): Promise<Figure> => {
  const id = records.find(({ kind }) => kind === 'activity')?.id ?? uuidOf(1);
  const steps = Array.from({ length: 30 }, (_, n) =>
    stepOf([change('activity', id, { title: `Name ${n}` }, { title: `Name ${n + 1}` })]),
  );
  const plain = new DatabaseSync(path.join(folder, 'plain.sqlite'));
  plain.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE steps (seq INTEGER PRIMARY KEY, body)',
  );
  const insert = plain.prepare('INSERT INTO steps (body) VALUES (?)');
  const bodies = steps.map((step) => JSON.stringify(step));
  let [ours, theirs] = [0, 0];
  const taken = await inTurns(
    async () => {
      const step = steps[ours++];
      if (step !== undefined) sure(await vault.append(step));
    },
    () => insert.run(bodies[theirs++] ?? ''),
    25,
  );
  plain.close();
  return figure('commit: a step into the vault (against a bare SQLite insert, WAL, synchronous=FULL)', ...taken);
};

/** Every rule over the whole plan, against writing it out once. */
const benchChecks = async (records: readonly PlanRecord[]): Promise<Figure> => {
  const taken = await inTurns(
    // A plan is a value: a new one, so that no earlier answer is given again.
    () => runChecks(planOf(records)),
    () => JSON.stringify([...allRecords(planOf(records))]),
    5,
  );
  return figure('checks: every rule over the whole plan (against its JSON text)', ...taken);
};

export const benchVault = async (folder: string, records: readonly PlanRecord[]): Promise<readonly Figure[]> => {
  const vault = await fillVault(folder, records);
  const figures = [await benchCommit(folder, vault, records), await benchChecks(records)];
  sure(await vault.close());
  return figures;
};
