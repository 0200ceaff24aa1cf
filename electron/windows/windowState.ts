/** Where the window stood when it was closed, and back there if a display still shows that place. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const stateSchema = z.strictObject({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(800).max(20_000),
  height: z.int().min(500).max(20_000),
  maximized: z.boolean(),
});

/** A size, and a place only where both of its coordinates are known. */
export type WindowState = { readonly width: number; readonly height: number; readonly maximized: boolean } & (
  | { readonly x: number; readonly y: number }
  | { readonly x?: never; readonly y?: never }
);

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const DEFAULT: WindowState = { width: 1440, height: 900, maximized: false };

const fileIn = (folder: string): string => path.join(folder, 'window.json');

/** At least a hand's breadth of the title must lie on some display, or the window could not be gripped. */
const reachable = ({ x, y, width }: Pick<Area, 'x' | 'y' | 'width'>, displays: readonly Area[]): boolean =>
  displays.some(
    (area) => x + width > area.x + 100 && x < area.x + area.width - 100 && y >= area.y && y < area.y + area.height - 50,
  );

/** The remembered state, fitted to the displays there are. */
export const recallWindow = (folder: string, displays: readonly Area[]): WindowState => {
  try {
    const parsed = stateSchema.safeParse(JSON.parse(readFileSync(fileIn(folder), 'utf8')));
    if (!parsed.success) return DEFAULT;
    const { x, y, ...size } = parsed.data;
    return x !== undefined && y !== undefined && reachable({ ...size, x, y }, displays) ? { ...size, x, y } : size;
  } catch {
    return DEFAULT;
  }
};

export const rememberWindow = (folder: string, bounds: Area, maximized: boolean): void => {
  try {
    writeFileSync(fileIn(folder), JSON.stringify({ ...bounds, maximized }));
  } catch {
    // A window's place is not worth a message.
  }
};
