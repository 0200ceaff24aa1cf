import { Badge, Button, Group, Modal, SegmentedControl, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { decideAll } from '#shared/plan/merge/accept.ts';
import { REVIEW_CLASSES, type Review, type ReviewClass } from '#shared/plan/merge/review.ts';
import type { OpenedBundle } from '#shared/contract/exchange.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { startOfMinute } from '#shared/time/instant.ts';
import { instantMs } from '../../state/time.ts';
import { Marking } from '../../ui/Marking.tsx';
import { tellDone, tellFailure } from '../../ui/perform.ts';
import { useWords, wordFor } from '../../ui/words.ts';
import { ReviewList } from './ReviewList.tsx';
import { endImport, takeIn, useImport } from './session.ts';
import './exchange.css';

const dtg = (instant: string): string => formatDtg(startOfMinute(instantMs(instant) ?? 0));

/** Who signed it, how sure we are of that, and as of when it speaks. */
const Provenance = ({ bundle }: { readonly bundle: OpenedBundle }) => {
  const t = useWords();
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
        <Marking label={bundle.label} />
      </Group>
      <Text c="dimmed">
        {t('exchange.asOf', {
          revision: bundle.revision,
          issued: dtg(bundle.issuedAt),
          expires: dtg(bundle.expiresAt),
        })}{' '}
        {wordFor(`exchange.standing.${bundle.standing}`)}
      </Text>
      <Text>
        {t('exchange.checkCode')} <span className="exchange-digits">{bundle.checkCode}</span>
      </Text>
    </div>
  );
};

const setAll = (review: Review, word: 'own' | 'all' | 'none'): void =>
  useImport.setState({ decisions: decideAll(review, word) });

const Actions = ({ review }: { readonly review: Review }) => {
  const t = useWords();
  const [busy, setBusy] = useState(false);
  const count = useImport((state) => state.decisions.size);
  const take = async (): Promise<void> => {
    setBusy(true);
    const taken = await takeIn();
    setBusy(false);
    if (!taken.ok) return tellFailure(taken.error);
    endImport();
    tellDone(t('exchange.taken', { count: taken.value }));
  };
  return (
    <Group justify="space-between">
      <Group gap="xs">
        <Button variant="default" onClick={() => setAll(review, 'own')}>
          {t('exchange.chooseOwn')}
        </Button>
        <Button variant="default" onClick={() => setAll(review, 'all')}>
          {t('exchange.chooseAll')}
        </Button>
        <Button variant="default" onClick={() => setAll(review, 'none')}>
          {t('exchange.chooseNone')}
        </Button>
      </Group>
      <Group gap="xs">
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

const Body = ({ bundle, review }: { readonly bundle: OpenedBundle; readonly review: Review }) => {
  const t = useWords();
  const [shown, setShown] = useState<ReviewClass | 'any'>('any');
  const entries = useMemo(
    () => (shown === 'any' ? review.entries : review.entries.filter((entry) => entry.class === shown)),
    [review, shown],
  );
  const classes = REVIEW_CLASSES.filter((name) => name !== 'same' && review.counts[name] > 0);
  return (
    <div className="review">
      <Provenance bundle={bundle} />
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t('exchange.show')}
          data={[
            { value: 'any', label: t('exchange.any', { count: review.entries.length }) },
            ...classes.map((name) => ({
              value: name as string,
              label: `${wordFor(`exchange.class.${name}`)} ${review.counts[name]}`,
            })),
          ]}
          value={shown}
          onChange={(value) => setShown(REVIEW_CLASSES.find((name) => name === value) ?? 'any')}
        />
        <Text c="dimmed">{t('exchange.same', { count: review.counts.same })}</Text>
      </Group>
      {review.entries.length === 0 ? <Text>{t('exchange.nothingNew')}</Text> : <ReviewList entries={entries} />}
      <Actions review={review} />
    </div>
  );
};

/** A verified bundle, record by record and field by field, before anything of it is taken. */
export const ReviewDialog = () => {
  const t = useWords();
  const { bundle, review } = useImport();
  if (bundle === null || review === null) return null;
  return (
    <Modal
      opened
      onClose={endImport}
      size="90%"
      title={t('exchange.reviewTitle', { file: bundle.name })}
      closeButtonProps={{ 'aria-label': t('exchange.cancel') }}
    >
      <Body bundle={bundle} review={review} />
    </Modal>
  );
};
