import { useCallback, useEffect, useMemo, useState } from 'react';
import { createRecord } from '#shared/plan/commands.ts';
import type { Bar } from '#shared/timeline/bars.ts';
import { formatInstant, HOUR } from '#shared/time/instant.ts';
import { usePlan } from '../../state/plan.ts';
import { select, useView } from '../../state/view.ts';
import { EmptyView } from '../../ui/EmptyView.tsx';
import { perform } from '../../ui/perform.ts';
import { useWords } from '../../ui/words.ts';
import { snap } from './snap.ts';
import { timelineKeys } from './useTimelineKeys.ts';
import { TimelineStage } from './TimelineStage.tsx';
import { TimelineToolbar } from './TimelineToolbar.tsx';
import { useTimelineModel } from './useTimelineModel.ts';
import { centreOn, fitSpan, recallViewport, rememberViewport, useViewport, zoomAt } from './viewport.ts';
import '../../ui/hues.css';
import './timeline.css';

/** A new serial of two hours in the middle of what shows, selected so that the inspector can name it. */
const createInView = (title: string, width: number, zone: string): void => {
  const { origin, msPerPixel } = useViewport.getState();
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

/** Lays the view out once per exercise: as it was left, else the whole plan. */
const useFirstView = (exerciseId: string, width: number, fit: () => void): void => {
  useEffect(() => {
    if (width === 0 || exerciseId === '') return;
    if (!recallViewport(exerciseId)) fit();
    return () => rememberViewport(exerciseId);
    // Only the exercise and the first known width decide; later fits are the planner's own.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [exerciseId, width === 0]);
};

/** The timeline: swimlanes of activities and movements, zoomed from years to minutes. */
export const TimelineView = () => {
  const t = useWords();
  const grouping = useViewport((state) => state.grouping);
  const [filter, setFilter] = useState(() => useView.getState().filter);
  const [width, setWidth] = useState(0);
  const model = useTimelineModel(grouping, filter);
  const exerciseId = usePlan((state) => (state.status.phase === 'open' ? state.status.id : ''));
  const selection = useView((state) => state.selection);
  const selected = useMemo(() => new Set(selection?.ids), [selection]);
  const [lastId, setLastId] = useState<string | undefined>();
  const activeId = lastId !== undefined && selected.has(lastId) ? lastId : selection?.ids.at(-1);
  const fit = useCallback((): void => {
    if (model.extent !== undefined) fitSpan(model.extent, width);
  }, [model.extent, width]);
  useFirstView(exerciseId, width, fit);
  const goTo = (bar: Bar): void => {
    setLastId(bar.id);
    const { origin, msPerPixel } = useViewport.getState();
    if (bar.end < origin || bar.start > origin + width * msPerPixel) centreOn(bar.start, width);
  };
  const create = (): void => createInView(t('timeline.newTitle'), width, model.zone);
  return (
    <section className="timeline-view" aria-label={t('timeline.title')}>
      <TimelineToolbar
        filter={filter}
        onFilter={setFilter}
        onCreate={create}
        onZoom={(factor) => zoomAt(width / 2, factor)}
        onFit={fit}
        onNow={() => centreOn(Date.now(), width)}
      />
      {model.bars.length === 0 && (
        <EmptyView text={t('timeline.empty')} actions={[{ label: t('timeline.newActivity'), act: create }]} />
      )}
      <TimelineStage
        model={model}
        selected={selected}
        activeId={activeId}
        onWidth={setWidth}
        onKeyDown={timelineKeys({ model, selected, activeId, width, goTo })}
      />
    </section>
  );
};
