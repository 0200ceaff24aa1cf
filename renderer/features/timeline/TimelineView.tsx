import { VisuallyHidden } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { HEADS_WIDTH } from '#shared/timeline/draw/heads.ts';
import { exerciseOf } from '#shared/plan/state.ts';
import type { Span } from '#shared/plan/times.ts';
import type { Bar } from '#shared/timeline/bars.ts';
import { BAR_HEIGHT, type Board, type BoardRow, laneTop } from '#shared/timeline/board.ts';
import type { EpochMs } from '#shared/time/instant.ts';
import { usePlan } from '../../state/plan.ts';
import { instantMs } from '../../state/time.ts';
import { selectRecords, selectionParts, useView } from '../../state/view.ts';
import { EmptyView } from '../../ui/EmptyView.tsx';
import { useAfterPaint } from '../../ui/useAfterPaint.ts';
import { useWords } from '../../ui/words.ts';
import { ACTS, type ActScene, showHit } from './acts.ts';
import { activeRow } from './cursor.ts';
import { BarTip } from './BarTip.tsx';
import { EditTools } from './EditTools.tsx';
import { TimelineDialogs } from './dialogs/TimelineDialogs.tsx';
import { FindBar } from './FindBar.tsx';
import { useGesture } from './gesture.ts';
import { useModes } from './modes.ts';
import { namedReadings, READINGS_ID } from './readings.ts';
import { closeSearch, useSearch } from './search.ts';
import { TimelineTable } from './table/TimelineTable.tsx';
import { TimelineMenu } from './TimelineMenu.tsx';
import { contentNow, showContent } from './viewContent.ts';
import { timelineKeys } from './useTimelineKeys.ts';
import { TimelineLegend } from './TimelineLegend.tsx';
import { TimelineStage } from './TimelineStage.tsx';
import { TimelineToolbar } from './TimelineToolbar.tsx';
import { type TimelineModel, useTimelineModel } from './useTimelineModel.ts';
import {
  centreOn,
  fitSpan,
  middlePlace,
  recallViewport,
  rememberViewport,
  scrollIntoSight,
  useViewport,
  zoomAt,
} from './viewport.ts';
import '../../ui/hues.css';
import './timeline.css';
import './editing.css';

/** The view as it was left, before anything is laid out: rows would be laid out twice otherwise. */
const useRecalled = (exerciseId: string): { readonly exerciseId: string; readonly found: boolean } =>
  useState(() => ({ exerciseId, found: exerciseId !== '' && recallViewport(exerciseId) }))[0];

/** Lays the view out once per exercise: as it was left, else the whole plan, or where an empty one will begin. */
const useFirstView = (
  exerciseId: string,
  recalled: ReturnType<typeof useRecalled>,
  extent: Span | undefined,
  start: EpochMs | undefined,
): void => {
  const width = useViewport((state) => state.width);
  useEffect(() => {
    if (width === 0 || exerciseId === '') return;
    const found = recalled.exerciseId === exerciseId ? recalled.found : recallViewport(exerciseId);
    if (!found) {
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
  const row = board.rows[activeRow(board, bar.id)];
  if (row === undefined) return;
  const first = row === board.rows[board.rowOf[index] ?? -1];
  const top = first ? laneTop(row, board.laneOf[index] ?? -1) : row.top;
  scrollIntoSight(top, top + BAR_HEIGHT);
};

/** Selects all bars of a row. */
const selectRow = ({ bars }: Board, row: BoardRow): void => {
  const indices = row.bar >= 0 ? [row.bar] : [...(row.lanes?.bars ?? []), ...row.members];
  selectRecords(indices.flatMap((index) => bars[index] ?? []));
};

interface OverlaysProps {
  readonly scene: ActScene;
  readonly focus: () => void;
}

/** The search line, while it is open. */
const Finding = ({ scene, focus }: OverlaysProps) => {
  const searching = useSearch((state) => state.open);
  if (!searching) return null;
  return (
    <FindBar
      model={scene.model}
      onHit={(id) => showHit(scene, id)}
      onClose={() => {
        closeSearch();
        focus();
      }}
    />
  );
};

/** What the pointer's note says while a gesture lasts: painted on the surface, and here for whoever reads the page. */
const GestureText = () => {
  const note = useGesture((state) => state.gesture?.note);
  return note === undefined ? null : <VisuallyHidden className="timeline-note">{note.text.join('; ')}</VisuallyHidden>;
};

/** What opens over the chart or the table: menu, dialogs, tooltip; and the readings of the active bar for screen readers. */
const Overlays = ({ scene, focus }: OverlaysProps) => {
  const { board } = scene.model;
  const active = board.bars[board.indexOf.get(scene.activeId ?? '') ?? -1];
  return (
    <>
      <TimelineMenu scene={scene} onClose={focus} />
      <TimelineDialogs onClosed={focus} />
      <BarTip />
      <GestureText />
      <VisuallyHidden id={READINGS_ID}>{active === undefined ? '' : namedReadings(active)}</VisuallyHidden>
    </>
  );
};

/** Which bar the keyboard stands on, and how it comes into sight. */
const useActive = (model: TimelineModel, selected: ReadonlySet<string>): ActScene => {
  const selection = useView((state) => state.selection);
  const [lastId, setLastId] = useState<string | undefined>();
  return {
    model,
    activeId: lastId !== undefined && selected.has(lastId) ? lastId : (selection?.order ?? selection?.ids)?.at(-1),
    goTo: (bar) => {
      setLastId(bar.id);
      reveal(model, bar);
    },
  };
};

/** The keys work at once where a key has led here, and after changing between chart and table, each of which takes the focus with it. */
const useStanding = (focus: () => void, table: boolean): void => {
  const before = useRef<boolean | undefined>(undefined);
  useEffect(() => {
    const changed = before.current !== undefined && before.current !== table;
    if (changed || document.activeElement === document.body) focus();
    before.current = table;
    // The focus function is another with each drawing and always does the same.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [table]);
};

interface NothingProps {
  readonly filter: string;
  readonly onCreate: () => void;
  readonly onFilter: (filter: string) => void;
  readonly focus: () => void;
}

/** Over the surface without a bar: what belongs here and how it comes about, or that the filter leaves nothing of it. */
const Nothing = ({ model, filter, onCreate, onFilter, focus }: NothingProps & { readonly model: TimelineModel }) => {
  const t = useWords();
  if (model.board.bars.length > 0) return null;
  const planned = model.bars.length > 0;
  const clear = (): void => {
    onFilter('');
    focus();
  };
  return (
    <div className="timeline-empty" role={planned ? 'status' : undefined} style={{ left: HEADS_WIDTH }}>
      <EmptyView
        text={planned ? t('timeline.filteredOut', { filter: filter.trim() }) : t('timeline.empty')}
        actions={[
          planned
            ? { label: t('timeline.clearFilter'), act: clear }
            : { label: t('timeline.newActivity'), act: onCreate },
        ]}
      />
    </div>
  );
};

const useSelected = (): ReadonlySet<string> => {
  const selection = useView((state) => state.selection);
  return useMemo(() => new Set(selectionParts(selection).flatMap(({ ids }) => ids)), [selection]);
};

/** The timeline: swimlanes of activities and movements, zoomed from years to minutes, or the same rows as a table. */
export const TimelineView = () => {
  const t = useWords();
  const view = useRef<HTMLElement>(null);
  const [filter, setFilter] = useState(() => useView.getState().filter);
  const exerciseId = usePlan((state) => (state.status.phase === 'open' ? state.status.id : ''));
  const recalled = useRecalled(exerciseId);
  // What is pressed may come a moment after what is looked at.
  const stands = useAfterPaint();
  const model = useTimelineModel(filter, stands);
  const selected = useSelected();
  const table = useModes((state) => state.table);
  const scene = useActive(model, selected);
  useFirstView(exerciseId, recalled, model.extent, instantMs(exerciseOf(model.plan)?.start));
  const focus = (): void => view.current?.querySelector<HTMLElement>('.timeline-stage, [role="grid"]')?.focus();
  useStanding(focus, table);
  const create = (): void => ACTS.new(scene);
  return (
    <section ref={view} className="timeline-view" aria-label={t('timeline.title')}>
      {stands ? (
        <TimelineToolbar
          filter={filter}
          onFilter={setFilter}
          onCreate={create}
          onZoom={(factor) => zoomAt(middlePlace(), factor)}
          onFit={() => model.extent !== undefined && fitSpan(model.extent)}
          onNow={() => centreOn(Date.now())}
          tools={
            <EditTools
              current={() => contentNow(filter)}
              onApply={(content) => {
                setFilter(content.filter);
                showContent(content);
              }}
            />
          }
        />
      ) : (
        <div className="timeline-toolbar" />
      )}
      <Finding scene={scene} focus={focus} />
      <Nothing model={model} filter={filter} onCreate={create} onFilter={setFilter} focus={focus} />
      {table ? (
        <TimelineTable scene={scene} />
      ) : (
        <TimelineStage
          model={model}
          selected={selected}
          activeId={scene.activeId}
          onHead={(row) => selectRow(model.board, row)}
          onKeyDown={timelineKeys({ ...scene, selected })}
        />
      )}
      {stands && <Overlays scene={scene} focus={focus} />}
      {!table && <TimelineLegend colouring={model.colouring} crowded={model.board.base !== undefined} />}
    </section>
  );
};
