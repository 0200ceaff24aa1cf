import { useMemo } from 'react';
import { openInspector, selectRecords, selectionParts, useView } from '../../../state/view.ts';
import { DataTable } from '../../../ui/table/DataTable.tsx';
import { useWords } from '../../../ui/words.ts';
import { chosen } from '../chosen.ts';
import { removeBars } from '../edits.ts';
import { timelineTableKeys } from '../useTimelineKeys.ts';
import type { ActScene } from '../acts.ts';
import { useTableColumns } from './columns.tsx';
import { linesOf, type TableLine } from './lines.ts';

/** Selects the bars of lines, each once. */
const selectLines = (lines: readonly TableLine[], ids: readonly string[]): void => {
  const picked = new Set(ids);
  selectRecords([...new Set(lines.filter(({ id }) => picked.has(id)).map(({ bar }) => bar))]);
};

/** The rows of the timeline as a table: read by a screen reader line by line, edited in place, worked with by the same keys. */
export const TimelineTable = ({ scene }: { readonly scene: ActScene }) => {
  const t = useWords();
  const { plan, board } = scene.model;
  const lines = useMemo(() => linesOf(plan, board.bars, board.by, board.zone), [plan, board]);
  const selection = useView((state) => state.selection);
  const selectedIds = useMemo(() => {
    const ids = new Set(selectionParts(selection).flatMap((part) => part.ids));
    return lines.filter(({ bar }) => ids.has(bar.id)).map(({ id }) => id);
  }, [lines, selection]);
  return (
    <div className="timeline-table" role="presentation" onKeyDownCapture={timelineTableKeys(scene)}>
      <DataTable
        label={t('editing.table.label')}
        rows={lines}
        columns={useTableColumns(board.by)}
        getId={({ id }) => id}
        selectedIds={selectedIds}
        onSelect={(ids) => selectLines(lines, ids)}
        onOpen={openInspector}
        onDelete={() => removeBars(chosen())}
        storageKey="timeline"
      />
    </div>
  );
};
