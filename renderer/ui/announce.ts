/** What a screen reader says after an act: one polite line, the newest only. */
import { create } from 'zustand';

interface Announcement {
  readonly text: string;
  /** Grows with each announcement, so that the same words twice are said twice. */
  readonly count: number;
}

export const useAnnouncement = create<Announcement>()(() => ({ text: '', count: 0 }));

export const announce = (text: string): void => useAnnouncement.setState(({ count }) => ({ text, count: count + 1 }));
