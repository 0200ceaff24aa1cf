/** Every gesture of the timeline without the pointer: what it does, what is said of it, that Escape leaves it and undo takes it back. */
import type { Locator } from 'playwright-core';
import { freshFolder } from '#build/driver.ts';
import { type Planner, field, redoOf, undoOf } from './support/planner.ts';
import { ALPHA, BRAVO, beginTimeline, handOn, hangAlphaOnAnchor, until } from './support/timeline.ts';

const data = freshFolder();
let planner: Planner;
let hand: ReturnType<typeof handOn>;

const keys = async (...pressed: readonly string[]): Promise<void> => {
  for (const key of pressed) await planner.page.keyboard.press(key);
};
/** Takes back by key what is named, and sees that it is what was done last. */
const undo = async (name: string): Promise<void> => {
  await undoOf(planner, name).waitFor();
  await keys('Control+z');
  await redoOf(planner, name).waitFor();
};
const onStage = (): Promise<void> =>
  until(() => hand.stage().evaluate((stage) => stage === document.activeElement), true);
const newest = (): Promise<string | null> =>
  planner.page.getByRole('banner').getByRole('button', { name: /^Undo/ }).getAttribute('aria-label');
/** Says with the arrows alone which bar is meant: the first of all is Alpha. */
const standOn = async (title: 'Alpha' | 'Bravo' | 'Charlie'): Promise<void> => {
  await keys('Escape', 'Home');
  for (let steps = 0; steps < ['Alpha', 'Bravo', 'Charlie'].indexOf(title); steps += 1)
    await keys(title === 'Charlie' && steps === 1 ? 'ArrowDown' : 'ArrowRight');
  await until(() => hand.value('Title'), title);
};

const snapTo = async (name: string): Promise<void> => {
  const { page } = planner;
  await page.getByRole('button', { name: 'Snapping' }).focus();
  await keys('Enter');
  // The menu takes the focus when it stands, and would take it from the line that is meant.
  await until(() => page.getByRole('menu').evaluate((menu) => menu.contains(document.activeElement)), true);
  await page.getByRole('menuitemradio', { name, exact: true }).focus();
  await keys('Enter', 'Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  await hand.stage().focus();
};

/** Goes down the list that has the focus until what is meant stands out. A hand looks before it goes on, and again. */
const chooseType = async (list: Locator, type: string): Promise<void> => {
  const option = planner.page.getByRole('option', { name: type });
  for (let looks = 0; looks < 5 && !(await list.inputValue()).includes(type); looks += 1) {
    await keys('Enter');
    await option.waitFor();
    for (let down = 0; down < 9 && (await option.getAttribute('data-combobox-selected')) === null; down += 1)
      await keys('ArrowDown');
    await keys('Enter');
    await option.waitFor({ state: 'detached' });
  }
};

beforeAll(async () => {
  planner = await beginTimeline(data.folder);
  hand = handOn(planner);
  await keys('Control+4');
  await planner.page.locator('.calendar-page').waitFor();
  await keys('Control+5');
});

afterAll(async () => {
  await planner.close();
  data.remove();
});

test('the key that leads to the timeline leads into it', async () => {
  await hand.option('Alpha').waitFor();
  await onStage();
  await standOn('Alpha');
});

describe('one bar, by a step', () => {
  test.each([
    ['Minute', '120801ZJUN27'],
    ['Quarter of an hour', '120815ZJUN27'],
    ['Hour', '120900ZJUN27'],
    ['Day', '130800ZJUN27'],
  ])('of a %s', async (grid, start) => {
    await snapTo(grid);
    await standOn('Alpha');
    await keys('Alt+ArrowRight');
    await until(() => hand.value('Start'), start);
    expect(await hand.said()).toContain(`move of Alpha. Alpha, ${start} – `);
    await keys('Alt+ArrowLeft');
    await until(() => hand.value('Start'), ALPHA.start);
    await undo('move of Alpha');
    await undo('move of Alpha');
  });
});

describe('several bars', () => {
  beforeAll(() => snapTo('Hour'));
  beforeEach(async () => {
    await standOn('Alpha');
    await keys('Shift+ArrowRight');
    await planner.page.getByRole('status').filter({ hasText: '2 activities' }).waitFor();
  });

  test('are moved together', async () => {
    await keys('Alt+ArrowRight');
    await until(() => hand.said(), 'move of 2 activities');
    await undo('move of 2 activities');
  });

  test('are made longer at the end and shorter at the start together', async () => {
    await keys('Shift+Alt+ArrowRight');
    await until(() => hand.said(), 'new length of 2 activities');
    await undo('new length of 2 activities');
    await keys('Shift+Alt+ArrowDown');
    await until(() => hand.said(), 'new length of 2 activities');
    await undo('new length of 2 activities');
  });

  test('go to the row below together', async () => {
    await keys('Alt+ArrowDown');
    await until(() => hand.said(), 'other row for 2 activities');
    await undo('other row for 2 activities');
  });

  test('get the same state in the inspector, and Escape leads back', async () => {
    await keys('Enter');
    await until(() => field(planner, 'Title').evaluate((title) => title === document.activeElement), true);
    for (let tabs = 0; tabs < 3; tabs += 1) await keys('Tab');
    await keys('ArrowDown');
    await planner.page.getByRole('option', { name: 'Confirmed' }).waitFor();
    await keys('ArrowDown', 'Enter');
    await undoOf(planner, 'change of 2 activities').waitFor();
    await keys('Escape');
    await onStage();
    await undo('change of 2 activities');
  });

  test('are linked with each type and a lag; Escape leaves the dialog without a step', async () => {
    const before = await newest();
    await keys('l');
    await hand.dialog('Link activities');
    await keys('Escape');
    await onStage();
    expect(await newest()).toBe(before);
    for (const type of ['FS', 'SS', 'FF', 'SF'] as const) {
      await keys('l');
      const dialog = await hand.dialog('Link activities');
      await dialog.getByRole('textbox', { name: 'Lag' }).fill('2h');
      await keys('Shift+Tab');
      await chooseType(dialog.getByLabel('Link').first(), `(${type})`);
      await until(async () => (await dialog.getByLabel('Link').first().inputValue()).includes(type), true);
      await keys('Tab', 'Enter');
      await dialog.waitFor({ state: 'detached' });
      await onStage();
      await undoOf(planner, 'link of Alpha and Bravo').waitFor();
      expect(await hand.said()).toBe('link of Alpha and Bravo');
      await standOn('Bravo');
      expect([await hand.value('Link'), await hand.value('Lag')]).toEqual([type, '2h']);
      await undo('link of Alpha and Bravo');
      await standOn('Alpha');
      await keys('Shift+ArrowRight');
    }
  });
});

test('a new bar begins at the cursor, is named by typing, copied, pasted and deleted', async () => {
  await standOn('Alpha');
  await keys('Control+ArrowRight');
  const at = /Cursor at (\d{6}ZJUN27), row Serial/.exec(await hand.said())?.[1] ?? 'nowhere';
  await keys('n');
  await until(() => field(planner, 'Title').evaluate((title) => title === document.activeElement), true);
  expect(await hand.said()).toContain(`creation of New activity. New activity, ${at}`);
  await planner.page.keyboard.type('Recce');
  await keys('Enter', 'Escape');
  await onStage();
  await keys('Control+c');
  await until(async () => (await hand.said()).includes('copied'), true);
  await keys('Control+ArrowRight', 'Control+v');
  await undo('paste of Recce');
  await undo('change of New activity');
  await undo('creation of New activity');
});

test('cut and pasted it moves, and the dialog pastes with a shift; Escape leaves both', async () => {
  await standOn('Alpha');
  const before = await newest();
  await keys('Control+x', 'Escape');
  expect(await hand.said()).toBe('What was cut stays where it is.');
  await keys('Control+x', 'Control+ArrowRight', 'Control+v');
  await undo('move of Alpha');
  await standOn('Alpha');
  await keys('Control+c', 'Control+Shift+V');
  await hand.dialog('Paste with a shift');
  await keys('Escape');
  await onStage();
  expect(await newest()).toBe(before);
  await keys('Control+Shift+V');
  await hand.dialog('Paste with a shift');
  await keys('Enter');
  await onStage();
  expect(await hand.said()).toContain('paste of Alpha. Alpha, 130800ZJUN27');
  await undo('paste of Alpha');
});

test('split where the cursor stands; outside it is refused and says what to do', async () => {
  await standOn('Bravo');
  for (let steps = 0; steps < 30; steps += 1) {
    await keys('Control+ArrowLeft');
    if ((await hand.said()).includes('Cursor at 121000ZJUN27')) break;
  }
  await keys('s');
  await planner.page.getByRole('alert').filter({ hasText: 'does not stand inside “Bravo”' }).waitFor();
  await standOn('Alpha');
  await keys('s');
  await until(() => planner.page.getByRole('option', { name: /^Alpha,/ }).count(), 2);
  expect(await hand.said()).toContain('split of Alpha');
  await undo('split of Alpha');
});

test('the active bar is read with every reading of both ends: group, local time, from an anchor', async () => {
  await hangAlphaOnAnchor(planner);
  await hand.stage().focus();
  await standOn('Alpha');
  const described = await hand.stage().evaluate((stage) => {
    const active = document.getElementById(stage.getAttribute('aria-activedescendant') ?? '');
    return document.getElementById(active?.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
  });
  for (const part of ['120800ZJUN27', '121200ZJUN27', 'H+0 0800', 'H+0 1200', '12 Jun 2027 08:00', '12 Jun 2027 12:00'])
    expect(described).toContain(part);
  await standOn('Bravo');
  expect(await hand.value('Start')).toBe(BRAVO.start);
});

test('the table has the same acts by the same keys, and the focus goes with it', async () => {
  await standOn('Alpha');
  await keys('t');
  const grid = planner.page.getByRole('grid', { name: 'Activities and movements as a table' });
  await until(() => grid.evaluate((list) => list === document.activeElement), true);
  await keys('Control+c');
  await until(async () => /row.*copied/.test(await planner.page.locator('body').innerText()), true);
  await keys('Alt+ArrowRight');
  await undo('move of Alpha');
  await keys('t');
  await onStage();
});

test('the window did not complain', () => {
  expect(planner.complaints).toEqual([]);
});
