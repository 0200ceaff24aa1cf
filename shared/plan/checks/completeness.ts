import { exerciseOf, live } from '../state.ts';
import type { Check } from './finding.ts';

/** PAR-001: somebody answers for each participant. */
export const contacts: Check = ({ plan }) =>
  live(plan, 'participant').flatMap(({ id, name, contacts: known }) =>
    known.length > 0
      ? []
      : [
          {
            code: 'PAR-001',
            severity: 'info' as const,
            subjects: [{ kind: 'participant' as const, id }],
            params: { participant: name },
          },
        ],
  );

/** EX-001: the exercise says where and when it is. */
export const exerciseFrame: Check = ({ plan }) => {
  const exercise = exerciseOf(plan);
  if (
    exercise === undefined ||
    (exercise.hostNation !== undefined && exercise.start !== undefined && exercise.end !== undefined)
  )
    return [];
  return [{ code: 'EX-001', severity: 'info', subjects: [{ kind: 'exercise', id: exercise.id }], params: {} }];
};
