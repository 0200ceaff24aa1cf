/** A timeline of three activities in two rows, and what a planner does on it with pointer and keyboard. */
import type { Locator } from 'playwright-core';
import {
  type Planner,
  addActivity,
  addParticipant,
  begin,
  createExercise,
  field,
  goTo,
  redoOf,
  setField,
  undoOf,
} from './planner.ts';

export interface Bar {
  readonly title: string;
  readonly kind: string;
  readonly start: string;
  readonly hours: number;
}
export const ALPHA: Bar = { title: 'Alpha', kind: 'serial', start: '120800ZJUN27', hours: 4 };
export const BRAVO: Bar = { title: 'Bravo', kind: 'serial', start: '121600ZJUN27', hours: 2 };
const CHARLIE: Bar = { title: 'Charlie', kind: 'training', start: '130600ZJUN27', hours: 4 };

export interface Point {
  readonly x: number;
  readonly y: number;
}
interface Box {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  readonly y: number;
  readonly width: number;
}

/** Reads until it is as wanted, for four seconds. */
export const until = async (read: () => Promise<unknown>, wanted: unknown): Promise<void> => {
  for (let tries = 0; tries < 80 && (await read()) !== wanted; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await read()).toEqual(wanted);
};

/** A movement of Finland beside Alpha, with one leg of four hours. @param amounts what it carries, by the field's name. */
export const addFerry = async (
  planner: Planner,
  uln: string,
  amounts: Readonly<Record<string, string>> = {},
): Promise<void> => {
  await addParticipant(planner, 'Finland');
  await goTo(planner, 'Logistics');
  await planner.page.getByRole('button', { name: 'Add movement' }).first().click();
  await setField(planner, 'ULN', uln);
  for (const [name, amount] of Object.entries(amounts)) await setField(planner, name, amount);
  await planner.page.getByRole('button', { name: 'Add leg' }).click();
  await setField(planner, 'Arrives', '130000ZJUN27');
  await setField(planner, 'Departs', '122000ZJUN27');
};

const rowsBy = async ({ page }: Planner, rows: string): Promise<void> => {
  await page.getByRole('combobox', { name: 'Rows by' }).or(page.getByLabel('Rows by')).first().click();
  await page.getByRole('option', { name: rows }).click();
};

/** The hand on one planner's timeline. */
export const handOn = (planner: Planner) => {
  const { page } = planner;
  const option = (title: string): Locator => page.getByRole('option', { name: new RegExp(`^${title},`) }).first();
  const stage = (): Locator => page.getByRole('listbox', { name: 'Activities and movements in time' });
  const boxOf = async (title: string): Promise<Box> => {
    await option(title).waitFor();
    const box = await option(title).boundingBox();
    if (box === null) throw new Error(`${title} is not drawn`);
    const { x, y, width, height } = box;
    return { left: x, right: x + width, middle: x + width / 2, y: y + height / 2, width };
  };
  /** Presses at a place and goes to another, and leaves the button down. */
  const pull = async (from: Point, to: Point, keys: readonly string[] = []): Promise<void> => {
    const { mouse, keyboard } = page;
    await mouse.move(from.x, from.y);
    for (const key of keys) await keyboard.down(key);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
    await mouse.move(to.x, to.y, { steps: 3 });
  };
  const letGo = async (keys: readonly string[] = []): Promise<void> => {
    await page.mouse.up();
    for (const key of keys) await page.keyboard.up(key);
  };
  return {
    option,
    stage,
    boxOf,
    pull,
    letGo,
    value: (label: string): Promise<string> => field(planner, label).inputValue(),
    /** What a screen reader was told last. */
    said: (): Promise<string> => page.getByRole('log').innerText(),
    /** Pixels of an hour, measured at a bar. */
    hour: async (): Promise<number> => (await boxOf(ALPHA.title)).width / ALPHA.hours,
    drag: async (from: Point, to: Point, keys: readonly string[] = []): Promise<void> => {
      await pull(from, to, keys);
      await letGo(keys);
    },
    /** Where the handle of an end of a bar is; it is there while the pointer is over the bar. */
    handle: async (title: string, end: 'start' | 'end'): Promise<Point> => {
      const { left, right, middle, y } = await boxOf(title);
      await page.mouse.move(middle, y);
      return { x: end === 'end' ? right + 8 : left - 8, y };
    },
    press: (title: string): Promise<void> => option(title).click(),
    keys: async (...pressed: readonly string[]): Promise<void> => {
      for (const key of pressed) await stage().press(key);
    },
    undo: async (name: string): Promise<void> => {
      await undoOf(planner, name).click();
      await redoOf(planner, name).waitFor();
    },
    fit: async (): Promise<void> => {
      await page.getByRole('button', { name: 'Show the whole plan' }).click();
      await option(ALPHA.title).waitFor();
    },
    /** A dialog that has opened and has the focus in its first field. */
    dialog: async (name: string): Promise<Locator> => {
      const dialog = page.getByRole('dialog', { name });
      await dialog.locator('input:focus').waitFor();
      return dialog;
    },
    rowsBy: (rows: string): Promise<void> => rowsBy(planner, rows),
  };
};

/** Alpha and Bravo in the row of serials, Charlie in that of training. */
export const beginTimeline = async (dataFolder: string): Promise<Planner> => {
  const planner = await begin(dataFolder);
  const hand = handOn(planner);
  await createExercise(planner, 'Anchor Watch');
  for (const { title, kind, start, hours } of [ALPHA, BRAVO, CHARLIE]) {
    await addActivity(planner, title);
    await setField(planner, 'Kind', kind);
    await setField(planner, 'Start', start);
    await setField(planner, 'Length', `${hours}h`);
  }
  await hand.rowsBy('By kind');
  await hand.fit();
  return planner;
};

/** An anchor H where Alpha starts, and Alpha hanging on it. */
export const hangAlphaOnAnchor = async (planner: Planner): Promise<void> => {
  const hand = handOn(planner);
  await goTo(planner, 'Overview');
  await planner.page.getByRole('button', { name: 'Add anchor' }).click();
  await setField(planner, 'Code', 'H');
  await setField(planner, 'When', ALPHA.start);
  await goTo(planner, 'Timeline');
  await hand.press('Alpha');
  await setField(planner, 'Start', 'H+0h');
  await until(() => hand.value('Start'), 'H+0h');
};
