/** Editing on the timeline by keyboard: all that the pointer does, the table of the same rows, search, saved views. */
import AxeBuilder from '@axe-core/playwright';
import { freshFolder } from '#build/driver.ts';
import { type Planner, saved, undoOf } from './support/planner.ts';
import { ALPHA, beginTimeline, handOn, hangAlphaOnAnchor, until } from './support/timeline.ts';

const data = freshFolder();
let planner: Planner;
let hand: ReturnType<typeof handOn>;
beforeAll(async () => {
  planner = await beginTimeline(data.folder);
  hand = handOn(planner);
});
afterAll(async () => {
  await planner.close();
  data.remove();
});

describe('by keyboard', () => {
  beforeAll(async () => {
    await hand.press('Alpha');
    for (const title of ['Bravo', 'Charlie']) await hand.option(title).click({ modifiers: ['Control'] });
    await hand.keys('l');
    await hand.dialog('Link activities');
    await planner.page.keyboard.press('Enter');
    await undoOf(planner, 'link of 2 activities or movements with those before them').waitFor();
    await hand.press('Alpha');
  });

  test('longer and shorter at either end', async () => {
    await hand.keys('Shift+Alt+ArrowRight');
    await until(async () => (await hand.value('End')) > '121200ZJUN27', true);
    await hand.undo('new length of Alpha');
    await hand.keys('Shift+Alt+ArrowDown');
    await until(async () => (await hand.value('Start')) > ALPHA.start, true);
    expect(await hand.value('End')).toBe('121200ZJUN27');
    await hand.undo('new length of Alpha');
  });

  test('to the row below, with what it stands for', async () => {
    await hand.keys('Alt+ArrowDown');
    await until(() => hand.value('Kind'), 'Training');
    expect(await hand.said()).toContain('other row for Alpha');
    await hand.undo('other row for Alpha');
  });

  test('with all that waits for it', async () => {
    await hand.keys('Control+Shift+ArrowRight');
    await hand.undo('move of Alpha and 2 that follow');
  });

  test('by an amount, with a preview of how much moves', async () => {
    await hand.keys('m');
    const dialog = await hand.dialog('Shift the selection');
    await dialog.getByLabel('With all that waits for it (3)').check();
    await dialog.getByRole('textbox', { name: 'By' }).fill('2');
    await planner.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await until(() => hand.value('Start'), '140800ZJUN27');
    await hand.undo('move of Alpha and 2 that follow');
  });

  test('linked in the order of selection, with type and lag', async () => {
    await hand.option('Alpha').click();
    await hand.option('Charlie').click({ modifiers: ['Control'] });
    await hand.keys('l');
    const dialog = await hand.dialog('Link activities');
    expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual(['Alpha', 'Charlie']);
    await dialog.getByRole('textbox', { name: 'Lag' }).fill('soon');
    expect(await dialog.getByRole('button', { name: 'Link', exact: true }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox', { name: 'Lag' }).fill('2h');
    await planner.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await hand.keys('Shift+L');
    await hand.undo('removal of the link of Alpha and Charlie');
    await hand.undo('link of Alpha and Charlie');
  });

  test('the cursor is told, a new bar begins there, and splitting there needs a bar under it', async () => {
    await hand.option('Alpha').click();
    await hand.keys('Control+ArrowRight');
    expect(await hand.said()).toMatch(/^Cursor at \d{6}ZJUN27, row Serial/);
    await hand.keys('n');
    await undoOf(planner, 'creation of New activity').waitFor();
    expect(await hand.value('Kind')).toBe('Serial');
    await hand.undo('creation of New activity');
  });

  test('copied and pasted at the cursor, cells for a spreadsheet beside it; cut and pasted it moves', async () => {
    await hand.fit();
    const { middle, y } = await hand.boxOf('Alpha');
    const px = await hand.hour();
    await hand.option('Alpha').click();
    await hand.keys('Control+c');
    await planner.page.mouse.click(middle + 5 * px, y);
    await hand.keys('Control+v');
    await undoOf(planner, 'paste of Alpha').waitFor();
    expect((await hand.value('Start')) > ALPHA.start).toBe(true);
    const copy = await hand.value('Start');
    await hand.undo('paste of Alpha');
    await hand.option('Alpha').click();
    await hand.keys('Control+x');
    expect(await hand.said()).toContain('will move to where you paste it');
    await hand.keys('Escape');
    expect(await hand.said()).toBe('What was cut stays where it is.');
    await hand.keys('Control+x');
    await planner.page.mouse.click(middle + 5 * px, y);
    await hand.keys('Control+v');
    await undoOf(planner, 'move of Alpha').waitFor();
    await hand.option('Alpha').click();
    await until(() => hand.value('Start'), copy);
    await hand.undo('move of Alpha');
  });

  test('pasted with a shift, several times over', async () => {
    await hand.option('Bravo').click();
    await hand.keys('Control+c', 'Control+Shift+V');
    const dialog = await hand.dialog('Paste with a shift');
    await dialog.getByRole('textbox', { name: 'Copies' }).fill('3');
    await planner.page.keyboard.press('Enter');
    await undoOf(planner, 'paste of 3 activities and movements').waitFor();
    await planner.page.getByRole('status').filter({ hasText: '3 activities' }).waitFor();
    await hand.undo('paste of 3 activities and movements');
  });

  test('found by its words, next and previous', async () => {
    await hand.keys('Control+f');
    const search = planner.page.getByRole('search');
    await search.getByRole('textbox').fill('a');
    await planner.page.keyboard.press('Enter');
    expect(await hand.said()).toBe('Hit 1 of 3');
    await planner.page.keyboard.press('Shift+Enter');
    expect(await hand.said()).toBe('Hit 3 of 3');
    await until(() => hand.value('Title'), 'Charlie');
    await planner.page.keyboard.press('Escape');
    await search.waitFor({ state: 'detached' });
  });

  test('the same rows as a table, times edited in place', async () => {
    await hand.keys('t');
    const grid = planner.page.getByRole('grid', { name: 'Activities and movements as a table' });
    await until(() => grid.getByRole('row').count(), 4);
    await grid.getByRole('gridcell', { name: 'Alpha', exact: true }).click();
    await grid.focus();
    await planner.page.keyboard.press('ArrowRight');
    await planner.page.keyboard.press('ArrowRight');
    await planner.page.keyboard.press('F2');
    const cell = planner.page.getByRole('textbox', { name: 'Start of Alpha' });
    await cell.fill('whenever');
    await cell.press('Enter');
    await planner.page
      .getByText('is no time', { exact: false })
      .or(grid.locator('.mantine-InputWrapper-error'))
      .first()
      .waitFor();
    await cell.fill('121000ZJUN27');
    await cell.press('Enter');
    await undoOf(planner, 'change of Alpha').waitFor();
    expect(await hand.said()).toContain('Alpha, 121000ZJUN27 – 121400ZJUN27');
    await hand.undo('change of Alpha');
    await grid.press('t');
    await hand.option('Alpha').waitFor();
  });
});

describe('what surrounds it', () => {
  test('the same by keyboard, with what will move in words before it is done', async () => {
    await hangAlphaOnAnchor(planner);
    await hand.stage().press('a');
    const dialog = await hand.dialog('Move an anchor');
    await dialog.getByRole('textbox', { name: 'New time' }).fill('130800ZJUN27');
    await dialog.getByRole('textbox', { name: 'New time' }).press('Tab');
    await dialog.getByText('Move with H: activities 1, movements 0, anchors 0').waitFor();
    await dialog.getByText('1 link will not hold any more').waitFor();
    await dialog.getByRole('button', { name: 'Move' }).click();
    await dialog.waitFor({ state: 'detached' });
    await hand.undo('move of H');
  });

  test('a view is saved under a name, applied, renamed and deleted', async () => {
    const { page } = planner;
    const open = (): Promise<void> => page.getByRole('button', { name: 'Saved views' }).click();
    await open();
    await page.getByRole('textbox', { name: 'Save what shows as' }).fill('By kind, June');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'By kind, June', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await hand.rowsBy('By participant');
    await open();
    await page.getByRole('button', { name: 'By kind, June', exact: true }).click();
    await until(() => page.getByLabel('Rows by').first().inputValue(), 'By kind');
    await open();
    await page.getByRole('button', { name: 'Rename view By kind, June' }).click();
    await page.getByRole('textbox', { name: /^New name/ }).fill('Kinds');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Delete view Kinds' }).click();
    await page.getByText('Rows, colours, filter and stretch of time').waitFor();
    await page.keyboard.press('Escape');
  });

  test('nothing of it shuts a reader out', async () => {
    const { page } = planner;
    const violations = async (): Promise<readonly string[]> => {
      const result = await new AxeBuilder({ page }).setLegacyMode().analyze();
      return result.violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html}`));
    };
    await hand.option('Alpha').click();
    expect(await violations()).toEqual([]);
    await hand.stage().press('Shift+F10');
    await page.getByRole('menu').waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await hand.stage().press('t');
    await page.getByRole('grid', { name: 'Activities and movements as a table' }).waitFor();
    expect(await violations()).toEqual([]);
  });

  test('all of it was saved, and the window did not complain', async () => {
    await saved(planner);
    expect(planner.complaints).toEqual([]);
  });
});
