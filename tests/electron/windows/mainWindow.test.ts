import { openMainWindow, WEB_PREFERENCES } from '#electron/windows/mainWindow.ts';
import { recallWindow } from '#electron/windows/windowState.ts';
import { BrowserWindow } from '#tests/support/electron.ts';
import { useFolders } from '../vault/support.ts';

const newFolder = useFolders();
beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const open = async () => {
  const folder = newFolder();
  const { readyToClose } = await openMainWindow(folder);
  const window = BrowserWindow.opened.at(-1);
  if (window === undefined) throw new Error('no window');
  return { folder, readyToClose, window };
};

test('the page runs in a sandbox, without Node, under our own origin', async () => {
  const { window } = await open();
  expect(window.loaded).toEqual(['app://entente/index.html']);
  expect(window.options['webPreferences']).toBe(WEB_PREFERENCES);
  expect(WEB_PREFERENCES).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('closing waits until the page has saved, and asks it once', async () => {
  const { window, readyToClose, folder } = await open();
  window.close();
  window.close();
  expect(window.isDestroyed()).toBe(false);
  expect(window.webContents.send.mock.calls).toEqual([['app.closing', {}]]);
  readyToClose();
  expect(window.isDestroyed()).toBe(true);
  expect(recallWindow(folder, [{ x: 0, y: 0, width: 1920, height: 1080 }])).toMatchObject({ width: 1200, height: 800 });
});

test('a page that does not answer holds the window for five seconds and no longer', async () => {
  const { window } = await open();
  window.close();
  jest.advanceTimersByTime(4_999);
  expect(window.isDestroyed()).toBe(false);
  jest.advanceTimersByTime(1);
  expect(window.isDestroyed()).toBe(true);
});
