/** The views of an exercise: one line each. A view fills the work area and brings its own toolbar. */
import {
  type Icon,
  IconArrowsExchange,
  IconCalendar,
  IconHierarchy2,
  IconTable,
  IconLayoutDashboard,
  IconPrinter,
  IconTimeline,
  IconTruck,
  IconUsers,
} from '@tabler/icons-react';
import { type ComponentType, lazy } from 'react';
import type { ViewId } from '../state/view.ts';

export interface ViewEntry {
  readonly id: ViewId;
  readonly icon: Icon;
  readonly View: ComponentType;
  /** False where no record is selected, so that the view has the inspector's room too. */
  readonly inspects?: false;
}

const OverviewView = lazy(() =>
  import('../features/overview/OverviewView.tsx').then((module) => ({ default: module.OverviewView })),
);
const ParticipantsView = lazy(() =>
  import('../features/participants/ParticipantsView.tsx').then((module) => ({ default: module.ParticipantsView })),
);
const ForcesView = lazy(() =>
  import('../features/forces/ForcesView.tsx').then((module) => ({ default: module.ForcesView })),
);
const LogisticsView = lazy(() =>
  import('../features/logistics/LogisticsView.tsx').then((module) => ({ default: module.LogisticsView })),
);
const CalendarView = lazy(() =>
  import('../features/calendar/CalendarView.tsx').then((module) => ({ default: module.CalendarView })),
);
const ExchangeView = lazy(() =>
  import('../features/exchange/ExchangeView.tsx').then((module) => ({ default: module.ExchangeView })),
);
const PrintView = lazy(() =>
  import('../features/print/PrintView.tsx').then((module) => ({ default: module.PrintView })),
);
const MatrixView = lazy(() =>
  import('../features/matrix/MatrixView.tsx').then((module) => ({ default: module.MatrixView })),
);
const TimelineView = lazy(() =>
  import('../features/timeline/TimelineView.tsx').then((module) => ({ default: module.TimelineView })),
);

/** In the order of the rail. */
export const VIEW_ENTRIES: readonly ViewEntry[] = [
  { id: 'overview', icon: IconLayoutDashboard, View: OverviewView },
  { id: 'participants', icon: IconUsers, View: ParticipantsView },
  { id: 'forces', icon: IconHierarchy2, View: ForcesView },
  { id: 'calendar', icon: IconCalendar, View: CalendarView },
  { id: 'timeline', icon: IconTimeline, View: TimelineView },
  { id: 'matrix', icon: IconTable, View: MatrixView },
  { id: 'logistics', icon: IconTruck, View: LogisticsView },
  { id: 'exchange', icon: IconArrowsExchange, View: ExchangeView, inspects: false },
  { id: 'print', icon: IconPrinter, View: PrintView, inspects: false },
];
