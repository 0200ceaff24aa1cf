import { useCallback, useMemo } from 'react';
import { type PlanState, exerciseOf, live } from '#shared/plan/state.ts';
import { type Span, timeResolver } from '#shared/plan/times.ts';
import { type Bar, barsOf, extentOf } from '#shared/timeline/bars.ts';
import { type Board, boardOf } from '#shared/timeline/board.ts';
import { type Colouring, colouringOf } from '#shared/timeline/colouring.ts';
import { boardFrom, distanceOf, hasCrowded } from '#shared/timeline/crowded.ts';
import { type Links, layingLinks } from '#shared/timeline/links.ts';
import { isTimeField } from '#shared/timeline/weeks.ts';
import type { AnchorMark } from '#shared/timeline/scene.ts';
import { type ShadingSource, exerciseArea, holidaysOf } from '#shared/timeline/shading.ts';
import type { Work } from '#shared/work.ts';
import { usePlan } from '../../state/plan.ts';
import { useWork } from '../../state/useWork.ts';
import { useView } from '../../state/view.ts';
import { valueWord } from './fieldWords.ts';
import { useViewport } from './viewport.ts';

export interface TimelineModel {
  readonly plan: PlanState;
  /** Every bar of the plan; the board holds those that the filter leaves. */
  readonly bars: readonly Bar[];
  readonly board: Board;
  readonly colouring: Colouring;
  /** Undefined while dependencies are not shown. */
  readonly links: Links | undefined;
  readonly extent: Span | undefined;
  readonly anchors: readonly AnchorMark[];
  /** Where the sun rises, and who rests when. */
  readonly shades: ShadingSource;
  /** Zone of the axis: Zulu unless local times are chosen. */
  readonly zone: string;
}

const anchorMarks = (plan: PlanState): AnchorMark[] => {
  const resolve = timeResolver(plan);
  return live(plan, 'anchor').flatMap(({ id, code, name, at }) => {
    const instant = resolve(at);
    return instant === undefined ? [] : [{ id, code, name: name ?? '', at: instant }];
  });
};

/** The bars whose title, or kind in the words of the screen, has a text in it. */
const matching = (bars: readonly Bar[], filter: string): readonly Bar[] => {
  const wanted = filter.trim().toLocaleLowerCase();
  if (wanted === '') return bars;
  const words = new Map<string, string>();
  const kindOf = (type: string): string => {
    const word = words.get(type) ?? valueWord('type', type);
    words.set(type, word);
    return word;
  };
  return bars.filter(({ title, type }) => `${title} ${kindOf(type)}`.toLocaleLowerCase().includes(wanted));
};

const none = function* (): Work<undefined> {
  yield 0;
};

/**
 * Dependency lines follow the bars: these stand on the screen before the first of tens of thousands of lines is laid
 * out, and the window answers meanwhile.
 */
const useLinks = (plan: PlanState, board: Board, wanted: boolean): Links | undefined => {
  const work = useCallback(
    (): Work<Links | undefined> => (wanted ? layingLinks(plan, board) : none()),
    [plan, board, wanted],
  );
  return useWork(work, undefined);
};

/** The rows as they are from as far away as the viewport is; where no row is crowded no zoom changes them. */
const useBoard = (base: Board): Board => {
  const crowded = hasCrowded(base);
  const distance = useViewport(({ msPerPixel }) => (crowded ? distanceOf(msPerPixel) : 0));
  return useMemo(() => boardFrom(base, distance), [base, distance]);
};

/**
 * Everything the timeline draws, computed anew only when the plan, the rows, the colours or the filter change.
 * @param stands whether the bars stand on the screen, so that what comes after them may begin
 */
export const useTimelineModel = (filter: string, stands: boolean): TimelineModel => {
  const plan = usePlan((state) => state.plan);
  const local = useView((state) => state.timeMode === 'local');
  const by = useViewport((state) => state.grouping);
  const form = useViewport((state) => state.form);
  const folded = useViewport((state) => state.folded);
  const colouring = useViewport((state) => state.colouring);
  const showLinks = useViewport((state) => state.showLinks);
  const bars = useMemo(() => barsOf(plan), [plan]);
  const shown = useMemo(() => matching(bars, filter), [bars, filter]);
  const zone = local ? (exerciseOf(plan)?.zone ?? 'UTC') : 'UTC';
  // Only weeks are others in another zone; what does not go by them stays as it is laid out.
  const rowZone = isTimeField(by) ? zone : 'UTC';
  const hueZone = isTimeField(colouring) ? zone : 'UTC';
  const base = useMemo(
    () => boardOf(plan, shown, { by, form, folded: new Set(folded), zone: rowZone }),
    [plan, shown, by, form, folded, rowZone],
  );
  return {
    plan,
    bars,
    board: useBoard(base),
    colouring: useMemo(() => colouringOf(plan, shown, colouring, hueZone), [plan, shown, colouring, hueZone]),
    links: useLinks(plan, base, showLinks && stands),
    extent: useMemo(() => extentOf(bars), [bars]),
    anchors: useMemo(() => anchorMarks(plan), [plan]),
    shades: useMemo(
      () => ({ area: exerciseArea(plan), holidays: holidaysOf(plan), weekend: exerciseOf(plan)?.weekend }),
      [plan],
    ),
    zone,
  };
};
