/** Editing on the timeline by pointer: every gesture, what is said of it, how it is undone, and that Escape ends it. */
import { freshFolder } from '#build/driver.ts';
import { type Planner, redoOf, undoOf } from './support/planner.ts';
import { BRAVO, type Point, beginTimeline, handOn, hangAlphaOnAnchor, until } from './support/timeline.ts';

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

describe('by pointer', () => {
  test('a bar is drawn into a row with Ctrl and belongs to it', async () => {
    const [alpha, charlie, px] = [await hand.boxOf('Alpha'), await hand.boxOf('Charlie'), await hand.hour()];
    await hand.drag({ x: alpha.left, y: charlie.y }, { x: alpha.left + 3 * px, y: charlie.y }, ['Control']);
    await undoOf(planner, 'creation of New activity').waitFor();
    expect(await hand.value('Kind')).toBe('Training');
    expect(await hand.value('Start')).toBe('120800ZJUN27');
    expect(await hand.value('Length')).toBe('3h');
    expect(await hand.said()).toContain('creation of New activity. New activity, 120800ZJUN27 – 121100ZJUN27');
    await hand.undo('creation of New activity');
  });

  test('dragged to another row it has what that row stands for, and its time in the same step', async () => {
    await hand.press('Bravo');
    const [bravo, charlie, px] = [await hand.boxOf('Bravo'), await hand.boxOf('Charlie'), await hand.hour()];
    await hand.drag({ x: bravo.middle, y: bravo.y }, { x: bravo.middle - px, y: charlie.y });
    await until(() => hand.value('Kind'), 'Training');
    expect(await hand.value('Start')).toBe('121500ZJUN27');
    await hand.undo('move of Bravo');
    await until(() => hand.value('Kind'), 'Serial');
    expect(await hand.value('Start')).toBe(BRAVO.start);
  });

  test('a line from end to start links them; back again is refused and says why', async () => {
    const from = await hand.handle('Alpha', 'end');
    const bravo = await hand.boxOf('Bravo');
    await hand.drag(from, { x: bravo.left + 2, y: bravo.y });
    await undoOf(planner, 'link of Alpha and Bravo').waitFor();
    expect(await hand.value('Link')).toBe('FS');
    const back = await hand.handle('Bravo', 'end');
    const alpha = await hand.boxOf('Alpha');
    await hand.drag(back, { x: alpha.left + 2, y: alpha.y });
    await planner.page.getByRole('alert').filter({ hasText: 'already comes before' }).waitFor();
    await undoOf(planner, 'link of Alpha and Bravo').waitFor();
  });

  test('from end to end with Alt the distance between them becomes the lag', async () => {
    const from = await hand.handle('Bravo', 'end');
    const charlie = await hand.boxOf('Charlie');
    await hand.drag(from, { x: charlie.right - 3, y: charlie.y }, ['Alt']);
    await undoOf(planner, 'link of Bravo and Charlie').waitFor();
    expect(await hand.value('Link')).toBe('FF');
    expect(await hand.value('Lag')).toBe('16h');
  });

  test('with Shift a bar takes along all that waits for it', async () => {
    const [alpha, px] = [await hand.boxOf('Alpha'), await hand.hour()];
    await hand.drag({ x: alpha.middle, y: alpha.y }, { x: alpha.middle + px, y: alpha.y }, ['Shift']);
    await undoOf(planner, 'move of Alpha and 2 that follow').waitFor();
    await hand.press('Charlie');
    expect(await hand.value('Start')).toBe('130700ZJUN27');
    await hand.undo('move of Alpha and 2 that follow');
  });

  test('a frame selects what it touches, and one of them drags all', async () => {
    const [alpha, charlie, px] = [await hand.boxOf('Alpha'), await hand.boxOf('Charlie'), await hand.hour()];
    await hand.drag({ x: alpha.left - px / 3, y: alpha.y }, { x: charlie.right + px / 3, y: charlie.y + 6 }, ['Shift']);
    await planner.page.getByRole('status').filter({ hasText: '3 activities' }).waitFor();
    expect(await hand.said()).toBe('3 selected');
    await hand.drag({ x: alpha.middle, y: alpha.y }, { x: alpha.middle + px, y: alpha.y });
    await hand.undo('move of 3 activities');
  });

  test('the right button opens the same acts: split at the pointer', async () => {
    const { middle, y } = await hand.boxOf('Alpha');
    await planner.page.mouse.click(middle, y, { button: 'right' });
    await planner.page.getByRole('menuitem', { name: /^Split at the cursor/ }).click();
    await undoOf(planner, 'split of Alpha').waitFor();
    await until(() => planner.page.getByRole('option', { name: /^Alpha,/ }).count(), 2);
    await hand.undo('split of Alpha');
  });

  test('Escape ends each of them without a step', async () => {
    const newest = planner.page.getByRole('banner').getByRole('button', { name: /^Undo/ });
    const before = await newest.getAttribute('aria-label');
    const [alpha, bravo, charlie, px] = [
      await hand.boxOf('Alpha'),
      await hand.boxOf('Bravo'),
      await hand.boxOf('Charlie'),
      await hand.hour(),
    ];
    const from = await hand.handle('Bravo', 'start');
    const pulls: readonly (readonly [Point, Point, readonly string[]])[] = [
      [from, { x: charlie.left + 3, y: charlie.y }, []],
      [{ x: alpha.left, y: charlie.y }, { x: alpha.left + 3 * px, y: charlie.y }, ['Control']],
      [{ x: bravo.middle, y: bravo.y }, { x: bravo.middle + px, y: charlie.y }, []],
      [{ x: alpha.right - 2, y: alpha.y }, { x: alpha.right + px, y: alpha.y }, []],
    ];
    for (const [start, end, keys] of pulls) {
      await hand.pull(start, end, keys);
      await planner.page.keyboard.press('Escape');
      await hand.letGo(keys);
    }
    expect(await newest.getAttribute('aria-label')).toBe(before);
  });

  test('the tooltip reads both ends as group, local time and from an anchor', async () => {
    const { middle, y } = await hand.boxOf('Alpha');
    await planner.page.mouse.move(middle, y - 60);
    await planner.page.mouse.move(middle, y);
    const tip = planner.page.getByRole('tooltip').filter({ hasText: 'Alpha' });
    await tip.waitFor();
    const text = await tip.innerText();
    expect(text).toContain('120800ZJUN27');
    expect(text).toContain('121200ZJUN27');
    expect(text).toMatch(/12 Jun 2027 \d\d:00/);
  });

  test('an anchor moves on the axis with all that hangs on it, and Escape leaves it', async () => {
    await hangAlphaOnAnchor(planner);
    await hand.fit();
    const axis = await planner.page.locator('.timeline-axis-box').boundingBox();
    const [alpha, px] = [await hand.boxOf('Alpha'), await hand.hour()];
    const y = (axis?.y ?? 0) + (axis?.height ?? 0) - 8;
    await hand.pull({ x: alpha.left + 4, y }, { x: alpha.left + 4 + 2 * px, y });
    await planner.page.keyboard.press('Escape');
    await hand.letGo();
    await redoOf(planner, 'move of H').waitFor({ state: 'detached' });
    await hand.drag({ x: alpha.left + 4, y }, { x: alpha.left + 4 + 2 * px, y });
    await undoOf(planner, 'move of H').waitFor();
    expect(await hand.said()).toContain('move of H');
    await hand.undo('move of H');
  });

  test('the window did not complain', () => {
    expect(planner.complaints).toEqual([]);
  });
});
