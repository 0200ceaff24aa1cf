/**
 * Whose a double click is. Who is used to pressing twice presses buttons twice, too: a button with words does its act
 * once for it, or there would be two new activities; and where the first press has put something in the button's place (a
 * dialog, whose ground would close it again; the chart, which would get an activity there), the second is nobody's.
 */

/**
 * Buttons with words, lines of menus, and others that make something. Arrows and signs, and buttons with words that lead
 * from one to the next (`data-often`), may be pressed as fast as one likes.
 */
const ONCE = '.mantine-Button-root:not([data-often]), [role="menuitem"], [data-once]';
/** What may have something else in its place once it is pressed. */
const PASSING = `${ONCE}, .mantine-Combobox-option`;
/** Milliseconds and pixels within which two presses are a double click. */
const SOON = 500;
const NEAR = 5;
const EVENTS = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'] as const;

const elementOf = ({ target }: Event): Element | undefined => (target instanceof Element ? target : undefined);

const stop = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

/** Watches the presses of a page before anything on it hears of them. @returns what ends it. */
export const followPresses = (page: Document): (() => void) => {
  let first: { readonly button: Element; readonly at: number; readonly x: number; readonly y: number } | undefined;
  let stray = false;
  const press = (event: MouseEvent): void => {
    const soon = first !== undefined && event.timeStamp - first.at < SOON;
    const near = first !== undefined && Math.hypot(event.clientX - first.x, event.clientY - first.y) < NEAR;
    const button = elementOf(event)?.closest(PASSING) ?? undefined;
    stray = soon && near && button !== first?.button;
    if (stray) return;
    first = button && { button, at: event.timeStamp, x: event.clientX, y: event.clientY };
  };
  const isOnce = (event: Event): boolean => (elementOf(event)?.closest(ONCE) ?? null) !== null;
  const hear = (event: MouseEvent): void => {
    if (event.type === 'pointerdown') press(event);
    const again = event.type === 'click' && event.detail > 1 && isOnce(event);
    // A click without a press is one of the keyboard.
    if (again || (stray && (event.type !== 'click' || event.detail > 0))) stop(event);
  };
  for (const type of EVENTS) page.addEventListener(type, hear, { capture: true });
  return () => {
    for (const type of EVENTS) page.removeEventListener(type, hear, { capture: true });
  };
};
