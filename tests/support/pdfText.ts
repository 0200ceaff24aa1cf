/**
 * Prints the text of a PDF as JSON, for tests: run by Node itself, because pdf.js is an ES module that jest cannot load.
 *   node tests/support/pdfText.ts file.pdf
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Pieces of text with the place of their baseline in parts of the page: x from the left, y from the top. */
export interface PdfPage {
  /** In millimetres. */
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

const POINT = 25.4 / 72;

const file = process.argv[2] ?? '';
const fonts = path.join(
  path.dirname(new URL(import.meta.resolve('pdfjs-dist/package.json')).pathname),
  'standard_fonts/',
);
const task = getDocument({ data: new Uint8Array(readFileSync(file)), standardFontDataUrl: fonts, verbosity: 0 });
const document = await task.promise;
const pages: PdfPage[] = [];
for (let number = 1; number <= document.numPages; number += 1) {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const pieces = content.items.flatMap((item) =>
    'str' in item && item.str.trim() !== ''
      ? [{ text: item.str, x: Number(item.transform[4]) / width, y: 1 - Number(item.transform[5]) / height }]
      : [],
  );
  pages.push({ width: width * POINT, height: height * POINT, pieces });
}
process.stdout.write(JSON.stringify(pages));
await task.destroy();
