import { DEFAULT_LABELLING, type Labelling } from '#shared/label/policies.ts';
import { useExercise } from './records.ts';

/** How the open exercise marks. */
export const useLabelling = (): Labelling => useExercise()?.labelling ?? DEFAULT_LABELLING;
