/**
 * Puts the bars of a row on lanes together with their titles, so that no title is cut and none covers a neighbour.
 * Lengths are millimetres from the begin of the window; a column is the width of one sheet's body.
 */
import type { Content, Entry } from './content.ts';
import { textWidth, wrap } from './measure.ts';

export const LANE_HEIGHT = 6.6;
export const BAR_HEIGHT = 5.8;
export const TITLE_SIZE = 2.6;
const TITLE_SMALL = 2.1;
/** Half of the diamond of a point in time. */
export const POINT_HALF = 2.1;
/** A title beside its bar is no longer than this; a longer one goes into two lines, then into the key. */
const BESIDE = 75;
/** A bar this wide rather takes two small lines than a line beside it. */
const ROOMY = 28;
const PAD = 0.8;
const LEAST_BAR = 0.7;

interface Title {
  /** The column on whose sheet it stands. */
  readonly column: number;
  readonly lines: readonly string[];
  readonly size: number;
  readonly left: number;
  readonly width: number;
  /** Set where the title stands in the key and the bar has its number. */
  readonly number: number | undefined;
}

export interface PlacedEntry {
  readonly entry: Entry;
  readonly lane: number;
  /** Edges of the bar, or of the diamond. */
  readonly start: number;
  readonly end: number;
  readonly point: boolean;
  readonly title: Title;
}

export interface PlacedRow {
  readonly key: string;
  readonly title: string;
  /** The bars of each lane, the topmost lane first; a row has one at least. */
  readonly lanes: readonly (readonly PlacedEntry[])[];
}

/** Numbers of the titles that went into the key, the same for a bar wherever it stands. */
export interface Numbering {
  readonly numberOf: (entry: Entry) => number;
  readonly entries: () => readonly Entry[];
}

export const numbering = (): Numbering => {
  const numbers = new Map<string, number>();
  const entries: Entry[] = [];
  return {
    numberOf: (entry) => {
      const known = numbers.get(entry.bar.id);
      if (known !== undefined) return known;
      entries.push(entry);
      numbers.set(entry.bar.id, entries.length);
      return entries.length;
    },
    entries: () => entries,
  };
};

interface Scale {
  readonly start: number;
  readonly msPerMm: number;
  readonly column: number;
  readonly columns: number;
  readonly length: number;
}

interface Box {
  readonly start: number;
  readonly end: number;
  readonly point: boolean;
}

const columnAt = (x: number, { column, columns }: Scale): number =>
  Math.max(0, Math.min(columns - 1, Math.floor(x / column + 1e-9)));

/** The bar's edges within the window; a point's diamond wholly on one sheet. */
const boxOf = ({ bar }: Entry, scale: Scale): Box => {
  const at = (ms: number): number => Math.max(0, Math.min(scale.length, (ms - scale.start) / scale.msPerMm));
  const start = at(bar.start);
  if (bar.start === bar.end) {
    const left = columnAt(start, scale) * scale.column;
    const middle = Math.max(left + POINT_HALF, Math.min(left + scale.column - POINT_HALF, start));
    return { start: middle - POINT_HALF, end: middle + POINT_HALF, point: true };
  }
  const edge = (columnAt(start, scale) + 1) * scale.column;
  const begin = Math.min(start, edge - LEAST_BAR);
  return { start: begin, end: Math.max(at(bar.end), begin + LEAST_BAR), point: false };
};

/** A way to write a title: its lines and the width they need. */
interface Writing {
  readonly lines: readonly string[];
  readonly size: number;
  readonly width: number;
}

const oneLine = (text: string, bold = false): Writing => ({
  lines: [text],
  size: TITLE_SIZE,
  width: textWidth(text, TITLE_SIZE, bold),
});

const twoLines = (text: string, width: number): Writing | undefined => {
  const lines = wrap(text, width, TITLE_SMALL);
  if (lines.length > 2) return undefined;
  return { lines, size: TITLE_SMALL, width: Math.max(0, ...lines.map((line) => textWidth(line, TITLE_SMALL))) };
};

/** The part of a bar on each sheet's body, the widest first. */
const fragments = (box: Box, scale: Scale) => {
  const first = columnAt(box.start, scale);
  const last = Math.max(first, columnAt(box.end - 1e-6, scale));
  const found = [];
  for (let column = first; column <= last; column += 1) {
    const [left, right] = [column * scale.column, (column + 1) * scale.column];
    found.push({ column, left, right, start: Math.max(left, box.start), end: Math.min(right, box.end) });
  }
  return found.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.column - b.column);
};

type Fragment = ReturnType<typeof fragments>[number];
type Place = Omit<Title, 'number'>;

const inside = (part: Fragment, writing: Writing, point: boolean): Place | undefined =>
  !point && writing.width + 2 * PAD <= part.end - part.start
    ? { column: part.column, lines: writing.lines, size: writing.size, left: part.start + PAD, width: writing.width }
    : undefined;

const beside = (part: Fragment, writing: Writing, box: Box, longest: number): Place | undefined => {
  if (writing.width > longest) return undefined;
  const place = { column: part.column, lines: writing.lines, size: writing.size, width: writing.width };
  if (part.end === box.end && part.end + PAD + writing.width <= part.right) return { ...place, left: part.end + PAD };
  if (part.start === box.start && part.start - PAD - writing.width >= part.left) {
    return { ...place, left: part.start - PAD - writing.width };
  }
  return undefined;
};

const firstOf = (parts: readonly Fragment[], find: (part: Fragment) => Place | undefined): Place | undefined => {
  for (const part of parts) {
    const place = find(part);
    if (place !== undefined) return place;
  }
  return undefined;
};

/** Room under the title for the legs of a movement leaves one line within the bar. */
const innerTwoLines = (part: Fragment, { text, bar }: Entry, point: boolean): Place | undefined => {
  if (bar.segments.length > 0) return undefined;
  const writing = twoLines(text, part.end - part.start - 2 * PAD);
  return writing === undefined ? undefined : inside(part, writing, point);
};

const titlePlace = (entry: Entry, box: Box, parts: readonly Fragment[]): Place | undefined => {
  const line = oneLine(entry.text);
  return (
    firstOf(parts, (part) => inside(part, line, box.point)) ??
    firstOf(parts, (part) => (part.end - part.start < ROOMY ? undefined : innerTwoLines(part, entry, box.point))) ??
    firstOf(parts, (part) => beside(part, line, box, BESIDE)) ??
    firstOf(parts, (part) => innerTwoLines(part, entry, box.point)) ??
    firstOf(parts, (part) => {
      const writing = twoLines(entry.text, BESIDE);
      return writing === undefined ? undefined : beside(part, writing, box, BESIDE);
    })
  );
};

const titleOf = (entry: Entry, box: Box, scale: Scale, numbers: Numbering): Title => {
  const parts = fragments(box, scale);
  const place = titlePlace(entry, box, parts);
  if (place !== undefined) return { ...place, number: undefined };
  const number = numbers.numberOf(entry);
  // Numbers are drawn bold, and bold letters are wider.
  const writing = oneLine(`[${number}]`, true);
  const found =
    firstOf(parts, (part) => inside(part, writing, box.point)) ??
    firstOf(parts, (part) => beside(part, writing, box, BESIDE));
  const [part] = parts;
  // A number finds a place on any sheet that is wide enough for a body at all; the last is for the type alone.
  return {
    ...(found ?? {
      column: part?.column ?? 0,
      lines: writing.lines,
      size: writing.size,
      left: box.start,
      width: writing.width,
    }),
    number,
  };
};

/** Lanes for a row: each bar on the first lane where it and its title are free of all before them. */
const placeRow = (row: Content['rows'][number], scale: Scale, numbers: Numbering): PlacedRow => {
  const boxed = row.entries
    .map((entry) => {
      const box = boxOf(entry, scale);
      const title = titleOf(entry, box, scale, numbers);
      return {
        entry,
        ...box,
        title,
        from: Math.min(box.start, title.left),
        to: Math.max(box.end, title.left + title.width),
      };
    })
    .toSorted((a, b) => a.from - b.from || (a.entry.bar.id < b.entry.bar.id ? -1 : 1));
  const ends: number[] = [];
  const lanes: PlacedEntry[][] = [[]];
  for (const { entry, start, end, point, title, from, to } of boxed) {
    const free = ends.findIndex((taken) => taken + PAD <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    const placed = { entry, start, end, point, title, lane };
    if (lanes[lane] === undefined) lanes[lane] = [placed];
    else lanes[lane].push(placed);
  }
  return { key: row.key, title: row.title, lanes };
};

/** All rows of a print on lanes; `numbers` collects the titles that go into the key. */
export const placeRows = (
  content: Content,
  geometry: { readonly msPerMm: number; readonly bodyWidth: number; readonly columns: number },
  numbers: Numbering,
): readonly PlacedRow[] => {
  const { start, end } = content.window;
  const { msPerMm, bodyWidth: column, columns } = geometry;
  const scale = { start, msPerMm, column, columns, length: Math.min(column * columns, (end - start) / msPerMm) };
  return content.rows.map((row) => placeRow(row, scale, numbers));
};
