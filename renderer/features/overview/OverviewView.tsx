import { memo, useDeferredValue } from 'react';
import type { PlanState } from '#shared/plan/state.ts';
import { usePlan } from '../../state/plan.ts';
import { useExercise } from '../../state/records.ts';
import { usePreferences } from '../../state/preferences.ts';
import { instantMs, useTimeText } from '../../state/time.ts';
import { revealRecord } from '../../state/view.ts';
import { countryName } from '../../ui/countries.ts';
import { useSteps } from '../../ui/useSteps.ts';
import { useWords } from '../../ui/words.ts';
import { AnchorList } from './AnchorList.tsx';
import { Findings } from './Findings.tsx';
import { Forces } from './Forces.tsx';
import { Next, Process } from './Process.tsx';
import { Recent } from './Recent.tsx';
import { Strip } from './Strip.tsx';
import './overview.css';

const Head = () => {
  const t = useWords();
  const language = usePreferences((state) => state.language);
  const timeText = useTimeText();
  const exercise = useExercise();
  if (exercise === undefined) return null;
  const { start, end, hostNation, types } = exercise;
  const dates = [start, end].flatMap((at) => instantMs(at) ?? []).map(timeText);
  const facts = [
    dates.join(' – '),
    hostNation === undefined ? '' : t('overview.host', { nation: countryName(hostNation, language) }),
    ...types,
  ].filter((fact) => fact !== '');
  return (
    <header className="overview-head">
      <div>
        <p className="overview-facts figure">{facts.join(' · ')}</p>
        {exercise.aim !== undefined && <p className="overview-aim">{exercise.aim}</p>}
      </div>
      <button type="button" className="link" onClick={() => revealRecord('exercise', exercise.id)}>
        {t('overview.settings')}
      </button>
    </header>
  );
};

/** In this order the columns are drawn. */
const STEPS = { process: 1, forces: 2, news: 3 } as const;

interface SheetProps {
  readonly plan: PlanState;
  readonly step: number;
}

/** Drawn once for each change, not a second time while the plan that it shows is still the one before. */
const Sheet = memo(({ plan, step }: SheetProps) => {
  return (
    <div className="overview">
      <Head />
      <Strip plan={plan} />
      <div className="overview-columns">
        {step >= STEPS.process && (
          <div className="overview-column">
            <Next plan={plan} />
            <Process plan={plan} />
          </div>
        )}
        {step >= STEPS.forces && (
          <div className="overview-column">
            <Forces plan={plan} />
            <AnchorList />
          </div>
        )}
        {step >= STEPS.news && (
          <div className="overview-column">
            <Findings />
            <Recent />
          </div>
        )}
      </div>
    </div>
  );
});

/** The first thing seen of an exercise: where it stands, what is next, who brings what, what is wrong, what changed. */
export const OverviewView = () => {
  // Typing in the inspector must not wait for the figures here.
  const plan = useDeferredValue(usePlan((state) => state.plan));
  const step = useSteps(STEPS.news);
  return <Sheet plan={plan} step={step} />;
};
