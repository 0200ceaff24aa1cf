import { Text } from '@mantine/core';
import { find } from '#shared/plan/state.ts';
import { startOfMinute } from '#shared/time/instant.ts';
import type { Step } from '#shared/plan/step.ts';
import { usePlan } from '../../state/plan.ts';
import { useTimeText } from '../../state/time.ts';
import { revealRecord } from '../../state/view.ts';
import { stepName, useWords } from '../../ui/words.ts';
import { Section } from './Section.tsx';

const MOST = 12;

const Line = ({ step }: { readonly step: Step }) => {
  const timeText = useTimeText();
  const plan = usePlan((state) => state.plan);
  const op = step.ops.find(({ kind, id }) => find(plan, kind, id) !== undefined);
  return (
    <li className="overview-line">
      <span className="overview-when figure">{timeText(startOfMinute(step.at))}</span>
      {op === undefined ? (
        <span className="overview-what">{stepName(step.label)}</span>
      ) : (
        <button type="button" className="link overview-what" onClick={() => revealRecord(op.kind, op.id)}>
          {stepName(step.label)}
        </button>
      )}
    </li>
  );
};

/** The newest steps; each leads to what it changed. */
export const Recent = () => {
  const t = useWords();
  const done = usePlan(({ history }) => history.done);
  return (
    <Section title={t('overview.recent')}>
      {done.length === 0 ? (
        <Text c="dimmed">{t('overview.recentEmpty')}</Text>
      ) : (
        <ul className="overview-list">
          {done
            .slice(-MOST)
            .toReversed()
            .map((step) => (
              <Line key={step.id} step={step} />
            ))}
        </ul>
      )}
    </Section>
  );
};
