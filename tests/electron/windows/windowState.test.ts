import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { recallWindow, rememberWindow } from '#electron/windows/windowState.ts';
import { useFolders } from '../vault/support.ts';

const newFolder = useFolders();
const DISPLAY = { x: 0, y: 0, width: 1920, height: 1080 };
const BOUNDS = { x: 100, y: 50, width: 1200, height: 800 };
const DEFAULT = { width: 1440, height: 900, maximized: false };

const recallAfter = (text: string) => {
  const folder = newFolder();
  writeFileSync(path.join(folder, 'window.json'), text);
  return recallWindow(folder, [DISPLAY]);
};

test('a window comes back where it was', () => {
  const folder = newFolder();
  rememberWindow(folder, BOUNDS, true);
  expect(recallWindow(folder, [DISPLAY])).toEqual({ ...BOUNDS, maximized: true });
});

test('the first window has the size for everybody, and no place of its own', () => {
  expect(recallWindow(newFolder(), [DISPLAY])).toEqual(DEFAULT);
});

test.each([
  ['is no JSON', '{'],
  ['is no object', '7'],
  ['has a window too small to use', JSON.stringify({ ...BOUNDS, width: 10, maximized: false })],
  ['has half a pixel', JSON.stringify({ ...BOUNDS, x: 0.5, maximized: false })],
  ['says more than we wrote', JSON.stringify({ ...BOUNDS, maximized: false, kiosk: true })],
])('a file that %s is as good as none', (_, text) => {
  expect(recallAfter(text)).toEqual(DEFAULT);
});

test.each([
  ['on a display that is gone', { x: 2500, y: 50 }],
  ['above every display', { x: 100, y: -40 }],
  ['below the edge', { x: 100, y: 1060 }],
  ['left of the edge but for a strip', { x: -1150, y: 50 }],
])('a window %s keeps its size and loses its place', (_, place) => {
  expect(recallAfter(JSON.stringify({ ...BOUNDS, ...place, maximized: false }))).toEqual({
    width: 1200,
    height: 800,
    maximized: false,
  });
});

test('a place on a second display counts', () => {
  const folder = newFolder();
  rememberWindow(folder, { ...BOUNDS, x: 2500 }, false);
  expect(recallWindow(folder, [DISPLAY, { ...DISPLAY, x: 1920 }])).toMatchObject({ x: 2500 });
});

test('a folder that is gone stops nobody from closing the window', () => {
  const folder = newFolder();
  rmSync(folder, { recursive: true });
  expect(() => rememberWindow(folder, BOUNDS, false)).not.toThrow();
});
