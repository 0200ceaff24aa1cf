import { Badge, Button, Group, Modal, Text } from '@mantine/core';
import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import type { Review } from '#shared/plan/merge/review.ts';
import type { OpenedBundle } from '#shared/contract/exchange.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { startOfMinute } from '#shared/time/instant.ts';
import { breathe } from '../../state/slices.ts';
import { instantMs } from '../../state/time.ts';
import { FocusBack } from '../../ui/FocusBack.tsx';
import { Marking } from '../../ui/Marking.tsx';
import { tellDone, tellFailure } from '../../ui/perform.ts';
import { useSteps } from '../../ui/useSteps.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import { decideAllBy } from './reviewActions.ts';
import { useReviewLabelling } from './reviewLabelling.ts';
import { ReviewDetail } from './ReviewDetail.tsx';
import { INDENT, ReviewList } from './ReviewList.tsx';
import { EVERYTHING, type Grouping, nextConflict, type ReviewFilter } from './reviewRows.ts';
import { ReviewToolbar } from './ReviewToolbar.tsx';
import { endImport, takeIn, useImport } from './session.ts';
import { useReviewKeys } from './useReviewKeys.ts';
import { useReviewRows } from './useReviewRows.ts';
import './exchange.css';
import './review.css';

const dtg = (instant: string): string => formatDtg(startOfMinute(instantMs(instant) ?? 0));

/** Who signed it, how sure we are of that, and as of when it speaks. */
const Provenance = ({ bundle }: { readonly bundle: OpenedBundle }) => {
  const t = useWords();
  const labelling = useReviewLabelling();
  return (
    <div className="review-provenance">
      <Group gap="sm">
        <Text fw={600}>{t('exchange.signedBy', { nation: bundle.originator, name: bundle.originatorName })}</Text>
        <Badge
          color={bundle.trusted === 'verified' || bundle.trusted === 'own' ? 'teal' : 'yellow'}
          variant="light"
          autoContrast
        >
          {wordFor(`exchange.state.${bundle.trusted}`)}
        </Badge>
        <Marking label={bundle.label} by={labelling} />
        <Text>
          {t('exchange.checkCode')} <span className="exchange-digits">{bundle.checkCode}</span>
        </Text>
      </Group>
      <Text c="dimmed">
        {t('exchange.asOf', {
          revision: bundle.revision,
          issued: dtg(bundle.issuedAt),
          expires: dtg(bundle.expiresAt),
        })}{' '}
        {wordFor(`exchange.standing.${bundle.standing}`)}
        {bundle.carried.length > 0 && ` ${t('relay.carries', { count: bundle.carried.length })}`}
      </Text>
      {bundle.cosigners.length > 0 && (
        <Text c="dimmed">
          {bundle.cosigners
            .map(({ nation, name, role }) =>
              t('review.signedAs', { role: wordFor(`cosign.role.${role}`), nation, name }),
            )
            .join(' · ')}
        </Text>
      )}
      {bundle.theirLog !== null && (
        <Text role="alert" c="orange" fw={600}>
          {wordFor(`relay.log.${bundle.theirLog}`)}
        </Text>
      )}
    </div>
  );
};

/** A ceiling that comes in below what stands here, before it is taken. */
const CeilingNotice = ({ review: { lowered } }: { readonly review: Review }) => {
  const t = useWords();
  if (lowered === undefined) return null;
  const { count, ceiling, what } = lowered;
  return (
    <Text role="alert" c="orange" fw={600}>
      {t('review.lowered', { count, ceiling, what })}
    </Text>
  );
};

const WORDS = [
  ['own', 'exchange.chooseOwn'],
  ['all', 'exchange.chooseAll'],
  ['none', 'exchange.chooseNone'],
] as const;

const Actions = ({ review }: { readonly review: Review }) => {
  const t = useWords();
  const [busy, setBusy] = useState(false);
  const count = useImport((state) => state.decisions.size);
  const guarded = useImport((state) => state.guarded);
  const take = async (): Promise<void> => {
    setBusy(true);
    const taken = await takeIn();
    setBusy(false);
    if (!taken.ok) return tellFailure(taken.error);
    // One thing after the other: the receipt's dialog is drawn by now, and then this one goes.
    await breathe();
    endImport();
    await breathe();
    tellDone(t('exchange.taken', { count: taken.value }));
  };
  return (
    <Group justify="space-between" wrap="nowrap">
      <Group gap="xs" wrap="nowrap">
        {WORDS.map(([word, key]) => (
          <Button key={word} variant="default" onClick={() => decideAllBy(review, word)}>
            {t(key)}
          </Button>
        ))}
      </Group>
      <Text role="status" c="dimmed" size="xs" className="review-guarded">
        {guarded > 0 && t('review.guarded', { count: guarded })}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" onClick={endImport}>
          {t('exchange.cancel')}
        </Button>
        <Button loading={busy} disabled={count === 0} onClick={() => void take()}>
          {t('exchange.take', { count })}
        </Button>
      </Group>
    </Group>
  );
};

/** The heads stand above the fields, however deep these are. */
const Columns = ({ grouping }: { readonly grouping: Grouping }) => {
  const t = useWords();
  const inset = INDENT * (grouping === 'none' ? 1 : 2);
  return (
    <div
      className="review-line is-field review-columns"
      style={{ paddingLeft: `calc(32px + ${inset}px)` }}
      aria-hidden="true"
    >
      <span />
      <span>{t('release.field')}</span>
      <span>{t('review.mine')}</span>
      <span>{t('review.last')}</span>
      <span>{t('review.theirs')}</span>
    </div>
  );
};

/** In this order the parts of the dialog are drawn. */
const STEPS = { toolbar: 1, list: 2 } as const;

/** What is shown, and what changes some of that; the same function at each drawing. */
const useFilter = () => {
  const [filter, setFilter] = useState<ReviewFilter>(EVERYTHING);
  const change = useCallback((part: Partial<ReviewFilter>): void => setFilter((now) => ({ ...now, ...part })), []);
  return [filter, change] as const;
};

const useFolds = () => {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const fold = useCallback(
    (key: string, closed: boolean): void =>
      setFolded((now) => {
        const next = new Set(now);
        if (closed) next.add(key);
        else next.delete(key);
        return next;
      }),
    [],
  );
  return [folded, fold] as const;
};

const Entries = ({ review }: { readonly review: Review }) => {
  const [filter, onFilter] = useFilter();
  const [folded, fold] = useFolds();
  const speaker = useImport((state) => state.bundle);
  const { rows, entries } = useReviewRows(review, filter, folded);
  const scrollTo = useRef<(index: number) => void>(() => {});
  const keys = useReviewKeys({ rows, folded, fold, scrollTo: (index) => scrollTo.current(index) });
  const onScroller = useCallback((scroll: (index: number) => void) => void (scrollTo.current = scroll), []);
  const toConflict = (): void => {
    const found = nextConflict(rows, keys.focus.at, 1);
    if (found === undefined) return;
    keys.select(found, false);
    scrollTo.current(found);
    document.querySelector<HTMLElement>('.review-list')?.focus();
  };
  const latest = useRef(toConflict);
  useEffect(() => void (latest.current = toConflict));
  const onConflict = useCallback(() => latest.current(), []);
  const step = useSteps(STEPS.list);
  // The list follows each key; the row in full comes a moment later.
  const detailed = useDeferredValue(rows[keys.focus.at]);
  return (
    <>
      {step >= STEPS.toolbar && (
        <ReviewToolbar review={review} filter={filter} onFilter={onFilter} entries={entries} onConflict={onConflict} />
      )}
      <div className="review-table">
        <Columns grouping={filter.grouping} />
        {step >= STEPS.list && (
          <ReviewList
            rows={rows}
            grouping={filter.grouping}
            folded={folded}
            speaker={speaker}
            onFold={fold}
            keys={keys}
            onScroller={onScroller}
          />
        )}
      </div>
      <ReviewDetail row={detailed} speaker={speaker} />
    </>
  );
};

const Body = ({ bundle, review }: { readonly bundle: OpenedBundle; readonly review: Review }) => {
  const t = useWords();
  return (
    <div className="review">
      <Provenance bundle={bundle} />
      <CeilingNotice review={review} />
      {review.entries.length === 0 ? <Text>{t('exchange.nothingNew')}</Text> : <Entries review={review} />}
      <Actions review={review} />
    </div>
  );
};

/** A verified bundle, record by record and field by field, before anything of it is taken. */
export const ReviewDialog = () => {
  const t = useWords();
  const bundle = useImport((state) => state.bundle);
  const review = useImport((state) => state.review);
  // The dialog is drawn in slices, and is there once all of it is; it goes at once.
  const drawn = useDeferredValue(review);
  if (bundle === null || review === null || drawn !== review) return null;
  return (
    <Modal
      opened
      onClose={endImport}
      size="96%"
      padding="sm"
      yOffset="2vh"
      title={t('exchange.reviewTitle', { file: bundle.name })}
      closeButtonProps={{ 'aria-label': t('exchange.cancel') }}
    >
      <FocusBack />
      <Body bundle={bundle} review={review} />
    </Modal>
  );
};
