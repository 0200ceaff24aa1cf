/** Gestures with the pointer that need several bars or the menu: links from every end, many ends at once, the clipboard, the table, a movement's load. */
import { freshFolder } from '#build/driver.ts';
import { type Planner, field, goTo, undoOf } from './support/planner.ts';
import { ALPHA, BRAVO, addFerry, beginTimeline, handOn, until } from './support/timeline.ts';

const data = freshFolder();
let planner: Planner;
let hand: ReturnType<typeof handOn>;

beforeAll(async () => {
  planner = await beginTimeline(data.folder);
  hand = handOn(planner);
  await addFerry(planner, 'FIN-001', { People: '481', Tonnes: '100.3' });
  await goTo(planner, 'Timeline');
  await hand.fit();
});

afterAll(async () => {
  await planner.close();
  data.remove();
});

const newest = (): Promise<string | null> =>
  planner.page.getByRole('banner').getByRole('button', { name: /^Undo/ }).getAttribute('aria-label');

/** The right button over a bar or an empty place, and then an act of the menu. */
const fromMenu = async (place: { readonly x: number; readonly y: number }, act: string): Promise<void> => {
  await planner.page.mouse.click(place.x, place.y, { button: 'right' });
  await planner.page.getByRole('menuitem', { name: new RegExp(`^${act}`) }).click();
};

describe('a line from an end to an end says the type', () => {
  test.each([
    ['FS', 'end', 'left', ''],
    ['SS', 'start', 'left', '8h'],
    ['FF', 'end', 'right', ''],
    ['SF', 'start', 'right', '10h'],
  ] as const)('%s', async (type, leave, reach, lag) => {
    const from = await hand.handle('Alpha', leave);
    const bravo = await hand.boxOf('Bravo');
    const to = { x: reach === 'left' ? bravo.left + 3 : bravo.right - 3, y: bravo.y };
    const keys = lag === '' ? [] : ['Alt'];
    const before = await newest();
    await hand.pull(from, to, keys);
    await until(async () => (await planner.page.locator('.timeline-note').innerText()).startsWith(type), true);
    await planner.page.keyboard.press('Escape');
    await hand.letGo(keys);
    expect(await newest()).toBe(before);
    await hand.drag(await hand.handle('Alpha', leave), to, keys);
    await undoOf(planner, 'link of Alpha and Bravo').waitFor();
    await until(() => hand.value('Link'), type);
    expect(await hand.value('Lag')).toBe(lag === '' ? '0m' : lag);
    expect(await hand.said()).toContain('link of Alpha and Bravo');
    await hand.undo('link of Alpha and Bravo');
  });
});

test('an end of one is drawn to its place, and undone', async () => {
  await hand.press('Alpha');
  const [alpha, px] = [await hand.boxOf('Alpha'), await hand.hour()];
  await hand.drag({ x: alpha.right - 2, y: alpha.y }, { x: alpha.right - 2 + 2 * px, y: alpha.y });
  await until(() => hand.value('End'), '121400ZJUN27');
  expect(await hand.value('Start')).toBe(ALPHA.start);
  expect(await hand.said()).toContain('new length of Alpha. Alpha, 120800ZJUN27 – 121400ZJUN27');
  await hand.undo('new length of Alpha');
});

test('an end of one of several draws that end of all of them, each as far as it can', async () => {
  await hand.press('Alpha');
  for (const title of ['Bravo', 'FIN-001']) await hand.option(title).click({ modifiers: ['Control'] });
  const [alpha, px] = [await hand.boxOf('Alpha'), await hand.hour()];
  const [from, to] = [
    { x: alpha.right - 2, y: alpha.y },
    { x: alpha.right - 2 - 3 * px, y: alpha.y },
  ];
  const before = await newest();
  await hand.pull(from, to);
  await planner.page.keyboard.press('Escape');
  await hand.letGo();
  expect(await newest()).toBe(before);
  await hand.drag(from, to);
  const name = 'new length of 3 activities and movements';
  await undoOf(planner, name).waitFor();
  expect(await hand.said()).toBe(name);
  await hand.press('Alpha');
  await until(() => hand.value('End'), '120900ZJUN27');
  await hand.press('Bravo');
  // Two hours long, it has no three to give.
  await until(() => hand.value('Length'), '0m');
  expect(await hand.value('Start')).toBe(BRAVO.start);
  await hand.press('FIN-001');
  await until(() => hand.value('Arrives'), '122100ZJUN27');
  await hand.undo(name);
  await until(() => hand.value('Arrives'), '130000ZJUN27');
});

test('copied, cut and pasted from the menu, where the menu was opened', async () => {
  const [alpha, px] = [await hand.boxOf('Alpha'), await hand.hour()];
  const there = { x: alpha.left + 24 * px, y: alpha.y };
  await fromMenu({ x: alpha.middle, y: alpha.y }, 'Copy');
  await fromMenu(there, 'Paste at the cursor');
  await undoOf(planner, 'paste of Alpha').waitFor();
  await until(() => hand.value('Start'), '130800ZJUN27');
  await hand.undo('paste of Alpha');
  await fromMenu({ x: alpha.middle, y: alpha.y }, 'Cut');
  await fromMenu(there, 'Paste at the cursor');
  await undoOf(planner, 'move of Alpha').waitFor();
  await hand.undo('move of Alpha');
});

test('pasted with a shift and shifted by an amount from the menu; Escape leaves the dialog without a step', async () => {
  const { page } = planner;
  const { middle, y } = await hand.boxOf('Alpha');
  const before = await newest();
  await fromMenu({ x: middle, y }, 'Shift by an amount');
  await hand.dialog('Shift the selection');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await newest()).toBe(before);
  await fromMenu({ x: middle, y }, 'Shift by an amount');
  await page.getByRole('dialog').getByRole('button', { name: 'Shift', exact: true }).click();
  await until(() => hand.value('Start'), '130800ZJUN27');
  await hand.undo('move of Alpha');
  await fromMenu({ x: middle, y }, 'Copy');
  await fromMenu({ x: middle, y }, 'Paste with a shift');
  await page.getByRole('dialog').getByRole('button', { name: 'Paste', exact: true }).click();
  await undoOf(planner, 'paste of Alpha').waitFor();
  expect(await hand.said()).toContain('130800ZJUN27');
  await hand.undo('paste of Alpha');
});

test('a new bar is named by typing, and Escape leads back to the bars', async () => {
  const { page } = planner;
  const [charlie, px] = [await hand.boxOf('Charlie'), await hand.hour()];
  await page.mouse.dblclick(charlie.left - 6 * px, charlie.y);
  await undoOf(planner, 'creation of New activity').waitFor();
  await until(() => field(planner, 'Title').evaluate((title) => title === document.activeElement), true);
  await page.keyboard.type('Briefing');
  await page.keyboard.press('Enter');
  await undoOf(planner, 'change of New activity').waitFor();
  await hand.option('Briefing').waitFor();
  await page.keyboard.press('Escape');
  await until(() => hand.stage().evaluate((stage) => stage === document.activeElement), true);
  await page.keyboard.press('Delete');
  await hand.option('Briefing').waitFor({ state: 'detached' });
});

test('what is deleted with the keys after a press leaves the focus where the keys work', async () => {
  await hand.press('Charlie');
  await planner.page.keyboard.press('Delete');
  await hand.option('Charlie').waitFor({ state: 'detached' });
  expect(await hand.stage().evaluate((stage) => stage === document.activeElement)).toBe(true);
  await planner.page.keyboard.press('Control+z');
  await hand.option('Charlie').waitFor();
});

test('a line of the table is the bar: pressed it is selected, pressed twice it is edited, and the focus goes along', async () => {
  const { page } = planner;
  await page.getByRole('button', { name: /^Chart or table/ }).click();
  const grid = page.getByRole('grid', { name: 'Activities and movements as a table' });
  await until(() => grid.evaluate((list) => list === document.activeElement), true);
  await grid.getByRole('gridcell', { name: 'Alpha', exact: true }).dblclick();
  await until(() => field(planner, 'Title').evaluate((title) => title === document.activeElement), true);
  await page.keyboard.type('Alpha one');
  await page.keyboard.press('Enter');
  await grid.getByRole('gridcell', { name: 'Alpha one', exact: true }).waitFor();
  await hand.undo('change of Alpha');
  await page.getByRole('button', { name: /^Chart or table/ }).click();
  await hand.option('Alpha').waitFor();
});

test('a movement is split by its load, and nothing of it is lost', async () => {
  const { page } = planner;
  const { middle, y } = await hand.boxOf('FIN-001');
  const before = await newest();
  await fromMenu({ x: middle, y }, 'Split');
  const dialog = await hand.dialog('Split FIN-001');
  expect(await dialog.getByRole('textbox', { name: /^ULN/ }).inputValue()).toBe('FIN-001-B');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await newest()).toBe(before);
  await fromMenu({ x: middle, y }, 'Split');
  await dialog.getByRole('textbox', { name: 'People' }).fill('200');
  await dialog.getByText('281 pax stay with FIN-001').waitFor();
  await dialog.getByRole('button', { name: 'Split', exact: true }).click();
  await undoOf(planner, 'split of FIN-001, with FIN-001-B').waitFor();
  await until(() => hand.value('ULN'), 'FIN-001-B');
  expect(await hand.value('People')).toBe('200');
  expect(await hand.said()).toContain('split of FIN-001, with FIN-001-B. FIN-001-B, 132000ZJUN27');
  await hand.undo('split of FIN-001, with FIN-001-B');
  await hand.option('FIN-001-B').waitFor({ state: 'detached' });
});

test('between rows of ranges nothing moves, and the pointer says why', async () => {
  const { page } = planner;
  await hand.rowsBy('By people');
  const [alpha, ferry] = [await hand.boxOf('Alpha'), await hand.boxOf('FIN-001')];
  const before = await newest();
  await hand.pull({ x: ferry.middle, y: ferry.y }, { x: ferry.middle, y: alpha.y });
  await until(async () => (await page.locator('.timeline-note').innerText()).includes('which number is meant'), true);
  await hand.letGo();
  await page.getByRole('alert').filter({ hasText: 'which number is meant' }).waitFor();
  expect(await newest()).toBe(before);
  await hand.stage().press('Control+ArrowLeft');
  expect(await hand.said()).toContain('row 100–499 pax');
});

test('the window did not complain', () => {
  expect(planner.complaints).toEqual([]);
});
