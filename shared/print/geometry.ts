/** Where the parts of a timeline stand. The same on every sheet of a print, so that sheets can be joined on a wall. */
import { MINUTE } from '../time/instant.ts';
import { formatDuration, formatTime } from '../time/display.ts';
import type { AnchorMark, Content } from './content.ts';
import { timeMode } from './content.ts';
import { type FrameGeometry, MARGIN, SMALL_LINE, frameGeometry } from './frameGeometry.ts';
import { type LegendEntry, flowLegend, type LegendFlow } from './legend.ts';
import { textWidth } from './measure.ts';
import type { TimelinePrintOptions } from './options.ts';
import { fill, sheetWords } from './words.ts';

export const HEAD_WIDTH = 42;
export const AXIS_LINE = 4.4;
/** A body lower than this holds no row with a long name. */
const LEAST_BODY = 50;
const LEGEND_LINES = 5;

/** Of a mark on the scale: the same lane is free again behind its text. */
interface PlacedAnchor extends AnchorMark {
  readonly lane: number;
  readonly text: string;
}

export interface Geometry extends FrameGeometry {
  /** Top edges. */
  readonly axisTop: number;
  readonly bodyTop: number;
  readonly bodyLeft: number;
  readonly bodyWidth: number;
  readonly bodyHeight: number;
  readonly footTop: number;
  readonly msPerMm: number;
  readonly columns: number;
  readonly anchors: readonly PlacedAnchor[];
  readonly anchorLanes: number;
  /** Undefined where it stands on the key sheet instead. */
  readonly legend: LegendFlow | undefined;
}

const scaleOf = (content: Content, options: TimelinePrintOptions, bodyWidth: number) => {
  const length = content.window.end - content.window.start;
  if ('msPerMm' in options.scale) {
    return { msPerMm: options.scale.msPerMm, columns: Math.ceil(length / (options.scale.msPerMm * bodyWidth)) };
  }
  const columns = options.scale.pagesWide;
  return { msPerMm: length / (columns * bodyWidth), columns };
};

export const ANCHOR_SIZE = 2.5;

/** Anchors stand above the scale; where their texts would meet, one goes below the other. */
const placeAnchors = (content: Content, options: TimelinePrintOptions, msPerMm: number): readonly PlacedAnchor[] => {
  const ends: number[] = [];
  return content.anchors.map((anchor) => {
    const text = `${anchor.code} ${formatTime(anchor.at, timeMode(options), content.context)}`;
    const width = textWidth(text, ANCHOR_SIZE, true) + 2;
    const x = (anchor.at - content.window.start) / msPerMm;
    const free = ends.findIndex((end) => end <= x - width);
    const lane = free === -1 ? ends.length : free;
    // Near the right edge of a sheet the text goes to the left of its mark: both sides are kept.
    ends[lane] = x + width;
    return { ...anchor, lane, text };
  });
};

const detailText = (content: Content, options: TimelinePrintOptions, msPerMm: number): string => {
  const words = sheetWords(options.language);
  const mode = timeMode(options);
  const time = (ms: number): string => formatTime(ms, mode, content.context);
  const scale = options.times === 'local' ? fill(words.local, { zone: content.context.zone }) : words.zulu;
  const days = content.dayAnchor === undefined ? [] : [fill(words.days, { anchor: content.dayAnchor.code })];
  const centimetre = Math.max(MINUTE, Math.round((msPerMm * 10) / MINUTE) * MINUTE);
  return [
    fill(words.span, { from: time(content.window.start), to: time(content.window.end) }),
    [scale, ...days].join(', '),
    fill(words.scale, { duration: formatDuration(centimetre, options.language) }),
  ].join(' · ');
};

/** The parts of every sheet; undefined where the paper leaves no room for the body. */
export const geometryOf = (
  content: Content,
  options: TimelinePrintOptions,
  legend: readonly LegendEntry[],
): Geometry | undefined => {
  // The details name the scale, which follows from the width alone.
  const bare = frameGeometry({ ...content, details: '' }, options);
  const bodyLeft = MARGIN + HEAD_WIDTH;
  const bodyWidth = bare.width - MARGIN - bodyLeft;
  const { msPerMm, columns } = scaleOf(content, options, bodyWidth);
  const frame = frameGeometry({ ...content, details: detailText(content, options, msPerMm) }, options);
  const axisTop = frame.contentTop;
  const anchors = placeAnchors(content, options, msPerMm);
  const anchorLanes = anchors.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  const axisHeight = anchorLanes * 3.4 + (2 + (content.dayAnchor === undefined ? 0 : 1)) * AXIS_LINE;
  const flow = flowLegend(legend, frame.width - 2 * MARGIN);
  const kept = flow !== undefined && flow.lines <= LEGEND_LINES ? flow : undefined;
  // One line is left for the hints to the key and to the legend.
  const footTop = frame.contentBottom - (kept?.height ?? 0) - SMALL_LINE - 1.5;
  const bodyTop = axisTop + axisHeight;
  const bodyHeight = footTop - bodyTop - 1;
  if (bodyHeight < LEAST_BODY || bodyWidth < LEAST_BODY) return undefined;
  return {
    ...frame,
    axisTop,
    bodyTop,
    bodyLeft,
    bodyWidth,
    bodyHeight,
    footTop,
    msPerMm,
    columns,
    anchors,
    anchorLanes,
    legend: kept,
  };
};
