/** Laws that hold for the sheets of every product, whatever is in the plan. */
import { textWidth } from '#shared/print/measure.ts';
import { type Sheet, type SheetItem, type TextItem, extentOfText } from '#shared/print/sheet.ts';

const isText = (item: SheetItem): item is TextItem => item.is === 'text';

export const textsOf = (sheet: Sheet, role?: TextItem['role']): readonly TextItem[] =>
  sheet.items.filter(isText).filter((item) => role === undefined || item.role === role);

export const squeezed = (text: string): string => text.replaceAll(/\s+/gu, '');

/** The texts of a record on all sheets, joined without spaces; a cell that goes on on the next sheet is one. */
export const saidOf = (sheets: readonly Sheet[], id: string): string => {
  const own = sheets.flatMap((sheet) => textsOf(sheet)).filter(({ of }) => of === id);
  const byColumn = Map.groupBy(own, ({ cell }) => cell?.column ?? -1);
  return squeezed([...byColumn.values()].flatMap((texts) => texts.map(({ text }) => text)).join(''));
};

/** Everything that reaches into the edge that printers leave white. */
export const outside = (sheet: Sheet): readonly string[] =>
  sheet.items.flatMap((item) => {
    if (item.is === 'text') {
      const [left, right] = extentOfText(item);
      const inside =
        left >= 7.9 && right <= sheet.width - 7.9 && item.y - item.size >= 7.9 && item.y <= sheet.height - 7.9;
      return inside ? [] : [item.text];
    }
    if (item.is !== 'symbol') return [];
    const inside =
      item.x >= 7.9 && item.y >= 7.9 && item.x + item.w <= sheet.width - 7.9 && item.y + item.h <= sheet.height - 7.9;
    return inside ? [] : [item.sidc];
  });

/** Letters stand between the baseline and seven tenths of the size above it. */
const boxOf = (item: TextItem) => {
  const [left, right] = extentOfText(item);
  return { left, right, top: item.y - item.size * 0.7, bottom: item.y };
};

/** Pairs of texts that run into each other. */
export const overlaps = (sheet: Sheet): readonly string[] => {
  const boxes = textsOf(sheet)
    .filter(({ role }) => role !== 'axis')
    .map((item) => ({ text: item.text, ...boxOf(item) }))
    .toSorted((a, b) => a.top - b.top);
  return boxes.flatMap((a, index) => {
    const found: string[] = [];
    for (let next = index + 1; next < boxes.length; next += 1) {
      const b = boxes[next];
      if (b === undefined || b.top >= a.bottom - 0.05) break;
      if (a.left < b.right - 0.05 && b.left < a.right - 0.05) found.push(`${a.text} | ${b.text}`);
    }
    return found;
  });
};

/** Texts whose width is not the one they are drawn with. */
export const mismeasured = (sheet: Sheet): readonly string[] =>
  textsOf(sheet)
    .filter(({ text, size, bold, width }) => Math.abs(textWidth(text, size, bold) - width) > 1e-9)
    .map(({ text }) => text);

/** What is wrong with the markings and numbers of sheets. */
export const unmarked = (sheets: readonly Sheet[]): readonly string[] =>
  sheets.flatMap((sheet, index) => {
    const marks = textsOf(sheet, 'marking');
    const top = marks.filter(({ y }) => y < sheet.height / 4).map(({ text }) => text);
    const bottom = marks.filter(({ y }) => y > (sheet.height * 3) / 4).map(({ text }) => text);
    const right =
      squeezed(top.join('')) === squeezed(sheet.marking) &&
      bottom.join('') === top.join('') &&
      sheet.page === index + 1 &&
      sheet.pages === sheets.length;
    return right ? [] : [`${sheet.reference}: ${top.join(' ')} / ${bottom.join(' ')}`];
  });
