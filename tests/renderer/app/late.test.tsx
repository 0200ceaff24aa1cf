/** Parts whose code comes later: at once where it is there already, behind words of waiting where it is not. */
import { act, render, screen } from '@testing-library/react';
import { Suspense, useState } from 'react';
import { fetchAhead, late } from '#renderer/app/late.tsx';
import { setLanguage, startWords, wordFor } from '#renderer/ui/words.ts';

const shown = jest.fn();
const Waiting = () => {
  shown();
  return <p>coming</p>;
};
const inPlace = (part: React.ReactNode) => render(<Suspense fallback={<Waiting />}>{part}</Suspense>);

beforeAll(() => startWords('en'));
beforeEach(() => shown.mockClear());

test('fetched ahead, a part is drawn at once; one that cannot be fetched keeps no other from coming', async () => {
  const Broken = late(() => Promise.reject(new Error('not there')));
  const load = jest.fn(async () => ({ name }: { readonly name: string }) => <p>part {name}</p>);
  const Part = late(load);
  const idle = jest.fn((then: () => void) => then());
  Object.defineProperty(globalThis, 'requestIdleCallback', { value: idle, configurable: true });
  await Promise.all([fetchAhead(), fetchAhead()]);
  expect(load).toHaveBeenCalledTimes(1);
  expect(idle).toHaveBeenCalledTimes(2);
  inPlace(<Part name="one" />);
  expect(screen.getByText('part one')).toBeVisible();
  expect(shown).not.toHaveBeenCalled();
  expect(load).toHaveBeenCalledTimes(1);
  expect(Broken).toBeDefined();
});

test('one that is not there yet is waited for, and keeps what is typed in it when it is drawn again', async () => {
  let arrive = (): void => undefined;
  const Field = () => {
    const [times, setTimes] = useState(0);
    return (
      <button type="button" onClick={() => setTimes(times + 1)}>
        pressed {times}
      </button>
    );
  };
  const Part = late(
    () =>
      new Promise<typeof Field>((resolve) => {
        arrive = () => resolve(Field);
      }),
  );
  const { rerender } = inPlace(<Part />);
  expect(screen.getByText('coming')).toBeVisible();
  await act(async () => arrive());
  act(() => screen.getByText('pressed 0').click());
  rerender(
    <Suspense fallback={<Waiting />}>
      <Part />
    </Suspense>,
  );
  expect(screen.getByText('pressed 1')).toBeVisible();
});

test('it is drawn anew with the language, and not with what is around it', async () => {
  const drawn = jest.fn();
  const Words = () => {
    drawn();
    return <p>{wordFor('app.undoStep', { step: 'x' })}</p>;
  };
  const Part = late(async () => Words);
  const around = (
    <Suspense fallback={<Waiting />}>
      <Part />
    </Suspense>
  );
  const { rerender } = render(<div>{around}</div>);
  const english = (await screen.findByText(/x/)).textContent;
  const times = drawn.mock.calls.length;
  rerender(<div lang="en">{around}</div>);
  expect(drawn).toHaveBeenCalledTimes(times);
  await act(() => setLanguage('fr'));
  expect(screen.getByText(/x/).textContent).not.toBe(english);
  await act(() => setLanguage('en'));
});
