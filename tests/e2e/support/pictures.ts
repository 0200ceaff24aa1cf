/**
 * Pictures held against earlier ones. Both are looked at from a distance, so that another machine's letters make no
 * difference, and a bar in another place or a shade that is missing does.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';

const FOLDER = path.resolve(__dirname, '../../pictures/timeline');
/** Pixels of the screen that become one. */
const SHRINK = 4;
/** Pixels of the shrunk picture that are looked at together. */
const BLOCK = 6;
/** Levels of 255: from the first on a block looks different, from the second on it is. */
const DIFFERENT = 7;
const WRONG = 26;
/** Part of the blocks that may look different: letters are. */
const ALLOWED = 0.01;

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** A picture file's pixels. */
export const pixelsOf = async (file: Buffer): Promise<Pixels> => {
  const image = await loadImage(file);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  return { width: image.width, height: image.height, data: context.getImageData(0, 0, image.width, image.height).data };
};

/** A picture file of pixels. */
export const fileOf = ({ width, height, data }: Pixels): Buffer => {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const into = context.createImageData(width, height);
  into.data.set(data);
  context.putImageData(into, 0, 0);
  return canvas.toBuffer('image/png');
};

/** The average of every square of pixels. */
const shrink = ({ width, height, data }: Pixels): Pixels => {
  const [w, h] = [Math.floor(width / SHRINK), Math.floor(height / SHRINK)];
  const small = new Uint8ClampedArray(4 * w * h);
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1)
      for (let channel = 0; channel < 4; channel += 1) {
        let sum = 0;
        for (let n = 0; n < SHRINK * SHRINK; n += 1) {
          const at = (y * SHRINK + Math.floor(n / SHRINK)) * width + x * SHRINK + (n % SHRINK);
          sum += data[4 * at + channel] ?? 0;
        }
        small[4 * (y * w + x) + channel] = Math.round(sum / (SHRINK * SHRINK));
      }
  return { width: w, height: h, data: small };
};

/** The average of a block, channel by channel. */
const blockOf = ({ width, height, data }: Pixels, left: number, top: number): readonly number[] => {
  const sums = [0, 0, 0];
  let count = 0;
  for (let y = top; y < Math.min(top + BLOCK, height); y += 1)
    for (let x = left; x < Math.min(left + BLOCK, width); x += 1) {
      count += 1;
      for (const channel of sums.keys())
        sums[channel] = (sums[channel] ?? 0) + (data[4 * (y * width + x) + channel] ?? 0);
    }
  return sums.map((sum) => sum / Math.max(1, count));
};

interface Difference {
  /** Part of the blocks that look different. */
  readonly part: number;
  /** Levels by which the worst one does. */
  readonly worst: number;
}

const differenceOf = (a: Pixels, b: Pixels): Difference => {
  if (a.width !== b.width || a.height !== b.height) return { part: 1, worst: 255 };
  let [blocks, different, worst] = [0, 0, 0];
  for (let top = 0; top < a.height; top += BLOCK)
    for (let left = 0; left < a.width; left += BLOCK) {
      const [one, other] = [blockOf(a, left, top), blockOf(b, left, top)];
      const most = Math.max(...one.map((value, channel) => Math.abs(value - (other[channel] ?? 0))));
      blocks += 1;
      if (most > DIFFERENT) different += 1;
      worst = Math.max(worst, most);
    }
  return { part: different / Math.max(1, blocks), worst };
};

const isSame = ({ part, worst }: Difference): boolean => part <= ALLOWED && worst <= WRONG;

/**
 * Whether a picture looks as the kept one of that name; with `UPDATE_PICTURES=1` it becomes the kept one. The picture
 * of a failure is left in out/pictures.
 */
export const looksAsBefore = async (name: string, picture: Buffer): Promise<boolean> => {
  const small = shrink(await pixelsOf(picture));
  const file = path.join(FOLDER, `${name}.png`);
  if (process.env['UPDATE_PICTURES'] === '1') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, fileOf(small));
  }
  if (existsSync(file) && isSame(differenceOf(small, await pixelsOf(readFileSync(file))))) return true;
  mkdirSync('out/pictures', { recursive: true });
  writeFileSync(path.join('out/pictures', `${name}.png`), fileOf(small));
  return false;
};

/** Whether two pictures of now look alike by the same measure. */
export const lookAlike = async (a: Buffer, b: Buffer): Promise<boolean> =>
  isSame(differenceOf(shrink(await pixelsOf(a)), shrink(await pixelsOf(b))));
