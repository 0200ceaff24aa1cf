import { memo } from 'react';
import { META_FIELDS } from '#shared/plan/base.ts';
import type { Stamp } from '#shared/time/clock.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import { useFieldText } from './fieldText.ts';
import type { EntryRow, FieldRow, ReviewRow } from './reviewRows.ts';
import { useOrigins } from './useOrigins.ts';
import { type Speaker, useWho } from './who.ts';

interface SideProps {
  readonly title: string;
  readonly text: string;
  readonly note?: string;
}

/** Whose word it is comes first: however long the word is, that stays in sight. */
const Side = ({ title, text, note }: SideProps) => (
  <div className="review-side">
    <span className="review-dim">{title}</span>
    {note !== undefined && <span className="review-who figure">{note}</span>}
    <span className="review-full">{text}</span>
  </div>
);

/** Which bundle brought what stands here; nothing for what was written here. */
const useOriginText = ({ entry, field }: FieldRow): string => {
  const t = useWords();
  const { origins } = useOrigins(entry.mine);
  const bundle = origins.find((origin) => origin.field === field.field)?.bundle;
  if (bundle === undefined) return '';
  const { revision, nation, name, file } = bundle;
  return ` · ${t('review.cameWith', { revision, nation, name, file })}`;
};

const FieldDetail = ({ row, speaker }: { readonly row: FieldRow; readonly speaker: Speaker | null }) => {
  const t = useWords();
  const write = useFieldText();
  const who = useWho(speaker);
  const came = useOriginText(row);
  const { field, entry } = row;
  const textOf = (value: unknown): string => write(value, entry.kind, field.field);
  const told = (stamp: Stamp, theirs: boolean): string => {
    const { name, when } = who(stamp, theirs);
    return t('review.wrote', { name, when });
  };
  const { last } = field;
  return (
    <>
      <Side title={t('review.mine')} text={textOf(field.mine)} note={told(field.mineStamp, false) + came} />
      {last === undefined ? (
        <Side title={t('review.last')} text={t('review.neverSent')} />
      ) : (
        <Side
          title={t('review.last')}
          text={textOf(last.value)}
          note={t('review.inRevision', { revision: last.revision })}
        />
      )}
      <Side
        title={t('review.theirs')}
        text={textOf(field.theirs)}
        note={
          field.kept === true
            ? t('review.keptLong')
            : told(field.theirsStamp, true) + (field.retained === true ? ` · ${t('review.retainedLong')}` : '')
        }
      />
    </>
  );
};

const RecordDetail = ({ row, speaker }: { readonly row: EntryRow; readonly speaker: Speaker | null }) => {
  const t = useWords();
  const textOf = useFieldText();
  const who = useWho(speaker);
  const { theirs, mine } = row.entry;
  const record = theirs.deleted === true && mine !== undefined ? mine : theirs;
  const values = Object.entries(record).filter(([field]) => !META_FIELDS.has(field));
  const { name, when } = who(theirs.stamp, true);
  return (
    <div className="review-side">
      <span className="review-dim">{t('review.wrote', { name, when })}</span>
      <span className="review-full">
        {values
          .map(([field, value]) =>
            t('review.fieldValue', {
              field: wordFor(`plan.fields.${field}`),
              value: textOf(value, record.kind, field),
            }),
          )
          .join(' · ')}
      </span>
    </div>
  );
};

interface DetailProps {
  readonly row: ReviewRow | undefined;
  /** The bundle under review. */
  readonly speaker: Speaker | null;
}

/** The row in focus in full: long values are cut in the list, and authors stand there only in conflicts. */
export const ReviewDetail = memo(({ row, speaker }: DetailProps) => {
  const t = useWords();
  return (
    <section className="review-detail" aria-label={t('review.detail')}>
      {row?.type === 'field' && <FieldDetail row={row} speaker={speaker} />}
      {row?.type === 'entry' && <RecordDetail row={row} speaker={speaker} />}
    </section>
  );
});
