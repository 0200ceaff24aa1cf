import { fireEvent } from '@testing-library/react';
import { followPresses } from '#renderer/ui/presses.ts';

const heard: string[] = [];
let stop: () => void;

beforeEach(() => {
  heard.length = 0;
  document.body.innerHTML =
    '<button id="new" class="mantine-Button-root"><b id="word">New</b></button><button id="sign">+</button><button id="next" class="mantine-Button-root" data-often>Next</button><div id="ground"></div>';
  stop = followPresses(document);
  for (const id of ['new', 'sign', 'next', 'ground'])
    for (const type of ['pointerdown', 'click'])
      document.getElementById(id)?.addEventListener(type, () => heard.push(`${id} ${type}`));
});
afterEach(() => stop());

/** A press and its click. @param nth which of a double click's */
const press = (id: string, nth: number, x = 10): void => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`no ${id}`);
  const at = { bubbles: true, cancelable: true, clientX: x, clientY: 10 };
  fireEvent(element, new MouseEvent('pointerdown', at));
  fireEvent(element, new MouseEvent('click', { ...at, detail: nth }));
};
const clicks = (): readonly string[] => heard.filter((what) => what.endsWith('click'));

test('a button with words acts once for a double click, again when pressed again', () => {
  press('word', 1);
  press('word', 2);
  expect(clicks()).toEqual(['new click']);
  press('new', 1);
  expect(clicks()).toEqual(['new click', 'new click']);
});

test.each(['sign', 'next'])(
  'what leads from one to the next, like a sign, acts as often as it is pressed: %s',
  (id) => {
    press(id, 1);
    press(id, 2);
    expect(clicks()).toEqual([`${id} click`, `${id} click`]);
  },
);

test('the second press is nobody’s where something else has come in the button’s place', () => {
  press('new', 1);
  press('ground', 2);
  expect(heard).toEqual(['new pointerdown', 'new click']);
});

test('a press elsewhere, or one that follows no button, is heard', () => {
  press('new', 1);
  press('ground', 1, 40);
  press('ground', 2, 40);
  expect(clicks()).toEqual(['new click', 'ground click', 'ground click']);
});

test('a click of the keyboard is none of a pointer', () => {
  press('new', 1);
  press('ground', 2);
  fireEvent.click(document.getElementById('ground') ?? document.body, { detail: 0 });
  expect(clicks()).toEqual(['new click', 'ground click']);
});

test('nothing is held back once it has ended', () => {
  stop();
  press('new', 1);
  press('new', 2);
  expect(clicks()).toEqual(['new click', 'new click']);
});
