import { VisuallyHidden } from '@mantine/core';
import { useAnnouncement } from './announce.ts';

/** The live region; one per window, or a screen reader says everything twice. */
export const Announcer = () => {
  const { text, count } = useAnnouncement();
  return (
    <VisuallyHidden role="log" aria-live="polite" aria-atomic="true">
      {/* A fresh element each time: equal text in the same element is no change and would not be said. */}
      <span key={count}>{text}</span>
    </VisuallyHidden>
  );
};
