/** Gestures of the timeline on activities and movements alike: snapping, both kinds together, ends of a movement, fingers, flings, the strip below. */
import { freshFolder } from '#build/driver.ts';
import { type Planner, field, goTo, setField, undoOf } from './support/planner.ts';
import { ALPHA, addFerry, beginTimeline, handOn, until } from './support/timeline.ts';

const data = freshFolder();
let planner: Planner;
let hand: ReturnType<typeof handOn>;

const addAnchor = async (): Promise<void> => {
  await goTo(planner, 'Overview');
  await planner.page.getByRole('button', { name: 'Add anchor' }).click();
  await setField(planner, 'Code', 'H');
  await setField(planner, 'When', '121007ZJUN27');
};

beforeAll(async () => {
  planner = await beginTimeline(data.folder);
  hand = handOn(planner);
  await addFerry(planner, 'Ferry');
  await addAnchor();
  await goTo(planner, 'Timeline');
  await hand.fit();
});

afterAll(async () => {
  await planner.close();
  data.remove();
});

/** What stands beside the pointer while a gesture lasts. */
const note = (): Promise<string> => planner.page.locator('.timeline-note').innerText();
const noteWith = async (...parts: readonly RegExp[]): Promise<void> => {
  for (const part of parts) await until(async () => part.test(await note()), true);
};

const snapTo = async (name: string): Promise<void> => {
  const { page } = planner;
  await page.getByRole('button', { name: 'Snapping' }).click();
  await page.getByRole('menuitemradio', { name, exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
};

describe('a bar dragged by three hours and twenty minutes comes to rest', () => {
  test.each([
    ['Minute', 200, /^12112[01]ZJUN27$|^121119ZJUN27$/],
    ['Quarter of an hour', 200, /^121115ZJUN27$/],
    ['Hour', 200, /^121100ZJUN27$/],
    ['Day', 13 * 60, /^130000ZJUN27$/],
  ] as const)('on the grid of a %s', async (grid, minutes, start) => {
    await snapTo(grid);
    await hand.press('Alpha');
    const [{ middle, y }, px] = [await hand.boxOf('Alpha'), await hand.hour()];
    await hand.drag({ x: middle, y }, { x: middle + (minutes / 60) * px, y });
    await undoOf(planner, 'move of Alpha').waitFor();
    await until(async () => start.test(await hand.value('Start')), true);
    await hand.undo('move of Alpha');
  });

  test('on an anchor, whatever the grid is', async () => {
    await snapTo('Hour');
    const [{ middle, y }, px] = [await hand.boxOf('Alpha'), await hand.hour()];
    await hand.drag({ x: middle, y }, { x: middle + (130 / 60) * px, y });
    await until(() => hand.value('Start'), '121007ZJUN27');
    await hand.undo('move of Alpha');
  });
});

test('drawing and resizing read both ends as group, local time and from the anchor all the while', async () => {
  const [alpha, charlie, px] = [await hand.boxOf('Alpha'), await hand.boxOf('Charlie'), await hand.hour()];
  const readings = [/121400ZJUN27/, /12 Jun 2027 \d\d:00/, /H\+\d/];
  await hand.pull({ x: alpha.right, y: charlie.y }, { x: alpha.right + 2 * px, y: charlie.y }, ['Control']);
  await noteWith(...readings, /121200ZJUN27 – 121400ZJUN27/);
  await planner.page.keyboard.press('Escape');
  await hand.letGo(['Control']);
  await hand.pull({ x: alpha.right - 2, y: alpha.y }, { x: alpha.right + 2 * px, y: alpha.y });
  await noteWith(...readings, /120800ZJUN27 – 121400ZJUN27/, /6h/);
  await planner.page.keyboard.press('Escape');
  await hand.letGo();
});

describe('a movement', () => {
  test('begins and ends where its ends are drawn to, and its leg with it', async () => {
    await hand.press('Ferry');
    const [ferry, px] = [await hand.boxOf('Ferry'), await hand.hour()];
    await hand.pull({ x: ferry.right - 2, y: ferry.y }, { x: ferry.right + 2 * px, y: ferry.y });
    await noteWith(/122000ZJUN27 – 130200ZJUN27/, /H\+/);
    await hand.letGo();
    await until(() => hand.value('Arrives'), '130200ZJUN27');
    expect(await hand.value('Departs')).toBe('122000ZJUN27');
    await hand.undo('new length of Ferry');
    await hand.keys('Shift+Alt+ArrowUp');
    await until(() => hand.value('Departs'), '121900ZJUN27');
    await hand.undo('new length of Ferry');
  });

  test('with nothing to carry is not split, and says why', async () => {
    await hand.press('Ferry');
    await hand.keys('s');
    const dialog = await hand.dialog('Split Ferry');
    await planner.page.keyboard.press('Enter');
    await planner.page.getByRole('alert').filter({ hasText: 'would carry nothing' }).waitFor();
    await planner.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});

describe('both kinds together', () => {
  const status = (text: RegExp) => planner.page.getByRole('status').filter({ hasText: text });

  test('framed, moved and moved back as one', async () => {
    const [bravo, ferry, px] = [await hand.boxOf('Bravo'), await hand.boxOf('Ferry'), await hand.hour()];
    const [top, bottom] = bravo.y < ferry.y ? [bravo, ferry] : [ferry, bravo];
    const left = Math.min(bravo.left, ferry.left) - px / 2;
    await hand.drag({ x: left, y: top.y }, { x: ferry.right - px, y: bottom.y + 4 }, ['Shift']);
    await status(/1 activity.*1 movement|1 movement.*1 activity/).waitFor();
    await hand.drag({ x: bravo.middle, y: bravo.y }, { x: bravo.middle + px, y: bravo.y });
    await hand.undo('move of 2 activities and movements');
  });

  test('what they share is set for both, and both are deleted, each in one step', async () => {
    await hand.press('Alpha');
    await hand.option('Ferry').click({ modifiers: ['Control'] });
    await field(planner, 'State').click();
    await planner.page.getByRole('option', { name: 'Confirmed' }).click();
    await hand.undo('change of 2 activities and movements');
    await hand.keys('Delete');
    await undoOf(planner, 'deletion of 2 activities and movements').waitFor();
    await hand.option('Ferry').waitFor({ state: 'detached' });
    await hand.undo('deletion of 2 activities and movements');
    await hand.option('Ferry').waitFor();
  });

  test('copied and pasted together', async () => {
    await hand.press('Alpha');
    await hand.option('Ferry').click({ modifiers: ['Control'] });
    await hand.keys('Control+c', 'Control+ArrowRight', 'Control+v');
    await undoOf(planner, 'paste of 2 activities and movements').waitFor();
    await status(/1 activity.*1 movement|1 movement.*1 activity/).waitFor();
    await hand.undo('paste of 2 activities and movements');
  });
});

test('pasted into another row a copy has what that row stands for, and what was cut goes there', async () => {
  await snapTo('Hour');
  const [alpha, charlie, px] = [await hand.boxOf('Alpha'), await hand.boxOf('Charlie'), await hand.hour()];
  const place = { x: alpha.left + 6 * px, y: charlie.y };
  await hand.press('Alpha');
  await hand.keys('Control+c');
  await planner.page.mouse.click(place.x, place.y);
  await hand.keys('Control+v');
  await undoOf(planner, 'paste of Alpha').waitFor();
  await until(() => hand.value('Kind'), 'Training');
  expect(await hand.value('Start')).toBe('121400ZJUN27');
  await hand.undo('paste of Alpha');
  await hand.press('Alpha');
  await hand.keys('Control+x');
  await planner.page.mouse.click(place.x, place.y);
  await hand.keys('Control+v');
  await undoOf(planner, 'move of Alpha').waitFor();
  await hand.press('Alpha');
  await until(() => hand.value('Kind'), 'Training');
  await hand.undo('move of Alpha');
});

test('rows of a spreadsheet become activities of the row, and a wrong cell is named', async () => {
  const pasteText = (text: string): Promise<void> =>
    hand.stage().evaluate((stage, block) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', block);
      stage.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  await hand.press('Charlie');
  await pasteText('Night drill\t122000ZJUN27\t122200ZJUN27\r\nBriefing\t121400ZJUN27\t121500ZJUN27\r\n');
  await undoOf(planner, 'paste of 2 activities and movements').waitFor();
  await hand.press('Night drill');
  await until(() => hand.value('Kind'), 'Training');
  expect(await hand.value('Length')).toBe('2h');
  await hand.undo('paste of 2 activities and movements');
  await pasteText('Night drill\tsoon\t122200ZJUN27');
  await planner.page.getByRole('alert').filter({ hasText: 'Row 1, column 2' }).waitFor();
});

test('between rows of what records are known by nothing moves, and the pointer says why', async () => {
  await hand.rowsBy('By unit line number');
  const [alpha, ferry] = [await hand.boxOf('Alpha'), await hand.boxOf('Ferry')];
  await hand.pull({ x: ferry.middle, y: ferry.y }, { x: ferry.middle, y: alpha.y });
  await noteWith(/one name/);
  await hand.letGo();
  await planner.page.getByRole('alert').filter({ hasText: 'one name' }).waitFor();
  await hand.rowsBy('By kind');
});

describe('the window onto the plan', () => {
  test('two fingers zoom between them', async () => {
    const session = await planner.page.context().newCDPSession(planner.page);
    const before = (await hand.boxOf('Ferry')).width;
    const box = await hand.stage().boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    const touch = (type: 'touchStart' | 'touchMove', apart: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: [
          { x: x - apart, y, id: 0 },
          { x: x + apart, y, id: 1 },
        ],
      });
    await touch('touchStart', 30);
    for (const apart of [40, 50, 60]) await touch('touchMove', apart);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await session.detach();
    await until(async () => (await hand.boxOf('Ferry')).width > before * 1.3, true);
    await hand.fit();
  });

  test('a fling goes on by itself and comes to rest', async () => {
    const box = await hand.stage().boundingBox();
    const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
    const left = async (): Promise<number> => (await hand.boxOf('Alpha')).left;
    const before = await left();
    const { mouse } = planner.page;
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + 60, y, { steps: 3 });
    await mouse.up();
    await until(async () => (await left()) > before + 75, true);
    let last = await left();
    await until(async () => {
      const now = await left();
      const still = now === last;
      last = now;
      return still;
    }, true);
    await hand.fit();
  });

  test('the window of the strip is dragged, and its edge makes it smaller', async () => {
    const { page } = planner;
    for (let times = 0; times < 3; times += 1) await hand.stage().press('+');
    const strip = await page.locator('.timeline-minimap').boundingBox();
    const [x, y] = [(strip?.x ?? 0) + (strip?.width ?? 0) / 2, (strip?.y ?? 0) + (strip?.height ?? 0) / 2];
    const scales = async (): Promise<string> => (await page.locator('.timeline-axis').textContent()) ?? '';
    const before = await scales();
    await hand.drag({ x, y }, { x: x + 60, y });
    await until(async () => (await scales()) === before, false);
    await hand.fit();
    await hand.option('Alpha').waitFor();
    const whole = (await hand.boxOf('Alpha')).width;
    await hand.drag({ x: (strip?.x ?? 0) + (strip?.width ?? 0) - 2, y }, { x, y });
    await until(async () => (await hand.boxOf('Alpha')).width > whole * 1.5, true);
    await hand.fit();
  });
});

test('many hours later the plan is as it was, and the window did not complain', async () => {
  await hand.press('Alpha');
  expect(await hand.value('Start')).toBe(ALPHA.start);
  expect(planner.complaints).toEqual([]);
});
