import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import type { Taken } from '#shared/plan/merge/taken.ts';
import type { Stamp } from '#shared/time/clock.ts';
import { useNumber, useWords, wordFor } from '../../ui/words.ts';
import { useFieldText } from './fieldText.ts';
import { toggleRow } from './reviewActions.ts';
import {
  type EntryRow,
  type FieldRow,
  type Grouping,
  type GroupRow,
  isFoldable,
  type ReviewRow,
} from './reviewRows.ts';
import { type Speaker, useWho } from './who.ts';

/** A group's name in the words of the screen. */
const groupName = (name: string, grouping: Grouping): string =>
  grouping === 'class'
    ? wordFor(`exchange.class.${name}`)
    : grouping === 'kind'
      ? wordFor(`review.kinds.${name}`)
      : name;

const MARKS: Readonly<Record<Taken, string>> = { all: '✓', some: '–', none: '', fixed: '' };

/** The row is the control: the mark shows what the row's own state tells assistive technology. */
const Check = ({ row, taken }: { readonly row: ReviewRow; readonly taken: Taken }) => (
  <span
    className={`review-check is-${taken}`}
    aria-hidden="true"
    onClick={(event) => {
      event.stopPropagation();
      toggleRow(row);
    }}
  >
    {MARKS[taken]}
  </span>
);

interface FoldProps {
  readonly row: ReviewRow;
  readonly folded: boolean;
  readonly onFold: (event: MouseEvent) => void;
}

const Fold = ({ row, folded, onFold }: FoldProps) => (
  <span className="review-fold" aria-hidden="true" onClick={onFold}>
    {isFoldable(row) && (folded ? <IconChevronRight size={13} /> : <IconChevronDown size={13} />)}
  </span>
);

interface RowProps<R extends ReviewRow> {
  readonly row: R;
  readonly taken: Taken;
  readonly folded: boolean;
  readonly onFold: (event: MouseEvent) => void;
}

export const GroupLine = ({ row, grouping, ...state }: RowProps<GroupRow> & { readonly grouping: Grouping }) => {
  const number = useNumber();
  return (
    <div className="review-line is-group">
      <Fold row={row} folded={state.folded} onFold={state.onFold} />
      <Check row={row} taken={state.taken} />
      <b>{groupName(row.name, grouping)}</b>
      <span className="review-dim figure">{number(row.entries.length)}</span>
    </div>
  );
};

export const EntryLine = ({ row, taken, folded, onFold }: RowProps<EntryRow>) => {
  const t = useWords();
  const { entry } = row;
  return (
    <div className="review-line is-entry">
      <Fold row={row} folded={folded} onFold={onFold} />
      <Check row={row} taken={taken} />
      <span className={`review-class is-${entry.class}`}>{wordFor(`exchange.class.${entry.class}`)}</span>
      <span className="review-dim review-kind">{wordFor(`app.kind.${entry.kind}`)}</span>
      <b className="review-title">{entry.title}</b>
      <span className="review-dim">{t('exchange.owner', { owner: entry.owner })}</span>
      {!entry.takeable && (
        <span className="review-dim">{t(entry.blocked === undefined ? 'exchange.notTakeable' : 'review.blocked')}</span>
      )}
    </div>
  );
};

interface ValueProps {
  readonly text: string;
  readonly stamp?: Stamp | undefined;
  readonly speaker: Speaker | null;
  readonly theirs?: boolean;
  readonly className?: string;
}

/** A value and, in a conflict, whose word it is and since when. */
const Value = ({ text, stamp, speaker, theirs = false }: ValueProps) => {
  const who = useWho(speaker);
  const told = stamp === undefined ? undefined : who(stamp, theirs);
  return (
    <span className={`review-value${theirs ? ' is-theirs' : ''}`}>
      <span className="review-text">{text}</span>
      {told !== undefined && (
        <span className="review-who figure">
          {told.name} · {told.when}
        </span>
      )}
    </span>
  );
};

export const FieldLine = ({ row, taken, speaker }: RowProps<FieldRow> & { readonly speaker: Speaker | null }) => {
  const t = useWords();
  const write = useFieldText();
  const { field, entry } = row;
  const textOf = (value: unknown): string => write(value, entry.kind, field.field);
  const disputed = field.verdict === 'concurrent';
  const same = field.last !== undefined && JSON.stringify(field.last.value) === JSON.stringify(field.theirs);
  return (
    <div className={`review-line is-field${disputed ? ' is-disputed' : ''}`}>
      <Check row={row} taken={taken} />
      <span className="review-name">
        {wordFor(`plan.fields.${field.field}`)}
        {disputed && <b className="review-dispute"> {t('review.dispute')}</b>}
        {field.verdict === 'known' && <span className="review-dim"> {t('review.known')}</span>}
        {field.kept === true && <span className="review-dim"> {t('review.kept')}</span>}
        {field.retained === true && <span className="review-dim"> {t('review.retained')}</span>}
      </span>
      <Value text={textOf(field.mine)} stamp={disputed ? field.mineStamp : undefined} speaker={speaker} />
      <span className="review-value review-dim">
        <span className="review-text">
          {field.last === undefined ? t('review.neverSent') : same ? t('review.asNow') : textOf(field.last.value)}
        </span>
      </span>
      <Value text={textOf(field.theirs)} stamp={disputed ? field.theirsStamp : undefined} speaker={speaker} theirs />
    </div>
  );
};
