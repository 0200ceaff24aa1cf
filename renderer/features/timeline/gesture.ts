/** The gesture of the moment, which the surface draws over the bars. */
import { create } from 'zustand';
import type { Gesture } from '#shared/timeline/gesture.ts';

export const useGesture = create<{ readonly gesture: Gesture | null }>()(() => ({ gesture: null }));

export const showGesture = (gesture: Gesture | null): void => useGesture.setState({ gesture });
