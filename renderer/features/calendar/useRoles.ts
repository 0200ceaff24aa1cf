import { type RefObject, useEffect } from 'react';

const TABLE_ROLE = /^(?:row|rowgroup|cell|columnheader)$/;

const mend = (body: HTMLElement): void => {
  for (const part of body.querySelectorAll('.rbc-time-header [role]:not(button, [role="button"])'))
    if (TABLE_ROLE.test(part.getAttribute('role') ?? '')) {
      part.setAttribute('role', 'presentation');
      part.removeAttribute('aria-sort');
    }
  for (const entry of body.querySelectorAll('.rbc-month-view .rbc-row-segment:not([role])'))
    entry.setAttribute('role', 'cell');
  body.querySelector('.rbc-time-content:not([tabindex])')?.setAttribute('tabindex', '0');
};

/**
 * Mends what the calendar says of itself to readers: with columns side by side, and on days without entries in their head,
 * it names rows outside of any table; the entries of a month stand in its rows without being cells; and its hours scroll
 * without being reachable by keyboard.
 */
export const useRoles = (ref: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const body = ref.current;
    if (body === null) return;
    mend(body);
    // The calendar makes its elements anew by itself too, once it has measured how many entries a day has room for.
    const observer = new MutationObserver(() => mend(body));
    observer.observe(body, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [ref]);
};
