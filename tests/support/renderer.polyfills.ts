// jsdom lacks what Mantine, TanStack Virtual, jose and Dexie expect from a browser.
import { webcrypto } from 'node:crypto';
import { TextDecoder, TextEncoder } from 'node:util';

Object.assign(globalThis, {
  TextEncoder,
  TextDecoder,
  structuredClone: globalThis.structuredClone ?? ((value: unknown) => JSON.parse(JSON.stringify(value))),
});
if (!globalThis.crypto?.subtle) Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
window.matchMedia = ((query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener() {},
  removeListener() {},
  addEventListener() {},
  removeEventListener() {},
  dispatchEvent: () => false,
})) as never;
globalThis.ResizeObserver = class {
  observe() {}
  unobserve() {}
  disconnect() {}
} as never;
Element.prototype.scrollIntoView = () => {};
// TanStack Virtual reads clientHeight and clientWidth; jsdom reports 0, so no rows would render.
for (const [key, value] of Object.entries({
  clientHeight: 600,
  clientWidth: 1000,
  offsetHeight: 600,
  offsetWidth: 1000,
}))
  Object.defineProperty(HTMLElement.prototype, key, { configurable: true, get: () => value });
