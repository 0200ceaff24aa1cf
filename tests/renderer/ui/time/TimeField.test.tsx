import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { MIXED, type Mixed } from '#renderer/ui/fields/mixed.ts';
import { TimeField } from '#renderer/ui/time/TimeField.tsx';
import { startWords } from '#renderer/ui/words.ts';
import type { TimeContext } from '#shared/time/context.ts';
import type { When } from '#shared/time/when.ts';

const context: TimeContext = {
  zone: 'Europe/Tallinn',
  anchors: [
    { id: 'c', code: 'C', counts: 'day', at: '2027-06-01T21:00:00Z' },
    { id: 'e', code: 'E', counts: 'day' },
  ],
  reference: Date.UTC(2027, 5, 10),
  locale: 'en',
};
const JUNE_12 = { at: '2027-06-12T14:00:00Z' } as const;

beforeAll(() => startWords('en'));

function show(value: When | undefined | Mixed, required = false) {
  const changes: (When | undefined)[] = [];
  const Held = () => {
    const [when, setWhen] = useState(value);
    const take = (next: When | undefined) => {
      changes.push(next);
      setWhen(next);
    };
    return <TimeField label="Start" value={when} context={context} onChange={take} required={required} />;
  };
  render(
    <MantineProvider>
      <Held />
    </MantineProvider>,
  );
  return { changes, field: screen.getByRole<HTMLInputElement>('textbox', { name: /Start/ }), user: userEvent.setup() };
}

test('takes what is typed on Enter and shows it in its own form with the other reading', async () => {
  const { changes, field, user } = show(undefined);
  await user.type(field, '12 1400z jun{Enter}');
  expect(changes).toEqual([JUNE_12]);
  expect(field).toHaveValue('121400ZJUN27');
  expect(screen.getByText('12 Jun 2027 17:00 (Tallinn +03:00)')).toBeVisible();
});

test('takes what is typed when the field is left, once', async () => {
  const { changes, field, user } = show(undefined);
  await user.type(field, 'c+3{Enter}');
  await user.tab();
  expect(changes).toEqual([{ anchor: 'c', offset: { unit: 'day', n: 3 } }]);
  expect(field).toHaveValue('C+3');
  expect(screen.getByText('042100ZJUN27')).toBeVisible();
});

test('says why a time is refused and changes nothing, until it is typed anew', async () => {
  const { changes, field, user } = show(JUNE_12);
  await user.clear(field);
  await user.type(field, '311400ZJUN27{Enter}');
  expect(screen.getByText(/JUN 2027 has no day 31/)).toBeVisible();
  expect(field).toBeInvalid();
  await user.type(field, '{Backspace}');
  expect(screen.queryByText(/has no day/)).toBeNull();
  await user.keyboard('{Escape}');
  expect(field).toHaveValue('121400ZJUN27');
  expect(changes).toEqual([]);
});

test('another spelling of the same time is no change', async () => {
  const { changes, field, user } = show(JUNE_12);
  await user.clear(field);
  await user.type(field, '2027-06-12T14:00Z{Enter}');
  expect(field).toHaveValue('121400ZJUN27');
  expect(changes).toEqual([]);
});

test('arrows step by a quarter of an hour, with Shift by a day, and commit when the field is left', async () => {
  const { changes, field, user } = show(JUNE_12);
  await user.click(field);
  await user.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}{Shift>}{ArrowUp}{/Shift}');
  expect(field).toHaveValue('131415ZJUN27');
  expect(changes).toEqual([]);
  await user.tab();
  expect(changes).toEqual([{ at: '2027-06-13T14:15:00Z' }]);
});

test('can be emptied, unless it is required', async () => {
  const free = show(JUNE_12);
  await free.user.clear(free.field);
  await free.user.keyboard('{Enter}');
  expect(free.changes).toEqual([undefined]);
});

test('a required time cannot be emptied', async () => {
  const { changes, field, user } = show(JUNE_12, true);
  await user.clear(field);
  await user.keyboard('{Enter}');
  expect(changes).toEqual([]);
  expect(screen.getByText(/The time is empty/)).toBeVisible();
});

test('says at once that a time hangs on an anchor without a date', () => {
  show({ anchor: 'e', offset: { unit: 'day', n: 2 } });
  expect(screen.getByText(/E, which has no date yet/)).toBeVisible();
});

test('hovering shows every reading', async () => {
  const { field, user } = show(JUNE_12);
  await user.hover(field);
  expect(await screen.findByText('Local DTG: 121700CJUN27')).toBeInTheDocument();
  expect(screen.getByText('From anchor: C+10 1700')).toBeInTheDocument();
});

test('several different times are a hint, and stay as they are unless one is typed', async () => {
  const { changes, field, user } = show(MIXED);
  expect(field).toHaveAttribute('placeholder', 'Several values');
  await user.click(field);
  await user.tab();
  expect(changes).toEqual([]);
});
