/** The scale above the body: months, days and hours of Zulu, a line of local time or of days below it, and the anchors. */
import { DAY, type EpochMs } from '../time/instant.ts';
import { fromWall, toWall } from '../time/zone.ts';
import { type Tick, axisOf, weekendsOf } from '../timeline/axis.ts';
import type { Span } from '../plan/times.ts';
import type { AnchorMark, Content } from './content.ts';
import { MARGIN } from './frameGeometry.ts';
import { ANCHOR_SIZE, AXIS_LINE, type Geometry, HEAD_WIDTH } from './geometry.ts';
import { dayLabel } from './days.ts';
import { INK, textAt, textWidth } from './measure.ts';
import type { SheetItem } from './sheet.ts';
import { type SheetWords, fill } from './words.ts';

/** Width on paper of what the axis calls a pixel: its labels of 11 pixels stand here at 2.4 mm. */
const PIXEL = 0.22;
const SIZE = 2.4;
const GRID = '#d3d7dc';
const GRID_MAJOR = '#8b939c';
const WEEKEND = '#f0f1f4';
const DAY_STEPS = [1, 2, 5, 7, 10, 14, 28, 56, 91, 182, 364];

/** A column's window and how its times become places on the sheet. */
export interface ColumnScale {
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly left: number;
  readonly right: number;
  readonly x: (at: EpochMs) => number;
}

export const columnScale = (content: Content, geometry: Geometry, column: number): ColumnScale => {
  const { bodyLeft: left, bodyWidth, msPerMm } = geometry;
  const start = content.window.start + column * bodyWidth * msPerMm;
  const end = Math.min(content.window.end, start + bodyWidth * msPerMm);
  return { start, end, left, right: left + bodyWidth, x: (at) => left + (at - start) / msPerMm };
};

/** Labels behind their ticks, the first one sticking to the left edge; one without room is left to its neighbour. */
const drawTicks = (ticks: readonly Tick[], scale: ColumnScale, top: number, bold: boolean): readonly SheetItem[] => {
  const end = scale.x(scale.end);
  return ticks.flatMap(({ at, label }, index) => {
    const x = Math.max(scale.left, scale.x(at));
    const next = Math.min(end, scale.x(ticks[index + 1]?.at ?? scale.end));
    if (x + 0.6 + textWidth(label, SIZE, bold) > next) return [];
    return [textAt('axis', x + 0.6, top + AXIS_LINE - 1.2, label, { size: SIZE, bold })];
  });
};

const verticals = (
  ticks: readonly Tick[],
  scale: ColumnScale,
  [y1, y2]: readonly [number, number],
  stroke: string,
): readonly SheetItem[] =>
  ticks
    .filter(({ at }) => at >= scale.start && at <= scale.end)
    .map(({ at }) => ({ is: 'line', x1: scale.x(at), y1, x2: scale.x(at), y2, stroke, line: 0.12 }));

/** Days from an anchor, each at the beginning of its day in the exercise's zone, as dense as their labels allow. */
const dayTicks = (anchor: AnchorMark, { zone, window }: Days, geometry: Geometry, scale: ColumnScale) => {
  const dayOf = (at: EpochMs): number => Math.floor(toWall(zone, at) / DAY);
  const zero = dayOf(anchor.at);
  const most = Math.max(Math.abs(dayOf(window.start) - zero), Math.abs(dayOf(window.end) - zero));
  const room = textWidth(dayLabel(anchor.code, -most), SIZE) + 1.6;
  const step = DAY_STEPS.find((days) => (days * DAY) / geometry.msPerMm >= room) ?? 364;
  const ticks: Tick[] = [];
  const first = Math.floor((dayOf(scale.start) - zero) / step) * step;
  for (let day = first; ; day += step) {
    const at = fromWall(zone, (zero + day) * DAY);
    if (at >= scale.end) return ticks;
    ticks.push({ at, label: dayLabel(anchor.code, day) });
  }
};

interface Days {
  readonly zone: string;
  readonly window: Span;
}

/** The line below the Zulu scale, its ticks its own: local midnight is none in Zulu. */
const drawBelow = (content: Content, geometry: Geometry, scale: ColumnScale, top: number): readonly SheetItem[] => {
  const { below, context, window } = content;
  if (below === undefined) return [];
  const ticks =
    below.is === 'days'
      ? dayTicks(below.anchor, { zone: context.zone, window }, geometry, scale)
      : axisOf({ start: scale.start, end: scale.end }, geometry.msPerMm * PIXEL, below.zone).minor;
  return [
    ...drawTicks(ticks, scale, top, false),
    ...verticals(ticks, scale, [top, top + AXIS_LINE], GRID_MAJOR),
    { is: 'line', x1: scale.left, y1: top, x2: scale.x(scale.end), y2: top, stroke: GRID, line: 0.12 },
  ];
};

/** Names of the scale's lines, in the corner above the names of the rows; long ones smaller rather than cut. */
const drawNames = (content: Content, top: number, words: SheetWords): readonly SheetItem[] => {
  const { below } = content;
  const names = [
    words.axisZulu,
    ...(below === undefined
      ? []
      : [below.is === 'local' ? below.zone : fill(words.axisDays, { anchor: below.anchor.code })]),
  ];
  return names.map((name, index) => {
    const size = SIZE * Math.min(1, (HEAD_WIDTH - 2) / textWidth(name, SIZE));
    return textAt('axis', MARGIN + HEAD_WIDTH - 1, top + (index + 1) * AXIS_LINE - 1.2, name, { size, anchor: 'end' });
  });
};

const drawAnchors = (geometry: Geometry, scale: ColumnScale, bottom: number): readonly SheetItem[] =>
  geometry.anchors
    .filter(({ at }) => at >= scale.start && at < scale.end)
    .flatMap(({ at, lane, text }) => {
      const x = scale.x(at);
      const top = geometry.axisTop + lane * 3.4;
      const fits = x + 1 + textWidth(text, ANCHOR_SIZE, true) <= scale.right;
      return [
        { is: 'line', x1: x, y1: top, x2: x, y2: bottom, stroke: INK, line: 0.3, dash: '1.6 0.8' } as const,
        textAt('axis', fits ? x + 0.8 : x - 0.8, top + 2.5, text, {
          size: ANCHOR_SIZE,
          bold: true,
          anchor: fits ? 'start' : 'end',
        }),
      ];
    });

/** The scale, the grid below it down to `bottom`, and the anchors through both. */
export const drawScale = (
  content: Content,
  geometry: Geometry,
  scale: ColumnScale,
  bottom: number,
  words: SheetWords,
): readonly SheetItem[] => {
  const span = { start: scale.start, end: scale.end };
  const axis = axisOf(span, geometry.msPerMm * PIXEL, 'UTC');
  const majorTop = geometry.axisTop + geometry.anchorLanes * 3.4;
  const minorTop = majorTop + AXIS_LINE;
  const weekends: readonly SheetItem[] = weekendsOf(span, geometry.msPerMm * PIXEL, 'UTC', content.weekend).flatMap(
    (weekend) => {
      const x = Math.max(scale.left, scale.x(weekend.start));
      const w = Math.min(scale.x(scale.end), scale.x(weekend.end)) - x;
      return w <= 0 ? [] : [{ is: 'rect', x, y: minorTop, w, h: bottom - minorTop, fill: WEEKEND } as const];
    },
  );
  const end = scale.x(scale.end);
  return [
    ...weekends,
    ...verticals(axis.minor, scale, [minorTop, bottom], GRID),
    ...verticals(axis.major, scale, [majorTop, bottom], GRID_MAJOR),
    ...drawTicks(axis.major, scale, majorTop, true),
    ...drawTicks(axis.minor, scale, minorTop, false),
    ...drawBelow(content, geometry, scale, minorTop + AXIS_LINE),
    ...drawNames(content, minorTop, words),
    { is: 'line', x1: end, y1: majorTop, x2: end, y2: bottom, stroke: INK, line: 0.25 },
    { is: 'line', x1: scale.left, y1: majorTop, x2: end, y2: majorTop, stroke: INK, line: 0.25 },
    ...drawAnchors(geometry, scale, bottom),
  ];
};
