import { memo } from 'react';
import type { MatrixEntry } from '#shared/matrix/matrix.ts';
import { find } from '#shared/plan/state.ts';
import { formatSpan, formatTime } from '#shared/time/display.ts';
import type { Bar, Face } from '#shared/timeline/bars.ts';
import { usePlan } from '../../state/plan.ts';
import { useTimeContext } from '../../state/time.ts';
import { useView } from '../../state/view.ts';
import { hueOf } from '../../ui/hues.ts';
import { useWords } from '../../ui/words.ts';
import { LINE } from './axes.ts';

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
  /** Whether it stays beside the heads when the others are scrolled. */
  readonly pinned: boolean;
  readonly id: string;
  readonly label: string;
  /** The entry at the cursor; -1 where the cursor is elsewhere. */
  readonly cursor: number;
  readonly selectedIds: readonly string[];
  /** How many lines it has at the most before its row is opened. */
  readonly cap: number;
  readonly isOpen: boolean;
  /** Where the window's sight begins and ends, in pixels from the row's top. */
  readonly above: number;
  readonly below: number;
  readonly writing: Writing | undefined;
  readonly onWritten: (text: string | undefined) => void;
}

/** Names so many entries; who listens to more has long gone on. */
const NAMED = 12;

export const titleOf = ({ bar, continued }: MatrixEntry, t: ReturnType<typeof useWords>): string =>
  continued ? t('matrix.continued', { title: bar.title }) : bar.title;

const isTimed = (bar: Face): bar is Bar => 'start' in bar;

/** What is read when the pointer rests on an entry: the whole title, its times, and whose it is. */
const useDetails = (entry: MatrixEntry): string => {
  const t = useWords();
  const mode = useView((state) => state.timeMode);
  const context = useTimeContext();
  const { bar } = entry;
  const times = !isTimed(bar)
    ? t('matrix.waiting')
    : bar.start === bar.end
      ? formatTime(bar.start, mode, context)
      : formatSpan(bar.start, bar.end, mode, context);
  const { plan } = usePlan.getState();
  const whose = bar.participants.flatMap((id) => find(plan, 'participant', id)?.code ?? []).join(', ');
  return [titleOf(entry, t), times, whose].filter(Boolean).join('\n');
};

const Entry = (props: {
  readonly entry: MatrixEntry;
  readonly index: number;
  readonly here: boolean;
  readonly selected: boolean;
}) => {
  const { entry, index, here, selected } = props;
  const { bar, continued } = entry;
  return (
    <div
      className={`matrix-entry ${hueOf(bar)}`}
      draggable
      data-entry={index}
      data-continued={continued || undefined}
      data-state={bar.state}
      data-kind={bar.kind}
      data-cursor={here || undefined}
      data-selected={selected || undefined}
      title={useDetails(entry)}
    >
      {bar.title}
    </div>
  );
};

/** The entries that lie in sight of those that the cell shows; of a few, all of them. */
const inSight = ({ above, below }: CellProps, shown: number): readonly [number, number] => {
  if (shown <= 3 * NAMED) return [0, shown];
  return [
    Math.min(shown, Math.max(0, Math.floor(above / LINE))),
    Math.max(0, Math.min(shown, Math.ceil(below / LINE))),
  ];
};

const MatrixEntries = (props: CellProps) => {
  const { entries, cap, isOpen, cursor, selectedIds, writing, onWritten } = props;
  const t = useWords();
  const full = entries.length > cap;
  const shown = full && !isOpen ? cap - 1 : entries.length;
  const [from, to] = inSight(props, shown);
  return (
    <>
      {from > 0 && <div style={{ height: from * LINE }} />}
      {entries.slice(from, to).map((entry, at) => {
        const { bar } = entry;
        const index = from + at;
        return writing?.mode === 'rename' && index === cursor ? (
          <TitleInput
            key={bar.id}
            label={t('matrix.rename', { title: bar.title })}
            text={writing.text}
            onDone={onWritten}
          />
        ) : (
          <Entry
            key={bar.id}
            entry={entry}
            index={index}
            here={index === cursor}
            selected={selectedIds.includes(bar.id)}
          />
        );
      })}
      {to < shown && <div style={{ height: (shown - to) * LINE }} />}
      {shown < entries.length && (
        <div className="matrix-more" data-entry={shown}>
          {t('matrix.more', { count: entries.length - shown })}
        </div>
      )}
      {full && isOpen && <div className="matrix-more matrix-less">{t('matrix.less')}</div>}
    </>
  );
};

/** One cell: its entries under each other, and the field in which one of them is being written. */
export const MatrixCell = memo((props: CellProps) => {
  const { entries, row, column, left, width, pinned, id, label, cursor, writing, onWritten } = props;
  const t = useWords();
  const named = entries.slice(0, NAMED).map((entry) => titleOf(entry, t));
  if (entries.length > NAMED) named.push(t('matrix.more', { count: entries.length - NAMED }));
  return (
    <div
      role="gridcell"
      id={id}
      className="matrix-cell"
      aria-colindex={column + 2}
      aria-label={`${label}: ${named.join('; ')}`}
      aria-selected={cursor >= 0}
      data-cursor={cursor >= 0 || undefined}
      data-pinned={pinned || undefined}
      data-row={row}
      data-column={column}
      style={{ left, width }}
    >
      <MatrixEntries {...props} />
      {writing?.mode === 'add' && <TitleInput label={t('matrix.newTitle')} text="" onDone={onWritten} />}
    </div>
  );
});
MatrixCell.displayName = 'MatrixCell';
