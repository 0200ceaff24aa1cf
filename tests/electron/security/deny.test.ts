import { EventEmitter } from 'node:events';
import { denyContents, denySession } from '#electron/security/deny.ts';
import { app, session } from '#tests/support/electron.ts';

const written: string[] = [];
const log = { write: (code: string) => void written.push(code) };
beforeEach(() => void written.splice(0));

const { defaultSession } = session;

describe('a session', () => {
  beforeEach(() => denySession(log));
  afterEach(() => void defaultSession.removeAllListeners());

  test('grants no permission to anybody', () => {
    const ask = defaultSession.setPermissionRequestHandler.mock.calls[0]?.[0] as (
      contents: null,
      permission: string,
      done: (granted: boolean) => void,
    ) => void;
    const granted: boolean[] = [];
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read'])
      ask(null, permission, (answer) => granted.push(answer));
    expect(granted).toEqual([false, false, false, false]);
    const checks = [defaultSession.setPermissionCheckHandler, defaultSession.setDevicePermissionHandler];
    expect(checks.map((handler) => (handler.mock.calls[0] as [() => boolean])[0]())).toEqual([false, false]);
  });

  test.each([
    ['https://example.org/x.js', true],
    ['http://localhost:5173/', true],
    ['ws://127.0.0.1/', true],
    ['file:///etc/passwd', true],
    ['not an address', true],
    ['app://entente/index.html', false],
    ['data:image/png;base64,AA==', false],
    ['blob:app://entente/1', false],
  ])('a request for %s: cancelled %s', (url, cancelled) => {
    const filter = defaultSession.webRequest.onBeforeRequest.mock.calls[0]?.[0] as (
      details: { url: string },
      done: (answer: { cancel: boolean }) => void,
    ) => void;
    const answers: unknown[] = [];
    filter({ url }, (answer) => answers.push(answer));
    expect(answers).toEqual([{ cancel: cancelled }]);
    expect(written).toEqual(cancelled ? ['DENIED_REQUEST'] : []);
  });

  test('downloads nothing', () => {
    const preventDefault = jest.fn();
    defaultSession.emit('will-download', { preventDefault });
    expect(preventDefault).toHaveBeenCalled();
  });
});

describe('a page', () => {
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: jest.fn() });
  beforeAll(() => {
    denyContents(log);
    app.emit('web-contents-created', {}, contents);
  });

  const isStopped = (event: string, url?: string): boolean => {
    const preventDefault = jest.fn();
    contents.emit(event, { url, preventDefault });
    return preventDefault.mock.calls.length > 0;
  };

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays with us at %s', (event) => {
    expect(isStopped(event, 'app://entente/index.html')).toBe(false);
    expect(isStopped(event, 'https://example.org/')).toBe(true);
    expect(isStopped(event, 'app://entente.example.org/')).toBe(true);
    expect(written).toEqual(['DENIED_NAVIGATION', 'DENIED_NAVIGATION']);
  });

  test('takes in no guest page', () => {
    expect(isStopped('will-attach-webview')).toBe(true);
  });
});

test('no page opens another window', () => {
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: jest.fn() });
  app.emit('web-contents-created', {}, contents);
  const open = contents.setWindowOpenHandler.mock.calls[0]?.[0] as (details: { url: string }) => unknown;
  expect(open({ url: 'app://entente/index.html' })).toEqual({ action: 'deny' });
});
