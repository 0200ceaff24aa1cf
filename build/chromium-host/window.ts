/** BrowserWindow and webContents, as far as the product uses them, over a page of the stand-in's Chromium. */
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { CDPSession, Page } from 'playwright-core';
import { appEvents, fromChromium, ipcHandlers, toChromium } from './bus.ts';
import { hiddenBrowser, isShown, windowBrowser } from './chromium.ts';
import { userDataFolder } from './folders.ts';
import { applyPermissions } from './permissions.ts';
import { worldScripts } from './worlds.ts';

const WORLD = 'entente-preload';

interface Options {
  readonly show?: boolean;
  readonly width?: number;
  readonly height?: number;
  readonly x?: number;
  readonly y?: number;
  readonly webPreferences?: { readonly preload?: string };
}

interface PdfOptions {
  readonly printBackground?: boolean;
  readonly preferCSSPageSize?: boolean;
  readonly generateTaggedPDF?: boolean;
  readonly generateDocumentOutline?: boolean;
  readonly landscape?: boolean;
  readonly pageSize?: { readonly width: number; readonly height: number };
}

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

let lastId = 0;

class WebContents extends EventEmitter {
  readonly id = (lastId += 1);
  readonly session = {};
  page: Page | undefined;
  cdp: CDPSession | undefined;
  windowOpen: ((details: { url: string }) => { action: 'allow' | 'deny' }) | undefined;
  /** Frames in which the preload runs, by execution context; the main frame has no parent. */
  readonly frames = new Map<number, { url: () => string; parent: unknown }>();
  mainContext: number | undefined;

  setWindowOpenHandler(handler: (details: { url: string }) => { action: 'allow' | 'deny' }): void {
    this.windowOpen = handler;
  }

  getURL(): string {
    return fromChromium(this.page?.url() ?? '');
  }

  send(channel: string, value: unknown): void {
    if (this.mainContext !== undefined) this.deliver(this.mainContext, { channel, payload: { value } });
  }

  deliver(contextId: number, message: object): void {
    const expression = `globalThis.__ententeDeliver?.(${JSON.stringify(JSON.stringify(message))})`;
    // The frame may be gone by now; then nobody waits for the message either.
    this.cdp?.send('Runtime.evaluate', { contextId, expression }).catch(() => undefined);
  }

  async executeJavaScript(code: string): Promise<unknown> {
    return this.page?.evaluate(code);
  }

  async printToPDF(options: PdfOptions): Promise<Buffer> {
    if (this.cdp === undefined) throw new Error('the window is gone');
    const { stream } = await this.cdp.send('Page.printToPDF', {
      printBackground: options.printBackground ?? false,
      preferCSSPageSize: options.preferCSSPageSize ?? false,
      generateTaggedPDF: options.generateTaggedPDF ?? false,
      generateDocumentOutline: options.generateDocumentOutline ?? false,
      landscape: options.landscape ?? false,
      ...(options.pageSize === undefined
        ? {}
        : { paperWidth: options.pageSize.width, paperHeight: options.pageSize.height }),
      marginTop: 0,
      marginBottom: 0,
      marginLeft: 0,
      marginRight: 0,
      transferMode: 'ReturnAsStream',
    });
    const parts: Buffer[] = [];
    for (let eof = false; !eof && stream !== undefined; ) {
      const part = await this.cdp.send('IO.read', { handle: stream });
      parts.push(Buffer.from(part.data, part.base64Encoded === true ? 'base64' : 'utf8'));
      eof = part.eof;
    }
    return Buffer.concat(parts);
  }

  print(_options: object, done?: (success: boolean, reason: string) => void): void {
    // Stock Chromium offers no way to a printer without its own dialog.
    done?.(false, 'no printer in the stand-in');
  }
}

const byId = new Map<number, BrowserWindow>();

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly #options: Options;
  #bounds: Bounds;
  #maximized = false;
  #page: Promise<Page> | undefined;
  #destroyed = false;

  constructor(options: Options = {}) {
    super();
    this.#options = options;
    const { x = 0, y = 0, width = 1440, height = 900 } = options;
    this.#bounds = { x, y, width, height };
    byId.set(this.webContents.id, this);
    appEvents.emit('web-contents-created', {}, this.webContents);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...byId.values()];
  }

  get id(): number {
    return this.webContents.id;
  }

  async loadURL(url: string): Promise<void> {
    this.#page ??= this.#open();
    const page = await this.#page;
    await page.goto(toChromium(url), { waitUntil: 'load' });
    this.webContents.emit('did-finish-load');
    this.emit('ready-to-show');
  }

  async #open(): Promise<Page> {
    const hidden = this.#options.show === false;
    const { width, height } = this.#bounds;
    const context = await (hidden
      ? hiddenBrowser()
      : windowBrowser(userDataFolder(), this.#options.x === undefined ? { width, height } : this.#bounds));
    const page = hidden ? await context.newPage() : (context.pages()[0] ?? (await context.newPage()));
    // A window that is shown has the size that the person gives it; one that is not has the size asked for.
    if (hidden || !isShown()) await page.setViewportSize({ width, height });
    await this.#attach(page);
    if (!hidden && isShown()) this.#followBounds();
    page.on('close', () => this.#closedByPerson());
    context.on('page', (opened) => void this.#refuse(page, opened));
    return page;
  }

  /** A page that another one opened: the product decides, and it never says yes. */
  async #refuse(opener: Page, opened: Page): Promise<void> {
    if ((await opened.opener()) !== opener) return;
    this.webContents.windowOpen?.({ url: fromChromium(opened.url()) });
    await opened.close();
  }

  async #attach(page: Page): Promise<void> {
    const contents = this.webContents;
    const cdp = await page.context().newCDPSession(page);
    contents.page = page;
    contents.cdp = cdp;
    const binding = `entente_${randomBytes(8).toString('hex')}`;
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== WORLD) return;
      const frameId = (context.auxData as { frameId?: string } | undefined)?.frameId;
      const main = frameId === this.#mainFrameId;
      if (main) contents.mainContext = context.id;
      contents.frames.set(context.id, { url: () => fromChromium(page.url()), parent: main ? null : {} });
    });
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => contents.frames.delete(executionContextId));
    cdp.on('Runtime.bindingCalled', (call) => {
      if (call.name === binding) void this.#receive(call.executionContextId, call.payload);
    });
    cdp.on('Page.frameRequestedNavigation', ({ url, frameId }) => this.#navigation(url, frameId));
    await cdp.send('Page.enable');
    this.#mainFrameId = (await cdp.send('Page.getFrameTree')).frameTree.frame.id;
    await cdp.send('Runtime.enable');
    await applyPermissions(cdp);
    await cdp.send('Runtime.addBinding', { name: binding, executionContextName: WORLD });
    const preload = this.#options.webPreferences?.preload;
    if (preload !== undefined) {
      const scripts = worldScripts(randomBytes(16).toString('hex'), binding, readFileSync(preload, 'utf8'));
      await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page });
      await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolated, worldName: WORLD });
    }
  }

  #mainFrameId = '';

  #navigation(url: string, frameId: string): void {
    let prevented = false;
    const event = {
      url: fromChromium(url),
      isMainFrame: frameId === this.#mainFrameId,
      preventDefault: () => (prevented = true),
    };
    this.webContents.emit('will-navigate', event, event.url);
    if (prevented) void this.webContents.cdp?.send('Page.stopLoading').catch(() => undefined);
  }

  async #receive(contextId: number, payload: string): Promise<void> {
    const { id, channel, input } = JSON.parse(payload) as { id: number; channel: string; input: { value?: unknown } };
    const handler = ipcHandlers.get(channel);
    const frame = this.webContents.frames.get(contextId);
    try {
      if (handler === undefined || frame === undefined) throw new Error(`No handler registered for '${channel}'`);
      const senderFrame = { url: frame.url(), parent: frame.parent };
      const value = await handler({ sender: this.webContents, senderFrame }, input.value);
      this.webContents.deliver(contextId, { id, result: { value } });
    } catch (error) {
      this.webContents.deliver(contextId, { id, error: error instanceof Error ? error.message : String(error) });
    }
  }

  close(): void {
    let prevented = false;
    this.emit('close', { preventDefault: () => (prevented = true) });
    if (!prevented) this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    byId.delete(this.webContents.id);
    void this.webContents.page?.close().catch(() => undefined);
    this.emit('closed');
    if (byId.size === 0) appEvents.emit('window-all-closed');
  }

  /** Chromium's own button does not ask: the product hears of it, but can no longer say no. */
  #closedByPerson(): void {
    if (!this.#destroyed) this.emit('close', { preventDefault: () => undefined });
    this.destroy();
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** Chromium tells nobody when its window is moved or sized, so it is asked each second. */
  #followBounds(): void {
    const ask = async (): Promise<void> => {
      const answer = await this.webContents.cdp?.send('Browser.getWindowForTarget').catch(() => undefined);
      if (answer === undefined) return;
      const { left, top, width, height, windowState } = answer.bounds;
      this.#maximized = windowState === 'maximized';
      if (windowState !== 'normal') return;
      this.#bounds = { x: left ?? 0, y: top ?? 0, width: width ?? 1440, height: height ?? 900 };
    };
    const timer = setInterval(() => void ask(), 1000);
    this.once('closed', () => clearInterval(timer));
  }

  getBounds(): Bounds {
    return isShown() ? this.#bounds : { ...this.#bounds, ...this.webContents.page?.viewportSize() };
  }

  getNormalBounds(): Bounds {
    return this.getBounds();
  }

  focus(): void {
    void this.webContents.page?.bringToFront().catch(() => undefined);
    this.emit('focus');
  }

  maximize(): void {
    this.#maximized = true;
    if (isShown()) void this.#page?.then(() => this.#setWindowState('maximized'));
  }

  async #setWindowState(windowState: 'maximized'): Promise<void> {
    const found = await this.webContents.cdp?.send('Browser.getWindowForTarget').catch(() => undefined);
    if (found === undefined) return;
    await this.webContents.cdp?.send('Browser.setWindowBounds', { windowId: found.windowId, bounds: { windowState } });
  }

  show(): void {}
  restore(): void {}
  isMaximized(): boolean {
    return this.#maximized;
  }
  isMinimized(): boolean {
    return false;
  }
}
