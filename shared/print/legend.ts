/** The legend: what each pattern, line and sign on the sheets stands for; only those that occur. */
import type { PlanState } from '../plan/state.ts';
import { find } from '../plan/state.ts';
import type { Content } from './content.ts';
import { type Ink, drawStrip, inker } from './inks.ts';
import { INK, textAt, textWidth } from './measure.ts';
import type { TimelinePrintOptions } from './options.ts';
import type { SheetItem } from './sheet.ts';
import { modeWord, sheetWords, typeWord } from './words.ts';

type Sample =
  | { readonly is: 'ink'; readonly ink: Ink }
  | { readonly is: 'mode'; readonly mode: string }
  | { readonly is: 'point' }
  | { readonly is: 'state'; readonly state: 'draft' | 'cancelled' };

export interface LegendEntry {
  readonly sample: Sample;
  readonly text: string;
}

const SIZE = 2.6;
const LINE = 4.2;
const SAMPLE = 8;
const GAP = 5;

/** How the line under a movement is broken for each mode of transport. */
export const MODE_DASH: Readonly<Record<string, string>> = {
  AIR: '',
  SEA: '3 1',
  RAIL: '0.6 0.6',
  ROAD: '1.6 0.8',
  SELF: '3 0.7 0.6 0.7',
};

export const diamond = (x: number, y: number, half: number): readonly (readonly [number, number])[] => [
  [x, y - half],
  [x + half, y],
  [x, y + half],
  [x - half, y],
];

type Look = Pick<TimelinePrintOptions, 'colourBy' | 'blackAndWhite' | 'language'>;

/** What the bars of a print need explained, kinds in the order of their patterns, participants by name. */
export const legendOf = (plan: PlanState, content: Pick<Content, 'bars'>, options: Look): readonly LegendEntry[] => {
  const words = sheetWords(options.language);
  const inkOf = inker(plan, options, content.bars);
  const inks = new Map<string, Ink>();
  const modes = new Set<string>();
  for (const bar of content.bars) {
    const ink = inkOf(bar);
    inks.set(ink.key, ink);
    for (const { mode } of bar.segments) modes.add(mode);
  }
  const nameOf = (key: string): string => {
    const participant = options.colourBy === 'participant' ? find(plan, 'participant', key) : undefined;
    if (participant !== undefined) return `${participant.code} ${participant.name}`;
    return key === '' ? words.without : typeWord(options.language, key);
  };
  const entries: LegendEntry[] = [...inks.values()]
    .map((ink) => ({ sample: { is: 'ink' as const, ink }, text: nameOf(ink.key) }))
    .toSorted(
      (a, b) =>
        (options.colourBy === 'type' ? a.sample.ink.pattern - b.sample.ink.pattern : 0) || (a.text < b.text ? -1 : 1),
    );
  for (const mode of [...modes].toSorted()) entries.push({ sample: { is: 'mode', mode }, text: modeWord(words, mode) });
  if (content.bars.some((bar) => bar.start === bar.end)) entries.push({ sample: { is: 'point' }, text: words.point });
  for (const state of ['draft', 'cancelled'] as const) {
    if (content.bars.some((bar) => bar.state === state))
      entries.push({ sample: { is: 'state', state }, text: words[state] });
  }
  return entries;
};

/** The sample of an entry, as high as a line of text, its baseline at `y`. */
export const drawSample = (sample: Sample, x: number, y: number): readonly SheetItem[] => {
  const top = y - 2.4;
  switch (sample.is) {
    case 'ink': {
      const { hue, tint } = sample.ink;
      return [
        { is: 'rect', x, y: top, w: SAMPLE - 1.5, h: 3, fill: tint },
        ...drawStrip({ x, y: top, w: SAMPLE - 1.5, h: 1.3 }, sample.ink),
        { is: 'rect', x, y: top, w: SAMPLE - 1.5, h: 3, stroke: hue, line: 0.2 },
      ];
    }
    case 'mode': {
      const dash = MODE_DASH[sample.mode] ?? '';
      return [
        {
          is: 'line',
          x1: x,
          y1: y - 0.9,
          x2: x + SAMPLE - 1.5,
          y2: y - 0.9,
          stroke: INK,
          line: 0.9,
          ...(dash === '' ? {} : { dash }),
        },
      ];
    }
    case 'point':
      return [{ is: 'shape', points: diamond(x + 3, y - 0.9, 1.7), fill: '#ffffff', stroke: INK, line: 0.3 }];
    case 'state':
      return [
        {
          is: 'rect',
          x,
          y: top,
          w: SAMPLE - 1.5,
          h: 3,
          stroke: INK,
          line: 0.25,
          ...(sample.state === 'draft' ? { dash: '1 0.7' } : {}),
        },
        ...(sample.state === 'cancelled'
          ? [{ is: 'line' as const, x1: x, y1: y - 0.9, x2: x + SAMPLE - 1.5, y2: y - 0.9, stroke: INK, line: 0.3 }]
          : []),
      ]; // prettier-ignore
  }
};

export interface LegendFlow {
  readonly lines: number;
  readonly height: number;
  readonly placed: readonly { readonly entry: LegendEntry; readonly x: number; readonly line: number }[];
}

/** The entries one behind the other in lines; undefined where one alone is wider than a line. */
export const flowLegend = (entries: readonly LegendEntry[], width: number): LegendFlow | undefined => {
  const placed: { entry: LegendEntry; x: number; line: number }[] = [];
  let x = 0;
  let line = 0;
  for (const entry of entries) {
    const own = SAMPLE + textWidth(entry.text, SIZE);
    if (own > width) return undefined;
    if (x > 0 && x + own > width) {
      x = 0;
      line += 1;
    }
    placed.push({ entry, x, line });
    x += own + GAP;
  }
  const lines = entries.length === 0 ? 0 : line + 1;
  return { lines, height: lines * LINE + (lines > 0 ? 1 : 0), placed };
};

/** The legend with its upper left corner at a place. */
export const drawLegend = (flow: LegendFlow, left: number, top: number): readonly SheetItem[] =>
  flow.placed.flatMap(({ entry, x, line }) => {
    const baseline = top + (line + 1) * LINE - 1;
    return [
      ...drawSample(entry.sample, left + x, baseline),
      textAt('note', left + x + SAMPLE, baseline, entry.text, { size: SIZE }),
    ];
  });
