import { META_FIELDS } from '#shared/plan/base.ts';
import type { Authors } from '#shared/plan/merge/authors.ts';
import type { Stamp } from '#shared/time/clock.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import { useFieldText } from './fieldText.ts';
import type { EntryRow, FieldRow, ReviewRow } from './reviewRows.ts';
import { useWho } from './who.ts';

interface SideProps {
  readonly title: string;
  readonly text: string;
  readonly note?: string;
}

const Side = ({ title, text, note }: SideProps) => (
  <div className="review-side">
    <span className="review-dim">{title}</span>
    <span className="review-full">{text}</span>
    {note !== undefined && <span className="review-who figure">{note}</span>}
  </div>
);

const FieldDetail = ({ row, authors }: { readonly row: FieldRow; readonly authors: Authors }) => {
  const t = useWords();
  const write = useFieldText();
  const { field, entry } = row;
  const textOf = (value: unknown): string => write(value, entry.kind, field.field);
  const who = useWho(authors);
  const told = (stamp: Stamp): string => {
    const { name, when } = who(stamp);
    return t('review.wrote', { name, when });
  };
  const { last } = field;
  return (
    <>
      <Side title={t('review.mine')} text={textOf(field.mine)} note={told(field.mineStamp)} />
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
        note={field.kept === true ? t('review.keptLong') : told(field.theirsStamp)}
      />
    </>
  );
};

const RecordDetail = ({ row, authors }: { readonly row: EntryRow; readonly authors: Authors }) => {
  const t = useWords();
  const textOf = useFieldText();
  const who = useWho(authors);
  const { theirs, mine } = row.entry;
  const record = theirs.deleted === true && mine !== undefined ? mine : theirs;
  const values = Object.entries(record).filter(([field]) => !META_FIELDS.has(field));
  const { name, when } = who(theirs.stamp);
  return (
    <div className="review-side">
      <span className="review-dim">{t('review.wrote', { name, when })}</span>
      <span className="review-full">
        {values
          .map(([field, value]) => `${wordFor(`plan.fields.${field}`)}: ${textOf(value, record.kind, field)}`)
          .join(' · ')}
      </span>
    </div>
  );
};

/** The row in focus in full: long values are cut in the list, and authors stand there only in conflicts. */
export const ReviewDetail = ({ row, authors }: { readonly row: ReviewRow | undefined; readonly authors: Authors }) => {
  const t = useWords();
  return (
    <section className="review-detail" aria-label={t('review.detail')}>
      {row?.type === 'field' && <FieldDetail row={row} authors={authors} />}
      {row?.type === 'entry' && <RecordDetail row={row} authors={authors} />}
    </section>
  );
};
