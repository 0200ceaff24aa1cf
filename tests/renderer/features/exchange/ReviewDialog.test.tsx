import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReviewDialog } from '#renderer/features/exchange/ReviewDialog.tsx';
import { useImport } from '#renderer/features/exchange/session.ts';
import { undo, usePlan } from '#renderer/state/plan.ts';
import { startWords } from '#renderer/ui/words.ts';
import type { OpenedBundle } from '#shared/contract/exchange.ts';
import { EMPTY_HISTORY } from '#shared/plan/history.ts';
import { decideAll } from '#shared/plan/merge/accept.ts';
import { knowledgeOf } from '#shared/plan/merge/knowledge.ts';
import { reviewBundle } from '#shared/plan/merge/review.ts';
import type { PlanRecord } from '#shared/plan/records.ts';
import { find, planOf } from '#shared/plan/state.ts';
import { EXERCISE_ID, exerciseRecord } from '#tests/support/plans.ts';
import { participantRecord, unitRecord } from '#tests/support/records.ts';
import { act } from 'react';

jest.mock('#renderer/state/persistence.ts', () => ({
  saveStep: () => Promise.resolve({ ok: true, value: { seq: 1 } }),
  retrySaves: () => Promise.resolve(),
}));

const pol = participantRecord(10, 'POL', 'Poland', { owner: 'POL' });
const mine = unitRecord(20, 'Norwegian Company', pol.id, { personnel: 90 });
const theirs = unitRecord(21, 'Polish Company', pol.id, { owner: 'POL', personnel: 80 });
const later = '0zzzzzzzz.0001.poland';
const plan = planOf([exerciseRecord(), pol, mine, theirs]);

const bundle = {
  name: 'from-poland.entente',
  token: 'token',
  exerciseId: EXERCISE_ID,
  originator: 'POL',
  originatorName: 'Planner in Warsaw',
  trusted: 'verified',
  label: { policy: 'NATO', classification: 'NATO UNCLASSIFIED', releasableTo: [] },
  revision: 2,
  issuedAt: '2027-01-10T11:00:00Z',
  expiresAt: '2027-04-10T11:00:00Z',
  standing: 'next',
  checkCode: '12345 67890 12345 67890',
} as unknown as OpenedBundle;

/** What Poland sends: a change of its own unit, one of ours, and a new unit. */
const sent: readonly PlanRecord[] = [
  { ...theirs, personnel: 85, stamps: { personnel: later } },
  { ...mine, personnel: 10, stamps: { personnel: later } },
  { ...unitRecord(22, 'New Platoon', pol.id), owner: 'POL', stamp: later },
];

beforeAll(() => startWords('en'));

const show = (records = sent) => {
  usePlan.setState({ status: { phase: 'open', id: EXERCISE_ID }, plan, history: EMPTY_HISTORY });
  const review = reviewBundle({
    plan,
    me: 'NOR',
    myKnowledge: knowledgeOf(plan),
    // They had seen all of ours when they wrote this.
    bundle: { originator: 'POL', records, knowledge: { ...knowledgeOf(plan), poland: later } },
  });
  useImport.setState({ bundle, review, decisions: decideAll(review, 'own'), forces: null });
  render(
    <MantineProvider env="test">
      <Notifications />
      <ReviewDialog />
    </MantineProvider>,
  );
  return userEvent.setup();
};

const personnel = (id: string) => find(usePlan.getState().plan, 'unit', id)?.personnel;

test('it says who signed, and of what is theirs and ours each for what it is', async () => {
  show();
  expect(await screen.findByText(/Signed by POL/)).toBeTruthy();
  expect(screen.getByText('12345 67890 12345 67890')).toBeTruthy();
  for (const title of ['Polish Company', 'Norwegian Company', 'New Platoon'])
    expect(screen.getByText(title)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Take 2 records' })).toBeTruthy();
});

test('what is theirs comes in as one step; what is ours stays until we say so', async () => {
  const user = show();
  await user.click(await screen.findByRole('button', { name: 'Take 2 records' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect([personnel(theirs.id), personnel(mine.id)]).toEqual([85, 90]);
  expect(usePlan.getState().history.done).toHaveLength(1);
  act(() => void undo());
  expect(personnel(theirs.id)).toBe(80);
});

test('a proposal for ours can be taken field by field', async () => {
  const user = show();
  await user.click(await screen.findByRole('button', { name: 'Choose none' }));
  expect(screen.getByRole('button', { name: /^Take/ })).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('checkbox', { name: 'Take Norwegian Company' }));
  await user.click(screen.getByRole('button', { name: 'Take 1 record' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect([personnel(theirs.id), personnel(mine.id)]).toEqual([80, 10]);
});

test('a bundle with nothing new says so and offers nothing', async () => {
  show([theirs, mine]);
  expect(await screen.findByText('The bundle holds nothing that you do not have.')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Take/ })).toHaveProperty('disabled', true);
});
