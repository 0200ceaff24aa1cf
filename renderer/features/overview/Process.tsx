import { Text } from '@mantine/core';
import { useCallback } from 'react';
import type { PlanState } from '#shared/plan/state.ts';
import { timeResolver } from '#shared/plan/times.ts';
import { titleOf } from '#shared/plan/title.ts';
import { useTimeText } from '../../state/time.ts';
import { revealRecord, showView } from '../../state/view.ts';
import { useWork } from '../../state/useWork.ts';
import { useNow } from '../../ui/useNow.ts';
import { useWords } from '../../ui/words.ts';
import { type Dated, daysUntil, deadlinesOf, nextOf, processOf, tenseOf } from './model.ts';
import { Section } from './Section.tsx';

const Line = ({ dated, now }: { readonly dated: Dated; readonly now: number }) => {
  const t = useWords();
  const timeText = useTimeText();
  const { activity, span } = dated;
  const tense = tenseOf(span, now);
  const away =
    tense === 'ahead'
      ? t('overview.inDays', { count: daysUntil(span.start, now) })
      : tense === 'now'
        ? t('overview.now')
        : t('overview.past');
  return (
    <li className="overview-line" data-tense={tense} data-type={activity.type}>
      <span className="overview-when figure">{timeText(span.start)}</span>
      <button type="button" className="link overview-what" onClick={() => revealRecord('activity', activity.id)}>
        {titleOf(activity)}
      </button>
      <span className="overview-away figure">{away}</span>
    </li>
  );
};

/** A long process is shown around now; the timeline has all of it. */
const MOST_LINES = 40;

const around = (list: readonly Dated[], now: number): readonly Dated[] => {
  if (list.length <= MOST_LINES) return list;
  const ahead = list.findIndex(({ span }) => span.end >= now);
  const from = Math.max(0, Math.min((ahead < 0 ? list.length : ahead) - 10, list.length - MOST_LINES));
  return list.slice(from, from + MOST_LINES);
};

const Lines = ({ list, empty }: { readonly list: readonly Dated[]; readonly empty: string }) => {
  const t = useWords();
  const now = useNow();
  return list.length === 0 ? (
    <Text c="dimmed">{empty}</Text>
  ) : (
    <>
      <ul className="overview-list">
        {around(list, now).map((dated) => (
          <Line key={dated.activity.id} dated={dated} now={now} />
        ))}
      </ul>
      {list.length > MOST_LINES && (
        <button type="button" className="link" onClick={() => showView('timeline')}>
          {t('app.more', { count: list.length - MOST_LINES })}
        </button>
      )}
    </>
  );
};

const NONE: readonly Dated[] = [];

/** Where the exercise stands: its stages and conferences, those past, under way and ahead. */
export const Process = ({ plan }: { readonly plan: PlanState }) => {
  const t = useWords();
  const list = useWork(
    useCallback(() => processOf(plan, timeResolver(plan)), [plan]),
    NONE,
  );
  return (
    <Section title={t('overview.process')}>
      <Lines list={list} empty={t('overview.processEmpty')} />
    </Section>
  );
};

const MOST = 7;

/** The conferences, milestones and deadlines that come next. */
export const Next = ({ plan }: { readonly plan: PlanState }) => {
  const t = useWords();
  const now = useNow();
  const deadlines = useWork(
    useCallback(() => deadlinesOf(plan, timeResolver(plan)), [plan]),
    NONE,
  );
  const list = nextOf(deadlines, now, MOST);
  return (
    <Section title={t('overview.next')}>
      <Lines list={list} empty={t('overview.nextEmpty')} />
    </Section>
  );
};
