import { Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { memo, useCallback } from 'react';
import { reviewTable } from '#shared/interchange/table/review.ts';
import { REVIEW_CLASSES, type Review, type ReviewClass, type ReviewEntry } from '#shared/plan/merge/review.ts';
import { KINDS } from '#shared/plan/records.ts';
import { useWork } from '../../state/useWork.ts';
import { LateSelect } from '../../ui/fields/LateSelect.tsx';
import { useNumber, useWords, wordFor } from '../../ui/words.ts';
import type { TableContent } from '../../ui/table/saveTable.ts';
import { TableMenu } from '../../ui/table/TableMenu.tsx';
import { useFieldText } from './fieldText.ts';
import { findingFacets, NO_FACETS } from './reviewFacets.ts';
import { GROUPINGS, type ReviewFilter } from './reviewRows.ts';
import { useImport } from './session.ts';

interface ToolbarProps {
  readonly review: Review;
  readonly filter: ReviewFilter;
  readonly onFilter: (change: Partial<ReviewFilter>) => void;
  /** The entries that are shown. */
  readonly entries: readonly ReviewEntry[];
  readonly onConflict: () => void;
}

const ClassChoice = ({ review, filter, onFilter }: Pick<ToolbarProps, 'review' | 'filter' | 'onFilter'>) => {
  const t = useWords();
  const number = useNumber();
  const classes = REVIEW_CLASSES.filter((name) => name !== 'same' && review.counts[name] > 0);
  const all: readonly (ReviewClass | 'any')[] = ['any', ...classes];
  return (
    <SegmentedControl
      aria-label={t('exchange.show')}
      data={all.map((name) => ({
        value: name as string,
        label:
          name === 'any'
            ? t('exchange.any', { count: review.entries.length })
            : `${wordFor(`exchange.class.${name}`)} ${number(review.counts[name])}`,
      }))}
      value={filter.class}
      onChange={(value) => onFilter({ class: all.find((name) => name === value) ?? 'any' })}
    />
  );
};

/** What is shown, onto the clipboard or into a file, with what is chosen of it at that moment. */
const SaveReview = ({ entries }: Pick<ToolbarProps, 'entries'>) => {
  const write = useFieldText();
  const content = (): TableContent => {
    const { bundle, decisions } = useImport.getState();
    if (bundle === null) throw new Error('no bundle is under review');
    const { name: file, token, exerciseId } = bundle;
    return { ...reviewTable({ file, entries, decisions, write }, wordFor), bundle: { token, exerciseId } };
  };
  return <TableMenu content={content} />;
};

/** What of a review is shown, in which groups, and the way to the next conflict. A key in the list draws none of it anew. */
export const ReviewToolbar = memo(({ review, filter, onFilter, entries, onConflict }: ToolbarProps) => {
  const t = useWords();
  const number = useNumber();
  const work = useCallback(() => findingFacets(review.entries), [review]);
  const { owners, kinds, disputed } = useWork(work, NO_FACETS);
  const any = { value: 'any', label: t('review.any') };
  return (
    <>
      <Group justify="space-between">
        <ClassChoice review={review} filter={filter} onFilter={onFilter} />
        <Text c="dimmed">{t('exchange.same', { count: review.counts.same })}</Text>
      </Group>
      <Group gap="xs" align="flex-end">
        <TextInput
          label={t('review.find')}
          className="review-find"
          value={filter.text}
          onChange={(event) => onFilter({ text: event.currentTarget.value })}
        />
        <LateSelect
          label={t('review.kind')}
          w={150}
          allowDeselect={false}
          data={[any, ...kinds.map((kind) => ({ value: kind as string, label: wordFor(`review.kinds.${kind}`) }))]}
          value={filter.kind}
          onChange={(value) => onFilter({ kind: KINDS.find((kind) => kind === value) ?? 'any' })}
        />
        <LateSelect
          label={t('review.owner')}
          w={110}
          allowDeselect={false}
          data={[any, ...owners.map((owner) => ({ value: owner, label: owner }))]}
          value={filter.owner}
          onChange={(value) => onFilter({ owner: value ?? 'any' })}
        />
        <LateSelect
          label={t('review.group')}
          w={150}
          allowDeselect={false}
          data={GROUPINGS.map((value) => ({ value: value as string, label: wordFor(`review.grouping.${value}`) }))}
          value={filter.grouping}
          onChange={(value) => onFilter({ grouping: GROUPINGS.find((name) => name === value) ?? 'none' })}
        />
        <Button variant="default" data-often disabled={disputed === 0} onClick={onConflict}>
          {t('review.nextConflict', { count: disputed })}
        </Button>
        <Text c="dimmed" role="status" className="review-shown figure">
          {t('review.shown', { shown: number(entries.length), all: number(review.entries.length) })}
        </Text>
        <SaveReview entries={entries} />
      </Group>
    </>
  );
});
