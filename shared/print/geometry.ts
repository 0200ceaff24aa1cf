/** Where the parts of a timeline stand. The same on every sheet of a print, so that sheets can be joined on a wall. */
import { MINUTE } from '../time/instant.ts';
import { formatDuration } from '../time/display.ts';
import { formatDtg } from '../time/dtg.ts';
import type { AnchorMark, Content } from './content.ts';
import { type FrameGeometry, MARGIN, SMALL_LINE, frameGeometry } from './frameGeometry.ts';
import { type LegendEntry, flowLegend, type LegendFlow } from './legend.ts';
import { textWidth } from './measure.ts';
import type { TimelinePrintOptions } from './options.ts';
import { magnification } from './papers.ts';
import { timeText } from './times.ts';
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
  /** Without the strips of the overlap, which lie beyond. */
  readonly bodyWidth: number;
  readonly bodyHeight: number;
  /** Width of the strips at the right and below that the next sheets repeat. */
  readonly overlap: number;
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
    // The scale is of millimetres of paper; those of the layout are larger where everything is.
    const msPerMm = options.scale.msPerMm * magnification(options);
    return { msPerMm, columns: Math.ceil(length / (msPerMm * bodyWidth)) };
  }
  const columns = options.scale.pagesWide;
  return { msPerMm: length / (columns * bodyWidth), columns };
};

export const ANCHOR_SIZE = 2.5;

/** Anchors stand above the scale; where their texts would meet, one goes below the other. */
const placeAnchors = (content: Content, options: TimelinePrintOptions, msPerMm: number): readonly PlacedAnchor[] => {
  const ends: number[] = [];
  // An anchor's own distance from an anchor tells nothing.
  const times = options.times === 'local' ? 'local' : 'dtg';
  return content.anchors.map((anchor) => {
    const text = `${anchor.code} ${timeText(anchor.at, { times }, content.context)}`;
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
  const { window, below } = content;
  const line =
    below === undefined
      ? []
      : [
          below.is === 'local'
            ? fill(words.localLine, { zone: below.zone })
            : fill(words.days, { anchor: below.anchor.code }),
        ];
  const centimetre = Math.max(MINUTE, Math.round((msPerMm * 10) / magnification(options) / MINUTE) * MINUTE);
  return [
    fill(words.span, { from: formatDtg(window.start), to: formatDtg(window.end) }),
    [words.zulu, ...line].join(', '),
    fill(words.scale, { duration: formatDuration(centimetre, options.language) }),
    ...content.unplaced,
    ...(options.overlap > 0 ? [words.glue] : []),
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
  const overlap = options.overlap / magnification(options);
  const bodyWidth = bare.width - MARGIN - bodyLeft - overlap;
  const { msPerMm, columns } = scaleOf(content, options, bodyWidth);
  const frame = frameGeometry({ ...content, details: detailText(content, options, msPerMm) }, options);
  const axisTop = frame.contentTop;
  const anchors = placeAnchors(content, options, msPerMm);
  const anchorLanes = anchors.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  const axisHeight = anchorLanes * 3.4 + (2 + (content.below === undefined ? 0 : 1)) * AXIS_LINE;
  const flow = flowLegend(legend, frame.width - 2 * MARGIN);
  const bodyTop = axisTop + axisHeight;
  // One line is left for the hints to the key and to the legend.
  const footOver = (legendHeight: number): number => frame.contentBottom - legendHeight - SMALL_LINE - 1.5;
  const bodyOver = (legendHeight: number): number => footOver(legendHeight) - bodyTop - 1 - overlap;
  // A legend that is long, or for which there is no room, stands on the key sheet.
  const kept =
    flow !== undefined && flow.lines <= LEGEND_LINES && bodyOver(flow.height) >= LEAST_BODY ? flow : undefined;
  const footTop = footOver(kept?.height ?? 0);
  const bodyHeight = bodyOver(kept?.height ?? 0);
  if (bodyHeight < LEAST_BODY || bodyWidth < LEAST_BODY) return undefined;
  return {
    ...frame,
    axisTop,
    bodyTop,
    bodyLeft,
    bodyWidth,
    bodyHeight,
    overlap,
    footTop,
    msPerMm,
    columns,
    anchors,
    anchorLanes,
    legend: kept,
  };
};
