import { type RefObject, useEffect } from 'react';

/**
 * Mends what the calendar says of itself to readers: with columns side by side, and on days without entries in their head,
 * it names rows outside of any table; and its hours scroll without being reachable by keyboard.
 */
export const useRoles = (body: RefObject<HTMLElement | null>): void => {
  // After each drawing: the calendar makes its elements anew as it likes.
  useEffect(() => {
    for (const part of body.current?.querySelectorAll('.rbc-time-header [role]:not(button, [role="button"])') ?? [])
      if (/^(?:row|rowgroup|cell)$/.test(part.getAttribute('role') ?? '')) part.setAttribute('role', 'presentation');
    body.current?.querySelector('.rbc-time-content')?.setAttribute('tabindex', '0');
  });
};
