import type { Sheet } from '#shared/print/sheet.ts';
import type { SheetOptions } from '#shared/print/base.ts';
import { magnification } from '#shared/print/papers.ts';
import { SHEET_FONT, drawItems, svgNode } from './drawItems.ts';
import './printPage.css';

const pageOf = (sheet: Sheet, times: number): HTMLElement => {
  const section = document.createElement('section');
  section.className = 'print-page';
  // A document to be read through; on the screen a sheet is one picture.
  const svg = svgNode('svg', {
    class: 'print-sheet',
    role: 'group',
    'aria-label': `${sheet.title}. ${sheet.marking}`,
    viewBox: `0 0 ${sheet.width} ${sheet.height}`,
  });
  svg.style.width = `${sheet.width * times}mm`;
  svg.style.aspectRatio = `${sheet.width} / ${sheet.height}`;
  svg.style.fontFamily = SHEET_FONT;
  drawItems(svg, sheet, true);
  section.append(svg);
  return section;
};

/** All sheets one below the other, a page of paper each, in the place of what was there. */
export const drawPages = (
  place: HTMLElement,
  sheets: readonly Sheet[],
  options: Pick<SheetOptions, 'paper' | 'orientation' | 'textSize'>,
): void => {
  const pages = document.createElement('main');
  pages.className = `print-pages print-${options.paper}-${options.orientation}`;
  const times = magnification(options);
  pages.append(...sheets.map((sheet) => pageOf(sheet, times)));
  place.replaceChildren(pages);
};
