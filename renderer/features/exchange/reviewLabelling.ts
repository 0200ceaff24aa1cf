import { DEFAULT_LABELLING, type Labelling } from '#shared/label/policies.ts';
import { useLabelling } from '../../state/labelling.ts';
import { usePlan } from '../../state/plan.ts';
import { useImport } from './session.ts';

/** How the sender of a bundle under review marks: an own policy of theirs is not known here before it is taken in. */
export const useReviewLabelling = (): Labelling => {
  const own = useLabelling();
  const open = usePlan(({ status }) => (status.phase === 'open' ? status.id : undefined));
  const exerciseId = useImport(({ bundle }) => bundle?.exerciseId);
  const exercise = useImport(({ incoming }) => (exerciseId === undefined ? undefined : incoming.get(exerciseId)));
  if (exercise?.kind === 'exercise' && exercise.labelling !== undefined) return exercise.labelling;
  return exerciseId === undefined || exerciseId === open ? own : DEFAULT_LABELLING;
};
