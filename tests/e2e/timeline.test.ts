/** Time at the window: bars moved by mouse and keys, the same activities in the calendar, readings that no machine's zone touches. */
import type { Locator } from 'playwright-core';
import { freshFolder } from '#build/driver.ts';
import {
  type Planner,
  addActivity,
  begin,
  createExercise,
  field,
  goTo,
  redoOf,
  setField,
  undoOf,
} from './support/planner.ts';

const folders: { remove: () => void }[] = [];
afterAll(() => folders.forEach(({ remove }) => remove()));

const TITLE = 'River crossing';
const START = '120800ZJUN27';
const HOURS = 8;

/** An exercise with one activity of eight hours that fills the timeline. */
const beginWithActivity = async (env: Readonly<Record<string, string>> = {}): Promise<Planner> => {
  const data = freshFolder();
  folders.push(data);
  const planner = await begin(data.folder, { env });
  await createExercise(planner, 'Anchor Watch');
  await addActivity(planner, TITLE);
  await setField(planner, 'Start', START);
  await setField(planner, 'Length', `${HOURS}h`);
  await planner.page.getByRole('button', { name: 'Show the whole plan' }).click();
  await bar(planner).waitFor();
  return planner;
};

const bar = ({ page }: Planner): Locator => page.getByRole('option', { name: new RegExp(`^${TITLE}`) });
/** What the painted scales say, in words. */
const scales = async ({ page }: Planner): Promise<string> => (await page.locator('.timeline-axis').textContent()) ?? '';
const startOf = (planner: Planner): Promise<string> => field(planner, 'Start').inputValue();
const endOf = (planner: Planner): Promise<string> => field(planner, 'End').inputValue();
const until = async (read: () => Promise<unknown>, wanted: unknown): Promise<void> => {
  for (let tries = 0; tries < 50 && (await read()) !== wanted; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 60));
  expect(await read()).toBe(wanted);
};

/** Presses on a bar at a share of its width, moves by pixels, and leaves the button down. */
const drag = async (planner: Planner, share: number, pixels: number): Promise<void> => {
  const { page } = planner;
  const box = await bar(planner).boundingBox();
  if (box === null) throw new Error('the bar is not drawn');
  const inset = share === 0 ? 2 : share === 1 ? -2 : 0;
  const [x, y] = [box.x + share * box.width + inset, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + pixels / 2, y, { steps: 4 });
  await page.mouse.move(x + pixels, y, { steps: 4 });
};

/** Pixels that an hour takes, measured at the bar itself. */
const hour = async (planner: Planner): Promise<number> => ((await bar(planner).boundingBox())?.width ?? 0) / HOURS;

describe('bars', () => {
  let planner: Planner;
  beforeAll(async () => {
    planner = await beginWithActivity();
  });
  afterAll(() => planner.close());

  test('dragged by an hour and a little it moves by an hour, as one step that can be undone', async () => {
    await drag(planner, 0.5, (await hour(planner)) + 2);
    expect(await startOf(planner)).toBe(START);
    await planner.page.mouse.up();
    await until(() => startOf(planner), '120900ZJUN27');
    expect(await endOf(planner)).toBe('121700ZJUN27');
    await undoOf(planner, `move of ${TITLE}`).click();
    await until(() => startOf(planner), START);
    await redoOf(planner, `move of ${TITLE}`).waitFor();
  });

  test('Escape leaves it where it was', async () => {
    const left = (await bar(planner).boundingBox())?.x;
    await drag(planner, 0.5, await hour(planner));
    expect((await bar(planner).boundingBox())?.x).not.toBe(left);
    await planner.page.keyboard.press('Escape');
    await until(async () => (await bar(planner).boundingBox())?.x, left);
    await planner.page.mouse.up();
    expect(await startOf(planner)).toBe(START);
    await redoOf(planner, `move of ${TITLE}`).waitFor();
  });

  test('either edge makes it longer or shorter', async () => {
    const width = async (): Promise<number | undefined> => (await bar(planner).boundingBox())?.width;
    const whole = await width();
    await drag(planner, 1, -(await hour(planner)));
    await planner.page.mouse.up();
    await until(() => endOf(planner), '121500ZJUN27');
    expect(await startOf(planner)).toBe(START);
    await undoOf(planner, `new length of ${TITLE}`).click();
    await until(() => endOf(planner), '121600ZJUN27');
    // The bar follows the fields a frame later, and is what the next pull is measured at.
    await until(width, whole);
    await drag(planner, 0, await hour(planner));
    await planner.page.mouse.up();
    await until(() => startOf(planner), '120900ZJUN27');
    expect(await endOf(planner)).toBe('121600ZJUN27');
    await undoOf(planner, `new length of ${TITLE}`).click();
    await until(() => startOf(planner), START);
  });

  test('Alt with an arrow shifts it by a step, there and back', async () => {
    const stage = planner.page.getByRole('listbox', { name: 'Activities and movements in time' });
    await bar(planner).click();
    await stage.press('Alt+ArrowRight');
    await until(() => startOf(planner), '120805ZJUN27');
    await stage.press('Alt+ArrowLeft');
    await until(() => startOf(planner), START);
  });

  test('from months to hours: the bar grows with the zoom and the scale reads hours', async () => {
    const { page } = planner;
    const stage = page.getByRole('listbox', { name: 'Activities and movements in time' });
    const width = async (): Promise<number> => (await bar(planner).boundingBox())?.width ?? 0;
    const near = await width();
    for (let times = 0; times < 10; times += 1) await stage.press('-');
    await until(async () => (await width()) < near / 20, true);
    await until(async () => /\b0900\b/.test(await scales(planner)), false);
    const far = await scales(planner);
    for (let times = 0; times < 10; times += 1) await stage.press('+');
    await until(async () => Math.abs((await width()) - near) < 2, true);
    await until(async () => /\b0900\b/.test(await scales(planner)), true);
    expect(await scales(planner)).not.toBe(far);
  });

  test('a free day dragged over in the calendar becomes an activity that the timeline shows too', async () => {
    const { page } = planner;
    await goTo(planner, 'Calendar');
    const days = page.locator('.rbc-day-bg:not(.rbc-off-range-bg)');
    await days.first().waitFor();
    const [from, to] = [await days.nth(22).boundingBox(), await days.nth(23).boundingBox()];
    if (from === null || to === null) throw new Error('the month is not drawn');
    await page.mouse.move(from.x + 20, from.y + from.height - 12);
    await page.mouse.down();
    await page.mouse.move(to.x + 20, to.y + to.height - 12, { steps: 6 });
    await page.mouse.up();
    await undoOf(planner, 'creation of New activity').waitFor();
    await setField(planner, 'Title', 'Night convoy');
    await page.locator('.calendar-entry').filter({ hasText: 'Night convoy' }).first().waitFor();
    await goTo(planner, 'Timeline');
    await page.getByRole('button', { name: 'Show the whole plan' }).click();
    await page.getByRole('option', { name: /^Night convoy/ }).waitFor();
  });

  test('the window did not complain', () => {
    expect(planner.complaints).toEqual([]);
  });
});

/** Everything the screen says about time, with the machine in a given zone. */
const readingsWith = async (zone: string): Promise<readonly string[]> => {
  const planner = await beginWithActivity({ TZ: zone });
  const { page } = planner;
  const machine = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  expect(machine).toBe(zone);
  const texts = [await startOf(planner), await endOf(planner), (await bar(planner).getAttribute('aria-label')) ?? ''];
  await until(async () => /\b0900\b/.test(await scales(planner)), true);
  texts.push(await scales(planner));
  const modes = page.getByRole('radiogroup', { name: 'How times are read' });
  await modes.getByText('UTC', { exact: true }).click();
  await until(async () => (await bar(planner).getAttribute('aria-label')) === texts[2], false);
  texts.push((await bar(planner).getAttribute('aria-label')) ?? '');
  await modes.getByText('Z', { exact: true }).click();
  await goTo(planner, 'Calendar');
  await page.getByRole('button', { name: 'Day', exact: true }).click();
  await page.locator('.rbc-time-view').waitFor();
  texts.push(await page.locator('.rbc-time-view').innerText(), await page.locator('.calendar-page').innerText());
  await planner.close();
  return texts;
};

test('the machine’s zone changes nothing on the screen', async () => {
  const [utc, toronto] = [await readingsWith('Europe/Tallinn'), await readingsWith('America/Toronto')];
  expect(toronto).toEqual(utc);
  expect(utc.slice(0, 2)).toEqual([START, '121600ZJUN27']);
});
