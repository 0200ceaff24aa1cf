/** The timeline as it is on the screen, as a picture for a slide: with the marking of what it shows, its date and its legend. */
import { PICTURE_PIECE, type PictureForm, type SavedPicture } from '#shared/contract/picture.ts';
import { type Label, markingColour, markingText, rollUp } from '#shared/label/label.ts';
import { effectiveLabels, labellingOf } from '#shared/plan/label/effective.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { type PlanState, exerciseOf, find } from '#shared/plan/state.ts';
import type { Result } from '#shared/result.ts';
import type { Colouring, LegendEntry } from '#shared/timeline/colouring.ts';
import { AXIS_HEIGHT, drawAxis, drawMarks } from '#shared/timeline/draw/axis.ts';
import { drawBars, walkBars } from '#shared/timeline/draw/bars.ts';
import { drawGround } from '#shared/timeline/draw/ground.ts';
import { drawHeads, HEADS_WIDTH } from '#shared/timeline/draw/heads.ts';
import { drawLinks } from '#shared/timeline/draw/links.ts';
import type { Pen } from '#shared/timeline/pen.ts';
import { type Scene, endOf, rowsInSight } from '#shared/timeline/scene.ts';
import { svgPen } from '#shared/timeline/svgPen.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { ask } from '../../platform/bridge.ts';
import { FAMILY, canvasPen } from './canvasPen.ts';
import type { SurfaceInput } from './surface.ts';

const BAND = 22;
const TITLE = 24;
const LEGEND = 20;
const SWATCH = 12;

interface LegendItem {
  readonly hue: number;
  readonly text: string;
}

export interface PictureInput {
  readonly scene: Scene;
  readonly input: SurfaceInput;
  readonly legend: readonly LegendItem[];
  /** Exercise and view in words. */
  readonly title: string;
}

const rowsShown = (scene: Scene) => scene.board.rows.slice(...rowsInSight(scene));

/** Indices of the bars in the rows in sight; what is folded or crowded counts as seen. */
const barsInRows = (scene: Scene): ReadonlySet<number> => {
  const found = new Set<number>();
  walkBars(scene, { whole: (index) => found.add(index), crowd: () => undefined });
  // Runs and densities do not name their bars: all of their rows count.
  for (const row of rowsShown(scene)) {
    for (const index of row.members) found.add(index);
    for (const index of row.lanes?.bars ?? []) found.add(index);
  }
  return found;
};

/** What a row can stand for. */
const ROW_KINDS = ['participant', 'unit', 'location', 'activity'] as const;

/** The strictest label of the exercise and of everything that is named on the picture: bars, rows and anchors. */
export const pictureLabel = (scene: Scene, plan: PlanState): Label => {
  const labels = effectiveLabels(plan);
  const exercise = exerciseOf(plan);
  const found: Label[] = exercise === undefined ? [] : [exercise.label];
  const take = (record: PlanRecord | undefined): void => {
    if (record !== undefined) found.push(labels(record).label);
  };
  for (const index of barsInRows(scene)) {
    const bar = scene.board.bars[index];
    take(bar === undefined ? undefined : find(plan, bar.kind, bar.id));
  }
  // Their names stand in the heads of rows and on the axis.
  for (const { record } of rowsShown(scene)) for (const kind of ROW_KINDS) take(find(plan, kind, record));
  for (const { id } of scene.anchors) take(find(plan, 'anchor', id));
  return rollUp(found, undefined, labellingOf(plan));
};

/** The entries of the legend that bars on the picture have, in its order. */
export const legendInSight = (scene: Scene, { entries, legend }: Colouring): readonly LegendEntry[] => {
  const [from, to] = [scene.frame.origin, endOf(scene.frame)];
  const used = new Set<number>();
  for (const index of barsInRows(scene)) {
    const bar = scene.board.bars[index];
    if (bar !== undefined && bar.start <= to && bar.end >= from) used.add(entries[index] ?? 0);
  }
  return legend.filter((_entry, index) => used.has(index));
};

/** Legend entries on as many lines as they need. */
const legendLines = (pen: Pen, legend: readonly LegendItem[], width: number): readonly (readonly LegendItem[])[] => {
  const lines: LegendItem[][] = [[]];
  let used = 0;
  for (const item of legend) {
    const own = pen.width(item.text, 'label') + SWATCH + 18;
    if (used + own > width - 16) {
      lines.push([]);
      used = 0;
    }
    lines.at(-1)?.push(item);
    used += own;
  }
  return lines;
};

const band = (pen: Pen, y: number, width: number, text: string, colour: string): void => {
  pen.box(0, y, width, BAND, colour);
  pen.text(width / 2, y + 15, text, 'scaleStrong', '#ffffff', 'middle');
};

const drawLegend = (pen: Pen, { scene, legend }: PictureInput, top: number, width: number): void => {
  legendLines(pen, legend, width).forEach((line, n) => {
    let x = 8;
    for (const { hue, text } of line) {
      const { fill, edge } = scene.palette.hues[hue] ?? { fill: 'none', edge: 'none' };
      pen.card(x, top + n * LEGEND + 5, SWATCH, 10, 2, fill, { colour: edge });
      pen.text(x + SWATCH + 5, top + n * LEGEND + 14, text, 'label', scene.palette.ink.text);
      x += pen.width(text, 'label') + SWATCH + 18;
    }
  });
};

const sizeOf = (pen: Pen, { scene, legend }: PictureInput): { readonly width: number; readonly height: number } => {
  const width = HEADS_WIDTH + scene.frame.width;
  const lines = legendLines(pen, legend, width).length;
  return { width, height: 2 * BAND + TITLE + AXIS_HEIGHT + scene.frame.height + lines * LEGEND + 6 };
};

const draw = (pen: Pen, picture: PictureInput, marking: string, colour: string): void => {
  const { scene, input, title } = picture;
  const { width, height } = sizeOf(pen, picture);
  const { ink } = scene.palette;
  const top = BAND + TITLE;
  pen.box(0, 0, width, height, ink.panel);
  band(pen, 0, width, marking, colour);
  pen.text(8, BAND + 16, title, 'headStrong', ink.text);
  pen.text(width - 8, BAND + 16, formatDtg(input.now), 'head', ink.dimmed, 'end');
  const part = (x: number, y: number, w: number, h: number, paint: () => void): void =>
    pen.moved(x, y, () => pen.within(0, 0, w, h, paint));
  part(HEADS_WIDTH, top, scene.frame.width, AXIS_HEIGHT, () => drawAxis(pen, scene, input.nowWord));
  part(0, top + AXIS_HEIGHT, HEADS_WIDTH, scene.frame.height, () => drawHeads(pen, scene, input.words));
  part(HEADS_WIDTH, top + AXIS_HEIGHT, scene.frame.width, scene.frame.height, () => {
    drawGround(pen, scene);
    drawLinks(pen, scene);
    drawMarks(pen, scene);
    drawBars(pen, scene);
  });
  drawLegend(pen, picture, top + AXIS_HEIGHT + scene.frame.height + 2, width);
  band(pen, height - BAND, width, marking, colour);
};

const contextOf = (canvas: HTMLCanvasElement): CanvasRenderingContext2D => {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('a canvas has no 2d context');
  return context;
};

const svgOf = (picture: PictureInput, marking: string, colour: string): string => {
  const ruler = canvasPen(contextOf(document.createElement('canvas')), () => undefined);
  const { pen, file } = svgPen(ruler.width, FAMILY);
  draw(pen, picture, marking, colour);
  const { width, height } = sizeOf(pen, picture);
  return file(width, height, `${marking} · ${picture.title}`);
};

/** Twice the pixels of the screen: sharp on a wall. */
const SCALE = 2;

const pngOf = (picture: PictureInput, marking: string, colour: string): string => {
  const canvas = document.createElement('canvas');
  const context = contextOf(canvas);
  const pen = canvasPen(context, () => undefined);
  const { width, height } = sizeOf(pen, picture);
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  context.scale(SCALE, SCALE);
  draw(pen, picture, marking, colour);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
};

const pieces = (text: string): string[] => {
  const found: string[] = [];
  for (let at = 0; at < text.length; at += PICTURE_PIECE) found.push(text.slice(at, at + PICTURE_PIECE));
  return found;
};

/** Draws the picture and saves it where the person says; null when they chose no file. */
export const savePicture = (picture: PictureInput, form: PictureForm): Promise<Result<SavedPicture | null>> => {
  const { plan } = picture.input.model;
  const labelling = labellingOf(plan);
  const label = pictureLabel(picture.scene, plan);
  const marking = markingText(label, labelling);
  const colour = markingColour(label, labelling);
  const text = form === 'svg' ? svgOf(picture, marking, colour) : pngOf(picture, marking, colour);
  const exerciseId = exerciseOf(plan)?.id ?? '';
  return ask('picture.save', {
    exerciseId,
    form,
    name: picture.title.slice(0, 120),
    marking: marking.slice(0, 2000),
    pieces: pieces(text),
  });
};
