import { useMemo } from 'react';
import type { ExerciseSummary } from '#shared/contract/vault.ts';
import { formatDtg } from '#shared/time/dtg.ts';
import { startOfMinute } from '#shared/time/instant.ts';
import { instantMs } from '../../state/time.ts';
import type { Column } from '../../ui/table/columns.ts';
import { useWords } from '../../ui/words.ts';

const dtgOf = (text: string | undefined): string => {
  const ms = instantMs(text);
  return ms === undefined ? '' : formatDtg(ms);
};

/** The columns of the list of exercises. Times are groups: each exercise has a zone of its own. */
export const useExerciseColumns = (): readonly Column<ExerciseSummary>[] => {
  const t = useWords();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('exercises.column.name'),
        value: ({ name }) => name,
        render: ({ name }) => <strong className="table-cell-text">{name}</strong>,
        width: 300,
      },
      { id: 'nickname', header: t('exercises.column.nickname'), value: ({ nickname }) => nickname, width: 140 },
      {
        id: 'start',
        header: t('exercises.column.start'),
        value: ({ start }) => start,
        time: ({ start }) => instantMs(start),
        render: ({ start }) => dtgOf(start),
        width: 130,
      },
      {
        id: 'end',
        header: t('exercises.column.end'),
        value: ({ end }) => end,
        time: ({ end }) => instantMs(end),
        render: ({ end }) => dtgOf(end),
        width: 130,
      },
      { id: 'host', header: t('exercises.column.host'), value: ({ hostNation }) => hostNation, width: 70 },
      { id: 'types', header: t('exercises.column.types'), value: ({ types }) => types?.join(', '), width: 120 },
      {
        id: 'state',
        header: t('exercises.column.state'),
        value: ({ archived }) => (archived ? t('exercises.state.archived') : t('exercises.state.active')),
        width: 90,
      },
      {
        id: 'steps',
        header: t('exercises.column.steps'),
        value: ({ steps }) => steps,
        width: 80,
        align: 'right',
        hidden: true,
      },
      {
        id: 'changed',
        header: t('exercises.column.changed'),
        value: ({ updatedAt }) => updatedAt,
        time: ({ updatedAt }) => updatedAt,
        render: ({ updatedAt }) => formatDtg(startOfMinute(updatedAt)),
        width: 150,
      },
    ],
    [t],
  );
};
