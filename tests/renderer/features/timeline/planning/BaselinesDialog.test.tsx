import { screen, within } from '@testing-library/react';
import { PlanningAids } from '#renderer/features/timeline/planning/PlanningAids.tsx';
import { useOverlays } from '#renderer/features/timeline/overlays.ts';
import { PlanningSection } from '#renderer/ui/planning/PlanningSection.tsx';
import { commandContext, commit, usePlan } from '#renderer/state/plan.ts';
import { useView } from '#renderer/state/view.ts';
import { startWords } from '#renderer/ui/words.ts';
import { moveActivities } from '#shared/plan/activity/commands.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { live } from '#shared/plan/state.ts';
import { exerciseRecord, stampAt, uuidOf } from '#tests/support/plans.ts';
import { activityRecord } from '#tests/support/records.ts';
import { showPlan } from '#tests/support/show.tsx';
import { act } from 'react';

jest.mock('#renderer/state/persistence.ts', () => ({
  saveStep: () => Promise.resolve({ ok: true, value: { seq: 1 } }),
}));

beforeAll(() => startWords('en'));

const patrol = activityRecord(50, 'Patrol');
const drill = activityRecord(51, 'Drill', { start: { at: '2027-06-12T16:00:00Z' } });
const link: PlanRecord = {
  id: uuidOf(70),
  kind: 'dependency',
  owner: 'NOR',
  stamp: stampAt(70),
  from: patrol.id,
  to: drill.id,
  type: 'FS',
  lagMinutes: 0,
};
const later = (minutes: number): void => act(() => void commit(moveActivities(commandContext(), [patrol.id], minutes)));
const baselines = () => live(usePlan.getState().plan, 'baseline');

const showAids = () =>
  showPlan(
    [exerciseRecord(), patrol, drill, link],
    <>
      <PlanningAids />
      <PlanningSection kind="activity" id={patrol.id} />
    </>,
  );

test('a baseline is taken, compared with, named anew, and deleted with a way back', async () => {
  const user = showAids();
  await user.click(screen.getByRole('button', { name: 'Planning aids' }));
  await user.click(screen.getByRole('button', { name: 'Baselines…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Baselines' }));
  expect(dialog.getByRole('button', { name: 'Take baseline' })).toBeDisabled();
  await user.type(dialog.getByRole('textbox', { name: 'Name of a new baseline' }), 'At the MPC{Enter}');
  expect(baselines()).toMatchObject([
    { name: 'At the MPC', times: [[patrol.id], [drill.id]].map(([id]) => [id, expect.anything(), 60]) },
  ]);
  expect(dialog.getByRole('radio', { name: 'Compare with At the MPC' })).toBeChecked();
  expect(dialog.getByText(/Nothing has moved/)).toBeVisible();
  later(26 * 60);
  const row = within(await dialog.findByRole('row', { name: /Patrol/ }));
  expect(row.getAllByText('+1d 2h')).toHaveLength(2);
  expect(dialog.queryByRole('row', { name: /Drill/ })).toBeNull();
  await user.click(dialog.getByText('Everything'));
  expect(dialog.getByRole('row', { name: /Drill.*Unmoved/ })).toBeVisible();
  const name = dialog.getByDisplayValue('At the MPC');
  await user.clear(name);
  await user.type(name, 'At the FPC{Enter}');
  expect(baselines()).toMatchObject([{ name: 'At the FPC' }]);
  await user.click(dialog.getByRole('button', { name: 'Delete the baseline At the FPC' }));
  expect(baselines()).toEqual([]);
  await user.click((await screen.findAllByRole('button', { name: 'Undo' }))[0] as HTMLElement);
  expect(baselines()).toHaveLength(1);
});

test('the inspector tells float, and the variance from what is compared with', async () => {
  const user = showAids();
  const section = within(await screen.findByRole('region', { name: 'Planning' }));
  expect(section.getAllByText('1h')).toHaveLength(2);
  expect(section.queryByText('Start variance')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Planning aids' }));
  await user.click(screen.getByRole('button', { name: 'Baselines…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Baselines' }));
  await user.type(dialog.getByRole('textbox', { name: 'Name of a new baseline' }), 'First{Enter}');
  later(60);
  expect(await section.findAllByText('+1h')).toHaveLength(2);
  expect(section.getByText(/No float/)).toBeInTheDocument();
});

test('what is switched on lies over the bars, and a jump from the list leads to the record', async () => {
  const user = showAids();
  await user.click(screen.getByRole('button', { name: 'Planning aids' }));
  await user.click(screen.getByRole('switch', { name: 'Critical path' }));
  await user.click(screen.getByRole('switch', { name: 'Float behind the bars' }));
  expect([...(useOverlays.getState().critical ?? [])]).toEqual([drill.id]);
  expect([...(useOverlays.getState().float ?? [])]).toEqual([[patrol.id, Date.UTC(2027, 5, 12, 16)]]);
  await user.click(screen.getByRole('switch', { name: 'Critical path' }));
  expect(useOverlays.getState().critical).toBeUndefined();
  await user.click(screen.getByRole('button', { name: 'Baselines…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Baselines' }));
  await user.type(dialog.getByRole('textbox', { name: 'Name of a new baseline' }), 'First{Enter}');
  expect(useOverlays.getState().baseline?.get(patrol.id)?.start).toBe(Date.UTC(2027, 5, 12, 14));
  later(60);
  await user.dblClick(await dialog.findByText('Patrol'));
  expect(useView.getState()).toMatchObject({ view: 'timeline', selection: { kind: 'activity', ids: [patrol.id] } });
  expect(screen.queryByRole('dialog', { name: 'Baselines' })).toBeNull();
});
