/** The calendar at the window: what waits without a time, columns side by side, lead times, calendar files and tables. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from 'playwright-core';
import { freshFolder } from '#build/driver.ts';
import {
  type Planner,
  addParticipant,
  begin,
  createExercise,
  field,
  goTo,
  importFile,
  saved,
  setField,
  undoOf,
} from './support/planner.ts';

const data = freshFolder();
afterAll(() => data.remove());

let planner: Planner;
beforeAll(async () => {
  planner = await begin(data.folder);
  await createExercise(planner, 'Anchor Watch');
  await addParticipant(planner, 'Finland');
  await addParticipant(planner, 'Sweden');
  await goTo(planner, 'Calendar');
  await planner.page.locator('.rbc-month-view').waitFor();
});
afterAll(() => planner.close());

const panel = (): Locator => planner.page.getByRole('complementary', { name: 'Not scheduled' });
const waiting = (title: string): Locator => panel().getByRole('option', { name: new RegExp(`^${title}`) });
const entry = (title: string): Locator => planner.page.locator('.calendar-entry').filter({ hasText: title }).first();

/** Grave findings of axe on the whole window. */
const findings = async (): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page: planner.page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 5).map(({ target, html }) => `${id} ${target.join(' ')} ${html}`));
};

/** Presses on one place, moves to another, and lets go. */
const drag = async (from: Locator, to: Locator, at = { x: 20, y: 8 }): Promise<void> => {
  const { page } = planner;
  const [a, b] = [await from.boundingBox(), await to.boundingBox()];
  if (a === null || b === null) throw new Error('not drawn');
  // In the middle: at its edges an entry is stretched instead.
  const middle = [a.x + a.width / 2, a.y + a.height / 2] as const;
  await page.mouse.move(...middle);
  await page.mouse.down();
  await page.mouse.move(middle[0] + 12, middle[1] + 6, { steps: 3 });
  await page.mouse.move(b.x + at.x, b.y + at.y, { steps: 8 });
  await page.mouse.up();
};

const expectStart = async (form: RegExp): Promise<void> => {
  for (let tries = 0; tries < 50 && !form.test(await field(planner, 'Start').inputValue()); tries += 1)
    await planner.page.waitForTimeout(60);
  expect(await field(planner, 'Start').inputValue()).toMatch(form);
};

/** Finds an activity through the search, wherever the calendar stands. */
const findActivity = async (title: string): Promise<void> => {
  const { page } = planner;
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').fill(title);
  await page.getByRole('dialog').getByText(title).first().click();
  await expectTitle(title);
  await goTo(planner, 'Calendar');
};

const expectTitle = async (title: string): Promise<void> => {
  for (let tries = 0; tries < 150 && (await field(planner, 'Title').inputValue()) !== title; tries += 1)
    await planner.page.waitForTimeout(60);
  expect(await field(planner, 'Title').inputValue()).toBe(title);
};

test('what has no time waits in a list, and Enter puts it at the day that was clicked', async () => {
  const { page } = planner;
  await page.getByRole('button', { name: /^Not scheduled/ }).click();
  const input = panel().getByRole('textbox', { name: 'New, without a time' });
  await input.fill('Media day');
  await input.press('Enter');
  await waiting('Media day').click();
  expect(await field(planner, 'Start').inputValue()).toBe('');
  const day = await page.locator('.rbc-day-bg:not(.rbc-off-range-bg)').nth(9).boundingBox();
  if (day === null) throw new Error('the month is not drawn');
  await page.mouse.click(day.x + 20, day.y + day.height - 6);
  await panel().getByRole('listbox').press('Enter');
  await entry('Media day').waitFor();
  expect(await field(planner, 'Start').inputValue()).toMatch(/^100800Z/);
  await undoOf(planner, 'scheduling of Media day').click();
  await waiting('Media day').waitFor();
  await entry('Media day').waitFor({ state: 'detached' });
});

test('it is dragged onto a day, moved by the keys, and dragged back into the list', async () => {
  const { page } = planner;
  await waiting('Media day').dragTo(page.locator('.rbc-day-bg:not(.rbc-off-range-bg)').nth(11));
  await entry('Media day').waitFor();
  expect(await field(planner, 'Start').inputValue()).toMatch(/^120800Z/);
  await entry('Media day').getByRole('button').press('Alt+ArrowRight');
  await expectStart(/^130800Z/);
  await drag(entry('Media day'), panel().getByText('Everything has its time', { exact: false }));
  await waiting('Media day').waitFor();
  await entry('Media day').waitFor({ state: 'detached' });
});

test('dropped into a participant’s column it is theirs, and from column to column it changes hands', async () => {
  const { page } = planner;
  await page.getByText('By participant', { exact: true }).click();
  await page.locator('.rbc-time-view-resources').waitFor();
  const heads = page.locator('.rbc-row-resource .rbc-header');
  await heads.filter({ hasText: 'SWE' }).first().waitFor();
  const codes = await heads.allInnerTexts();
  const column = (code: string): Locator => page.locator('.rbc-time-content > .rbc-day-slot').nth(codes.indexOf(code));
  const inColumn = (code: string): Locator => column(code).locator('.calendar-entry').filter({ hasText: 'Media day' });
  await waiting('Media day').dragTo(column('FIN'), { targetPosition: { x: 20, y: 400 } });
  await inColumn('FIN').waitFor();
  await undoOf(planner, 'scheduling of Media day').waitFor();
  await drag(inColumn('FIN').locator('.rbc-event-label'), column('SWE'), { x: 20, y: 420 });
  await inColumn('SWE').waitFor();
  await inColumn('FIN').waitFor({ state: 'detached' });
  expect([await planner.page.locator('.rbc-time-view-resources').count(), ...(await findings())]).toEqual([1]);
  // The same by keys, to the column beside it and back.
  await inColumn('SWE').getByRole('button').focus();
  await page.keyboard.press('Control+ArrowLeft');
  await inColumn('FIN').waitFor();
  await page.keyboard.press('Control+ArrowRight');
  await inColumn('SWE').waitFor();
  await page.getByText('Together', { exact: true }).click();
});

/** What has the focus, by its accessible name. */
const expectFocus = async (name: RegExp): Promise<void> => {
  const nameOf = (): Promise<string> =>
    planner.page.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent?.slice(0, 200) ?? '';
    });
  for (let tries = 0; tries < 60 && !name.test(await nameOf()); tries += 1) await planner.page.waitForTimeout(50);
  expect(await nameOf()).toMatch(name);
};

test('days, slots and entries are reached, moved, lengthened and made by keys alone', async () => {
  const { page } = planner;
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  await page.getByRole('button', { name: 'Month', exact: true }).click();
  await page.locator('.calendar-day[data-cursor]').focus();
  await press('Home');
  const first = await page.locator('.calendar-day[data-cursor]').getAttribute('aria-label');
  await press('ArrowRight');
  await expectFocus(/^Tuesday /);
  await press('PageDown');
  await press('PageUp');
  await press('ArrowLeft');
  await expectFocus(new RegExp(`^${first?.split(',')[0] ?? ''}`));
  await press('n');
  await expectFocus(/^$/);
  await setField(planner, 'Title', 'Key run');
  await entry('Key run').getByRole('button').press('Alt+ArrowRight');
  await expectFocus(/^Key run, \d{2}0800Z/);
  await press('Shift+Alt+ArrowDown');
  await expectFocus(/^Key run, .*0930Z/);
  await press('Escape');
  await expectFocus(/^Tuesday .*, \d+ entr/);
  await press('Enter');
  await expectFocus(/^Tuesday .* 0800: new activity/);
  await press('ArrowDown');
  await expectFocus(/ 0830: new activity/);
  await press('Control+ArrowDown');
  await expectFocus(/Key run/);
  await press('Delete');
  await entry('Key run').waitFor({ state: 'detached' });
  await expectFocus(/ 0800: new activity/);
  await press('Control+z');
  await entry('Key run').waitFor();
  await expectFocus(/ 0800: new activity/);
});

test('in the hours the keyboard stops at a slot and at one entry, from which arrows lead to the others', async () => {
  const { page } = planner;
  const press = (key: string): Promise<void> => page.keyboard.press(key);
  const stops = page.locator('.rbc-calendar').locator('[tabindex="0"], button:not([tabindex]), input:not([tabindex])');
  // Where the entry that was brought back left it.
  await expectFocus(/: new activity/);
  await press('n');
  await expectTitle('New activity');
  await setField(planner, 'Title', 'Boat drill');
  await entry('Boat drill').getByRole('button').focus();
  await expectFocus(/^Boat drill, /);
  expect(await stops.count()).toBe(2);
  await press('Home');
  const first = /^(?:Boat drill|Key run), \d{6}Z/;
  await expectFocus(first);
  const before = await page.evaluate(() => document.activeElement?.getAttribute('data-bar'));
  await press('ArrowRight');
  await expectFocus(first);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-bar'))).not.toBe(before);
  await press('ArrowLeft');
  await expectFocus(first);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-bar'))).toBe(before);
  expect(await stops.count()).toBe(2);
  // A click beside the title, on the times, leads there too.
  await entry('Boat drill').locator('.rbc-event-label').click();
  await expectFocus(/^Boat drill, /);
  expect(await stops.count()).toBe(2);
  await press('Delete');
  await entry('Boat drill').waitFor({ state: 'detached' });
});

/** Half an hour, in pixels. */
const slotHeight = async (): Promise<number> =>
  (await planner.page.locator('.rbc-time-content .rbc-day-slot .rbc-time-slot').first().boundingBox())?.height ?? 0;

const expectLabel = (form: RegExp): Promise<void> => entry('Key run').filter({ hasText: form }).waitFor();

/** No more than a day wide. */
const expectNarrow = async (most: number): Promise<void> => {
  const width = async (): Promise<number> => (await entry('Key run').boundingBox())?.width ?? Infinity;
  for (let tries = 0; tries < 60 && (await width()) > most; tries += 1) await planner.page.waitForTimeout(50);
  expect(await width()).toBeLessThanOrEqual(most);
};

/** Pulls the edge of an entry on which the pointer rests to another place. */
const pull = async (title: string, edge: string, by: { readonly x: number; readonly y: number }): Promise<void> => {
  const { page } = planner;
  await entry(title).hover();
  const box = await entry(title).locator(edge).boundingBox();
  if (box === null) throw new Error('no edge to pull');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by.x / 2, y + by.y / 2, { steps: 6 });
  await page.mouse.move(x + by.x, y + by.y, { steps: 6 });
  await page.mouse.up();
};

test('an entry is pulled longer and shorter at its edges in the week, and over days in the month', async () => {
  const { page } = planner;
  await page.getByRole('button', { name: 'Week', exact: true }).click();
  await entry('Key run').locator('.rbc-event-label').click();
  await expectTitle('Key run');
  const [start, hour] = [await field(planner, 'Start').inputValue(), 2 * (await slotHeight())];
  await pull('Key run', '.rbc-addons-dnd-resize-ns-anchor:last-child', { x: 0, y: 2.3 * hour });
  await undoOf(planner, 'change of Key run').waitFor();
  await expectLabel(/0800.*1130/);
  expect(await field(planner, 'Start').inputValue()).toBe(start);
  await undoOf(planner, 'change of Key run').click();
  await expectLabel(/0800.*0930/);
  await pull('Key run', '.rbc-addons-dnd-resize-ns-anchor:first-child', { x: 0, y: hour });
  await expectLabel(/0900.*0930/);
  await page.keyboard.press('Control+z');
  await expectLabel(/0800.*0930/);
  await page.getByRole('button', { name: 'Month', exact: true }).click();
  await page.locator('.rbc-month-view').waitFor();
  const day = await page.locator('.rbc-day-bg').first().boundingBox();
  await pull('Key run', '.rbc-addons-dnd-resize-ew-anchor:last-child', { x: 2 * (day?.width ?? 0), y: 0 });
  await undoOf(planner, 'change of Key run').waitFor();
  expect((await entry('Key run').boundingBox())?.width).toBeGreaterThan(2 * (day?.width ?? Infinity));
  await undoOf(planner, 'change of Key run').click();
  await expectNarrow((day?.width ?? 0) + 1);
});

test('the agenda is a list that keys go through, and in which they move what stands there', async () => {
  const { page } = planner;
  await page.getByRole('button', { name: 'Agenda', exact: true }).click();
  const lines = page.locator('.agenda-row[data-bar]');
  await lines.first().waitFor();
  await page.locator('.agenda-row[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await expectFocus(/Key run/);
  await page.keyboard.press('Alt+ArrowDown');
  await undoOf(planner, 'move of Key run').waitFor();
  await expectFocus(/0830–1000Key run/);
  await page.keyboard.press('Enter');
  await expectTitle('Key run');
  expect(await field(planner, 'Title').inputValue()).toBe('Key run');
});

test('a deadline counts from another activity and moves with it', async () => {
  const { page } = planner;
  await page.getByRole('button', { name: 'New activity' }).first().click();
  await setField(planner, 'Title', 'Papers out');
  await field(planner, 'Counts from').fill('Media');
  await page.getByRole('option', { name: 'Media day' }).click();
  await setField(planner, 'Lead time', '14');
  await undoOf(planner, 'lead time of Papers out').waitFor();
  const inCalendarDays = await field(planner, 'Start').inputValue();
  await field(planner, 'Counted in').fill('working');
  await page.getByRole('option', { name: 'working days' }).click();
  await expectStart(new RegExp(`^(?!${inCalendarDays})`));
  const before = await field(planner, 'Start').inputValue();
  await page.getByRole('button', { name: 'Month', exact: true }).click();
  await entry('Media day').getByRole('button').press('Alt+ArrowRight');
  await undoOf(planner, 'move of Media day').waitFor();
  await findActivity('Papers out');
  expect(await field(planner, 'Start').inputValue()).not.toBe(before);
});

test('a calendar file is shown entry by entry, taken in as one step, and has nothing new a second time', async () => {
  const { page } = planner;
  const file = path.resolve('tests/shared/interchange/fixtures/committee.ics');
  await importFile(planner, file);
  const dialog = page.getByRole('dialog', { name: 'Calendar committee.ics' });
  await dialog.getByText('Left out · its time zone is neither in the file nor known').waitFor();
  expect(await findings()).toEqual([]);
  await dialog.getByRole('button', { name: /^Take in \d+ changes?/ }).click();
  await undoOf(planner, 'import of the calendar committee.ics').waitFor();
  await waiting('Find a photographer').waitFor();
  await importFile(planner, file);
  await dialog.getByText('New: 0').waitFor();
  expect(await dialog.getByRole('button', { name: /^Take in/ }).isDisabled()).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('the schedule and a table are saved as files, marked', async () => {
  const { page } = planner;
  await saved(planner);
  const calendar = path.join(data.folder, 'plan.ics');
  await planner.answerDialog(calendar);
  await page.getByRole('button', { name: 'Calendar file' }).click();
  await page.getByRole('menuitem', { name: 'Export the schedule…' }).click();
  await page.getByText(/events and \d+ tasks without a date.* saved as plan\.ics, marked UNCLASSIFIED/).waitFor();
  const text = readFileSync(calendar, 'utf8');
  expect(text).toContain('SUMMARY:Papers out');
  expect(text.slice(text.indexOf('BEGIN:VTODO'))).toContain('SUMMARY:Find a photographer');
  await goTo(planner, 'Participants');
  for (const [format, name] of [
    ['Save as CSV…', 'who.csv'],
    ['Save as XLSX (Excel)…', 'who.xlsx'],
  ] as const) {
    await planner.answerDialog(path.join(data.folder, name));
    await page.getByRole('button', { name: 'Copy or save the table' }).first().click();
    await page.getByRole('menuitem', { name: format }).click();
    await page.getByText(`saved as ${name}`, { exact: false }).waitFor();
    expect(existsSync(path.join(data.folder, name))).toBe(true);
  }
  expect(readFileSync(path.join(data.folder, 'who.csv'), 'utf8')).toMatch(/^\uFEFFUNCLASSIFIED/);
});

test('axe finds nothing in any view of the calendar', async () => {
  const { page } = planner;
  await goTo(planner, 'Calendar');
  for (const view of ['Month', 'Week', 'Day', 'Agenda']) {
    await page.getByRole('button', { name: view, exact: true }).click();
    await page.locator(view === 'Agenda' ? '.agenda' : '.rbc-calendar').waitFor();
    expect([view, ...(await findings())]).toEqual([view]);
  }
});

test('axe finds nothing in the matrix, with what is not scheduled beside it, in rows by function and by participant', async () => {
  const { page } = planner;
  await goTo(planner, 'Matrix');
  const grid = page.getByRole('grid', { name: 'Synchronisation matrix' });
  await grid.getByRole('columnheader', { name: 'Not scheduled' }).waitFor();
  for (const rows of ['Rows: function', 'Rows: participant']) {
    await page.getByRole('combobox', { name: 'Rows' }).click();
    await page.getByRole('option', { name: rows }).click();
    await grid.waitFor();
    expect([rows, ...(await findings())]).toEqual([rows]);
  }
});

test('the window did not complain', () => {
  expect(planner.complaints).toEqual([]);
});
