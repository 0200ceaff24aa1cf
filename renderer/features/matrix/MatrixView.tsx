import { ActionIcon, Button, Group, Select, Switch, Text, Tooltip } from '@mantine/core';
import { IconPlus, IconPrinter, IconTimeline } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { MATRIX_COLUMNS } from '#shared/matrix/columns.ts';
import { MATRIX_ROWS, type Matrix, type MatrixSpec } from '#shared/matrix/matrix.ts';
import { firstSpan, planSpan } from '#shared/print/options.ts';
import { wholeDays } from '#shared/print/base.ts';
import { usePlan } from '../../state/plan.ts';
import { showPrint } from '../../state/printing.ts';
import { showView } from '../../state/view.ts';
import { announce } from '../../ui/announce.ts';
import { EmptyView } from '../../ui/EmptyView.tsx';
import { TableMenu } from '../../ui/table/TableMenu.tsx';
import { useWords, wordFor } from '../../ui/words.ts';
import { type Cursor, cursorOf, inBounds, presentColumn } from './cursor.ts';
import { entryAt, showOnTimeline } from './edits.ts';
import type { Writing } from './MatrixCell.tsx';
import { MatrixGrid } from './MatrixGrid.tsx';
import { matrixContent, matrixTsv } from './table.ts';
import { type MatrixWords, useMatrix, useMatrixSpec, useMatrixWords } from './useMatrix.ts';
import './matrix.css';

interface PickProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly values: readonly V[];
  readonly family: string;
  readonly onPick: (value: V) => void;
}

const Pick = <V extends string>({ label, value, values, family, onPick }: PickProps<V>) => (
  <Select
    aria-label={label}
    className="matrix-pick"
    allowDeselect={false}
    data={values.map((id) => ({ value: id as string, label: wordFor(`${family}.${id}`) }))}
    value={value}
    onChange={(id) => {
      const picked = values.find((candidate) => candidate === id);
      if (picked !== undefined) onPick(picked);
    }}
  />
);

/** The same rows and columns on sheets; phases and weeks span the whole plan, and so does what is printed of them. */
const printMatrix = ({ rows: grouping, columns, filled, waiting }: MatrixSpec): void => {
  const { status, plan } = usePlan.getState();
  if (status.phase !== 'open') return;
  const whole = columns === 'phase' || columns === 'week';
  const span = wholeDays((whole ? planSpan : firstSpan)(plan, Date.now()));
  showPrint(status.id, 'matrix', { grouping, columns, filled, undated: waiting === true, rows: null, ...span });
};

interface ToolbarProps {
  readonly matrix: Matrix;
  readonly wanted: MatrixSpec;
  readonly words: MatrixWords;
  readonly cursor: Cursor;
  readonly onSpec: (spec: MatrixSpec) => void;
  readonly onAdd: () => void;
}

const Toolbar = ({ matrix, wanted: spec, words, cursor, onSpec, onAdd }: ToolbarProps) => {
  const t = useWords();
  const entry = entryAt(matrix, cursor);
  const icon = (label: string, node: ReactNode, act: (() => void) | undefined) => (
    <Tooltip label={label}>
      <ActionIcon variant="default" aria-label={label} disabled={act === undefined} onClick={act}>
        {node}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <Group className="matrix-toolbar" gap="xs" wrap="nowrap">
      <Button
        className="matrix-new"
        leftSection={<IconPlus size={14} />}
        aria-label={t('matrix.newActivity')}
        disabled={matrix.columns.length === 0}
        onClick={onAdd}
      >
        <span className="matrix-new-word">{t('matrix.newActivity')}</span>
      </Button>
      <Pick
        label={t('matrix.rowsBy')}
        value={spec.rows}
        values={MATRIX_ROWS}
        family="matrix.rows"
        onPick={(rows) => onSpec({ ...spec, rows })}
      />
      <Pick
        label={t('matrix.columnsBy')}
        value={spec.columns}
        values={MATRIX_COLUMNS}
        family="matrix.columns"
        onPick={(columns) => onSpec({ ...spec, columns })}
      />
      <Switch
        label={t('matrix.filled')}
        checked={spec.filled}
        onChange={(event) => onSpec({ ...spec, filled: event.currentTarget.checked })}
      />
      <Switch
        label={t('matrix.waiting')}
        checked={spec.waiting === true}
        onChange={(event) => onSpec({ ...spec, waiting: event.currentTarget.checked })}
      />
      <Group className="matrix-tools" gap={4} wrap="nowrap">
        {icon(t('matrix.toTimeline'), <IconTimeline size={16} />, entry && (() => showOnTimeline(entry)))}
        <TableMenu content={() => matrixContent(matrix, words)} tsv={() => matrixTsv(matrix, words)} />
        {icon(t('matrix.print'), <IconPrinter size={16} />, () => printMatrix(spec))}
      </Group>
    </Group>
  );
};

const sayPlace = (matrix: Matrix, words: MatrixWords, cursor: Cursor): void => {
  const entry = entryAt(matrix, cursor);
  const [row, column] = [matrix.rows[cursor.row], matrix.columns[cursor.column]];
  if (entry === undefined || row === undefined || column === undefined) return;
  const place = wordFor('matrix.cell', { row: words.row(row), column: words.column(column) });
  announce(wordFor('matrix.standsAt', { title: entry.bar.title, place }));
};

/** Where the cursor is: in a cell, or with an entry that was moved or added, wherever the plan has put it. */
const useCursor = (matrix: Matrix, words: MatrixWords) => {
  const [place, setPlace] = useState<Cursor>(() => ({ row: 0, column: presentColumn(matrix), entry: 0 }));
  const [known, setKnown] = useState(matrix.spec.columns);
  if (known !== matrix.spec.columns) {
    setKnown(matrix.spec.columns);
    setPlace({ row: 0, column: presentColumn(matrix), entry: 0 });
  }
  const [following, setFollowing] = useState<{ readonly id: string; readonly from: Matrix } | undefined>();
  const follows = following !== undefined && following.from !== matrix;
  const cursor = follows ? cursorOf(matrix, following.id, place) : inBounds(matrix, place);
  const arrived = follows ? following : undefined;
  useEffect(() => {
    if (arrived !== undefined) sayPlace(matrix, words, cursor);
    // Said once, when it has arrived.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [arrived]);
  return {
    cursor,
    setCursor: (next: Cursor): void => {
      setFollowing(undefined);
      setPlace(next);
    },
    follow: (id: string, to: Cursor): void => {
      setFollowing({ id, from: matrix });
      setPlace(to);
    },
  };
};

/** The synchronisation matrix: functions, participants or units against phases or steps of time. */
export const MatrixView = () => {
  const t = useWords();
  const [spec, setSpec] = useMatrixSpec();
  const matrix = useMatrix(spec);
  return (
    <section className="matrix-view" aria-label={t('matrix.title')} aria-busy={matrix?.spec !== spec}>
      {matrix === undefined ? (
        <Text c="dimmed" role="status" p="md">
          {t('matrix.making')}
        </Text>
      ) : (
        <MatrixBoard matrix={matrix} wanted={spec} onSpec={setSpec} />
      )}
    </section>
  );
};

interface BoardProps {
  readonly matrix: Matrix;
  /** What is chosen; a large matrix follows a moment later. */
  readonly wanted: MatrixSpec;
  readonly onSpec: (spec: MatrixSpec) => void;
}

/** Which rows show all of their entries. */
const useOpenRows = () => {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  return {
    open,
    openRow: (key: string, wanted: boolean): void => {
      if (open.has(key) === wanted) return;
      setOpen(wanted ? new Set([...open, key]) : new Set([...open].filter((each) => each !== key)));
    },
  };
};

const MatrixBoard = ({ matrix, wanted, onSpec }: BoardProps) => {
  const t = useWords();
  const words = useMatrixWords(matrix.spec);
  const { cursor, setCursor, follow } = useCursor(matrix, words);
  const [writing, setWriting] = useState<Writing | undefined>();
  const { open, openRow } = useOpenRows();
  const add = (): void => setWriting({ mode: 'add', text: '' });
  return (
    <>
      <Toolbar matrix={matrix} wanted={wanted} words={words} cursor={cursor} onSpec={onSpec} onAdd={add} />
      {matrix.rows.length === 0 || matrix.columns.length === 0 ? (
        <EmptyView
          text={t('matrix.empty')}
          actions={[
            { label: t('matrix.begin'), act: () => onSpec({ ...wanted, rows: 'type', filled: false, waiting: true }) },
            { label: t('timeline.title'), act: () => showView('timeline') },
          ]}
        />
      ) : (
        <MatrixGrid
          matrix={matrix}
          words={words}
          cursor={cursor}
          onCursor={setCursor}
          onFollow={follow}
          writing={writing}
          onWriting={setWriting}
          open={open}
          onOpenRow={openRow}
        />
      )}
    </>
  );
};
