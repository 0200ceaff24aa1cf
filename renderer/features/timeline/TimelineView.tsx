import { useEffect, useMemo, useState } from 'react';
import { createRecord } from '#shared/plan/commands.ts';
import { exerciseOf } from '#shared/plan/state.ts';
import type { Span } from '#shared/plan/times.ts';
import type { Bar } from '#shared/timeline/bars.ts';
import { BAR_HEIGHT, type Board, type BoardRow, laneTop } from '#shared/timeline/board.ts';
import { type EpochMs, formatInstant, HOUR } from '#shared/time/instant.ts';
import { usePlan } from '../../state/plan.ts';
import { instantMs } from '../../state/time.ts';
import { select, useView } from '../../state/view.ts';
import { EmptyView } from '../../ui/EmptyView.tsx';
import { perform } from '../../ui/perform.ts';
import { useWords } from '../../ui/words.ts';
import { snap } from './snap.ts';
import { timelineKeys } from './useTimelineKeys.ts';
import { TimelineLegend } from './TimelineLegend.tsx';
import { TimelineStage } from './TimelineStage.tsx';
import { TimelineToolbar } from './TimelineToolbar.tsx';
import { type TimelineModel, useTimelineModel } from './useTimelineModel.ts';
import {
  centreOn,
  fitSpan,
  recallViewport,
  rememberViewport,
  scrollIntoSight,
  useViewport,
  zoomAt,
} from './viewport.ts';
import '../../ui/hues.css';
import './timeline.css';

/** A new serial of two hours in the middle of what shows, selected so that the inspector can name it. */
const createInView = (title: string, zone: string): void => {
  const { origin, msPerPixel, width } = useViewport.getState();
  const at = snap(origin + (width / 2) * msPerPixel, msPerPixel, zone);
  const made = perform((context) =>
    createRecord(context, 'activity', {
      title,
      type: 'serial',
      start: { at: formatInstant(Math.round(at / HOUR) * HOUR) },
      minutes: 120,
      participants: [],
      units: [],
      state: 'draft',
    }),
  );
  const id = made.ok ? made.value.ops[0]?.id : undefined;
  if (id !== undefined) {
    select('activity', [id]);
    useView.setState({ inspectorOpen: true });
  }
};

/** Lays the view out once per exercise: as it was left, else the whole plan, or where an empty one will begin. */
const useFirstView = (exerciseId: string, extent: Span | undefined, start: EpochMs | undefined): void => {
  const width = useViewport((state) => state.width);
  useEffect(() => {
    if (width === 0 || exerciseId === '') return;
    if (!recallViewport(exerciseId)) {
      if (extent === undefined) centreOn(start ?? Date.now());
      else fitSpan(extent);
    }
    return () => rememberViewport(exerciseId);
    // Only the exercise and the first known width decide; later fits are the planner's own.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [exerciseId, width === 0]);
};

/** Brings a bar into sight: its row, and its time where it is out of the window. */
const reveal = ({ board }: TimelineModel, bar: Bar): void => {
  const { origin, msPerPixel, width } = useViewport.getState();
  if (bar.end < origin || bar.start > origin + width * msPerPixel) centreOn(bar.start);
  const index = board.indexOf.get(bar.id) ?? -1;
  const row = board.rows[board.rowOf[index] ?? -1];
  if (row === undefined) return;
  const top = laneTop(row, board.laneOf[index] ?? 0);
  scrollIntoSight(top, top + BAR_HEIGHT);
};

/** Selects all bars of a row that are of the kind of its first. */
const selectRow = ({ bars }: Board, row: BoardRow): void => {
  const indices = row.bar >= 0 ? [row.bar] : [...(row.lanes?.bars ?? row.members)];
  const own = indices.flatMap((index) => bars[index] ?? []);
  const kind = own[0]?.kind;
  if (kind !== undefined)
    select(
      kind,
      own.filter((bar) => bar.kind === kind).map(({ id }) => id),
    );
};

/** The timeline: swimlanes of activities and movements, zoomed from years to minutes. */
export const TimelineView = () => {
  const t = useWords();
  const [filter, setFilter] = useState(() => useView.getState().filter);
  const model = useTimelineModel(filter);
  const exerciseId = usePlan((state) => (state.status.phase === 'open' ? state.status.id : ''));
  const selection = useView((state) => state.selection);
  const selected = useMemo(() => new Set(selection?.ids), [selection]);
  const [lastId, setLastId] = useState<string | undefined>();
  const activeId = lastId !== undefined && selected.has(lastId) ? lastId : selection?.ids.at(-1);
  useFirstView(exerciseId, model.extent, instantMs(exerciseOf(model.plan)?.start));
  const goTo = (bar: Bar): void => {
    setLastId(bar.id);
    reveal(model, bar);
  };
  const create = (): void => createInView(t('timeline.newTitle'), model.zone);
  return (
    <section className="timeline-view" aria-label={t('timeline.title')}>
      <TimelineToolbar
        filter={filter}
        onFilter={setFilter}
        onCreate={create}
        onZoom={(factor) => zoomAt(useViewport.getState().width / 2, factor)}
        onFit={() => model.extent !== undefined && fitSpan(model.extent)}
        onNow={() => centreOn(Date.now())}
      />
      {model.bars.length === 0 && (
        <EmptyView text={t('timeline.empty')} actions={[{ label: t('timeline.newActivity'), act: create }]} />
      )}
      <TimelineStage
        model={model}
        selected={selected}
        activeId={activeId}
        onHead={(row) => selectRow(model.board, row)}
        onKeyDown={timelineKeys({ model, selected, activeId, goTo })}
      />
      <TimelineLegend colouring={model.colouring} />
    </section>
  );
};
