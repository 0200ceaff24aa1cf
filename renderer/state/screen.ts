/** Which of the window's own screens and dialogs is open, besides the views of an exercise. */
import { create } from 'zustand';

interface Screen {
  /** The list of exercises, over an open exercise as well. */
  readonly exercises: boolean;
  readonly newExercise: boolean;
  readonly keyboard: boolean;
  /** Identity and partners, which need no exercise. */
  readonly partners: boolean;
  /** The audit log of the data folder. */
  readonly audit: boolean;
}

export const useScreen = create<Screen>()(() => ({
  exercises: false,
  newExercise: false,
  keyboard: false,
  partners: false,
  audit: false,
}));

export const showScreen = (change: Partial<Screen>): void => useScreen.setState(change);
