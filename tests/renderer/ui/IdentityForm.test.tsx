/** Who plans here: a nation from the list, or an organisation by its code; nothing is made of half an answer. */
import { screen, waitFor } from '@testing-library/react';
import { IdentityForm } from '#renderer/ui/IdentityForm.tsx';
import { startWords } from '#renderer/ui/words.ts';
import { type Result, fail, ok } from '#shared/result.ts';
import { show } from '#tests/support/show.tsx';

const made: unknown[] = [];
let refusal: Result<never> | undefined;
const onCreated = jest.fn();

beforeAll(async () => {
  await startWords('en');
  const invoke = {
    'identity.create': (input: unknown) => Promise.resolve(refusal ?? ok(made.push(input))),
    'vault.actor': () => Promise.resolve(ok({ author: 'us', nation: 'EST', name: 'J7' })),
  };
  Object.defineProperty(window, 'entente', { value: { invoke, on: {} }, configurable: true });
});
beforeEach(() => {
  made.length = 0;
  refusal = undefined;
  onCreated.mockClear();
});

const form = (nation?: string) =>
  show(
    <IdentityForm className="form" name="Who plans here" nation={nation} onCreated={onCreated}>
      <p>Why</p>
    </IdentityForm>,
  );
const nationField = () => screen.getByRole('combobox', { name: 'Nation or organisation' });
const nameField = () => screen.getByRole('textbox', { name: 'Name of the planner or cell' });
const create = () => screen.getByRole('button', { name: 'Create identity' });

test('a nation is found by its name', async () => {
  const user = form();
  await user.type(nationField(), 'esto');
  await user.click(await screen.findByRole('option', { name: 'Estonia (EST)' }));
  await user.type(nameField(), ' J7 ');
  await user.click(create());
  await waitFor(() => expect(onCreated).toHaveBeenCalledTimes(1));
  expect(made).toEqual([{ nation: 'EST', name: 'J7' }]);
});

test('of a pasted name stays what can be seen; nothing is made of one that nobody sees', async () => {
  const user = form('EST');
  await user.click(nameField());
  await user.paste('\u200b\u202e');
  await user.click(create());
  expect(await screen.findByText('Type a name by which partners know you.')).toBeVisible();
  await user.click(nameField());
  await user.paste(' J7\u200b Tallinn');
  await user.click(create());
  await waitFor(() => expect(made).toEqual([{ nation: 'EST', name: 'J7 Tallinn' }]));
});

test('the name of a nation leads to that nation first, and only then to an organisation with such a code', async () => {
  const user = form();
  await user.type(nationField(), 'norway');
  const options = await screen.findAllByRole('option');
  expect(options.map(({ textContent }) => textContent)).toEqual(['Norway (NOR)', 'NORWAY (code of an organisation)']);
});

test('where main refuses, nobody is told that it was made', async () => {
  refusal = fail('IDENTITY_EXISTS');
  const user = form('EST');
  await user.type(nameField(), 'J7');
  await user.click(create());
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(onCreated).not.toHaveBeenCalled();
});

test('an organisation types its code', async () => {
  const user = form();
  await user.type(nationField(), 'medaid');
  await user.click(await screen.findByRole('option', { name: 'MEDAID (code of an organisation)' }));
  expect(nationField()).toHaveValue('MEDAID');
  await user.type(nameField(), 'Liaison{Enter}');
  await waitFor(() => expect(made).toEqual([{ nation: 'MEDAID', name: 'Liaison' }]));
});

test('what is no code is not offered, and half an answer makes nothing', async () => {
  const user = form();
  await user.type(nationField(), '1#x');
  expect(await screen.findByText(/Type the code of an organisation/)).toBeVisible();
  await user.click(create());
  expect(screen.getByText(/Choose your nation from the list/)).toBeVisible();
  expect(screen.getByText('Type a name by which partners know you.')).toBeVisible();
  expect(made).toEqual([]);
});

test('the host nation of the exercise is there already, an organisation too', () => {
  form('HRF');
  expect(nationField()).toHaveValue('HRF');
});
