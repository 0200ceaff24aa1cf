import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openVault } from '#electron/vault/inProcess.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import {
  type SavedView,
  keepViews,
  loadViews,
  useSavedViews,
  withView,
} from '#renderer/features/timeline/savedViews.ts';
import { installBridge } from '#tests/support/bridge.ts';
import { EXERCISE_ID, uuidOf } from '#tests/support/plans.ts';

const view = (n: number, name: string): SavedView => ({
  id: uuidOf(n),
  name,
  content: {
    grouping: 'participant',
    form: 'stacked',
    colouring: 'type',
    showLinks: true,
    folded: [],
    filter: '',
    origin: 1_800_000_000_000,
    msPerPixel: 60_000,
  },
});

let folder: string;
let vault: VaultPort;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'entente-views-'));
  const opened = openVault(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  vault = opened.value;
  installBridge(vault);
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

test('views are kept per exercise and are there again', async () => {
  await loadViews(EXERCISE_ID);
  expect(await keepViews([view(10, 'June')])).toEqual({ ok: true, value: null });
  await loadViews(uuidOf(2));
  expect(useSavedViews.getState().views).toEqual([]);
  await loadViews(EXERCISE_ID);
  expect(useSavedViews.getState().views).toEqual([view(10, 'June')]);
});

test('a damaged list counts as empty, and one too long is refused and leaves the old one', async () => {
  await vault.setting(`timeline.views.${uuidOf(3)}`, '{"views":');
  await loadViews(uuidOf(3));
  expect(useSavedViews.getState().views).toEqual([]);
  await loadViews(EXERCISE_ID);
  const many = Array.from({ length: 51 }, (_, n) => view(100 + n, `View ${n}`));
  expect(await keepViews(many)).toEqual({ ok: false, error: { code: 'VIEWS_FULL' } });
  expect(useSavedViews.getState().views).toHaveLength(1);
});

test('a view of the same name is replaced, a renamed one keeps its place in no list twice', () => {
  const [a, b] = [view(10, 'Alpha'), view(11, 'Bravo')];
  expect(withView([a, b], view(12, 'Alpha')).map(({ id }) => id)).toEqual([uuidOf(12), b.id]);
  expect(withView([a, b], { ...a, name: 'Charlie' }).map(({ name }) => name)).toEqual(['Bravo', 'Charlie']);
  expect(withView([], a)).toEqual([a]);
});
