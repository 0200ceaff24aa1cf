/**
 * Draws one page of a PDF and holds it against a picture that was kept. Run by Node itself, because pdf.js is an ES
 * module that jest cannot load.
 *   node tests/support/pdfPicture.ts file.pdf page baseline.png [--update]
 * Prints {"different": share of the pixels that differ beyond what another machine's smoothing explains}.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const [file = '', number = '1', baseline = '', update] = process.argv.slice(2);
/** Small, so that the pictures stay small; letters are then grey patterns, which is what is compared. */
const WIDTH = 640;
/** Of 255: an edge that lies a part of a pixel further differs by less, a missing or moved line by more. */
const NOTICED = 64;

const fonts = path.join(
  path.dirname(new URL(import.meta.resolve('pdfjs-dist/package.json')).pathname),
  'standard_fonts/',
);
const task = getDocument({ data: new Uint8Array(readFileSync(file)), standardFontDataUrl: fonts, verbosity: 0 });
const pdf = await task.promise;
const page = await pdf.getPage(Number(number));
const { width } = page.getViewport({ scale: 1 });
const viewport = page.getViewport({ scale: WIDTH / width });
const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
const context = canvas.getContext('2d');
await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;

type Picture = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };
const drawn: Picture = context.getImageData(0, 0, canvas.width, canvas.height);

/** Grey means over three by three pixels: half a pixel more or less does not count. */
const blurred = ({ width: w, height: h, data }: Picture): Float64Array => {
  const grey = (x: number, y: number): number => {
    const at = 4 * (Math.max(0, Math.min(h - 1, y)) * w + Math.max(0, Math.min(w - 1, x)));
    return ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3;
  };
  const result = new Float64Array(w * h);
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) {
      let sum = 0;
      for (let dy = -1; dy <= 1; dy += 1) for (let dx = -1; dx <= 1; dx += 1) sum += grey(x + dx, y + dy);
      result[y * w + x] = sum / 9;
    }
  }
  return result;
};

if (update === '--update') {
  mkdirSync(path.dirname(baseline), { recursive: true });
  writeFileSync(baseline, canvas.toBuffer('image/png'));
}

const compare = async (): Promise<number> => {
  if (!existsSync(baseline)) return 1;
  const image = await loadImage(baseline);
  if (image.width !== canvas.width || image.height !== canvas.height) return 1;
  const kept = createCanvas(image.width, image.height).getContext('2d');
  kept.drawImage(image, 0, 0);
  const [a, b] = [blurred(drawn), blurred(kept.getImageData(0, 0, image.width, image.height))];
  return a.reduce((count, value, at) => count + (Math.abs(value - (b[at] ?? 0)) > NOTICED ? 1 : 0), 0) / a.length;
};

process.stdout.write(JSON.stringify({ different: await compare() }));
await task.destroy();
