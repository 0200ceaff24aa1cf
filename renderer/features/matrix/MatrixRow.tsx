import type { Matrix } from '#shared/matrix/matrix.ts';
import { useView } from '../../state/view.ts';
import { useWords } from '../../ui/words.ts';
import { type Axes, HEAD, HEAD_HEIGHT } from './axes.ts';
import type { Cursor } from './cursor.ts';
import { MatrixCell, type Writing } from './MatrixCell.tsx';
import type { MatrixWords } from './useMatrix.ts';

const NOTHING: readonly string[] = [];

interface HeadsProps {
  readonly matrix: Matrix;
  readonly words: MatrixWords;
  readonly axes: Axes;
  readonly width: number;
}

/** The names of the columns, which stay in sight. */
export const MatrixHeads = ({ matrix, words, axes: { columns, pinned }, width }: HeadsProps) => (
  <div role="row" aria-rowindex={1} className="matrix-heads" style={{ width, height: HEAD_HEIGHT }}>
    <div role="columnheader" className="matrix-corner" style={{ width: HEAD }} aria-colindex={1}>
      {words.corner}
    </div>
    {columns.getVirtualItems().map(({ index, start, size }) => {
      const column = matrix.columns[index];
      if (column === undefined) return null;
      const stays = index === 0 && pinned > 0;
      return (
        <div
          key={column.key}
          role="columnheader"
          className="matrix-head figure"
          data-pinned={stays || undefined}
          aria-colindex={index + 2}
          style={{ left: stays ? HEAD : HEAD + start, width: size }}
          title={words.column(column)}
        >
          <span className="matrix-head-name">{words.column(column)}</span>
          {words.dayOf(column) !== '' && <span className="matrix-head-day">{words.dayOf(column)}</span>}
        </div>
      );
    })}
  </div>
);

/** How many lines of a row's name its height has room for; the rest of the name is told on hover. */
const namedLines = (height: number): number => Math.max(1, Math.floor((height - 12) / 17));

interface Sight {
  /** Pixels of the rows that are scrolled past, and those that show from there. */
  readonly top: number;
  readonly height: number;
}

interface RowProps extends HeadsProps {
  readonly cursor: Cursor;
  readonly writing: Writing | undefined;
  readonly isOpen: boolean;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly sight: Sight;
  readonly gridId: string;
  readonly onWritten: (text: string | undefined) => void;
}

export const MatrixRow = (props: RowProps) => {
  const { matrix, words, axes, cursor, writing, isOpen, index, top, height, width, sight, gridId, onWritten } = props;
  const t = useWords();
  const selectedIds = useView((state) => state.selection?.ids ?? NOTHING);
  const row = matrix.rows[index];
  if (row === undefined) return null;
  return (
    <div role="row" aria-rowindex={index + 2} className="matrix-row" style={{ top, height, width }}>
      <div role="rowheader" className="matrix-row-head" aria-colindex={1} style={{ width: HEAD }}>
        <div className="matrix-row-name" title={words.row(row)} style={{ WebkitLineClamp: namedLines(height) }}>
          {words.row(row)}
        </div>
      </div>
      {axes.columns.getVirtualItems().map(({ index: column, start, size }) => {
        const head = matrix.columns[column];
        const here = cursor.row === index && cursor.column === column;
        const stays = column === 0 && axes.pinned > 0;
        return head === undefined ? null : (
          <MatrixCell
            key={head.key}
            entries={matrix.at(index, column)}
            row={index}
            column={column}
            left={stays ? HEAD : HEAD + start}
            width={size}
            pinned={stays}
            id={`${gridId}-${index}-${column}`}
            label={t('matrix.cell', { row: words.row(row), column: words.column(head) })}
            cursor={here ? cursor.entry : -1}
            selectedIds={selectedIds}
            cap={axes.cap}
            isOpen={isOpen}
            above={sight.top - top}
            below={sight.top + sight.height - top}
            writing={here ? writing : undefined}
            onWritten={onWritten}
          />
        );
      })}
    </div>
  );
};
