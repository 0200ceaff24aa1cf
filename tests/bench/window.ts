/** The real bundle in a real window, against what the same browser takes for the plain operation. */
import type { Page } from 'playwright-core';
import { type DrivenApp, launchApp } from '#build/driver.ts';
import { type Figure, figure, median, quantile } from './figures.ts';

const NAME = 'Large exercise';
const FRAMES = 150;

/** Puts every record of the working database into a plain one, a row each: what reading them is held against. */
const layPlain = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(String(request.error))));
      });
    const own = await settled(indexedDB.open('entente'));
    const packs: readonly { words: string }[] = await settled(own.transaction('packs').objectStore('packs').getAll());
    own.close();
    const opening = indexedDB.open('plain');
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('records', { keyPath: 'id' }));
    const db = await settled(opening);
    const writing = db.transaction('records', 'readwrite');
    for (const { words } of packs)
      for (const record of JSON.parse(words) as readonly object[]) writing.objectStore('records').put(record);
    await new Promise((resolve) => writing.addEventListener('complete', resolve));
    db.close();
  });

/** Milliseconds for reading every record with the browser's own interface. */
const rawRead = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(String(request.error))));
      });
    const db = await settled(indexedDB.open('plain'));
    const start = performance.now();
    await settled(db.transaction('records').objectStore('records').getAll());
    const took = performance.now() - start;
    db.close();
    return took;
  });

/** From the double click until the exercise is on the screen. */
const openExercise = async ({ page }: DrivenApp): Promise<number> => {
  const row = page.locator('.exercises-main').getByRole('row').filter({ hasText: NAME }).first();
  await row.waitFor();
  const start = performance.now();
  await row.dblclick();
  await page.locator('.rail').waitFor({ timeout: 120_000 });
  return performance.now() - start;
};

const benchOpen = async (app: DrivenApp): Promise<Figure> => {
  const [ours, plain]: [number[], number[]] = [[], []];
  for (let round = 0; round < 4; round += 1) {
    await app.page.reload();
    const took = await openExercise(app);
    await app.page.waitForTimeout(1_500);
    if (round === 0) await layPlain(app.page);
    const raw = await rawRead(app.page);
    if (round === 0) continue;
    ours.push(took);
    plain.push(raw);
  }
  return figure(
    'open: from the double click to the screen (against a raw IndexedDB read)',
    median(ours),
    median(plain),
  );
};

/** Bars that one frame paints: a canvas does not tell, so its boxes as high as a bar are counted. */
const barsInSight = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const own = CanvasRenderingContext2D.prototype;
    const { roundRect, fillRect } = own;
    let bars = 0;
    const count = (context: CanvasRenderingContext2D, height: number): void => {
      if (context.canvas.dataset['layer'] === 'main' && height >= 16 && height <= 20) bars += 1;
    };
    own.roundRect = function (this: CanvasRenderingContext2D, ...box) {
      count(this, box[3]);
      roundRect.apply(this, box);
    };
    own.fillRect = function (this: CanvasRenderingContext2D, ...box) {
      // The mark at the start of a bar and the ground of a name are not as high as it.
      if (box[3] !== 18) count(this, box[3]);
      fillRect.apply(this, box);
    };
    const stage = document.querySelector('.timeline-stage');
    stage?.dispatchEvent(new WheelEvent('wheel', { deltaX: 1, bubbles: true, cancelable: true }));
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    Object.assign(own, { roundRect, fillRect });
    return bars;
  });

/** Times between frames while something happens at each of them. */
const frames = (page: Page, kind: 'pan' | 'zoom' | 'bare', bars = 0): Promise<readonly number[]> =>
  page.evaluate(
    async ([what, count, bars]) => {
      const stage = document.querySelector('.timeline-stage');
      if (stage === null) throw new Error('there is no timeline');
      const box = stage.getBoundingClientRect();
      const canvas = document.createElement('canvas');
      canvas.width = box.width;
      canvas.height = window.innerHeight;
      canvas.style.cssText = 'position:fixed;inset:0;z-index:9999';
      if (what === 'bare') document.body.append(canvas);
      const context = canvas.getContext('2d');
      const bare = (frame: number): void => {
        if (context === null) return;
        context.clearRect(0, 0, canvas.width, canvas.height);
        for (let bar = 0; bar < bars; bar += 1)
          context.fillRect((bar * 37 + frame * 8) % canvas.width, (bar * 24) % canvas.height, 60, 18);
      };
      const wheel = (frame: number): void => {
        const turn =
          what === 'pan'
            ? { deltaX: frame % 60 < 30 ? 24 : -24 }
            : { deltaY: frame % 60 < 30 ? 12 : -12, ctrlKey: true };
        const at = { clientX: box.left + box.width / 2, clientY: box.top + 40 };
        stage.dispatchEvent(new WheelEvent('wheel', { ...turn, ...at, bubbles: true, cancelable: true }));
      };
      const times: number[] = [];
      let last = await new Promise<number>(requestAnimationFrame);
      for (let frame = 0; frame < count; frame += 1) {
        if (what === 'bare') bare(frame);
        else wheel(frame);
        const now = await new Promise<number>(requestAnimationFrame);
        times.push(now - last);
        last = now;
      }
      canvas.remove();
      return times;
    },
    [kind, FRAMES, bars] as const,
  );

const benchFrames = async ({ page }: DrivenApp): Promise<readonly Figure[]> => {
  await page.getByRole('navigation').getByRole('button', { name: 'Timeline' }).click();
  await page.locator('.timeline-stage').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(3_000);
  // From the whole plan to a fortnight: where single bars stand and can be worked with.
  for (let times = 0; times < 6; times += 1) await page.locator('.timeline-stage').press('+');
  await page.waitForTimeout(1_000);
  const bare = await frames(page, 'bare', await barsInSight(page));
  const told = (name: string, samples: readonly number[]): readonly Figure[] => [
    figure(`timeline: ${name}, median frame (against bare rectangles)`, median(samples), median(bare)),
    figure(
      `timeline: ${name}, 95th percentile (against bare rectangles)`,
      quantile(samples, 0.95),
      quantile(bare, 0.95),
    ),
  ];
  return [...told('pan', await frames(page, 'pan')), ...told('zoom', await frames(page, 'zoom'))];
};

/** @param dataFolder whose vault holds the large exercise. */
export const benchWindow = async (dataFolder: string): Promise<readonly Figure[]> => {
  const app = await launchApp({ dataFolder, size: { width: 1440, height: 900 } });
  try {
    // The first opening builds the working database from the vault; the figure is of the next ones.
    await openExercise(app);
    await app.page.waitForTimeout(5_000);
    return [await benchOpen(app), ...(await benchFrames(app))];
  } finally {
    await app.close();
  }
};
