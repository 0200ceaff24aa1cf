/** The focus of the calendar on its way: keys that nobody has meanwhile arrive with it, and what was opened since keeps it. */
import { act, renderHook } from '@testing-library/react';
import type { Stand } from '#renderer/features/calendar/stand.ts';
import { useFocus } from '#renderer/features/calendar/useFocus.ts';

const stand = { goTo: jest.fn() } as unknown as Stand;
const frames = (n: number): Promise<void> =>
  act(async () => {
    for (let left = n; left > 0; left -= 1) await new Promise((done) => requestAnimationFrame(done));
  });

let body: HTMLElement;
const heard: string[] = [];
const begin = () =>
  renderHook(({ settled }: { readonly settled: boolean }) => useFocus({ current: body }, stand, [], settled), {
    initialProps: { settled: false },
  });

/** The page with the cursor's day, as it comes behind a key. */
const draw = (): HTMLElement => {
  const day = document.createElement('button');
  day.dataset['cursor'] = '';
  day.addEventListener('keydown', ({ key }) => heard.push(key));
  body.replaceChildren(day);
  return day;
};

/** @returns whether the window still had the key. */
const press = (key: string): boolean =>
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

beforeEach(() => {
  heard.length = 0;
  body = document.createElement('div');
  document.body.replaceChildren(body);
});

test('keys that are pressed while a page is drawn arrive with the focus, in their order', async () => {
  const { result, rerender } = begin();
  act(() => result.current.focusCursor());
  expect([press('ArrowLeft'), press('n'), press('Tab')]).toEqual([false, false, true]);
  const day = draw();
  rerender({ settled: true });
  await frames(6);
  expect(document.activeElement).toBe(day);
  expect(heard).toEqual(['ArrowLeft', 'n']);
  expect(press('x')).toBe(true);
});

test('a key that sends the focus on keeps those after it for where that leads', async () => {
  const { result, rerender } = begin();
  act(() => result.current.focusCursor());
  press('PageDown');
  press('Enter');
  const first = draw();
  first.addEventListener('keydown', () => {
    first.remove();
    result.current.focusCursor();
  });
  rerender({ settled: true });
  expect(heard).toEqual(['PageDown']);
  expect(press('n')).toBe(false);
  const second = draw();
  await frames(6);
  expect(document.activeElement).toBe(second);
  expect(heard).toEqual(['PageDown', 'Enter', 'n']);
});

test('the window has its keys where the focus is not on its way, and where it never comes', () => {
  const { result } = begin();
  expect(press('Delete')).toBe(true);
  act(() => result.current.focusCursor());
  expect(press('Delete')).toBe(false);
  const later = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 60_000);
  expect(press('Delete')).toBe(true);
  later.mockRestore();
});

test('a field that was opened since keeps the focus', async () => {
  const { result, rerender } = begin();
  const day = draw();
  act(() => result.current.focusCursor());
  rerender({ settled: true });
  expect(document.activeElement).toBe(day);
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();
  await frames(3);
  expect(document.activeElement).toBe(field);
});
