import { collecting } from '../../work.ts';
import { live } from '../state.ts';
import type { Check } from './finding.ts';

/** PAR-001: somebody answers for each participant. */
export const contacts: Check = ({ plan }) =>
  collecting(live(plan, 'participant'), ({ id, name, contacts: known }) =>
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
export const exerciseFrame: Check = ({ plan }) =>
  collecting(plan.exercise.values(), ({ id, hostNation, start, end }) =>
    hostNation !== undefined && start !== undefined && end !== undefined
      ? []
      : [{ code: 'EX-001', severity: 'info' as const, subjects: [{ kind: 'exercise' as const, id }], params: {} }],
  );
