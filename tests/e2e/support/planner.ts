/** What a planner does at the window, in the words of the screen. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { type DrivenApp, launchApp } from '#build/driver.ts';

export const SAMPLE = 'Northern Beacon 2027';

export interface Planner extends DrivenApp {
  /** Errors that the page wrote to its console or threw. */
  readonly complaints: readonly string[];
}

export interface Beginning {
  readonly language?: 'en' | 'fr';
  readonly theme?: 'light' | 'dark';
  readonly env?: Readonly<Record<string, string>>;
}

const running: (() => Promise<void>)[] = [];

/** What a failed test left open is closed, so that it holds up no other. */
afterAll(async () => {
  for (const close of running) await close();
});

/** Closing or killing what has ended already does nothing. */
const once = ({ close, kill }: DrivenApp): Pick<DrivenApp, 'close' | 'kill'> => {
  let ended = false;
  const ending = (end: () => Promise<void>) => async (): Promise<void> => {
    if (ended) return;
    ended = true;
    await end();
  };
  return { close: ending(close), kill: ending(kill) };
};

/** Starts the app with a language and theme of the test's choosing, whatever the machine's are. */
export const begin = async (
  dataFolder: string,
  { language = 'en', theme = 'light', env = {} }: Beginning = {},
): Promise<Planner> => {
  writeFileSync(path.join(dataFolder, 'preferences.json'), JSON.stringify({ language, theme }));
  const app = await launchApp({ dataFolder, env, size: { width: 1440, height: 900 } });
  const complaints: string[] = [];
  app.page.setDefaultTimeout(15_000);
  app.page.on('pageerror', (error) => complaints.push(String(error)));
  app.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const end = once(app);
  running.push(end.close);
  await app.page.locator('.exercises-main').waitFor();
  return { ...app, ...end, complaints };
};

export const goTo = async ({ page }: Planner, view: string): Promise<void> => {
  await page.getByRole('navigation').getByRole('button', { name: view }).click();
};

/** Picks from a list whose field is typed into. */
const pick = async (within: Locator, label: string, option: string): Promise<void> => {
  await within
    .getByRole('combobox', { name: label })
    .or(within.getByRole('textbox', { name: label }))
    .first()
    .fill(option);
  await within.page().getByRole('option', { name: option }).first().click();
};

export const introduce = async ({ page }: Planner, nation: string, name = 'J7 planning cell'): Promise<void> => {
  const form = page.getByRole('form', { name: 'Who plans here' });
  await pick(form, 'Nation or organisation', nation);
  await form.getByLabel('Name of the planner or cell').fill(name);
  await form.getByRole('button', { name: 'Create identity' }).click();
  await form.waitFor({ state: 'detached' });
};

export const createExercise = async ({ page }: Planner, name: string, template?: string): Promise<void> => {
  await page.getByRole('button', { name: 'New exercise' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New exercise' });
  if (template !== undefined) {
    await dialog.getByLabel('Begin with').first().click();
    await page.getByRole('option', { name: template }).click();
  }
  await dialog.getByRole('textbox', { name: /^Name/ }).fill(name);
  await dialog.getByRole('button', { name: 'Create' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('banner').getByText(name).waitFor();
};

export const openSample = async ({ page }: Planner): Promise<void> => {
  await page.locator('.exercises-main').getByRole('button').nth(1).waitFor();
  await page
    .getByRole('button', { name: /Open the sample exercise|exemple/ })
    .first()
    .click();
  await page.locator('.rail').waitFor();
};

/** Opens an exercise of the list, as a double click does. */
export const openListed = async ({ page }: Planner, name: string): Promise<void> => {
  await page.locator('.exercises-main').getByRole('row').filter({ hasText: name }).first().dblclick();
  await page.getByRole('banner').getByText(name).waitFor();
};

export const addParticipant = async (planner: Planner, nation: string): Promise<void> => {
  const { page } = planner;
  await goTo(planner, 'Participants');
  await page.getByRole('button', { name: 'Add participant' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add participant' });
  await pick(dialog, 'Nation', nation);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
};

/** A new activity in the middle of the timeline, named in the inspector. */
export const addActivity = async (planner: Planner, title: string): Promise<void> => {
  const { page } = planner;
  await goTo(planner, 'Timeline');
  await page.getByRole('button', { name: 'New activity' }).first().click();
  await setField(planner, 'Title', title);
  await undoOf(planner, 'change of New activity').waitFor();
};

export const field = ({ page }: Planner, label: string): Locator =>
  page
    .getByRole('complementary')
    .getByLabel(new RegExp(`^${label}`))
    .first();

/** Types into a field of the inspector and leaves it with Enter. */
export const setField = async (planner: Planner, label: string, value: string): Promise<void> => {
  await field(planner, label).fill(value);
  await field(planner, label).press('Enter');
};

const step = (planner: Planner, way: 'Undo' | 'Redo', name: string): Locator =>
  planner.page.getByRole('banner').getByRole('button', { name: `${way}: ${name}`, exact: true });
export const undoOf = (planner: Planner, name: string): Locator => step(planner, 'Undo', name);
export const redoOf = (planner: Planner, name: string): Locator => step(planner, 'Redo', name);

/** The title line says that the vault has everything. */
export const saved = async ({ page }: Planner): Promise<void> => {
  await page
    .getByRole('status')
    .filter({ hasText: /Saved \d{6}Z/ })
    .first()
    .waitFor();
};

/** Imports a file from wherever the planner stands: the key is the same everywhere. */
export const importFile = async (planner: Planner, file: string): Promise<void> => {
  await planner.answerDialog(file);
  await planner.page.keyboard.press('Control+i');
};
