import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { usePartners } from '#renderer/features/exchange/partners.ts';
import { ReviewDialog } from '#renderer/features/exchange/ReviewDialog.tsx';
import { useImport } from '#renderer/features/exchange/session.ts';
import { useActor } from '#renderer/state/actor.ts';
import { redo, undo, usePlan } from '#renderer/state/plan.ts';
import { startWords } from '#renderer/ui/words.ts';
import type { OpenedBundle, Partner } from '#shared/contract/exchange.ts';
import { EMPTY_HISTORY } from '#shared/plan/history.ts';
import { decideAll } from '#shared/plan/merge/accept.ts';
import { knowledgeOf } from '#shared/plan/merge/knowledge.ts';
import type { LastSents } from '#shared/plan/merge/sent.ts';
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
  carried: [],
  kid: 'poland-key',
  authors: ['poland'],
  cosigners: [{ nation: 'POL', name: 'Officer in Warsaw', role: 'release-officer' }],
  theirLog: null,
} as unknown as OpenedBundle;

/** What Poland sends: a change of its own unit, one of ours, and a new unit. */
const sent: readonly PlanRecord[] = [
  { ...theirs, personnel: 85, stamps: { personnel: later } },
  { ...mine, personnel: 10, stamps: { personnel: later } },
  { ...unitRecord(22, 'New Platoon', pol.id), owner: 'POL', stamp: later },
];

beforeAll(() => startWords('en'));

const show = (records = sent, here = plan, last: LastSents = new Map()) => {
  useActor.setState({ author: 'somebody', nation: 'NOR', name: null });
  usePlan.setState({ status: { phase: 'open', id: EXERCISE_ID }, plan: here, history: EMPTY_HISTORY });
  const review = reviewBundle({
    plan: here,
    me: 'NOR',
    myKnowledge: knowledgeOf(here),
    // They had seen all of ours when they wrote this.
    bundle: { originator: 'POL', records, knowledge: { ...knowledgeOf(plan), poland: later }, last },
  });
  useImport.setState({
    bundle,
    review,
    decisions: decideAll(review, 'own'),
    forces: null,
    incoming: new Map(),
  });
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
    expect(await screen.findByText(title)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Take 2 records' })).toBeTruthy();
});

test('what is theirs comes in as one step; what is ours stays until we say so', async () => {
  const user = show();
  await user.click(await screen.findByRole('button', { name: 'Take 2 records' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect([personnel(theirs.id), personnel(mine.id)]).toEqual([85, 90]);
  expect(usePlan.getState().history.done).toHaveLength(1);
  const record = () => usePlan.getState().plan.unit.get(theirs.id);
  const after = record();
  act(() => void undo());
  // Exactly as it was: nothing of it has become a change of ours.
  expect(record()).toEqual(theirs);
  act(() => void redo());
  expect(record()).toEqual(after);
});

const row = (name: RegExp): HTMLElement => screen.getByRole('treeitem', { name });
const state = (name: RegExp): string | null => row(name).getAttribute('aria-checked');
const inFocus = (): string =>
  document.querySelector(`#${screen.getByRole('tree').getAttribute('aria-activedescendant') ?? ''}`)?.textContent ?? '';
/** The rows are laid out in slices, a moment after they are asked for. */
const tree = async (): Promise<HTMLElement> => {
  await screen.findAllByRole('treeitem');
  const found = screen.getByRole('tree');
  found.focus();
  return found;
};

test('a proposal for ours can be taken field by field', async () => {
  const user = show();
  await user.click(await screen.findByRole('button', { name: 'Choose none' }));
  await waitFor(() => expect(screen.getByRole('button', { name: /^Take/ })).toHaveProperty('disabled', true));
  await tree();
  const check = row(/proposal.*Norwegian Company/).querySelector('.review-check');
  if (check === null) throw new Error('the row has no mark');
  await user.click(check);
  await user.click(screen.getByRole('button', { name: 'Take 1 record' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect([personnel(theirs.id), personnel(mine.id)]).toEqual([80, 10]);
});

test('whose word a marking of ours is, everything chosen leaves to be chosen by itself, and says so', async () => {
  const marked = { policy: 'EXERCISE', classification: 'RESTRICTED', releasableTo: ['NOR', 'POL'] };
  const user = show([{ ...mine, label: marked, stamps: { label: '0l0000001.0001.poland' } }]);
  await tree();
  expect(row(/Label/).textContent).toContain('RESTRICTED – REL TO NOR, POL');
  await user.click(screen.getByRole('button', { name: 'Choose all' }));
  expect(await screen.findByText(/of 1 record of yours are chosen one by one/)).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Take/ })).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('button', { name: 'Choose none' }));
  await waitFor(() => expect(screen.queryByText(/chosen one by one/)).toBeNull());
});

test('members of enumerations stand there in words', async () => {
  show([{ ...theirs, readiness: 'not-ready', stamps: { readiness: '0l0000001.0001.poland' } }]);
  await tree();
  expect(row(/Readiness/).textContent).toContain('Not ready');
});

describe('by keyboard', () => {
  test('arrows, Home and End go from row to row; Right and Left go in and out', async () => {
    const user = show();
    await tree();
    expect(inFocus()).toContain('Norwegian Company');
    await user.keyboard('{ArrowRight}');
    expect(inFocus()).toContain('Strength');
    await user.keyboard('{ArrowLeft}');
    expect(inFocus()).toContain('Norwegian Company');
    await user.keyboard('{ArrowLeft}');
    await waitFor(() => expect(row(/Norwegian Company/).getAttribute('aria-expanded')).toBe('false'));
    await user.keyboard('{ArrowRight}');
    await waitFor(() => expect(row(/Norwegian Company/).getAttribute('aria-expanded')).toBe('true'));
    await user.keyboard('{End}');
    expect(inFocus()).toContain('New Platoon');
    await user.keyboard('{Home}');
    expect(inFocus()).toContain('Norwegian Company');
  });

  test('Space takes and leaves a record, and one field of it', async () => {
    const user = show();
    await tree();
    expect(state(/proposal.*Norwegian Company/)).toBe('false');
    await user.keyboard(' ');
    expect(state(/proposal.*Norwegian Company/)).toBe('true');
    await user.keyboard('{ArrowRight} ');
    expect(state(/proposal.*Norwegian Company/)).toBe('false');
  });

  test('a range, or everything, is taken at once', async () => {
    const user = show();
    await tree();
    await user.keyboard('{Control>}a{/Control} ');
    await screen.findByRole('button', { name: 'Take 3 records' });
    await user.keyboard(' ');
    await waitFor(() => expect(screen.getByRole('button', { name: /^Take/ })).toHaveProperty('disabled', true));
    await user.keyboard('{End}{Shift>}{ArrowUp}{ArrowUp}{/Shift} ');
    await screen.findByRole('button', { name: 'Take 2 records' });
    expect(state(/proposal.*Norwegian Company/)).toBe('false');
  });
});

test('it is filtered by what is typed, and a group is taken or left as one', async () => {
  const user = show();
  await tree();
  await user.type(screen.getByRole('textbox', { name: 'Title, field or owner' }), 'platoon');
  await waitFor(() => expect(screen.getAllByRole('treeitem')).toHaveLength(1));
  expect(screen.getByText('1 of 3 records')).toBeTruthy();
  await user.clear(screen.getByRole('textbox', { name: 'Title, field or owner' }));
  await user.click(screen.getByRole('combobox', { name: 'Group by' }));
  await user.click(await screen.findByRole('option', { name: 'Owner' }));
  await waitFor(() => expect(state(/^(?:[✓–])?POL/)).toBe('true'));
  (await tree()).focus();
  await user.keyboard('{End}{Home}');
  const group = row(/^(?:[✓–])?POL/).querySelector('.review-check');
  if (group === null) throw new Error('the group has no mark');
  await user.click(group);
  await waitFor(() => expect(state(/^(?:[✓–])?POL/)).toBe('false'));
  expect(screen.getByRole('button', { name: /^Take/ })).toHaveProperty('disabled', true);
});

test('a conflict shows both values with both authors and times, and N goes to it', async () => {
  const here: PlanRecord = { ...theirs, personnel: 99, stamps: { personnel: '0l0000000.0001.norway' } };
  const user = show(
    [
      { ...theirs, personnel: 85, stamps: { personnel: '0l0000001.0001.poland' } },
      { ...unitRecord(22, 'New Platoon', pol.id), owner: 'POL', stamp: '0l0000001.0000.poland' },
    ],
    planOf([exerciseRecord(), pol, mine, here]),
  );
  await tree();
  const conflict = row(/Strength/);
  for (const text of ['99', '85', 'author norway, whom nobody signed for', 'POL Planner in Warsaw', 'conflict'])
    expect(conflict.textContent).toContain(text);
  expect(conflict.textContent?.match(/\d{6}Z/g)).toHaveLength(2);
  await user.keyboard('{End}n');
  expect(inFocus()).toContain('Strength');
});

test('whose word a value is: what the sender signs of others’ writing is its word, and nobody is named unsigned', async () => {
  const here: PlanRecord = { ...theirs, personnel: 99, stamps: { personnel: '0l0000000.0001.norway' } };
  usePartners.setState({
    partners: [
      { kid: 'n', nation: 'NOR', name: 'J7 Norway', state: 'verified' },
      { kid: 's', nation: 'SWE', name: 'J5 Sweden', state: 'verified' },
    ] as unknown as readonly Partner[],
    authors: [
      { author: 'norway', kid: 'n' },
      { author: 'sweden', kid: 's' },
    ],
  });
  const conflict = async (author: string): Promise<string> => {
    show(
      [{ ...theirs, personnel: 85, stamps: { personnel: `0l0000001.0001.${author}` } }],
      planOf([exerciseRecord(), pol, mine, here]),
    );
    await tree();
    const text = row(/Strength/).textContent ?? '';
    cleanup();
    return text;
  };
  expect(await conflict('sweden')).toMatch(/99NOR J7 Norway.*85SWE J5 Sweden, by the word of POL Planner in Warsaw/);
  expect(await conflict('nobody')).toContain(
    'author nobody, whom nobody signed for, by the word of POL Planner in Warsaw',
  );
  // Somebody else signs for Norway's author as well: then it is nobody's.
  usePartners.setState(({ authors }) => ({ authors: [...authors, { author: 'norway', kid: 's' }] }));
  expect(await conflict('poland')).toMatch(/author norway, whom nobody signed for.*85POL Planner in Warsaw ·/);
  show();
  expect(await screen.findByText('release officer: POL Officer in Warsaw')).toBeTruthy();
});

test('what they last sent stands between what we have and what they send now', async () => {
  show(sent, plan, new Map([[`unit:${theirs.id}`, { revision: 1, differs: { personnel: 82 } }]]));
  await tree();
  const field = screen.getAllByRole('treeitem', { name: /Strength/ }).find((each) => each.textContent?.includes('85'));
  expect(field?.textContent).toMatch(/80.*82.*85/);
  expect(screen.getAllByText('not sent before').length).toBeGreaterThan(0);
});

test('a bundle with nothing new says so and offers nothing', async () => {
  show([theirs, mine]);
  expect(await screen.findByText('The bundle holds nothing that you do not have.')).toBeTruthy();
  expect(screen.getByRole('button', { name: /^Take/ })).toHaveProperty('disabled', true);
});
