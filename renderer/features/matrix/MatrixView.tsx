import { ActionIcon, Button, Group, Select, Switch, Tooltip } from '@mantine/core';
import { IconPlus, IconPrinter, IconTimeline } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { MATRIX_COLUMNS } from '#shared/matrix/columns.ts';
import { MATRIX_ROWS, type Matrix, type MatrixSpec } from '#shared/matrix/matrix.ts';
import { planSpan } from '#shared/print/options.ts';
import { wholeDays } from '#shared/print/base.ts';
import { usePlan } from '../../state/plan.ts';
import { showPrint } from '../../state/printing.ts';
import { showView } from '../../state/view.ts';
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
    w={170}
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
const printMatrix = ({ rows: grouping, columns, filled }: MatrixSpec): void => {
  const { status, plan } = usePlan.getState();
  if (status.phase !== 'open') return;
  const whole = columns === 'phase' || columns === 'week';
  const span = whole ? wholeDays(planSpan(plan, Date.now())) : {};
  showPrint(status.id, 'matrix', { grouping, columns, filled, ...span });
};

interface ToolbarProps {
  readonly matrix: Matrix;
  readonly words: MatrixWords;
  readonly cursor: Cursor;
  readonly onSpec: (spec: MatrixSpec) => void;
  readonly onAdd: () => void;
}

const Toolbar = ({ matrix, words, cursor, onSpec, onAdd }: ToolbarProps) => {
  const t = useWords();
  const { spec } = matrix;
  const entry = entryAt(matrix, cursor);
  const icon = (label: string, node: ReactNode, act: (() => void) | undefined) => (
    <Tooltip label={label}>
      <ActionIcon variant="default" aria-label={label} disabled={act === undefined} onClick={act}>
        {node}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <Group className="matrix-toolbar" gap="xs">
      <Button leftSection={<IconPlus size={14} />} disabled={matrix.columns.length === 0} onClick={onAdd}>
        {t('matrix.newActivity')}
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
      <Group gap={4} wrap="nowrap">
        {icon(t('matrix.toTimeline'), <IconTimeline size={16} />, entry && (() => showOnTimeline(entry)))}
        <TableMenu content={() => matrixContent(matrix, words)} tsv={() => matrixTsv(matrix, words)} />
        {icon(t('matrix.print'), <IconPrinter size={16} />, () => printMatrix(spec))}
      </Group>
    </Group>
  );
};

const NO_ROWS: ReadonlySet<string> = new Set();

/** Where the cursor is: in a cell, or with an entry that was moved or added, wherever the plan has put it. */
const useCursor = (matrix: Matrix) => {
  const [place, setPlace] = useState<Cursor>(() => ({ row: 0, column: presentColumn(matrix), entry: 0 }));
  const [known, setKnown] = useState(matrix.spec.columns);
  if (known !== matrix.spec.columns) {
    setKnown(matrix.spec.columns);
    setPlace({ row: 0, column: presentColumn(matrix), entry: 0 });
  }
  const [following, setFollowing] = useState<{ readonly id: string; readonly from: Matrix } | undefined>();
  const follows = following !== undefined && following.from !== matrix;
  return {
    cursor: follows ? cursorOf(matrix, following.id, place) : inBounds(matrix, place),
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
  const words = useMatrixWords(spec);
  const { cursor, setCursor, follow } = useCursor(matrix);
  const [writing, setWriting] = useState<Writing | undefined>();
  const [open, setOpen] = useState<ReadonlySet<string>>(NO_ROWS);
  const add = (): void => setWriting({ mode: 'add', text: '' });
  return (
    <section className="matrix-view" aria-label={t('matrix.title')}>
      <Toolbar matrix={matrix} words={words} cursor={cursor} onSpec={setSpec} onAdd={add} />
      {matrix.rows.length === 0 || matrix.columns.length === 0 ? (
        <EmptyView
          text={t('matrix.empty')}
          actions={[{ label: t('timeline.title'), act: () => showView('timeline') }]}
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
          onOpenRow={(key) => !open.has(key) && setOpen(new Set([...open, key]))}
        />
      )}
    </section>
  );
};
