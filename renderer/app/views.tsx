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
import type { ComponentType } from 'react';
import type { ViewId } from '../state/view.ts';
import { late } from './late.tsx';

export interface ViewEntry {
  readonly id: ViewId;
  readonly icon: Icon;
  readonly View: ComponentType;
  /** False where no record is selected, so that the view has the inspector's room too. */
  readonly inspects?: false;
}

const OverviewView = late(() => import('../features/overview/OverviewView.tsx').then((module) => module.OverviewView));
const ParticipantsView = late(() =>
  import('../features/participants/ParticipantsView.tsx').then((module) => module.ParticipantsView),
);
const ForcesView = late(() => import('../features/forces/ForcesView.tsx').then((module) => module.ForcesView));
const LogisticsView = late(() =>
  import('../features/logistics/LogisticsView.tsx').then((module) => module.LogisticsView),
);
const CalendarView = late(() => import('../features/calendar/CalendarView.tsx').then((module) => module.CalendarView));
const ExchangeView = late(() => import('../features/exchange/ExchangeView.tsx').then((module) => module.ExchangeView));
const PrintView = late(() => import('../features/print/PrintView.tsx').then((module) => module.PrintView));
const MatrixView = late(() => import('../features/matrix/MatrixView.tsx').then((module) => module.MatrixView));
const TimelineView = late(() => import('../features/timeline/TimelineView.tsx').then((module) => module.TimelineView));

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
