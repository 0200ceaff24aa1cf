import { Suspense } from 'react';
import { usePlan } from '../state/plan.ts';
import { useView } from '../state/view.ts';
import { useWords, wordFor } from '../ui/words.ts';
import { Inspector } from './Inspector.tsx';
import { Rail } from './Rail.tsx';
import { RebuiltBanner } from './RebuiltBanner.tsx';
import { StatusLine } from './StatusLine.tsx';
import { TitleLine } from './TitleLine.tsx';
import { ViewBoundary } from './ViewBoundary.tsx';
import { VIEW_ENTRIES } from './views.tsx';

const WorkArea = () => {
  const t = useWords();
  const view = useView((state) => state.view);
  const exercise = usePlan(({ status }) => (status.phase === 'open' ? status.id : ''));
  const entry = VIEW_ENTRIES.find(({ id }) => id === view) ?? VIEW_ENTRIES[0];
  if (entry === undefined) return null;
  const { View, id } = entry;
  return (
    <main className="frame-work">
      <h1 className="visually-hidden">{wordFor(`app.view.${id}`)}</h1>
      <ViewBoundary key={`${exercise} ${id}`}>
        <Suspense fallback={<p className="frame-waiting">{t('app.loading')}</p>}>
          <View key={`${exercise} ${id}`} />
        </Suspense>
      </ViewBoundary>
    </main>
  );
};

/** The frame around an open exercise: title line, rail, work area, inspector, bottom line. */
export const Frame = () => (
  <div className="frame">
    <TitleLine />
    <RebuiltBanner />
    <div className="frame-middle">
      <Rail />
      <WorkArea />
      <Inspector />
    </div>
    <StatusLine />
  </div>
);
