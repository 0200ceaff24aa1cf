import { screen, waitFor, within } from '@testing-library/react';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ExercisesView } from '#renderer/features/exercises/ExercisesView.tsx';
import { closeExercise, usePlan } from '#renderer/state/plan.ts';
import { showScreen } from '#renderer/state/screen.ts';
import { startWords } from '#renderer/ui/words.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import { exerciseOf, live } from '#shared/plan/state.ts';
import { installBridge } from '#tests/support/bridge.ts';
import { show as showPart } from '#tests/support/show.tsx';

const folder = mkdtempSync(path.join(tmpdir(), 'entente-exercises-'));
let vault: VaultPort;

beforeAll(async () => {
  await startWords('en');
  const opened = openVault(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  vault = opened.value;
  installBridge(vault);
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const show = () => {
  closeExercise();
  showScreen({ exercises: false, newExercise: false });
  return showPart(<ExercisesView />);
};

test('an exercise from a template is laid out, opened, and in the list from then on', async () => {
  const user = show();
  await user.click((await screen.findAllByRole('button', { name: 'New exercise' }))[0] as HTMLElement);
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('combobox', { name: 'Begin with' }));
  await user.click(await screen.findByRole('option', { name: /stages of 2023/ }));
  expect(within(dialog).getByText('Main planning conference (MPC)')).toBeVisible();
  await user.click(within(dialog).getByRole('button', { name: 'Create' }));
  expect(within(dialog).getByText('The exercise needs a name; type one.')).toBeVisible();
  await user.type(within(dialog).getByRole('textbox', { name: /^Name/ }), 'BALTIC GUARDIAN 27');
  await user.click(within(dialog).getByRole('button', { name: 'Create' }));
  await waitFor(() => expect(usePlan.getState().status.phase).toBe('open'));
  const { plan } = usePlan.getState();
  expect(exerciseOf(plan)?.name).toBe('BALTIC GUARDIAN 27');
  expect(live(plan, 'activity').length).toBeGreaterThan(15);
});

test('duplicate, delete and bring back', async () => {
  const user = show();
  await user.click(await screen.findByText('BALTIC GUARDIAN 27'));
  await user.click(screen.getByRole('button', { name: 'Duplicate' }));
  const copy = await screen.findByText('BALTIC GUARDIAN 27 (copy)');
  await user.click(copy);
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(screen.queryByRole('gridcell', { name: 'BALTIC GUARDIAN 27 (copy)' })).toBeNull());
  expect(screen.getByRole('gridcell', { name: 'BALTIC GUARDIAN 27' })).toBeVisible();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('gridcell', { name: 'BALTIC GUARDIAN 27 (copy)' })).toBeVisible();
});

test('an archived exercise is out of sight until it is asked for', async () => {
  const user = show();
  await user.click(await screen.findByRole('gridcell', { name: 'BALTIC GUARDIAN 27 (copy)' }));
  await user.click(screen.getByRole('button', { name: 'Archive' }));
  await waitFor(() => expect(screen.queryByRole('gridcell', { name: /copy/ })).toBeNull());
  await user.click(screen.getByRole('checkbox', { name: 'Show archived' }));
  expect(screen.getByRole('gridcell', { name: /copy/ })).toBeVisible();
  expect(screen.getByRole('gridcell', { name: 'Archived' })).toBeVisible();
});
