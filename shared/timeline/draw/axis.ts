/** The scales on top, with the anchors of the exercise, free days and the present on them. */
import type { Tick } from '../axis.ts';
import type { Pen } from '../pen.ts';
import { type AnchorMark, type Scene, atOf, xOf } from '../scene.ts';

const SCALE = 18;
/** Where the flags of anchors stand, under the scales. */
const FLAGS = 16;
export const AXIS_HEIGHT = 3 * SCALE + FLAGS;

/** Where a coarse label stands: at its tick, or held at the left edge while its stretch of time lasts. */
const stickyX = (pen: Pen, scene: Scene, ticks: readonly Tick[], index: number): number => {
  const tick = ticks[index];
  const next = ticks[index + 1];
  const own = xOf(scene.frame, tick?.at ?? 0);
  const width = pen.width(tick?.label ?? '', 'scaleStrong') + 12;
  const limit = next === undefined ? Number.POSITIVE_INFINITY : xOf(scene.frame, next.at) - width;
  return Math.max(own, Math.min(0, limit));
};

const drawScale = (pen: Pen, scene: Scene, scale: number, baseline: number): void => {
  const { frame, scales, palette } = scene;
  const ticks = scales[scale] ?? [];
  const fine = scale === scales.length - 1;
  const marks: number[] = [];
  ticks.forEach((tick, index) => {
    const own = xOf(frame, tick.at);
    const x = fine ? own : stickyX(pen, scene, ticks, index);
    if (x > frame.width || x < -100) return;
    pen.text(x + 4, baseline, tick.label, fine ? 'scale' : 'scaleStrong', fine ? palette.ink.dimmed : palette.ink.text);
    const line = Math.round(own) + 0.5;
    marks.push(line, baseline - SCALE + 5, line, baseline + 5);
  });
  pen.lines(marks, 2, { colour: fine ? palette.ink.grid : palette.ink['grid-major'] });
};

interface Flag {
  readonly x: number;
  readonly text: string;
  readonly fill: string;
  readonly ink: string;
}

/** Flags from left to right; one that would lie on the last keeps its pole only. */
const drawFlags = (pen: Pen, flags: readonly Flag[]): void => {
  let free = Number.NEGATIVE_INFINITY;
  for (const { x, text, fill, ink } of flags.toSorted((a, b) => a.x - b.x)) {
    const width = pen.width(text, 'flag') + 8;
    pen.box(Math.round(x), AXIS_HEIGHT - 3, 1, 3, fill);
    if (x < free) continue;
    pen.card(Math.round(x), AXIS_HEIGHT - FLAGS + 1, width, FLAGS - 3, 2, fill);
    pen.text(Math.round(x) + 4, AXIS_HEIGHT - 5, text, 'flag', ink);
    free = x + width + 2;
  }
};

/** Anchors that share their moment share their flag. */
const joined = (anchors: readonly AnchorMark[]): readonly { readonly at: number; readonly text: string }[] => {
  const found = new Map<number, string>();
  for (const { at, code } of anchors) found.set(at, found.has(at) ? `${found.get(at) ?? ''}, ${code}` : code);
  return [...found].map(([at, text]) => ({ at, text }));
};

export const drawAxis = (pen: Pen, scene: Scene, nowWord: string): void => {
  const { frame, palette, scales, anchors, now, shading } = scene;
  const { ink } = palette;
  pen.box(0, 0, frame.width, AXIS_HEIGHT, ink.panel);
  const above = (3 - scales.length) * (SCALE / 2);
  scales.forEach((_, scale) => drawScale(pen, scene, scale, above + (scale + 1) * SCALE - 5));
  for (const { start, end } of shading.holidays) {
    const from = Math.max(0, xOf(frame, start));
    const to = Math.min(frame.width, xOf(frame, end));
    if (to > from) pen.box(from, above + scales.length * SCALE - 2, to - from, 2, ink.warning);
  }
  const flags = joined(anchors).map(({ at, text }) => ({
    x: xOf(frame, at),
    text,
    fill: ink.accent,
    ink: ink['on-accent'],
  }));
  const present = { x: xOf(frame, now), text: nowWord, fill: ink.now, ink: ink['on-now'] };
  drawFlags(
    pen,
    [...flags, present].filter(({ x }) => x > -80 && x <= frame.width),
  );
  pen.box(0, AXIS_HEIGHT - 1, frame.width, 1, ink['grid-major']);
};

/** Anchors and the present as lines through all rows. */
export const drawMarks = (pen: Pen, { frame, palette, anchors, now }: Scene): void => {
  const line = (at: number, width: number, fill: string): void => {
    const x = Math.round(xOf(frame, at));
    if (x >= -width && x <= frame.width) pen.box(x, 0, width, frame.height, fill);
  };
  for (const { at } of anchors) line(at, 1, palette.ink.accent);
  line(now, 2, palette.ink.now);
};

/** The anchors whose flag or pole is at a place on the axis. */
const anchorsAt = ({ frame, anchors }: Scene, x: number): readonly AnchorMark[] =>
  anchors.filter(({ at }) => x >= xOf(frame, at) - 4 && x <= xOf(frame, at) + 24);

/** The anchor whose flag or pole is at a place on the axis, the nearest of several. */
export const anchorAt = (scene: Scene, x: number, y: number): AnchorMark | undefined =>
  y < AXIS_HEIGHT - FLAGS
    ? undefined
    : anchorsAt(scene, x).toSorted(
        (a, b) => Math.abs(xOf(scene.frame, a.at) - x) - Math.abs(xOf(scene.frame, b.at) - x),
      )[0];

/** What a place of the axis says: its anchors by name, or who rests on that day. */
export const axisNote = (scene: Scene, x: number, y: number): string => {
  if (y >= AXIS_HEIGHT - FLAGS)
    return anchorsAt(scene, x)
      .map(({ code, name }) => (name === '' ? code : `${code}: ${name}`))
      .join('\n');
  const at = atOf(scene.frame, x);
  return scene.shading.holidays
    .filter(({ start, end }) => at >= start && at < end)
    .map(({ code, name }) => `${code}: ${name}`)
    .join('\n');
};
