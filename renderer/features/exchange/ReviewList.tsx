import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { Decision } from '#shared/plan/merge/accept.ts';
import type { ReviewField } from '#shared/plan/merge/compare.ts';
import type { ReviewEntry } from '#shared/plan/merge/review.ts';
import { stampAuthor, stampMs } from '#shared/time/clock.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import { useFieldText } from './fieldText.ts';
import { decide, useImport } from './session.ts';

const takeableFields = (entry: ReviewEntry): readonly string[] =>
  entry.fields.filter(({ verdict }) => verdict !== 'known').map(({ field }) => field);

const isTaken = (decision: Decision | undefined, field: string): boolean =>
  decision === 'take' || (decision !== undefined && decision.includes(field));

const setEntry = (entry: ReviewEntry, take: boolean): void =>
  decide(new Map([[entry.key, take ? (entry.whole ? 'take' : takeableFields(entry)) : undefined]]));

const setField = (entry: ReviewEntry, decision: Decision | undefined, field: string, take: boolean): void => {
  const now = decision === 'take' ? takeableFields(entry) : (decision ?? []);
  const next = take ? [...new Set([...now, field])] : now.filter((name) => name !== field);
  decide(new Map([[entry.key, next.length === 0 ? undefined : next]]));
};

/** Who changed it, and when: the author's stamp in words. */
const who = (stamp: string | undefined): string =>
  stamp === undefined ? '' : `${stampAuthor(stamp)} ${formatDtg(Math.floor(stampMs(stamp) / 60_000) * 60_000)}`;

interface FieldProps {
  readonly entry: ReviewEntry;
  readonly field: ReviewField;
  readonly decision: Decision | undefined;
}

const FieldRow = ({ entry, field, decision }: FieldProps) => {
  const textOf = useFieldText();
  const name = wordFor(`plan.fields.${field.field}`);
  const concurrent = field.verdict === 'concurrent';
  return (
    <div className={concurrent ? 'review-field is-concurrent' : 'review-field'}>
      <Checkbox
        aria-label={name}
        size="xs"
        disabled={!entry.takeable || field.verdict === 'known'}
        checked={isTaken(decision, field.field)}
        onChange={(event) => setField(entry, decision, field.field, event.currentTarget.checked)}
      />
      <b>{name.replace('plan.fields.', '')}</b>
      <span className="review-mine" title={who(field.mineStamp)}>
        {textOf(field.mine)}
      </span>
      <span aria-hidden="true">→</span>
      <span className="review-theirs" title={who(field.theirsStamp)}>
        {textOf(field.theirs)}
      </span>
    </div>
  );
};

const EntryRow = ({ entry }: { readonly entry: ReviewEntry }) => {
  const t = useWords();
  const decision = useImport((state) => state.decisions.get(entry.key));
  const some =
    decision !== undefined && !entry.whole && decision !== 'take' && decision.length < takeableFields(entry).length;
  return (
    <div className={`review-entry is-${entry.class}`}>
      <div className="review-head">
        <Checkbox
          aria-label={t('exchange.takeOne', { what: entry.title })}
          size="xs"
          disabled={!entry.takeable}
          checked={decision !== undefined && !some}
          indeterminate={some}
          onChange={(event) => setEntry(entry, event.currentTarget.checked)}
        />
        <span className={`review-class is-${entry.class}`}>{wordFor(`exchange.class.${entry.class}`)}</span>
        <span className="review-kind">{wordFor(`app.kind.${entry.kind}`)}</span>
        <b>{entry.title}</b>
        <span className="review-owner">{t('exchange.owner', { owner: entry.owner })}</span>
        {!entry.takeable && <span className="review-owner">{t('exchange.notTakeable')}</span>}
      </div>
      {!entry.whole &&
        entry.fields.map((field) => <FieldRow key={field.field} entry={entry} field={field} decision={decision} />)}
    </div>
  );
};

/** The entries of a review; only those in sight are drawn, so that 50,000 stay fluid. */
export const ReviewList = ({ entries }: { readonly entries: readonly ReviewEntry[] }) => {
  const t = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => 30 + (entries[index]?.whole === false ? (entries[index]?.fields.length ?? 0) * 24 : 0),
    overscan: 12,
    getItemKey: (index) => entries[index]?.key ?? index,
  });
  return (
    <div ref={scroller} className="review-list" role="group" aria-label={t('exchange.records')} tabIndex={0}>
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const entry = entries[index];
          return entry === undefined ? null : (
            <div
              key={key}
              data-index={index}
              ref={rows.measureElement}
              className="review-slot"
              style={{ transform: `translateY(${start}px)` }}
            >
              <EntryRow entry={entry} />
            </div>
          );
        })}
      </div>
    </div>
  );
};
