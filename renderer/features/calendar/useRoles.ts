import { type RefObject, useEffect } from 'react';
import { useView } from '../../state/view.ts';

const TABLE_ROLE = /^(?:row|rowgroup|cell|columnheader)$/;

const mend = (body: HTMLElement): void => {
  for (const part of body.querySelectorAll('.rbc-time-header [role]:not(button, [role="button"])'))
    if (TABLE_ROLE.test(part.getAttribute('role') ?? '')) {
      part.setAttribute('role', 'presentation');
      part.removeAttribute('aria-sort');
    }
  for (const entry of body.querySelectorAll('.rbc-month-view .rbc-row-segment:not([role])'))
    entry.setAttribute('role', 'cell');
  // The text in it is the button, here as in the month, and says the times by itself.
  for (const entry of body.querySelectorAll('.rbc-day-slot .rbc-event[tabindex]')) {
    entry.removeAttribute('tabindex');
    entry.removeAttribute('role');
    entry.querySelector('.rbc-event-label')?.setAttribute('aria-hidden', 'true');
  }
  const hours = body.querySelector('.rbc-time-content');
  // Where a slot in them takes the focus, they can be scrolled by keys through it.
  if (hours?.querySelector('[data-cursor]') === null) hours.setAttribute('tabindex', '0');
  else hours?.removeAttribute('tabindex');
};

/** One of the entries is the stop through which the keyboard comes to the others: the selected one, else the first. */
const rove = (body: HTMLElement): void => {
  const focused = document.activeElement;
  const chosen = useView.getState().selection?.ids[0];
  const stop =
    focused instanceof HTMLElement && focused.matches('.calendar-entry-text') && body.contains(focused)
      ? focused
      : ((chosen === undefined ? null : body.querySelector(`.calendar-entry-text[data-bar="${CSS.escape(chosen)}"]`)) ??
        body.querySelector('.calendar-entry-text'));
  for (const other of body.querySelectorAll('.calendar-entry-text[tabindex="0"]'))
    if (other !== stop) other.setAttribute('tabindex', '-1');
  if (stop?.getAttribute('tabindex') === '-1') stop.setAttribute('tabindex', '0');
};

/**
 * Mends what the calendar says of itself to readers: with columns side by side, and on days without entries in their head,
 * it names rows outside of any table; the entries of a month stand in its rows without being cells; each entry of its hours
 * is a stop of the keyboard; and its hours scroll without being reachable by keyboard.
 */
export const useRoles = (ref: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const body = ref.current;
    if (body === null) return;
    const all = (): void => {
      mend(body);
      rove(body);
    };
    all();
    // The calendar makes its elements anew by itself too, once it has measured how many entries a day has room for.
    const observer = new MutationObserver(all);
    observer.observe(body, { childList: true, subtree: true });
    const follow = (): void => rove(body);
    body.addEventListener('focusin', follow);
    const unfollow = useView.subscribe(follow);
    return () => {
      observer.disconnect();
      unfollow();
      body.removeEventListener('focusin', follow);
    };
  }, [ref]);
};
