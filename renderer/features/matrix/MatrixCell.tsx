import { memo } from 'react';
import type { MatrixEntry } from '#shared/matrix/matrix.ts';
import { useWords } from '../../ui/words.ts';

/** What is being written: the title of the entry at the cursor, or of a new one in the cell. */
export interface Writing {
  readonly mode: 'rename' | 'add';
  readonly text: string;
}

interface TitleInputProps {
  readonly label: string;
  readonly text: string;
  readonly onDone: (text: string | undefined) => void;
}

const TitleInput = ({ label, text, onDone }: TitleInputProps) => (
  <input
    ref={(input) => input?.select()}
    className="matrix-input"
    aria-label={label}
    defaultValue={text}
    maxLength={200}
    onBlur={(event) => onDone(event.currentTarget.value)}
    onKeyDown={(event) => {
      event.stopPropagation();
      if (event.key === 'Enter') event.currentTarget.blur();
      if (event.key !== 'Escape') return;
      // The stored title comes back, and leaving the field finds nothing to write.
      event.currentTarget.value = text;
      onDone(undefined);
    }}
  />
);

interface CellProps {
  readonly entries: readonly MatrixEntry[];
  readonly row: number;
  readonly column: number;
  readonly left: number;
  readonly width: number;
  readonly id: string;
  readonly label: string;
  /** The entry at the cursor; -1 where the cursor is elsewhere. */
  readonly cursor: number;
  readonly selectedIds: readonly string[];
  /** How many entries show; all where undefined. */
  readonly shown: number | undefined;
  readonly writing: Writing | undefined;
  readonly onWritten: (text: string | undefined) => void;
}

/** One cell: its entries under each other, and the field in which one of them is being written. */
export const MatrixCell = memo((props: CellProps) => {
  const { entries, row, column, left, width, id, label, cursor, selectedIds, shown, writing, onWritten } = props;
  const cut = shown !== undefined && entries.length > shown ? shown - 1 : entries.length;
  const t = useWords();
  return (
    <div
      role="gridcell"
      id={id}
      className="matrix-cell"
      aria-colindex={column + 2}
      aria-label={`${label}: ${entries.map(({ bar }) => bar.title).join('; ')}`}
      aria-selected={cursor >= 0}
      data-cursor={cursor >= 0 || undefined}
      data-row={row}
      data-column={column}
      style={{ left, width }}
    >
      {entries.slice(0, cut).map(({ bar, continued }, index) =>
        writing?.mode === 'rename' && index === cursor ? (
          <TitleInput
            key={bar.id}
            label={t('matrix.rename', { title: bar.title })}
            text={writing.text}
            onDone={onWritten}
          />
        ) : (
          <div
            key={bar.id}
            className="matrix-entry"
            draggable
            data-entry={index}
            data-continued={continued || undefined}
            data-state={bar.state}
            data-kind={bar.kind}
            data-cursor={index === cursor || undefined}
            data-selected={selectedIds.includes(bar.id) || undefined}
            title={continued ? t('matrix.continued', { title: bar.title }) : bar.title}
          >
            {bar.title}
          </div>
        ),
      )}
      {cut < entries.length && (
        <div className="matrix-more" data-entry={cut}>
          {t('matrix.more', { count: entries.length - cut })}
        </div>
      )}
      {writing?.mode === 'add' && <TitleInput label={t('matrix.newTitle')} text="" onDone={onWritten} />}
    </div>
  );
});
MatrixCell.displayName = 'MatrixCell';
