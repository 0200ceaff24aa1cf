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
import { VIEW_ENTRIES, type ViewEntry } from './views.tsx';

const WorkArea = ({ entry: { View, id } }: { readonly entry: ViewEntry }) => {
  const t = useWords();
  const exercise = usePlan(({ status }) => (status.phase === 'open' ? status.id : ''));
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
export const Frame = () => {
  const view = useView((state) => state.view);
  const entry = VIEW_ENTRIES.find(({ id }) => id === view) ?? VIEW_ENTRIES[0];
  return (
    <div className="frame">
      <TitleLine />
      <RebuiltBanner />
      <div className="frame-middle">
        <Rail />
        {entry !== undefined && <WorkArea entry={entry} />}
        {entry?.inspects !== false && <Inspector />}
      </div>
      <StatusLine />
    </div>
  );
};
