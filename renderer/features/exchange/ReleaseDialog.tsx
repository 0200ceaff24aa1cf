import { Group, Modal, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { outcomeOf, releaseTable } from '#shared/interchange/table/exchange.ts';
import { fitsFilter, type ReleaseFilter, type ReleaseRow, releaseRows } from '#shared/plan/release/rows.ts';
import type { Selection } from '#shared/plan/release/select.ts';
import { usePlan } from '../../state/plan.ts';
import { FocusBack } from '../../ui/FocusBack.tsx';
import { Marking } from '../../ui/Marking.tsx';
import { TableMenu } from '../../ui/table/TableMenu.tsx';
import { useWords, wordFor } from '../../ui/words.ts';
import { Comparison } from './Comparison.tsx';
import './release.css';

const ROW = 26;
const FILTERS: readonly ReleaseFilter[] = ['any', 'goes', 'changed', 'held'];

interface RowsProps {
  readonly rows: readonly ReleaseRow[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly to: string;
}

const useRows = ({ rows, chosen, onChoose }: RowsProps) => {
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 16,
  });
  const move = (event: React.KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW) / ROW) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -rows.length,
      End: rows.length,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(rows.length - 1, Math.max(0, chosen + step));
    onChoose(next);
    list.scrollToIndex(next);
  };
  return { scroller, list, move };
};

/** Only what is in sight is drawn: a plan of 50,000 records scrolls as one of fifty. */
const Rows = (props: RowsProps) => {
  const { rows, chosen, onChoose } = props;
  const t = useWords();
  const { scroller, list, move } = useRows(props);
  return (
    <div
      ref={scroller}
      className="release-rows"
      role="listbox"
      tabIndex={0}
      aria-label={t('release.records')}
      aria-activedescendant={rows[chosen] === undefined ? undefined : `release-${rows[chosen].record.id}`}
      onKeyDown={move}
    >
      <div style={{ height: list.getTotalSize(), position: 'relative' }} role="presentation">
        {list.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            // The list has the focus and the keys; its options are pointed at.
            <div
              key={row.record.id}
              id={`release-${row.record.id}`}
              role="option"
              aria-selected={index === chosen}
              className={`release-row${row.stays === undefined ? '' : ' is-held'}${row.changes > 0 ? ' is-changed' : ''}`}
              style={{ transform: `translateY(${start}px)`, height: ROW }}
              onClick={() => onChoose(index)}
              onKeyDown={undefined}
            >
              <span className="release-kind">{wordFor(`app.kind.${row.record.kind}`)}</span>
              <span className="release-title">{row.title}</span>
              <span className="release-outcome">
                {row.leaves !== undefined && <b>{row.title}</b>} <span>{outcomeOf(row, wordFor)}</span>
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
};

interface ReleaseDialogProps {
  readonly selection: Selection;
  /** The recipients in words. */
  readonly to: string;
  readonly onClose: () => void;
}

const Body = ({ selection, to }: Omit<ReleaseDialogProps, 'onClose'>) => {
  const t = useWords();
  const plan = usePlan((state) => state.plan);
  const [filter, setFilter] = useState<ReleaseFilter>('any');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const all = useMemo(() => releaseRows(plan, selection), [plan, selection]);
  const rows = useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase();
    return all.filter((row) => fitsFilter(row, filter) && row.title.toLocaleLowerCase().includes(wanted));
  }, [all, filter, text]);
  const choose = (next: ReleaseFilter): void => {
    setFilter(next);
    setChosen(0);
  };
  return (
    <div className="release">
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t('release.show')}
          data={FILTERS.map((value) => ({
            value: value as string,
            label: wordFor(`release.sort.${value}`, { count: all.filter((row) => fitsFilter(row, value)).length }),
          }))}
          value={filter}
          onChange={(value) => choose(FILTERS.find((known) => known === value) ?? 'any')}
        />
        <TextInput
          aria-label={t('release.filter')}
          placeholder={t('release.filter')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setChosen(0);
          }}
        />
        <Marking label={selection.label} />
        <TableMenu content={() => releaseTable(rows, to, wordFor)} />
      </Group>
      <div className="release-head" aria-hidden="true">
        <span>{t('release.full')}</span>
        <span>{t('release.gets', { to })}</span>
      </div>
      {rows.length === 0 ? (
        <Text c="dimmed">{t('release.nothing')}</Text>
      ) : (
        <Rows rows={rows} chosen={chosen} onChoose={setChosen} to={to} />
      )}
      <div className="release-detail">
        <Comparison row={rows[chosen]} to={to} />
      </div>
    </div>
  );
};

/** The exact release beside the full plan: what goes whole, what goes changed, what stays and why. */
export const ReleaseDialog = ({ selection, to, onClose }: ReleaseDialogProps) => {
  const t = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      size="90%"
      title={t('release.title', { to })}
      closeButtonProps={{ 'aria-label': t('label.close') }}
    >
      <FocusBack />
      <Body selection={selection} to={to} />
    </Modal>
  );
};
