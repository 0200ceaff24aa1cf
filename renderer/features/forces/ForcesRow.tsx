import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type DragEvent, type MouseEvent, useState } from 'react';
import { openInspector } from '../../state/view.ts';
import { Flag } from '../../ui/Flag.tsx';
import { numberText } from '../../ui/numbers.ts';
import { UnitSymbol } from '../../ui/symbol/UnitSymbol.tsx';
import { useWords, wordFor } from '../../ui/words.ts';
import { echelonKey } from './echelons.ts';
import type { TreeRow, UnitRow } from './treeRows.ts';

export type Drop = 'into' | 'before';

interface RowProps {
  readonly row: TreeRow;
  readonly top: number;
  readonly height: number;
  readonly selected: boolean;
  readonly active: boolean;
  readonly onPress: (event: MouseEvent) => void;
  readonly onToggle: () => void;
  readonly onDragStart: () => void;
  readonly onDrop: (where: Drop) => void;
}

/** The upper third of a line is "before it", the rest "into it". */
const dropAt = (event: DragEvent<HTMLElement>, row: TreeRow): Drop => {
  const box = event.currentTarget.getBoundingClientRect();
  return row.kind === 'unit' && event.clientY - box.top < box.height / 3 ? 'before' : 'into';
};

const number = (value: number): string => (value === 0 ? '' : numberText(value));

/** A unit's own strength, and with all below it where that is more. */
const withSum = (own: number | undefined, sum: number): string => {
  const alone = number(own ?? 0);
  return sum === (own ?? 0) ? alone : `${alone} Σ ${number(sum)}`.trim();
};

const UnitCells = ({ row }: { readonly row: UnitRow }) => {
  const { unit } = row;
  return (
    <>
      <span>{wordFor(`forces.echelons.${echelonKey(unit.sidc)}`)}</span>
      <span className="is-number">{withSum(unit.personnel, row.personnel)}</span>
      <span className="is-number">{withSum(unit.vehicles, row.vehicles)}</span>
      <span>{unit.homeStation}</span>
      <span>{unit.readiness === undefined ? '' : wordFor(`plan.readiness.${unit.readiness}`)}</span>
    </>
  );
};

const Name = ({ row }: { readonly row: TreeRow }) => {
  const t = useWords();
  if (row.kind === 'participant') {
    return (
      <>
        <Flag flag={row.participant.flag} code={row.participant.code} />
        <b>{row.participant.name}</b>
        <small>{t('forces.unitCount', { count: row.units })}</small>
      </>
    );
  }
  return (
    <>
      <UnitSymbol sidc={row.unit.sidc} height={20} />
      <span className={row.matches ? 'forces-name is-hit' : 'forces-name'}>{row.unit.name}</span>
      <small>{row.unit.shortName}</small>
    </>
  );
};

/** Taking a line and letting it fall on another one. */
const useDropTarget = ({ row, onDragStart, onDrop }: Pick<RowProps, 'row' | 'onDragStart' | 'onDrop'>) => {
  const [over, setOver] = useState<Drop | null>(null);
  const handlers = {
    draggable: row.kind === 'unit',
    onDragStart: (event: DragEvent<HTMLElement>): void => {
      event.dataTransfer.setData('text/plain', row.id);
      onDragStart();
    },
    onDragOver: (event: DragEvent<HTMLElement>): void => {
      event.preventDefault();
      setOver(dropAt(event, row));
    },
    onDragLeave: (): void => setOver(null),
    onDrop: (event: DragEvent<HTMLElement>): void => {
      event.preventDefault();
      setOver(null);
      onDrop(dropAt(event, row));
    },
  };
  return { over, handlers };
};

const ParticipantCells = ({ row }: { readonly row: TreeRow }) => (
  <>
    <span />
    <span className="is-number">{number(row.personnel)}</span>
    <span className="is-number">{number(row.vehicles)}</span>
    <span />
    <span />
  </>
);

const classesOf = ({ row, selected, active }: RowProps, over: Drop | null): string =>
  [
    'forces-row',
    row.kind === 'participant' ? 'is-participant' : '',
    selected ? 'is-selected' : '',
    active ? 'is-active' : '',
    over === null ? '' : `drop-${over}`,
  ].join(' ');

/** One line of the tree. */
export const ForcesRow = (props: RowProps) => {
  const { row, top, height, selected, onPress, onToggle } = props;
  const t = useWords();
  const { over, handlers } = useDropTarget(props);
  const foldable = row.kind === 'participant' ? row.units > 0 : row.hasChildren;
  return (
    <div
      role="treeitem"
      tabIndex={-1}
      id={`unit-${row.id}`}
      aria-level={row.depth + 1}
      aria-selected={selected}
      aria-expanded={foldable ? row.open : undefined}
      className={classesOf(props, over)}
      style={{ transform: `translateY(${top}px)`, height }}
      onClick={onPress}
      onDoubleClick={openInspector}
      {...handlers}
    >
      <span className="forces-cell-name" style={{ paddingLeft: row.depth * 18 }}>
        <button
          type="button"
          tabIndex={-1}
          className="forces-toggle"
          aria-label={t('forces.toggle')}
          disabled={!foldable}
          onClick={onToggle}
        >
          {foldable && (row.open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />)}
        </button>
        <Name row={row} />
      </span>
      {row.kind === 'unit' ? <UnitCells row={row} /> : <ParticipantCells row={row} />}
    </div>
  );
};
