import { z } from 'zod';
import { request } from './define.ts';

/** What the person chose for this machine; kept by main in the data folder. */
export const preferencesSchema = z.strictObject({
  language: z.enum(['en', 'fr']),
  theme: z.enum(['light', 'dark', 'system']),
  /** EXERCISE EXERCISE EXERCISE on prints; where it is absent, yes. */
  exerciseLine: z.boolean().optional(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export interface AppInfo {
  readonly version: string;
  readonly platform: 'linux' | 'darwin' | 'win32';
  readonly preferences: Preferences;
  /** A file that the desktop handed over waits: the next `exchange.open` opens it without asking. */
  readonly fileGiven: boolean;
}

/** What the native menu shows: words come translated from the renderer's catalogue language, steps with their names. */
const menuStateSchema = z.strictObject({
  undo: z.string().max(200).nullable(),
  redo: z.string().max(200).nullable(),
  exerciseOpen: z.boolean(),
  recent: z.array(z.strictObject({ id: z.string().max(64), name: z.string().max(200) })).max(10),
});
export type MenuState = z.infer<typeof menuStateSchema>;

export const appRequests = {
  'app.info': request<AppInfo>()(z.undefined()),
  'app.setMenu': request<null>()(menuStateSchema),
  'app.setPreferences': request<null>()(preferencesSchema),
  'app.readyToClose': request<null>()(z.undefined()),
} as const;

/** Commands of the native menu that the renderer carries out. */
export const MENU_COMMANDS = [
  'exercise.new',
  'exercise.list',
  'exercise.openRecent',
  'file.import',
  'file.export',
  'file.print',
  'edit.undo',
  'edit.redo',
  'edit.delete',
  'edit.selectAll',
  'view.overview',
  'view.participants',
  'view.forces',
  'view.calendar',
  'view.timeline',
  'view.logistics',
  'view.exchange',
  'view.print',
  'view.matrix',
  'view.search',
  'view.theme',
  'view.audit',
  'help.keyboard',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];
