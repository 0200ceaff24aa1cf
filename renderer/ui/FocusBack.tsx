import { useEffect, useState } from 'react';

/**
 * Stands in a dialog that is drawn when it opens: once it has gone, the focus is again where it was before, so that
 * whoever works by keys goes on from there. The kit does that only for dialogs that were drawn closed. What has taken
 * the focus meanwhile keeps it.
 */
export const FocusBack = () => {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        const { activeElement, body } = document;
        if (activeElement === body && before instanceof HTMLElement) before.focus({ preventScroll: true });
      });
    },
    [before],
  );
  return null;
};
