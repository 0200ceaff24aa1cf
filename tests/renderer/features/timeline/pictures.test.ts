/** @jest-environment jsdom */
import { loadedPicture } from '#renderer/features/timeline/pictures.ts';
import { breathe } from '#renderer/state/slices.ts';

/** Images that have been given content; jsdom loads none by itself. */
const given: HTMLImageElement[] = [];

beforeAll(() => {
  Object.defineProperty(HTMLImageElement.prototype, 'src', {
    configurable: true,
    set(this: HTMLImageElement) {
      given.push(this);
    },
  });
});
beforeEach(() => given.splice(0));

const pictureOf = (key: string, href: () => string | undefined = () => `data:,${key}`) => ({ key, href, height: 20 });

/** Until all that was asked for has been made. */
const made = async (): Promise<void> => {
  for (let breaths = 0; breaths < 3; breaths += 1) await breathe();
};

const arrive = (image: HTMLImageElement | undefined): void => {
  Object.defineProperty(image, 'complete', { value: true });
  Object.defineProperty(image, 'naturalWidth', { value: 24 });
  image?.dispatchEvent(new Event('load'));
};

test('everybody who painted without a picture is told when it has come, once', async () => {
  const [first, second] = [jest.fn(), jest.fn()];
  const picture = pictureOf('symbol');
  expect(loadedPicture(picture, first)).toBeUndefined();
  await made();
  // Another view, opened while the first one still waits.
  expect(loadedPicture(picture, second)).toBeUndefined();
  expect(given).toHaveLength(1);
  arrive(given[0]);
  expect([first, second].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  expect(loadedPicture(picture, first)).toBe(given[0]);
  expect(first).toHaveBeenCalledTimes(1);
});

test('a picture that cannot be made keeps no other from being made', async () => {
  const broken = pictureOf('broken', () => {
    throw new Error('no such symbol');
  });
  loadedPicture(broken, () => undefined);
  loadedPicture(pictureOf('whole'), () => undefined);
  await made();
  expect(given).toHaveLength(1);
});

test('a picture that was not known yet is asked for again', async () => {
  let flag: string | undefined;
  const picture = pictureOf('flag', () => flag);
  loadedPicture(picture, () => undefined);
  await made();
  expect(given).toHaveLength(0);
  flag = 'data:,flag';
  loadedPicture(picture, () => undefined);
  await made();
  expect(given).toHaveLength(1);
});
