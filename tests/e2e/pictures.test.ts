/** The painted timeline in both themes and languages, held against pictures of it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { freshFolder } from '#build/driver.ts';
import { type Planner, begin, goTo, openSample } from './support/planner.ts';
import { fileOf, lookAlike, looksAsBefore, pixelsOf } from './support/pictures.ts';

const JUNE_X = 930;

/** The surface at rest: what follows it a moment later has followed. */
const shot = async ({ page }: Planner): Promise<Buffer> => {
  await page.mouse.move(5, 5);
  await page.locator('.timeline-stage [role="option"]').first().waitFor();
  let last = await page.locator('.timeline-frame').screenshot();
  for (let tries = 0; tries < 20; tries += 1) {
    const next = await page.locator('.timeline-frame').screenshot();
    if (next.equals(last)) return next;
    last = next;
  }
  throw new Error('the timeline does not come to rest');
};

/** The sample from STARTEX on, about 40 pixels a day: nights, weekends and holidays show. */
const showJune = async (planner: Planner): Promise<void> => {
  const { page } = planner;
  await page.mouse.move(JUNE_X, 400);
  await page.keyboard.down('Control');
  for (let times = 0; times < 4; times += 1) await page.mouse.wheel(0, -255);
  await page.keyboard.up('Control');
};

/** A copy of a picture with a band of it lighter or darker, as if a shade were missing or too much there. */
const withoutShade = async (picture: Buffer): Promise<Buffer> => {
  const { width, height, data } = await pixelsOf(picture);
  const changed = Uint8ClampedArray.from(data);
  for (let y = 100; y < height - 80; y += 1)
    for (let x = 500; x < 530; x += 1)
      for (let channel = 0; channel < 3; channel += 1) {
        const at = 4 * (y * width + x) + channel;
        const value = changed[at] ?? 0;
        changed[at] = value > 128 ? value - 14 : value + 14;
      }
  return fileOf({ width, height, data: changed });
};

describe.each([
  ['en', 'light', 'Timeline'],
  ['fr', 'dark', 'Chronogramme'],
] as const)('%s, %s', (language, theme, view) => {
  const data = freshFolder();
  let planner: Planner;
  beforeAll(async () => {
    planner = await begin(data.folder, { language, theme });
    await planner.page.clock.setFixedTime('2027-05-20T10:00:00Z');
    await openSample(planner);
    await goTo(planner, view);
  });
  afterAll(async () => {
    await planner.close();
    data.remove();
  });

  test('the whole plan', async () => {
    expect(await looksAsBefore(`whole-${language}-${theme}`, await shot(planner))).toBe(true);
  });

  test('the days after STARTEX, with nights, weekends and holidays', async () => {
    await showJune(planner);
    expect(await looksAsBefore(`june-${language}-${theme}`, await shot(planner))).toBe(true);
  });

  test('saved for a slide it holds the marking, the names and the whole screen', async () => {
    const { page } = planner;
    const save = async (name: string, item: RegExp): Promise<Buffer> => {
      const file = path.join(data.folder, name);
      await planner.answerDialog(file);
      await page.getByRole('button', { name: /Save a picture|Enregistrer une image/ }).click();
      await page.getByRole('menuitem', { name: item }).click();
      for (let tries = 0; tries < 100 && !existsSync(file); tries += 1) await page.waitForTimeout(50);
      return readFileSync(file);
    };
    const svg = (await save('slide.svg', /SVG/)).toString('utf8');
    expect(svg.match(/>UNCLASSIFIED<\/text>/g)).toHaveLength(2);
    expect(svg).toContain('Integration training');
    expect(svg).toContain('STARTEX');
    const png = await pixelsOf(await save('slide.png', /PNG/));
    expect(png.width).toBeGreaterThan(1500);
  });

  test('another stretch of time, or a shade that is missing, would be noticed', async () => {
    const before = await shot(planner);
    expect(await lookAlike(before, before)).toBe(true);
    expect(await lookAlike(before, await withoutShade(before))).toBe(false);
    await planner.page.locator('.timeline-stage').focus();
    await planner.page.mouse.move(JUNE_X, 400);
    await planner.page.mouse.wheel(30, 0);
    expect(await lookAlike(before, await shot(planner))).toBe(false);
  });
});
