/** What the inspector shows of each kind of record: one line each. */
import type { ComponentType } from 'react';
import type { Kind } from '#shared/plan/records.ts';
import { late } from './late.tsx';

/** Gets one or several ids of its kind; several are edited at once. */
export type InspectorBody = ComponentType<{ readonly ids: readonly string[] }>;

const ActivityInspector = late(() =>
  import('../features/calendar/ActivityInspector.tsx').then((module) => module.ActivityInspector),
);
const UnitInspector = late(() => import('../features/forces/UnitInspector.tsx').then((module) => module.UnitInspector));
const LocationInspector = late(() =>
  import('../features/logistics/LocationInspector.tsx').then((module) => module.LocationInspector),
);
const MovementInspector = late(() =>
  import('../features/logistics/MovementInspector.tsx').then((module) => module.MovementInspector),
);
const AnchorInspector = late(() =>
  import('../features/anchors/AnchorInspector.tsx').then((module) => module.AnchorInspector),
);
const ExerciseInspector = late(() =>
  import('../features/overview/ExerciseInspector.tsx').then((module) => module.ExerciseInspector),
);
const ParticipantInspector = late(() =>
  import('../features/participants/ParticipantInspector.tsx').then((module) => module.ParticipantInspector),
);

const AgreementInspector = late(() =>
  import('../features/participants/agreements/AgreementInspector.tsx').then((module) => module.AgreementInspector),
);

const BaselineInspector = late(() =>
  import('../features/timeline/planning/BaselineInspector.tsx').then((module) => module.BaselineInspector),
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
export const ScheduledInspector = late(() =>
  import('../features/timeline/ScheduledInspector.tsx').then((module) => module.ScheduledInspector),
);
