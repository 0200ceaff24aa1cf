import type { IpcMainInvokeEvent } from 'electron';
import { answer, type Handlers } from '#electron/ipc/handle.ts';
import { EVENT_NAMES, REQUEST_NAMES } from '#shared/contract/names.ts';
import { requests } from '#shared/contract/ipc.ts';
import { fail, ok } from '#shared/result.ts';

type Asked = Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>;

const from = (url: string, parent: object | null = null): Asked =>
  ({ senderFrame: { url, parent }, sender: { id: 7 } }) as unknown as Asked;
const OWN = from('app://entente/index.html');

const written: { code: string; data: object }[] = [];
const log = { write: (code: string, data = {}) => void written.push({ code, data }) };
let called: unknown[];
const handlers = {
  'app.setPreferences': (input: unknown, senderId: number) => {
    called.push({ input, senderId });
    return ok(null);
  },
  'app.readyToClose': () => {
    throw new Error('secret detail at /home/planner');
  },
  'app.info': () => fail('SOME_REFUSAL', { place: 'here' }),
} as unknown as Handlers;

beforeEach(() => {
  written.length = 0;
  called = [];
});

const DARK = { language: 'en', theme: 'dark' };

test('a request of our own main frame reaches its handler, with who asked', async () => {
  expect(await answer('app.setPreferences', handlers, OWN, DARK, log)).toEqual(ok(null));
  expect(called).toEqual([{ input: DARK, senderId: 7 }]);
  expect(written).toEqual([]);
});

test.each([
  ['another origin', from('https://example.org/index.html')],
  ['an origin that begins like ours', from('app://entente.example/index.html')],
  ['another scheme', from('file:///index.html')],
  ['a frame inside the page', from('app://entente/index.html', {})],
  ['a frame that is gone', { senderFrame: null, sender: { id: 7 } } as unknown as Asked],
])('a request from %s is refused and logged', async (_who, event) => {
  expect(await answer('app.setPreferences', handlers, event, DARK, log)).toEqual(
    fail('IPC_SENDER', { name: 'app.setPreferences' }),
  );
  expect(called).toEqual([]);
  expect(written.map(({ code }) => code)).toEqual(['IPC_SENDER']);
});

test('a value that the schema does not take is refused, with the field', async () => {
  const input = { ...DARK, theme: 'pink' };
  expect(await answer('app.setPreferences', handlers, OWN, input, log)).toEqual(
    fail('IPC_INPUT', { name: 'app.setPreferences', field: 'theme' }),
  );
  expect(called).toEqual([]);
  expect(written).toEqual([{ code: 'IPC_INPUT', data: { name: 'app.setPreferences', field: 'theme' } }]);
});

test('too large a value is refused before its schema is asked', async () => {
  const large = new Uint8Array(300 * 1024 * 1024);
  expect(await answer('app.setPreferences', handlers, OWN, large, log)).toEqual(
    fail('IPC_TOO_LARGE', { name: 'app.setPreferences' }),
  );
  expect(written.map(({ code }) => code)).toEqual(['IPC_TOO_LARGE']);
});

test('what has no JSON is refused, not thrown', async () => {
  const cycle: { theme?: unknown } = {};
  cycle.theme = cycle;
  for (const input of [cycle, 1n, { ...DARK, theme: 1n }]) {
    expect(await answer('app.setPreferences', handlers, OWN, input, log)).toMatchObject({
      error: { code: 'IPC_INPUT' },
    });
  }
});

test('a handler that throws gives UNKNOWN to the page and the detail to the log alone', async () => {
  const answered = await answer('app.readyToClose', handlers, OWN, undefined, log);
  expect(answered).toEqual(fail('UNKNOWN', { code: 'app.readyToClose' }));
  expect(JSON.stringify(written)).toContain('secret detail');
});

test('a refusal of the handler passes as it is', async () => {
  expect(await answer('app.info', handlers, OWN, undefined, log)).toEqual(fail('SOME_REFUSAL', { place: 'here' }));
});

test('the preload knows exactly the contract’s names', () => {
  expect([...REQUEST_NAMES].toSorted()).toEqual(Object.keys(requests).toSorted());
  expect(new Set(EVENT_NAMES).size).toBe(EVENT_NAMES.length);
});
