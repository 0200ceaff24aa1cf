import { MantineProvider } from '@mantine/core';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PrintView } from '#renderer/features/print/PrintView.tsx';
import { usePlan } from '#renderer/state/plan.ts';
import { startWords } from '#renderer/ui/words.ts';
import { EXERCISE_ID } from '#tests/support/plans.ts';
import { FINLAND, activity, anchor, planWith } from '../../../shared/print/plan.ts';

const plan = planWith([
  anchor(20, 'STARTEX', 0),
  activity(100, { title: 'Opening', at: 1, hours: 2 }),
  activity(101, { title: 'River crossing', at: 200, hours: 60, participants: [FINLAND] }),
]);

const draw = (): void => {
  render(
    <MantineProvider env="test">
      <PrintView />
    </MantineProvider>,
  );
};

/** The screen once its sheets stand. */
const show = async (): Promise<ReturnType<typeof userEvent.setup>> => {
  draw();
  await screen.findByRole('listbox', { name: 'Sheets' });
  await screen.findAllByText('Opening');
  return userEvent.setup();
};

const thumbnails = (): readonly string[] =>
  within(screen.getByRole('listbox', { name: 'Sheets' }))
    .getAllByRole('option')
    .map((option) => option.textContent?.slice(-2) ?? '');

beforeAll(() => startWords('en'));

beforeEach(() => {
  usePlan.setState({ status: { phase: 'open', id: EXERCISE_ID }, plan });
});

describe('the Print screen', () => {
  it('shows the sheets with their marking and says what the buttons will do', async () => {
    await show();
    expect(thumbnails()).toEqual(['A1', 'B1']);
    expect(screen.getAllByText('NATO UNCLASSIFIED').length).toBeGreaterThan(2);
    expect(screen.getByRole('status')).toHaveTextContent(
      '2 sheets A4 landscape, each marked so at top and bottom, as shown here. The print’s number is given when it is printed.',
    );
    expect(screen.getAllByText('Opening').length).toBeGreaterThan(0);
  });

  it('lays the sheets out anew when an option changes', async () => {
    const user = await show();
    const wide = screen.getByRole('textbox', { name: /Sheets side by side/u });
    await user.clear(wide);
    await user.type(wide, '3');
    await user.tab();
    await waitFor(() => expect(thumbnails()).toEqual(['A1', 'B1', 'C1']));
  });

  it('walks through the sheets with the arrow keys', async () => {
    const user = await show();
    const list = screen.getByRole('listbox', { name: 'Sheets' });
    const [first] = thumbnails();
    list.focus();
    await user.keyboard('{End}');
    expect(within(list).getByRole('option', { selected: true }).textContent?.slice(-2)).toBe(thumbnails().at(-1));
    await user.keyboard('{Home}');
    expect(within(list).getByRole('option', { selected: true }).textContent?.slice(-2)).toBe(first);
    await user.keyboard('{ArrowDown}');
    expect(within(list).getByRole('option', { selected: true }).textContent?.slice(-2)).toBe(thumbnails()[1]);
  });

  it('refuses to print a span that ends before it begins, and says so', async () => {
    const user = await show();
    const end = screen.getByRole('textbox', { name: /^To/u });
    await user.clear(end);
    await user.type(end, '010000ZJAN27');
    await user.tab();
    expect(await screen.findByText('The end must be after the beginning.')).toBeVisible();
    expect(screen.getByRole('button', { name: /Save as PDF/u })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Whole plan' }));
    expect(screen.getByRole('button', { name: /Save as PDF/u })).toBeEnabled();
  });

  it('says in one sentence why there are too many sheets, and what to do', async () => {
    const user = await show();
    await user.click(screen.getByText('By scale'));
    const hours = await screen.findByRole('textbox', { name: /Hours to a centimetre/u });
    await user.clear(hours);
    await user.type(hours, '0.05');
    await user.tab();
    expect(await screen.findByText(/more than 400; choose a coarser scale/u)).toBeVisible();
    expect(screen.getByRole('button', { name: /Save as PDF/u })).toBeDisabled();
  });

  it('shows another product with the options that are its own', async () => {
    draw();
    const user = userEvent.setup();
    await user.click(screen.getByRole('combobox', { name: 'Product' }));
    await user.click(await screen.findByRole('option', { name: 'Activity list' }));
    await waitFor(() => expect(thumbnails()).toEqual(['L1']));
    expect(screen.getByRole('combobox', { name: 'Grouped by' })).toBeVisible();
    expect(screen.queryByRole('textbox', { name: /Sheets side by side/u })).toBeNull();
    expect((await screen.findAllByText('Activity list')).length).toBeGreaterThan(1);
  });

  it('says what belongs here while nothing has a time', () => {
    usePlan.setState({ plan: planWith([]) });
    draw();
    expect(screen.getByText(/laid out here on sheets/u)).toBeVisible();
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});
