/** What the inspector shows of each kind of record: one line each. */
import { type ComponentType, lazy } from 'react';
import type { Kind } from '#shared/plan/records.ts';

/** Gets one or several ids of its kind; several are edited at once. */
export type InspectorBody = ComponentType<{ readonly ids: readonly string[] }>;

const ActivityInspector = lazy(() =>
  import('../features/calendar/ActivityInspector.tsx').then((module) => ({ default: module.ActivityInspector })),
);
const UnitInspector = lazy(() =>
  import('../features/forces/UnitInspector.tsx').then((module) => ({ default: module.UnitInspector })),
);
const LocationInspector = lazy(() =>
  import('../features/logistics/LocationInspector.tsx').then((module) => ({ default: module.LocationInspector })),
);
const MovementInspector = lazy(() =>
  import('../features/logistics/MovementInspector.tsx').then((module) => ({ default: module.MovementInspector })),
);
const AnchorInspector = lazy(() =>
  import('../features/anchors/AnchorInspector.tsx').then((module) => ({ default: module.AnchorInspector })),
);
const ExerciseInspector = lazy(() =>
  import('../features/overview/ExerciseInspector.tsx').then((module) => ({ default: module.ExerciseInspector })),
);
const ParticipantInspector = lazy(() =>
  import('../features/participants/ParticipantInspector.tsx').then((module) => ({
    default: module.ParticipantInspector,
  })),
);

const AgreementInspector = lazy(() =>
  import('../features/participants/agreements/AgreementInspector.tsx').then((module) => ({
    default: module.AgreementInspector,
  })),
);

const BaselineInspector = lazy(() =>
  import('../features/timeline/planning/BaselineInspector.tsx').then((module) => ({
    default: module.BaselineInspector,
  })),
);

export const INSPECTORS: Partial<Record<Kind, InspectorBody>> = {
  activity: ActivityInspector,
  agreement: AgreementInspector,
  anchor: AnchorInspector,
  baseline: BaselineInspector,
  exercise: ExerciseInspector,
  location: LocationInspector,
  movement: MovementInspector,
  participant: ParticipantInspector,
  unit: UnitInspector,
};

/** What several kinds of the schedule have in common. */
export const ScheduledInspector = lazy(() =>
  import('../features/timeline/ScheduledInspector.tsx').then((module) => ({ default: module.ScheduledInspector })),
);
