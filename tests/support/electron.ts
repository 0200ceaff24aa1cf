/** Outside Electron, require('electron') would try to download the binary, so unit tests never load it. */
import { EventEmitter } from 'node:events';

export const contextBridge = { exposeInMainWorld: jest.fn() };
export const ipcRenderer = { invoke: jest.fn(), on: jest.fn(), off: jest.fn() };
export const ipcMain = { handle: jest.fn() };

export const app = Object.assign(new EventEmitter(), { getVersion: () => '9.8.7' });
export const nativeTheme = { themeSource: '' };
export const Menu = { buildFromTemplate: jest.fn((template: unknown) => template), setApplicationMenu: jest.fn() };
export const protocol = { registerSchemesAsPrivileged: jest.fn(), handle: jest.fn() };
export const dialog = {};
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] };

export const session = {
  defaultSession: Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: jest.fn(),
    setPermissionCheckHandler: jest.fn(),
    setDevicePermissionHandler: jest.fn(),
    webRequest: { onBeforeRequest: jest.fn() },
  }),
};

/** As much of a window as its closing needs: it is gone unless a listener of `close` prevents that. */
export class BrowserWindow extends EventEmitter {
  static readonly opened: BrowserWindow[] = [];
  static readonly fromId = (): null => null;
  readonly options: Readonly<Record<string, unknown>>;
  readonly webContents = { send: jest.fn() };
  readonly loaded: string[] = [];
  #gone = false;

  constructor(options: Readonly<Record<string, unknown>>) {
    super();
    this.options = options;
    BrowserWindow.opened.push(this);
  }

  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return Promise.resolve();
  }

  close(): void {
    if (this.#gone) return;
    let stays = false;
    this.emit('close', { preventDefault: () => (stays = true) });
    this.#gone = !stays;
  }

  isDestroyed(): boolean {
    return this.#gone;
  }

  maximize(): void {
    this.emit('maximize');
  }

  isMaximized(): boolean {
    return false;
  }

  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 10, y: 20, width: 1200, height: 800 };
  }
}
