import { useDeferredValue, useEffect } from 'react';
import { showScreen, useScreen } from '../state/screen.ts';
import { usePlan } from '../state/plan.ts';
import { Frame } from './Frame.tsx';
import { KeyboardMap } from './KeyboardMap.tsx';
import { Opening } from './Opening.tsx';
import { SearchPalette } from './SearchPalette.tsx';
import { useAppCommands } from './useAppCommands.ts';
import { ForcesDialog } from '../features/exchange/ForcesDialog.tsx';
import { CalendarImport } from '../features/exchange/CalendarImport.tsx';
import { PartnersDialog } from '../features/exchange/PartnersDialog.tsx';
import { ReceiptDialog, RequestDialog } from '../features/exchange/RequestDialog.tsx';
import { TaskDialog } from '../features/exchange/TaskDialog.tsx';
import { CarriedBundles } from '../features/exchange/CarriedBundles.tsx';
import { ReviewDialog } from '../features/exchange/ReviewDialog.tsx';
import { AuditDialog } from '../features/audit/AuditDialog.tsx';
import { ExercisesView } from '../features/exercises/ExercisesView.tsx';
import { ViewBoundary } from './ViewBoundary.tsx';
import './app.css';

type Place = 'list' | 'opening' | 'frame';

const usePlace = (): Place => {
  const phase = usePlan(({ status }) => status.phase);
  const exercises = useScreen((state) => state.exercises);
  const id = usePlan(({ status }) => (status.phase === 'none' ? '' : status.id));
  useEffect(() => showScreen({ exercises: false }), [id]);
  if (phase === 'opening') return 'opening';
  return phase === 'open' && !exercises ? 'frame' : 'list';
};

/** The frame is drawn in slices, while the place it is entered from still stands there; every other way is gone at once. */
const Screen = () => {
  const place = usePlace();
  const drawn = useDeferredValue(place);
  const shown = place === 'frame' ? drawn : place;
  if (shown === 'opening') return <Opening />;
  if (shown === 'frame') return <Frame />;
  return (
    <div className="app-exercises" inert={place !== shown}>
      <ViewBoundary key="exercises">
        <ExercisesView />
      </ViewBoundary>
    </div>
  );
};

/** The whole window: the list of exercises, or the frame around an open one. */
export const App = () => {
  useAppCommands();
  return (
    <>
      <Screen />
      <SearchPalette />
      <KeyboardMap />
      <PartnersDialog />
      <ReviewDialog />
      <CarriedBundles />
      <TaskDialog />
      <ForcesDialog />
      <CalendarImport />
      <AuditDialog />
      <RequestDialog />
      <ReceiptDialog />
    </>
  );
};
