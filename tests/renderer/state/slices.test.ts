import { breathe, Dropped, inSlices } from '#renderer/state/slices.ts';
import { finish, type Work } from '#shared/work.ts';

/** Each item takes a while, so that the work needs several slices. */
const counting = function* (to: number, ms = 0): Work<number> {
  let sum = 0;
  for (let n = 1; n <= to; n += 1) {
    yield n;
    for (const end = performance.now() + ms; performance.now() < end; );
    sum += n;
  }
  return sum;
};

test('work in slices gives what it gives at once, and tells how far it is', async () => {
  const told: number[] = [];
  expect(await inSlices(counting(30, 1), { onProgress: (done) => told.push(done) })).toBe(finish(counting(30)));
  expect(told.length).toBeGreaterThan(1);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
});

test('timers run between the slices', async () => {
  let ticks = 0;
  const timer = setInterval(() => (ticks += 1), 1);
  await inSlices(counting(60, 1));
  clearInterval(timer);
  expect(ticks).toBeGreaterThan(1);
});

test('work that is stopped is dropped where it is', async () => {
  const controller = new AbortController();
  let reached = 0;
  const work = inSlices(counting(10_000, 1), { signal: controller.signal, onProgress: (done) => (reached = done) });
  await breathe();
  controller.abort();
  await expect(work).rejects.toBeInstanceOf(Dropped);
  expect(reached).toBeLessThan(10_000);
});

test('work that was stopped before it began does nothing, however little it is', async () => {
  const controller = new AbortController();
  controller.abort();
  let begun = false;
  const work = (function* (): Work<void> {
    begun = true;
    yield 1;
  })();
  await expect(inSlices(work, { signal: controller.signal })).rejects.toBeInstanceOf(Dropped);
  expect(begun).toBe(false);
});

test('long work adds little to what begins it, and whoever waits for it goes on in a breath of its own', async () => {
  let reached = 0;
  const work = inSlices(
    (function* (): Work<void> {
      for (; reached < 60; reached += 1) {
        yield reached;
        for (const end = performance.now() + 1; performance.now() < end; );
      }
    })(),
  );
  expect(reached).toBeLessThan(5);
  let free = false;
  await inSlices(
    (function* (): Work<void> {
      yield* counting(20, 1);
      setTimeout(() => (free = true));
    })(),
  );
  expect(free).toBe(true);
  await work;
});

test('a little work is done without a breath', async () => {
  let breathed = false;
  setTimeout(() => (breathed = true));
  await inSlices(counting(3));
  expect(breathed).toBe(false);
});
