/**
 * The two worlds of a page, as Electron has them: the unmodified preload runs in an isolated world with the binding to
 * the host; the page's own world gets what `contextBridge` exposes, as functions that pass messages under a name that
 * no page script can know, because this code runs before any of them. All values cross as JSON, in envelopes that
 * keep `undefined`.
 */

/** Runs in the page's world before its scripts: waits for the shape that the preload exposes and builds it. */
const pageWorld = (secret: string): string => `(() => {
  const target = new EventTarget(), document_ = document;
  const dispatch = EventTarget.prototype.dispatchEvent.bind(document_);
  const listen = EventTarget.prototype.addEventListener.bind(document_);
  const { parse, stringify } = JSON, Event_ = CustomEvent, Map_ = Map, Promise_ = Promise;
  const waiting = new Map_(), listeners = new Map_();
  let count = 0;
  const send = (message) => dispatch(new Event_('${secret}:in', { detail: stringify(message) }));
  const functionFor = (path) => (...args) => {
    const id = ++count;
    if (typeof args[0] === 'function') {
      listeners.set(id, args[0]);
      send({ subscribe: id, path });
      return () => { listeners.delete(id); send({ unsubscribe: id }); };
    }
    return new Promise_((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      send({ call: id, path, args: args.map((value) => ({ value })) });
    });
  };
  const build = (shape, path) => shape === 1 ? functionFor(path)
    : Object.freeze(Object.fromEntries(Object.entries(shape).map(([key, part]) => [key, build(part, [...path, key])])));
  listen('${secret}:out', (event) => {
    const message = parse(event.detail);
    if (message.expose !== undefined) {
      Object.defineProperty(window, message.expose, { value: build(message.shape, [message.expose]), enumerable: true });
    } else if (message.event !== undefined) listeners.get(message.event)?.(message.payload?.value);
    else {
      const call = waiting.get(message.answer);
      waiting.delete(message.answer);
      if (message.error === undefined) call?.resolve(message.result?.value); else call?.reject(new Error(message.error));
    }
  });
})();`;

/** Runs the preload in the isolated world with a small \`require('electron')\`. */
const isolatedWorld = (secret: string, binding: string, preload: string): string => `(() => {
  const host = globalThis['${binding}'];
  const out = (message) => document.dispatchEvent(new CustomEvent('${secret}:out', { detail: JSON.stringify(message) }));
  const waiting = new Map(), listeners = new Map(), exposed = {}, stops = new Map();
  let count = 0;
  globalThis.__ententeDeliver = (text) => {
    const message = JSON.parse(text);
    if (message.channel !== undefined) {
      for (const listener of listeners.get(message.channel) ?? []) listener({}, message.payload?.value);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) call?.resolve(message.result?.value); else call?.reject(new Error(message.error));
  };
  const ipcRenderer = {
    invoke: (channel, value) => new Promise((resolve, reject) => {
      const id = ++count;
      waiting.set(id, { resolve, reject });
      host(JSON.stringify({ id, channel, input: { value } }));
    }),
    on: (channel, listener) => { listeners.set(channel, [...(listeners.get(channel) ?? []), listener]); return ipcRenderer; },
    off: (channel, listener) => { listeners.set(channel, (listeners.get(channel) ?? []).filter((one) => one !== listener)); return ipcRenderer; },
  };
  const shapeOf = (value) => typeof value === 'function' ? 1 : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shapeOf(part)]));
  const contextBridge = { exposeInMainWorld: (name, api) => { exposed[name] = api; out({ expose: name, shape: shapeOf(api) }); } };
  document.addEventListener('${secret}:in', async (event) => {
    const message = JSON.parse(event.detail);
    if (message.unsubscribe !== undefined) { stops.get(message.unsubscribe)?.(); stops.delete(message.unsubscribe); return; }
    const target = message.path.reduce((part, key) => part?.[key], exposed);
    if (message.subscribe !== undefined) {
      stops.set(message.subscribe, target((value) => out({ event: message.subscribe, payload: { value } })));
      return;
    }
    try {
      out({ answer: message.call, result: { value: await target(...message.args.map(({ value }) => value)) } });
    } catch (error) {
      out({ answer: message.call, error: String(error?.message ?? error) });
    }
  });
  const module = { exports: {} };
  const require = (name) => { if (name === 'electron') return { contextBridge, ipcRenderer }; throw new Error('no module ' + name); };
  (function (module, exports, require) {${preload}
  })(module, module.exports, require);
})();`;

export interface WorldScripts {
  readonly page: string;
  readonly isolated: string;
}

export const worldScripts = (secret: string, binding: string, preload: string): WorldScripts => ({
  page: pageWorld(secret),
  isolated: isolatedWorld(secret, binding, preload),
});
