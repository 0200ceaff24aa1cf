import { collecting } from '../../work.ts';
import type { Check } from './finding.ts';

/** MOV-005: a unit line number names one movement. */
export const movementNumbers: Check = ({ movements }) => {
  const byNumber = Map.groupBy(movements, ({ uln }) => uln);
  return collecting(byNumber, ([uln, same]) =>
    same.length < 2
      ? []
      : [
          {
            code: 'MOV-005',
            severity: 'error' as const,
            subjects: same.map(({ id }) => ({ kind: 'movement' as const, id })),
            params: { uln },
          },
        ],
  );
};
