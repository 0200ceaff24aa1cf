/** From a file to its review, on the real service: told of as it goes, and stopped wherever a person stops it. */
import { act, screen, waitFor } from '@testing-library/react';
import { createExchange, type ExchangeService } from '#electron/exchange/service.ts';
import { openKeys } from '#electron/keys/identity.ts';
import { openPartners } from '#electron/keys/partners.ts';
import { openVault } from '#electron/vault/inProcess.ts';
import type { VaultPort } from '#electron/vault/port.ts';
import { openFile, useImport } from '#renderer/features/exchange/session.ts';
import { useTask } from '#renderer/state/task.ts';
import { TaskDialog } from '#renderer/features/exchange/TaskDialog.tsx';
import { setActor, usePlan } from '#renderer/state/plan.ts';
import { startWords } from '#renderer/ui/words.ts';
import type { ExchangeStage } from '#shared/contract/exchange.ts';
import { type Result, ok } from '#shared/result.ts';
import { type Desk, done, introduce, newDesk } from '#tests/electron/cli/desk.ts';
import { show } from '#tests/support/show.tsx';

let desk: Desk;
let vault: VaultPort;
let service: ExchangeService;
let file = '';
let cancelled = false;
/** What comes before main answers a request. */
let before: (request: string) => Promise<void> | void = () => {};
let onStage: (stage: ExchangeStage) => void = () => {};
const asked: string[] = [];

/** The requests of an import, answered as main answers them. */
const answers: Readonly<Record<string, (input: never) => Promise<Result<unknown>>>> = {
  'exchange.open': async () => {
    cancelled = false;
    const opened = await service.open(file);
    return opened.ok ? ok(opened.value.file) : opened;
  },
  'exchange.part': ({ token, from }: { token: string; from: number }) => service.part(token, from),
  'exchange.cancel': () => {
    cancelled = true;
    return Promise.resolve(ok(null));
  },
  'vault.exercises': () => vault.exercises(),
  'identity.show': () => Promise.resolve(ok(null)),
  'partner.list': () => Promise.resolve(ok([])),
};

beforeAll(async () => {
  await startWords('en');
  desk = newDesk();
  await introduce(desk, ['NOR', 'EST']);
  const exercise = done(await desk.planner('NOR').run('exercise', 'create', '--sample')).trim();
  file = desk.file('plan.entente');
  done(await desk.planner('NOR').run('export', '--exercise', exercise, '--to', 'EST', '--out', file));
  const { folder } = desk.planner('EST');
  const opened = openVault(folder);
  if (!opened.ok) throw new Error(opened.error.code);
  vault = opened.value;
  service = createExchange({
    vault,
    keys: openKeys(vault, folder, Date.now),
    partners: openPartners(vault, Date.now),
    clock: Date.now,
    isCancelled: () => cancelled,
    onStage: (stage) => onStage(stage),
  });
  const invoke = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      async (input: unknown) => {
        asked.push(name);
        await before(name);
        return answer(input as never);
      },
    ]),
  );
  Object.defineProperty(window, 'entente', { value: { invoke, on: {} }, configurable: true });
});
afterAll(async () => {
  await vault.close();
  desk.clear();
});
beforeEach(() => {
  before = () => {};
  onStage = () => {};
  asked.length = 0;
  setActor({ author: 'us', nation: 'EST', name: null });
  usePlan.setState({ status: { phase: 'none' } });
});

const stop = (): void => useTask.getState().stop?.();

const expectNothing = async (opening: Promise<Result<unknown>>): Promise<void> => {
  expect(await opening).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
  expect(useImport.getState()).toMatchObject({ bundle: null, review: null });
  expect(useTask.getState()).toMatchObject({ task: null, shown: false, stop: null });
  expect(asked).toContain('exchange.cancel');
};

test('stopped while main reads, nothing is opened', async () => {
  onStage = (stage) => {
    if (stage === 'verifying') stop();
  };
  await expectNothing(openFile());
  expect(asked).toEqual(['exchange.open', 'exchange.cancel']);
});

test.each([1, 2])('stopped while part %i of the records crosses, no more is asked for', async (nth) => {
  let parts = 0;
  before = (request) => {
    if (request !== 'exchange.part') return;
    parts += 1;
    if (parts === nth) stop();
  };
  await expectNothing(openFile());
  expect(parts).toBe(nth);
});

test('stopped while it is compared, nothing stands for review', async () => {
  const unsubscribe = useTask.subscribe(({ task }) => {
    if (task?.stage === 'comparing') stop();
  });
  try {
    await expectNothing(openFile());
  } finally {
    unsubscribe();
  }
});

test('a long one shows what it is at, and its button stops it', async () => {
  const user = show(<TaskDialog />);
  let answer = (): void => {};
  let parts = 0;
  before = (request) => {
    if (request !== 'exchange.part' || ++parts > 1) return undefined;
    return new Promise((resolve) => (answer = resolve));
  };
  let opening: Promise<Result<unknown>> = Promise.resolve(ok(null));
  act(() => void (opening = openFile()));
  expect(await screen.findByRole('progressbar')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await act(async () => {
    answer();
    await expectNothing(opening);
  });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('left alone, the same file comes to its review', async () => {
  expect(await openFile()).toEqual({ ok: true, value: { became: 'review' } });
  const { review, bundle, decisions } = useImport.getState();
  expect(review?.entries).toHaveLength(bundle?.count ?? -1);
  expect(decisions.size).toBeGreaterThan(0);
  expect(asked).not.toContain('exchange.cancel');
});
