/** Links between an activity and a movement, by pointer and by keyboard: drawn, told, shifted along, broken, undone. */
import { freshFolder } from '#build/driver.ts';
import {
  type Planner,
  addParticipant,
  begin,
  createExercise,
  addActivity,
  goTo,
  setField,
  undoOf,
} from './support/planner.ts';
import { ALPHA, handOn, until } from './support/timeline.ts';

const LIFT = 'NOR-001';
const data = freshFolder();
let planner: Planner;
let hand: ReturnType<typeof handOn>;

/** A movement of Norway from midnight to six before Alpha begins at eight. */
const addLift = async (): Promise<void> => {
  await goTo(planner, 'Logistics');
  await planner.page.getByRole('button', { name: 'Add movement' }).first().click();
  await setField(planner, 'RLD', '120000ZJUN27');
  await setField(planner, 'RDD', '120600ZJUN27');
};

beforeAll(async () => {
  planner = await begin(data.folder);
  hand = handOn(planner);
  await createExercise(planner, 'Anchor Watch');
  await addParticipant(planner, 'Norway');
  await addActivity(planner, ALPHA.title);
  await setField(planner, 'Start', ALPHA.start);
  await setField(planner, 'Length', `${ALPHA.hours}h`);
  await addLift();
  await goTo(planner, 'Timeline');
  await hand.rowsBy('By kind');
  await hand.fit();
});
afterAll(async () => {
  await planner.close();
  data.remove();
});

const links = () => planner.page.locator('.link-row');

test('by pointer from the end of a movement to the start of an activity; back again is refused and says why', async () => {
  const from = await hand.handle(LIFT, 'end');
  const alpha = await hand.boxOf('Alpha');
  await hand.drag(from, { x: alpha.left + 2, y: alpha.y });
  await undoOf(planner, `link of ${LIFT} and Alpha`).waitFor();
  // What waits is selected, with its link.
  expect(await hand.value('Title')).toBe('Alpha');
  expect(await hand.value('Link')).toBe('FS');
  expect(await links().getByRole('button', { name: LIFT, exact: true }).count()).toBe(1);
  const back = await hand.handle('Alpha', 'end');
  const lift = await hand.boxOf(LIFT);
  await hand.drag(back, { x: lift.left + 2, y: lift.y });
  await planner.page.getByRole('alert').filter({ hasText: 'already comes before' }).waitFor();
  await undoOf(planner, `link of ${LIFT} and Alpha`).waitFor();
});

test('the movement tells what waits for it, takes it along, and a lag that is not kept is a problem', async () => {
  await hand.press(LIFT);
  expect(await links().getByRole('button', { name: 'Alpha', exact: true }).count()).toBe(1);
  const { middle, y } = await hand.boxOf(LIFT);
  await planner.page.mouse.move(middle, y - 60);
  await planner.page.mouse.move(middle, y);
  await planner.page.getByRole('tooltip').filter({ hasText: 'Comes before Alpha FS' }).waitFor();
  await hand.keys('Control+Shift+ArrowRight');
  await hand.undo(`move of ${LIFT} and 1 that follow`);
  await setField(planner, 'Lag', '3h');
  await undoOf(planner, `change of the link of ${LIFT} and Alpha`).waitFor();
  await planner.page
    .getByRole('button', { name: /problem/ })
    .first()
    .click();
  await planner.page.getByText(`Alpha begins or ends too early for what it waits for (${LIFT})`).waitFor();
  await planner.page.keyboard.press('Escape');
  await hand.undo(`change of the link of ${LIFT} and Alpha`);
});

test('Escape ends a line without a step, and undo takes the link back', async () => {
  const from = await hand.handle('Alpha', 'end');
  const lift = await hand.boxOf(LIFT);
  await hand.pull(from, { x: lift.right - 2, y: lift.y });
  await planner.page.keyboard.press('Escape');
  await hand.letGo();
  await hand.undo(`link of ${LIFT} and Alpha`);
  await until(() => links().count(), 0);
});

test('by keyboard: selected in their order across both kinds, linked with a lag, told in the table, unlinked', async () => {
  await hand.press(LIFT);
  await hand.keys('l');
  await planner.page.getByRole('alert').filter({ hasText: 'needs two activities or movements' }).waitFor();
  await hand.keys('Shift+ArrowUp');
  await planner.page.getByRole('status').filter({ hasText: '1 activity' }).waitFor();
  await hand.keys('l');
  const dialog = await hand.dialog('Link activities and movements');
  expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual([LIFT, 'Alpha']);
  await dialog.getByRole('textbox', { name: 'Lag' }).fill('1h');
  await planner.page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await undoOf(planner, `link of ${LIFT} and Alpha`).waitFor();
  await hand.keys('t');
  const grid = planner.page.getByRole('grid', { name: 'Activities and movements as a table' });
  await grid.getByRole('gridcell', { name: `${LIFT} FS +1h` }).waitFor();
  await grid.press('t');
  await hand.keys('Shift+L');
  await hand.undo(`removal of the link of ${LIFT} and Alpha`);
  await hand.press(LIFT);
  await hand.keys('Delete');
  await undoOf(planner, `deletion of ${LIFT}`).waitFor();
  await hand.press('Alpha');
  await until(() => links().count(), 0);
  await hand.undo(`deletion of ${LIFT}`);
  await until(() => links().count(), 1);
});

test('the window did not complain', () => {
  expect(planner.complaints).toEqual([]);
});
