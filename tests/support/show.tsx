/** Shows a part of the window as the app does: with its theme, its notices and, where a test wants one, an open plan. */
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType, ReactNode } from 'react';
import { usePlan } from '#renderer/state/plan.ts';
import { useSelectedIds } from '#renderer/state/view.ts';
import { EMPTY_HISTORY } from '#shared/plan/history.ts';
import type { Kind, PlanRecord } from '#shared/plan/records.ts';
import { planOf } from '#shared/plan/state.ts';
import { EXERCISE_ID } from './plans.ts';

/** @returns the user who works with what is shown. */
export const show = (part: ReactNode): ReturnType<typeof userEvent.setup> => {
  render(
    <MantineProvider env="test">
      <Notifications />
      {part}
    </MantineProvider>,
  );
  return userEvent.setup();
};

/** The same, with these records as the open exercise and nothing to take back. */
export const showPlan = (records: readonly PlanRecord[], part: ReactNode): ReturnType<typeof userEvent.setup> => {
  usePlan.setState({ status: { phase: 'open', id: EXERCISE_ID }, plan: planOf(records), history: EMPTY_HISTORY });
  return show(part);
};

interface WithInspectorProps {
  readonly kind: Kind;
  readonly view: ComponentType;
  readonly inspector: ComponentType<{ readonly ids: readonly string[] }>;
}

/** A view with the inspector of what is selected beside it, as the frame lays them out. */
export const WithInspector = ({ kind, view: View, inspector: Inspector }: WithInspectorProps) => {
  const ids = useSelectedIds(kind);
  return (
    <>
      <View />
      <aside>{ids.length > 0 && <Inspector key={ids.join(' ')} ids={ids} />}</aside>
    </>
  );
};
