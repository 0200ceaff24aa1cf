import { Suspense, memo, useDeferredValue, useEffect } from 'react';
import { usePlan } from '../state/plan.ts';
import { type ViewId, useView } from '../state/view.ts';
import { useWords, wordFor } from '../ui/words.ts';
import { Inspector } from './Inspector.tsx';
import { fetchAhead } from './late.tsx';
import { Rail } from './Rail.tsx';
import { RebuiltBanner } from './RebuiltBanner.tsx';
import { StatusLine } from './StatusLine.tsx';
import { TitleLine } from './TitleLine.tsx';
import { ViewBoundary } from './ViewBoundary.tsx';
import { VIEW_ENTRIES, type ViewEntry } from './views.tsx';

interface WorkAreaProps {
  readonly entry: ViewEntry;
  /** True while the next view is being drawn: what still stands here takes no more keys or clicks. */
  readonly leaving: boolean;
}

const WorkArea = ({ entry: { View, id }, leaving }: WorkAreaProps) => {
  const t = useWords();
  const exercise = usePlan(({ status }) => (status.phase === 'open' ? status.id : ''));
  return (
    <main className="frame-work" inert={leaving}>
      <h1 className="visually-hidden">{wordFor(`app.view.${id}`)}</h1>
      <ViewBoundary key={`${exercise} ${id}`}>
        <Suspense fallback={<p className="frame-waiting">{t('app.loading')}</p>}>
          <View key={`${exercise} ${id}`} />
        </Suspense>
      </ViewBoundary>
    </main>
  );
};

const entryOf = (view: ViewId): ViewEntry | undefined => VIEW_ENTRIES.find(({ id }) => id === view) ?? VIEW_ENTRIES[0];

/** Not drawn anew because another view was asked for. */
const SteadyInspector = memo(Inspector);

/** The rail follows at once; a view is drawn in slices beside the one that it follows, so that the window answers meanwhile. */
const Middle = () => {
  const view = useView((state) => state.view);
  const shown = useDeferredValue(view);
  const entry = entryOf(shown);
  return (
    <div className="frame-middle">
      <Rail />
      {entry !== undefined && <WorkArea entry={entry} leaving={shown !== view} />}
      {entry?.inspects !== false && <SteadyInspector />}
    </div>
  );
};

/** The frame around an open exercise: title line, rail, work area, inspector, bottom line. */
export const Frame = () => {
  useEffect(() => void fetchAhead(), []);
  return (
    <div className="frame">
      <TitleLine />
      <RebuiltBanner />
      <Middle />
      <StatusLine />
    </div>
  );
};
